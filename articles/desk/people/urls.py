from django.urls import URLPattern, path

from articles.desk.people import views
from articles.desk.people.merge_page import merge

urlpatterns: list[URLPattern] = [
    path("authors/author/<int:author_id>/merge/", merge, name="authors_author_merge"),
    path("people/", views.people, name="people"),
    path("people/invite/", views.invite, name="people_invite"),
    path("people/mail/<int:notice_id>/", views.mail_again, name="people_mail_again"),
    path("people/<int:branch_id>/<int:user_id>/", views.person, name="person"),
    path("people/<int:branch_id>/<int:user_id>/again/", views.again, name="person_again"),
    path("people/<int:branch_id>/<int:user_id>/confirm/", views.confirm, name="person_confirm"),
    path("people/<int:branch_id>/<int:user_id>/end/", views.end, name="person_end"),
]
