from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from articles.pictures import media, upload
from shaf.health import healthz
from shaf.preview import preview

urlpatterns = [
    path("admin/articles/article/<int:article_id>/preview/<slug:language>/", preview, name="preview"),
    path("admin/upload/", upload, name="ck_editor_5_upload_file"),
    path("admin/", admin.site.urls),
    path("media/<str:name>", media, name="media"),
    path("healthz", healthz),
    *i18n_patterns(path("", include("articles.site.urls")), prefix_default_language=False),
]
handler404 = "articles.site.views.not_found"
handler500 = "articles.site.views.server_error"
