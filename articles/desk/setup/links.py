"""A link to a first password, to be handed over by the operator while no mail goes yet."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

GOOD_FOR = timedelta(hours=24)


class ForADay(PasswordResetTokenGenerator):
    """Tokens that are as old already as leaves them a day, where those of mails are good for longer."""

    def _now(self) -> datetime:
        longer = timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT) - GOOD_FOR
        return super()._now() - max(longer, timedelta(0))


def first_password(person: AbstractBaseUser) -> str:
    """Return a link at which the person sets a password. It opens once, within a day."""
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    return settings.SITE_URL + reverse("password_reset_confirm", args=[uid, ForADay().make_token(person)])
