from django.urls import URLPattern, path

from articles.desk.notices import views

urlpatterns: list[URLPattern] = [
    path("inbox/", views.inbox, name="inbox"),
    path("inbox/<int:notice_id>/", views.open_notice, name="inbox_notice"),
    path("inbox/read/", views.read_all, name="inbox_read"),
    path("inbox/choices/", views.choices, name="inbox_choices"),
]
