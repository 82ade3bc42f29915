"""Logins, as Django's signals tell of them: whichever page takes the password, none can be forgotten."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest

from shaf.audit.recording import record


def logged_in(request: HttpRequest | None, user: AbstractBaseUser, **_signal: Any) -> None:
    """Django's word for a right password: who lacks a second factor is nobody yet."""
    record("password_right", by=user, request=request, about=user)


def logged_out(request: HttpRequest | None, user: AbstractBaseUser | None, **_signal: Any) -> None:
    """Whoever was logged in by then: a session that has ended already logs nobody out."""
    if user is not None and user.is_authenticated:
        record("logout", by=user, request=request, about=user)


def login_failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_signal: Any) -> None:
    """The account that was meant. A name that is nobody's is not kept: it may be a password in the wrong field."""
    users = get_user_model()
    name = credentials.get(users.USERNAME_FIELD) or credentials.get("username") or ""
    meant = users.objects.filter(**{users.USERNAME_FIELD: name}).first() if name else None
    record("login_failed", request=request, about=meant)
