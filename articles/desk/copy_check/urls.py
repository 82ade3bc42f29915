from django.urls import URLPattern, path

from articles.desk.copy_check.marks import learn, leave, marks
from articles.desk.copy_check.views import copy_check

OF_REPORT = "articles/article/<int:article_id>/copy/<slug:language>"
urlpatterns: list[URLPattern] = [
    path(f"{OF_REPORT}/", copy_check, name="articles_article_copy_check"),
    path(f"{OF_REPORT}/leave/", leave, name="articles_copy_leave"),
    path("articles/article/copy/marks/", marks, name="articles_copy_marks"),
    path("articles/article/copy/names/", learn, name="articles_copy_learn"),
]
