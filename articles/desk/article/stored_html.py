"""Stored HTML on a page of the desk."""

from django.utils.safestring import SafeString, mark_safe

from articles.press.html.sanitise import sanitise


def clean_html(html: str | None) -> SafeString:
    """The text as a page may show it. Raises press.sanitise.TooLarge."""
    # Safe because the allow-list is the last step, whatever the database held.
    return mark_safe(sanitise(html or ""))  # noqa: S308
