from django.urls import URLPattern, path

from articles.keeping.views import autosave, look

urlpatterns: list[URLPattern] = [
    path("articles/article/autosave/", autosave, name="articles_autosave"),
    path("articles/article/autosave/<int:autosave_id>/", look, name="articles_autosave_look"),
]
