"""The second factors of an account: what it has, setting and removing them, and whether what was given is right."""

import json
import unicodedata
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, validate_totp_code
from allauth.mfa.webauthn.internal import auth as webauthn
from cryptography.fernet import InvalidToken
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.safestring import SafeString, mark_safe

from shaf.attempts.counting import Limit, TooMany, Try, count

APP, PASSKEY, CODES = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN, Authenticator.Type.RECOVERY_CODES
# As long as a code of an app is taken: its own half minute, and one before and after (RFC 6238, 5.2).
ONCE = Limit("second-factor-code", 1, timedelta(seconds=90))
PASSKEYS = 10
LONGEST_NAME = 60
# Characters. A registration with a certificate has some 5,000.
LONGEST_CREDENTIAL = 20_000


class Unreadable(Exception):
    """The secrets of the account were stored under another SECRET_KEY: nothing that is given can be right."""


@dataclass
class Held:
    app: Authenticator | None = None
    passkeys: list[Authenticator] = field(default_factory=list)
    codes: Authenticator | None = None

    @property
    def any(self) -> bool:
        """Whether there is one beside the recovery codes, which only stand in for one."""
        return bool(self.app or self.passkeys)

    @cached_property
    def codes_left(self) -> list[str]:
        """Return none where there are none, and where they cannot be read any more."""
        try:
            return self.codes.wrap().get_unused_codes() if self.codes else []
        except InvalidToken:
            return []


class AppCode(TOTP):
    """As the library's, but each code is taken once by all processes together, whatever the cache does."""

    def _mark_code_used(self, code: str) -> bool:
        try:
            count(Try(ONCE, f"{self.instance.user_id} {code}"))
        except TooMany:
            return False
        return True


def held(user: AbstractBaseUser) -> Held:
    found = Held()
    for one in Authenticator.objects.filter(user_id=user.pk).order_by("created_at", "pk"):
        match one.type:
            case Authenticator.Type.TOTP:
                found.app = one
            case Authenticator.Type.WEBAUTHN:
                found.passkeys.append(one)
            case Authenticator.Type.RECOVERY_CODES:
                found.codes = one
    return found


def has_any(user: AbstractBaseUser) -> bool:
    return Authenticator.objects.filter(user_id=user.pk).exists()


# Whether it is right


def plain(code: str) -> str:
    """A code as it is compared: digits of any script as ASCII, without the spaces that apps and printers put in."""
    return "".join(str(unicodedata.decimal(c, c)) for c in code if not c.isspace() and c != "-")


def is_right(user: AbstractBaseUser, code: str) -> bool:
    """Whether this is a code of the account's app, or one of its recovery codes; either is used up by it.

    Raises Unreadable.
    """
    code, found = plain(code), held(user)
    if not code.isdecimal():
        return False
    try:
        for one, check in ((found.app, AppCode), (found.codes, RecoveryCodes)):
            if one and check(one).validate_code(code):
                _used(one)
                return True
    except InvalidToken as error:
        raise Unreadable from error
    return False


def challenge(user: AbstractBaseUser) -> dict[str, Any] | None:
    """What the browser is to sign with one of the account's passkeys; None where it has none."""
    if not Authenticator.objects.filter(user_id=user.pk, type=PASSKEY).exists():
        return None
    return _plain_values(webauthn.begin_authentication(user))


def is_signed(user: AbstractBaseUser, credential: str) -> bool:
    """Whether a passkey of the account has signed the challenge of this session. A challenge is asked once."""
    try:
        used = webauthn.complete_authentication(user, _sent(credential))
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError):
        return False
    finally:
        webauthn.clear_state()
    _used(used)
    return True


def _used(one: Authenticator) -> None:
    Authenticator.objects.filter(pk=one.pk).update(last_used_at=timezone.now())


# Setting and removing


def new_secret() -> str:
    """A secret for an app that is being set, sealed: the session that keeps it meanwhile does not tell it."""
    return get_adapter().encrypt(generate_totp_secret())


def opened(sealed: str) -> str:
    """The secret of `new_secret`; '' where it cannot be read any more."""
    try:
        return get_adapter().decrypt(sealed)
    except InvalidToken:
        return ""


def drawn(user: AbstractBaseUser, secret: str) -> SafeString:
    """The secret as a square that apps read, in SVG."""
    svg = get_adapter().build_totp_svg(get_adapter().build_totp_url(user, secret))
    return mark_safe(svg)  # noqa: S308 -- drawn from the secret: squares, and not a word of anybody's


def address(user: AbstractBaseUser, secret: str) -> str:
    """The secret as an address that an app on the same device opens."""
    return get_adapter().build_totp_url(user, secret)


@transaction.atomic
def set_app(user: AbstractBaseUser, secret: str, code: str) -> bool:
    """Set the app that has this secret in place of any before, if it gives the right code."""
    if not validate_totp_code(secret, plain(code)):
        return False
    Authenticator.objects.filter(user_id=user.pk, type=APP).delete()
    made = AppCode.activate(user, secret)
    made._mark_code_used(plain(code))
    return True


def registration(user: AbstractBaseUser) -> dict[str, Any]:
    """What the browser is to make a passkey for."""
    return _plain_values(webauthn.begin_registration(user, passwordless=False))


def add_passkey(user: AbstractBaseUser, credential: str, name: str) -> bool:
    """Store the passkey that the browser made for this session's `registration`."""
    try:
        sent = _sent(credential)
        webauthn.parse_registration_response(sent)
        webauthn.complete_registration(sent)
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError):
        return False
    finally:
        webauthn.clear_state()
    webauthn.WebAuthn.add(user, name[:LONGEST_NAME], sent)
    return True


@transaction.atomic
def new_codes(user: AbstractBaseUser) -> list[str]:
    """Ten recovery codes in place of any before."""
    Authenticator.objects.filter(user_id=user.pk, type=CODES).delete()
    return RecoveryCodes.activate(user).get_unused_codes()


@transaction.atomic
def remove(user: AbstractBaseUser, pk: int) -> None:
    """Remove the app or a passkey; with the last of them the recovery codes go."""
    Authenticator.objects.filter(user_id=user.pk, pk=pk).exclude(type=CODES).delete()
    if not held(user).any:
        Authenticator.objects.filter(user_id=user.pk).delete()


def reset(user: AbstractBaseUser) -> int:
    """Remove them all; return how many there were."""
    return Authenticator.objects.filter(user_id=user.pk).delete()[0]


def _sent(credential: str) -> dict[str, Any]:
    if len(credential) > LONGEST_CREDENTIAL:
        raise ValueError("too long")
    told = json.loads(credential)
    if not isinstance(told, dict):
        raise TypeError("not an object")
    return told


def _plain_values(options: Any) -> Any:
    """The library's mappings as dicts, which JSON takes."""
    if hasattr(options, "items"):
        return {name: _plain_values(value) for name, value in options.items() if value is not None}
    if isinstance(options, (list, tuple)):
        return [_plain_values(value) for value in options]
    return options
