from django.urls import URLPattern, path

from articles.desk.archive import views

urlpatterns: list[URLPattern] = [
    path("archive/", views.imports, name="articles_imports"),
    path("archive/<int:import_id>/", views.findings, name="articles_import"),
]
