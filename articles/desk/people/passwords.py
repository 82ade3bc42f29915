"""A forgotten password, and the first one of somebody invited: the link in the mail opens once."""

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.contrib.auth import get_user_model, views
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from articles.desk.notices import worker
from articles.desk.notices.notify import notify
from articles.desk.workflow.membership import answer_invitations
from shaf.attempts.address import address
from shaf.attempts.counting import Limit, TooMany, Try, count
from shaf.attempts.passwords import normalised, unlock
from shaf.audit.recording import record
from shaf.db.clock import database_now
from shaf.devices.sessions import note_device

MAILS = Limit("reset", 5, timedelta(minutes=12))
REQUESTS = Limit("reset-from", 15, timedelta(minutes=4))


class ResetForm(PasswordResetForm):
    """Whether the address belongs to anybody, the page does not tell; whoever was invited and lost the mail counts."""

    def __init__(self, *args: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].widget.attrs |= {"dir": "ltr", "autofocus": True}

    def get_users(self, email: str) -> list[AbstractBaseUser]:
        people = get_user_model().objects.filter(email__iexact=email, is_active=True)
        return list(people.select_related("mail_choice"))

    def clean(self) -> dict[str, Any]:
        """Counted for every address alike, whether or not it is anybody's."""
        if email := self.cleaned_data.get("email"):
            try:
                count(Try(REQUESTS, address(self.request)), Try(MAILS, normalised(email)))
            except TooMany as error:
                raise _asked_too_often(error) from error
        return self.cleaned_data

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Put the mail into the outbox. A round is made for whichever address, so that all take as long."""
        now = database_now()
        with transaction.atomic():
            people = self.get_users(self.cleaned_data["email"])
            # A row for whichever address, for the same reason.
            for person in people or [None]:
                record("password_asked", request=self.request, about=person)
            notify(people, kind="password_reset", key=f"reset:{now.timestamp()}", at=now)
            worker.soon()


def _asked_too_often(error: TooMany) -> ValidationError:
    return ValidationError(
        ngettext(
            "A new password was asked for too often. Look among your mail for the newest link, or ask again in "
            "%(n)d minute.",
            "A new password was asked for too often. Look among your mail for the newest link, or ask again in "
            "%(n)d minutes.",
            error.minutes,
        )
        % {"n": error.minutes},
        code="throttled",
    )


class Page:
    """The desk's frame around Django's page."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | admin.site.each_context(self.request) | {"title": self.title}


@method_decorator(never_cache, name="dispatch")
class Reset(Page, views.PasswordResetView):
    form_class = ResetForm
    template_name = "admin/articles/people/password_reset.html"
    success_url = reverse_lazy("password_reset_done")
    title = _("A new password")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"request": self.request}


@method_decorator(never_cache, name="dispatch")
class ResetDone(Page, views.PasswordResetDoneView):
    template_name = "admin/articles/people/password_reset_done.html"
    title = _("A new password")


class SetPassword(Page, views.PasswordResetConfirmView):
    """Whoever sets it is in."""

    template_name = "admin/articles/people/password_set.html"
    success_url = reverse_lazy("admin:index")
    post_reset_login = True
    post_reset_login_backend = "django.contrib.auth.backends.ModelBackend"
    title = _("Set your password")

    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        record("password_set", by=self.user, request=self.request, about=self.user)
        answer_invitations(self.user)
        unlock(self.request, self.user.get_username())
        note_device(self.request)
        return response
