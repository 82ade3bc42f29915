from django.urls import URLPattern, path

from articles.desk.review.views import review

urlpatterns: list[URLPattern] = [
    path("articles/article/<int:article_id>/review/<slug:language>/", review, name="articles_article_review"),
]
