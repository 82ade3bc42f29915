from django.urls import URLPattern, path

from articles.desk.previews import views

urlpatterns: list[URLPattern] = [
    path("articles/article/<int:article_id>/previews/", views.links, name="articles_article_previews"),
    path(
        "articles/article/<int:article_id>/previews/<int:link_id>/revoke/",
        views.revoke,
        name="articles_article_preview_revoke",
    ),
]
