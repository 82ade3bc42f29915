from django.urls import URLPattern, path

from articles.desk.audit_log import views

urlpatterns: list[URLPattern] = [
    path("log/", views.log, name="audit_log"),
    path("log/export/", views.export, name="audit_log_export"),
]
