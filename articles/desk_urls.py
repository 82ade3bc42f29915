"""Every page of the desk that is not a stock form, by the folder that it lives in. All of them need a login."""

from django.urls import URLPattern

from articles.history.urls import urlpatterns as history
from articles.keeping.urls import urlpatterns as keeping
from articles.library.urls import urlpatterns as library
from articles.notices.urls import urlpatterns as notices
from articles.people.urls import urlpatterns as people
from articles.previews.urls import urlpatterns as previews
from articles.review.urls import urlpatterns as review
from articles.start.urls import urlpatterns as start
from articles.writing.urls import urlpatterns as writing

urlpatterns: list[URLPattern] = [*start, *review, *history, *keeping, *previews, *notices, *library, *people, *writing]
