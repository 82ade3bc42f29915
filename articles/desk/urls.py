"""Every page of the desk that is not a stock form, by the folder that it lives in. All of them need a login."""

from django.urls import URLPattern

from articles.desk.archive.urls import urlpatterns as archive
from articles.desk.audit_log.urls import urlpatterns as audit_log
from articles.desk.autosave.urls import urlpatterns as keeping
from articles.desk.bringing.urls import urlpatterns as bringing
from articles.desk.copy_check.urls import urlpatterns as copy_check
from articles.desk.dashboard.urls import urlpatterns as start
from articles.desk.form.urls import urlpatterns as writing
from articles.desk.history.urls import urlpatterns as history
from articles.desk.notices.urls import urlpatterns as notices
from articles.desk.people.urls import urlpatterns as people
from articles.desk.pictures.urls import urlpatterns as library
from articles.desk.previews.urls import urlpatterns as previews
from articles.desk.review.urls import urlpatterns as review

urlpatterns: list[URLPattern] = [
    *start,
    *review,
    *history,
    *keeping,
    *previews,
    *notices,
    *library,
    *people,
    *audit_log,
    *writing,
    *copy_check,
    *bringing,
    *archive,
]
