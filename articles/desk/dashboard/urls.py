from django.urls import URLPattern, path

from articles.desk.dashboard import views

urlpatterns: list[URLPattern] = [
    path("", views.start, name="index"),
    path("checklist/dismiss/", views.dismiss_checklist, name="checklist_dismiss"),
    path("queues/<slug:queue>/", views.queue, name="queue"),
    path("calendar/", views.this_month, name="calendar"),
    path("calendar/<int:year>/<int:month>/", views.month, name="month"),
    path(
        "articles/article/<int:article_id>/translation/<slug:language>/",
        views.translation,
        name="articles_article_translation",
    ),
]
