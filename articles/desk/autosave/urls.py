from django.urls import URLPattern, path

from articles.desk.autosave.views import autosave, look

urlpatterns: list[URLPattern] = [
    path("articles/article/autosave/", autosave, name="articles_autosave"),
    path("articles/article/autosave/<int:autosave_id>/", look, name="articles_autosave_look"),
]
