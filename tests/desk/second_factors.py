"""People with a second factor, and an authenticator app that is none of ours."""

from typing import Any

import pyotp
from django.test import Client
from django.urls import reverse

from shaf.second_factor import factors

PASSWORD = "demo"


def with_app(user: Any) -> pyotp.TOTP:
    """Set an app for the user; returns the app."""
    app = pyotp.TOTP(pyotp.random_base32())
    factors.set_app(user, app.secret, app.now())
    return app


def log_in(user: Any, code: str = "", client: Client | None = None, then: str = "") -> Client:
    """Log in as a browser does: the password, and the code where there is one."""
    client = client or Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/145.0"})
    client.post(reverse("admin:login"), {"username": user.get_username(), "password": PASSWORD, "next": then})
    if code:
        client.post(reverse("second_factor"), {"code": code})
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("admin:index")).status_code == 200
