"""Addresses of the bare site."""

from django.urls import path

from tests.benchmarks.bare import views

urlpatterns = [
    path("", views.home, name="home"),
    path("articles/", views.Articles.as_view(), name="articles"),
    path("articles/<int:pk>/<str:slug>/", views.article, name="article"),
    path("branches/<str:slug>/", views.OfBranch.as_view(), name="branch"),
    path("topics/<str:slug>/", views.OfTopic.as_view(), name="topic"),
    path("search/", views.search, name="search"),
    path("feed/", views.Rss()),
    path("feed.atom", views.Atom()),
    path("feed.json", views.json_feed),
]
