from django.urls import URLPattern, path

from articles.desk.history.editions import compare_editions, editions
from articles.desk.history.restore import restore
from articles.desk.history.versions import compare_versions, versions

ARTICLE = "articles/article/<int:article_id>"
urlpatterns: list[URLPattern] = [
    path(f"{ARTICLE}/versions/", versions, name="articles_article_versions"),
    path(f"{ARTICLE}/versions/compare/", compare_versions, name="articles_article_versions_compare"),
    path(f"{ARTICLE}/versions/<int:version>/restore/", restore, name="articles_article_restore"),
    path(f"{ARTICLE}/editions/<slug:language>/", editions, name="articles_article_editions"),
    path(f"{ARTICLE}/editions/<slug:language>/compare/", compare_editions, name="articles_article_editions_compare"),
]
