"""Entering: so many failures for an account from one address, and it has to wait."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from shaf import throttle

FAILURES = 5
MINUTES = 10


class LoginForm(AuthenticationForm):
    """Stock, with the wait. It says nothing of whether the account exists: every name has to wait alike."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Username, or the e-mail address you were invited by")
        self.fields["username"].widget.attrs["dir"] = "ltr"
        self.fields["password"].widget.attrs["dir"] = "ltr"

    def clean(self) -> dict[str, Any]:
        who = f"{self.cleaned_data.get('username', '')}|{throttle.address(self.request)}"
        if throttle.count("login", who, seconds=MINUTES * 60) > FAILURES:
            raise ValidationError(
                ngettext(
                    "Too many failed attempts. Try again in %(n)d minute, or set a new password.",
                    "Too many failed attempts. Try again in %(n)d minutes, or set a new password.",
                    MINUTES,
                )
                % {"n": MINUTES},
                code="throttled",
            )
        cleaned = super().clean()
        if self.user_cache is not None:
            throttle.forget("login", who)
        return cleaned
