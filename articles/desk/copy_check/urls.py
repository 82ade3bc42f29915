from django.urls import URLPattern, path

from articles.desk.copy_check.views import copy_check

urlpatterns: list[URLPattern] = [
    path("articles/article/<int:article_id>/copy/<slug:language>/", copy_check, name="articles_article_copy_check"),
]
