"""Addresses: paths within the site and, for those outside it, absolute ones."""

from functools import lru_cache
from urllib.parse import quote

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils import translation

from articles.press.models import Edition

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
# What `reverse` leaves as it is (RFC 3986, sub-delims, and what else a segment may have).
UNQUOTED = "!$&'()*+,;=/~:@"
# Stand in a pattern for a report's number and its slug.
NUMBER, SLUG = 987_654_321, "slug-of-a-report"


def path_of(language: str, name: str, *args: object) -> str:
    """The path of a view of the site in this language, percent-encoded."""
    return _path(get_script_prefix(), language, name, *args)


@lru_cache(maxsize=10_000)
def _path(prefix: str, language: str, name: str, *args: object) -> str:
    """`prefix`: where the server has put the site; `reverse` begins every path with it."""
    with translation.override(language):
        return reverse(f"site:{name}", args=args)


def path_of_report(language: str, name: str, article: int, *args: object) -> str:
    """`path_of` a view whose first argument is a report's number. `reverse` takes long over each, and a list has many:
    it is asked for a pattern."""
    return path_of(language, name, NUMBER, *args).replace(str(NUMBER), str(article), 1)


def report_path(edition: Edition) -> str:
    """The report's own address, whichever edition of it is live."""
    slug = _quoted(edition.slug)
    return path_of_report(edition.language, "report", edition.article_id, SLUG).replace(SLUG, slug, 1)


@lru_cache(maxsize=4096)
def _quoted(slug: str) -> str:
    return quote(slug, safe=UNQUOTED)


def absolute(path: str) -> str:
    """A path under SITE_URL."""
    return settings.SITE_URL + path


def other_than(language: str) -> str:
    """The site's other language."""
    return next(code for code in LANGUAGES if code != language)
