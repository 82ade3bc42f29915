from django.urls import URLPattern, path

from articles.desk.form.family_names import family_names
from articles.desk.form.names import add_name, missing_name

urlpatterns: list[URLPattern] = [
    path("names/author/", add_name, {"kind": "author"}, name="writing_add_author"),
    path("names/source/", add_name, {"kind": "source"}, name="writing_add_source"),
    path("authors/author/family-names/", family_names, name="authors_author_family_names"),
    path("names/<slug:kind>/<int:entry_id>/<slug:language>/", missing_name, name="writing_missing_name"),
]
