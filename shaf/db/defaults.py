"""Defaults of fields of our models. Migrations name these functions, so they stay where they are."""

import secrets


def new_key() -> str:
    """Return 16 characters of an address that nobody guesses."""
    return secrets.token_urlsafe(12)
