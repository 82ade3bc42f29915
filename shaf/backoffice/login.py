"""Entering: after so many failures one has to wait."""

from typing import Any

from django.contrib.admin.forms import AdminPasswordChangeForm
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from shaf.attempts.counting import TooMany, Try, count, forget, hashed
from shaf.attempts.passwords import AT_CHANGE, count_guess, guessed_right, normalised
from shaf.logs.security import happened


class LoginForm(AuthenticationForm):
    """Stock, with the wait. It says nothing of whether the account exists: every name has to wait alike."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Username, or the e-mail address you were invited by")
        self.fields["username"].widget.attrs["dir"] = "ltr"
        self.fields["password"].widget.attrs["dir"] = "ltr"

    def clean(self) -> dict[str, Any]:
        name = self.cleaned_data.get("username")
        if not (name and self.cleaned_data.get("password")):
            return self.cleaned_data
        try:
            count_guess(self.request, name)
        except TooMany as error:
            raise too_many(error) from error
        try:
            cleaned = super().clean()
        except ValidationError:
            # A key and not the name: now and then it is a password, typed into the wrong field.
            happened("login failed", request=self.request, name=hashed(normalised(name))[:12])
            raise
        guessed_right(self.request, name)
        return cleaned


class ChangeForm(AdminPasswordChangeForm):
    """Stock, with the wait: whoever finds a desk open must not go on to guess its password."""

    def clean_old_password(self) -> str:
        tried = Try(AT_CHANGE, str(self.user.pk))
        try:
            count(tried)
        except TooMany as error:
            raise too_many(error) from error
        old = super().clean_old_password()
        forget(tried)
        return old


def too_many(error: TooMany) -> ValidationError:
    """How long to wait, and what else to do."""
    return ValidationError(
        ngettext(
            "Too many failed attempts. Try again in %(n)d minute, or set a new password.",
            "Too many failed attempts. Try again in %(n)d minutes, or set a new password.",
            error.minutes,
        )
        % {"n": error.minutes},
        code="throttled",
    )
