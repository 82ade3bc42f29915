from django.urls import URLPattern, path

from articles.desk.bringing import views

urlpatterns: list[URLPattern] = [
    path("bring/", views.bring, name="articles_bring"),
    path("bring/<int:file_id>/", views.found, name="articles_brought"),
]
