"""Paths outside the language prefix."""

from django.urls import reverse


def path_at_root(name: str, *args: object) -> str:
    return reverse(f"machines:{name}", args=args)
