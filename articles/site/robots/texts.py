"""robots.txt (RFC 9309), security.txt (RFC 9116) and llms.txt (llmstxt.org)."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parseaddr

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles.press.models import Edition
from articles.site import lists
from articles.site.addresses import LANGUAGES, absolute, path_of, report_path
from articles.site.frame import OWN_NAMES, core_of
from articles.site.public_state import PublicState, public_state
from articles.site.responses import document
from articles.site.robots.addresses import path_at_root
from articles.site.sentences import reports_from
from shaf.db.clock import database_now

PLAIN = "text/plain; charset=utf-8"
MARKDOWN = "text/markdown; charset=utf-8"
# A day: none of these says when a report comes out or goes.
REST = "public, max-age=86400"
NEWEST = 20
QUARTER = 3
# A report's number, to show an address by.
EXAMPLE = 123
SIGNS = re.compile(r"([\\`*_{}\[\]<>#|])")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read but results of a search, which are without end."""
    closed = ["/admin/", "/preview/", *(path_of(code, "home") + "search/?" for code in LANGUAGES)]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), ""]
    lines += [f"Sitemap: {absolute(path_at_root(name))}" for name in ("sitemap", "news_sitemap")]
    return document(request, "\n".join(lines) + "\n", PLAIN, cache_control=REST)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Where to report a flaw."""
    lines = [
        f"Contact: {contact()}",
        f"Expires: {expires(database_now()):%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(LANGUAGES)}",
        f"Canonical: {absolute(path_at_root('security'))}",
    ]
    return document(request, "\n".join(lines) + "\n", PLAIN, cache_control=REST)


def contact() -> str:
    """The setting's address, or the desk's; a bare one becomes a mailto."""
    given = settings.SECURITY_CONTACT.strip() or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return given if re.match(r"(?i)(https|mailto|tel):", given) else f"mailto:{given}"


def expires(now: datetime) -> datetime:
    """The beginning of the quarter after the next: three to six months ahead, and the same for a quarter of a year.

    RFC 9116 (2.5.5) advises less than a year.
    """
    month = (now.month - 1) // QUARTER * QUARTER + 2 * QUARTER
    return datetime(now.year + month // 12, month % 12 + 1, 1, tzinfo=UTC)


@require_safe
def llms(request: HttpRequest) -> HttpResponse:
    """What a language model should know of the site: what it is, what is new, how to cite it. Arabic first."""
    parts = []
    for language in LANGUAGES:
        with translation.override(language):
            parts += _about(public_state(language), first=not parts)
    return document(request, "\n\n".join(filter(None, parts)) + "\n", MARKDOWN)


def _about(state: PublicState, *, first: bool) -> list[str]:
    """One language's part; the file begins with a heading and a quotation, as llmstxt.org has it."""
    core, language = core_of(state), OWN_NAMES[state.language]
    summary = _text(reports_from(core.name))
    permanent = gettext(
        "Each report has a permanent address of its own, for example %(address)s. Cite its author, title, date and "
        "that address. A corrected report says what changed in it, and all corrections are at %(corrections)s. "
        "A withdrawn report says why, and is not to be quoted."
    ) % {
        "address": absolute(path_of(state.language, "short", EXAMPLE)),
        "corrections": absolute(path_of(state.language, "corrections")),
    }
    newest = lists.everything(state.language, state.now).newest(NEWEST, "description")
    places = [
        (gettext("All reports"), path_of(state.language, "reports")),
        (gettext("Corrections"), path_of(state.language, "corrections")),
        (gettext("RSS feed"), path_of(state.language, "feed")),
        *((link.name, link.url) for link in (*core.branches, *core.pages)),
    ]
    return [
        *([f"# {_text(core.name)}", f"> {summary}"] if first else [f"## {language}: {_text(core.name)}", summary]),
        permanent,
        _section(f"{language}: {gettext('Latest reports')}", map(_report, newest)),
        _section(f"{language}: {gettext('Pages')}", (_link(name, path) for name, path in places)),
    ]


def _report(edition: Edition) -> str:
    return _link(edition.title, report_path(edition), edition.description)


def _section(heading: str, lines: Iterable[str]) -> str:
    listed = "\n".join(lines)
    return f"## {_text(heading)}\n\n{listed}" if listed else ""


def _link(name: str, path: str, about: str = "") -> str:
    return f"- [{_text(name)}]({absolute(path)})" + (f": {_text(about)}" if about else "")


def _text(text: str) -> str:
    """One line in which no sign is Markdown's."""
    return SIGNS.sub(r"\\\1", " ".join(text.split()))
