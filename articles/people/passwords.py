"""A forgotten password, and the first one of somebody invited: the link in the mail opens once."""

from typing import Any

from django.contrib import admin
from django.contrib.auth import get_user_model, views
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from articles.notices.tell import notify
from articles.people.membership import answer_invitations
from shaf import throttle
from shaf.clock import database_now

# In an hour: mails to one address, and requests from one.
MAILS, REQUESTS = 5, 30


class ResetForm(PasswordResetForm):
    """Whether the address belongs to anybody, the page does not tell; whoever was invited and lost the mail counts."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].widget.attrs |= {"dir": "ltr", "autofocus": True}

    def get_users(self, email: str) -> list[AbstractBaseUser]:
        return list(get_user_model().objects.filter(email__iexact=email, is_active=True))

    def save(self, *args: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
        """Put the mail into the outbox, unless this address or this visitor has had enough for an hour."""
        email = self.cleaned_data["email"]
        mails = throttle.count("reset", email, seconds=3600)
        requests = throttle.count("reset-from", throttle.address(request), seconds=3600)
        if mails > MAILS or requests > REQUESTS:
            return
        now = database_now()
        with transaction.atomic():
            notify(self.get_users(email), kind="password_reset", key=f"reset:{now.timestamp()}", at=now)


class Page:
    """The desk's frame around Django's page."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | admin.site.each_context(self.request) | {"title": self.title}


class Reset(Page, views.PasswordResetView):
    form_class = ResetForm
    template_name = "admin/articles/people/password_reset.html"
    success_url = reverse_lazy("password_reset_done")
    title = _("A new password")


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
        answer_invitations(self.user)
        return response
