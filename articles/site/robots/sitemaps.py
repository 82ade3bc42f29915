"""Sitemaps by sitemaps.org 0.9, with the other language as xhtml:link, and the news sitemap of Google's schema 0.9.

A part holds the reports, or the entries of one kind, whose ids lie in one range of PART: it costs as much in a large
archive as in a small one, and a new report changes one part alone.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from articles.press.models import Edition
from articles.site import lists, register
from articles.site.addresses import LANGUAGES, absolute, path_of, report_path
from articles.site.errors import absent
from articles.site.frame import name_of
from articles.site.public_state import PublicState, public_state
from articles.site.responses import document
from articles.site.robots.addresses import path_at_root
from authors.models import Author, Entry, Page, Source
from shaf.text.xml_text import writable

# Ids in one part: in two languages at most twice as many addresses, of the 50,000 that a part may hold.
PART = 1000
LAST_PART = 10**6
# How many of the newest editions the index looks at to say which parts have changed.
RECENT = 500
NEWS_AGE, NEWS_LENGTH = timedelta(days=2), 1000
REPORTS, PAGES = "reports", "pages"
LIST_PAGES = ("home", "reports", "corrections", *(kind.folder for kind in register.KINDS.values()))
NAMED = ("article_id", "language", "slug", "live_from", "first_live_from")
XML = "application/xml; charset=utf-8"
SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'

# The addresses of one thing: language → (path, when it last changed, None where nobody knows).
Pair = dict[str, tuple[str, datetime | None]]
States = tuple[PublicState, ...]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The parts, and when a part's reports last changed, where that was lately."""
    return document(request, _index(_states()), XML)


@require_safe
def section(request: HttpRequest, section: str, part: int) -> HttpResponse:
    """One part. Empty where everything in its range is withdrawn or was never public; 404 beyond the last."""
    found = _section(section, part, _states()) if 1 <= part <= LAST_PART else None
    return absent(public_state(request.LANGUAGE_CODE)) if found is None else document(request, found, XML)


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """What first came out in the last two days, newest first; for most of the year it is empty, as it may be."""
    now, publisher = public_state(request.LANGUAGE_CODE).now, Source.publisher()
    found: list[Edition] = []
    for language in LANGUAGES:
        fresh = lists.everything(language, now).since((now - NEWS_AGE, lists.FIRST)).newest_first()
        found += fresh.only(*NAMED, "title")[:NEWS_LENGTH]
    found.sort(key=lambda edition: (edition.first_live_from, edition.pk), reverse=True)
    entries = (
        f"<url><loc>{escape(absolute(report_path(edition)))}</loc><news:news><news:publication>"
        f"<news:name>{escape(writable(name_of(publisher, edition.language)))}</news:name>"
        f"<news:language>{edition.language}</news:language></news:publication>"
        f"<news:publication_date>{_time(edition.first_live_from)}</news:publication_date>"
        f"<news:title>{escape(writable(edition.title))}</news:title></news:news></url>"
        for edition in found[:NEWS_LENGTH]
    )
    return document(request, _xml(f"urlset {SITEMAP} {NEWS}", entries), XML)


def _states() -> States:
    """What the public sees in every language: the address of a page names its translation."""
    return tuple(public_state(language) for language in LANGUAGES)


@lru_cache(maxsize=2)
def _index(states: States) -> str:
    """Asked of the database once a public state."""
    now = states[0].now
    changed = _changed(now)
    sections = [(PAGES, 1, None)]
    sections += [(REPORTS, part, changed.get(part)) for part in range(1, _top_part(REPORTS, now) + 1)]
    for kind in register.KINDS.values():
        sections += [(kind.folder, part, None) for part in range(1, _top_part(kind.folder, now) + 1)]
    entries = (
        f"<sitemap><loc>{escape(absolute(path_at_root('sitemap_section', name, part)))}</loc>{_lastmod(at)}</sitemap>"
        for name, part, at in sections
    )
    return _xml(f"sitemapindex {SITEMAP}", entries)


@lru_cache(maxsize=16)
def _section(section: str, part: int, states: States) -> str | None:
    """One part's text, once a public state; None where there is no such part.

    An entry that no live edition of a language prints costs a look at every edition that prints it, so a crowd of
    crawlers must not ask for that again and again.
    """
    now = states[0].now
    kinds = {kind.folder: kind for kind in register.KINDS.values()}
    if section == PAGES and part == 1:
        pairs = _pages()
    elif section not in (REPORTS, *kinds) or part > _top_part(section, now):
        return None
    else:
        ids = range((part - 1) * PART, part * PART)
        pairs = _reports(ids, now) if section == REPORTS else _entries(kinds[section], ids, now)
    return _xml(f"urlset {SITEMAP} {XHTML}", _urls(pairs))


def _pages() -> Iterator[Pair]:
    """Those that stand whether or not anything is published: the lists, and the centre's own texts."""
    for name in LIST_PAGES:
        yield {language: (path_of(language, name), None) for language in LANGUAGES}
    for page in Page.objects.all():
        named = [c for c in LANGUAGES if page.name_in(c) and page.slug_in(c) and getattr(page, f"body_{c}")]
        yield {code: (path_of(code, "page", page.slug_in(code)), None) for code in named}


def _top_part(section: str, now: datetime) -> int:
    """The last part of a section; 0 where it has none."""
    if section == REPORTS:
        ids = Edition.live_at(now).order_by("-article_id").values_list("article_id", flat=True)
    else:
        model = next(kind.model for kind in register.KINDS.values() if kind.folder == section)
        ids = model.objects.order_by("-pk").values_list("pk", flat=True)
    top = ids.first()
    return 0 if top is None else top // PART + 1


def _changed(now: datetime) -> dict[int, datetime]:
    """Part → when the newest of its reports became public, for the parts among the newest editions."""
    changed: dict[int, datetime] = {}
    for language in LANGUAGES:
        live = Edition.live_at(now).filter(language=language)
        newest = live.order_by("-live_from").values_list("article_id", "live_from")[:RECENT]
        for article, live_from in newest:
            part = article // PART + 1
            changed[part] = max(changed.get(part, live_from), live_from)
    return changed


def _reports(ids: range, now: datetime) -> Iterator[Pair]:
    editions = Edition.live_at(now).filter(article__gte=ids.start, article__lt=ids.stop).only(*NAMED)
    for _article, pair in groupby(editions.order_by("article_id", "language"), key=lambda e: e.article_id):
        yield {edition.language: (report_path(edition), edition.live_from) for edition in pair}


def _entries(kind: register.EntryKind, ids: range, now: datetime) -> Iterator[Pair]:
    """The register's pages that exist: named in the language, and printed by a live edition of it."""
    entries = kind.model.objects.filter(pk__gte=ids.start, pk__lt=ids.stop).order_by("pk")
    if kind.model is Author:
        entries = entries.filter(merged_into=None)
    for language in LANGUAGES:
        entries = entries.annotate(**{f"newest_{language}": register.newest(kind, language, now)})
    for entry in entries:
        yield {code: (path_of(code, kind.name, entry.slug_in(code)), None) for code in LANGUAGES if _has(entry, code)}


def _has(entry: Entry, language: str) -> bool:
    return bool(getattr(entry, f"newest_{language}") and entry.name_in(language) and entry.slug_in(language))


def _urls(pairs: Iterable[Pair]) -> Iterator[str]:
    """Each language's address names itself and the other one, as the page does in its head."""
    for pair in pairs:
        links = ""
        if len(pair) > 1:
            named = [*sorted(pair.items()), ("x-default", pair[LANGUAGES[0]])]
            links = "".join(
                f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(absolute(path))}/>'
                for code, (path, _at) in named
            )
        for path, at in pair.values():
            yield f"<url><loc>{escape(absolute(path))}</loc>{_lastmod(at)}{links}</url>"


def _lastmod(at: datetime | None) -> str:
    return f"<lastmod>{_time(at)}</lastmod>" if at else ""


def _time(at: datetime) -> str:
    """W3C Datetime, in the site's zone."""
    return localtime(at).isoformat(timespec="seconds")


def _xml(root: str, entries: Iterable[str]) -> str:
    name = root.split(" ", 1)[0]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', f"<{root}>", *entries, f"</{name}>", ""])
