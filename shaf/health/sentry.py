"""Errors to Sentry, where SENTRY_DSN says so; without a visitor's address, name or cookie, or anything they typed."""

from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from shaf.product import release


def begin() -> None:
    """Have errors sent; nothing without SENTRY_DSN or its package."""
    if not settings.SENTRY_DSN or not find_spec("sentry_sdk"):
        return
    import sentry_sdk

    # By itself it sends no visitor's data.
    private = {"max_request_body_size": "never", "include_local_variables": False}
    sentry_sdk.init(dsn=settings.SENTRY_DSN, release=release.identifier(), **private)


def package_is_installed(**_asked: Any) -> list[CheckMessage]:
    """A system check: SENTRY_DSN needs a package, which only its extra installs. Sentry itself is not asked."""
    if not settings.SENTRY_DSN or find_spec("sentry_sdk"):
        return []
    return [
        Error(
            "SENTRY_DSN is set, but the Python package “sentry-sdk”, with which errors are sent, is not installed.",
            hint="Install it with `uv sync --extra sentry`, or take SENTRY_DSN out of the settings.",
            id="shaf.E021",
        )
    ]
