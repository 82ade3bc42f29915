from django.contrib import admin
from django.urls import path

from shaf.preview import preview

urlpatterns = [
    path("admin/articles/article/<int:article_id>/preview/<slug:language>/", preview, name="preview"),
    path("admin/", admin.site.urls),
]
