"""Addresses: paths within the site and, for those outside it, absolute ones."""

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils import translation

from articles.press.models import Edition

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def path_of(language: str, name: str, *args: object) -> str:
    """The path of a view of the site in this language, percent-encoded."""
    return _path(get_script_prefix(), language, name, *args)


@lru_cache(maxsize=10_000)
def _path(prefix: str, language: str, name: str, *args: object) -> str:
    """`prefix`: where the server has put the site; `reverse` begins every path with it."""
    with translation.override(language):
        return reverse(f"site:{name}", args=args)


def report_path(edition: Edition) -> str:
    """The report's own address, whichever edition of it is live."""
    return path_of(edition.language, "report", edition.article_id, edition.slug)


def absolute(path: str) -> str:
    """A path under SITE_URL."""
    return settings.SITE_URL + path


def other_than(language: str) -> str:
    """The site's other language."""
    return next(code for code in LANGUAGES if code != language)
