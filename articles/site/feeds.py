"""Feeds of full texts, for everything and for each branch.

The newest twenty by their first publication, as in the site's lists: a correction must not bring back as news what
subscribers read years ago, nor push new reports out of the twenty.
"""

import hashlib
import json
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template, render_to_string
from django.utils.cache import get_conditional_response
from django.utils.html import escape
from django.utils.http import http_date
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles.press.models import Edition
from articles.site import lists, register
from articles.site.addresses import absolute, path_of, report_path
from articles.site.answers import moved
from articles.site.frame import branch_name, name_of
from articles.site.moment import Moment, moment
from articles.site.rss import FullTextFeed, with_absolute_links, writable
from articles.site.views import absent
from authors.models import Branch, Source

LENGTH = 20
LONGEST_REST = 300
TEMPLATES = ("site/feed_item.html", "site/_attributions.html", "site/_names.html")
MARKS = {"ar": "\u200f", "en": "\u200e"}
STRONG = {"ar": ("R", "AL"), "en": ("L",)}


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed is of. `live` and `past`: its editions that are public, and that have been."""

    language: str
    title: str
    description: str
    path: str
    page: str
    disclaimer: str
    authority: str
    live: "QuerySet[Edition]"
    past: "QuerySet[Edition]"


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """Every report in this language."""
    at = moment(request.LANGUAGE_CODE)
    now, language = at.now, at.language
    publisher = _publisher()
    name = name_of(publisher, language)
    channel = Channel(
        language=language,
        title=name,
        description=gettext("Reports of %(publisher)s") % {"publisher": name},
        path=path_of(language, "feed"),
        page=path_of(language, "home"),
        disclaimer=getattr(publisher, f"disclaimer_{language}") or "",
        authority=publisher.tag_authority,
        live=lists.live(language, now),
        past=Edition.past_at(now).filter(language=language),
    )
    return _answer(request, channel, at)


@require_safe
def branch(request: HttpRequest, slug: str) -> HttpResponse:
    """A branch's reports; public as long as the branch's page is."""
    at = moment(request.LANGUAGE_CODE)
    now, language = at.now, at.language
    found = register.find(register.BRANCH, slug, language)
    if found is None:
        return absent(at)
    live = register.reports(register.BRANCH, found, language, now)
    own = found.slug_in(language)
    if slug != own:
        return moved(path_of(language, "branch_feed", own)) if live.exists() else absent(at)
    return _answer(request, _branch_channel(found, language, live, now), at, may_be_empty=False)


def _branch_channel(found: Branch, language: str, live: "QuerySet[Edition]", now: datetime) -> Channel:
    publisher = _publisher()
    title = f"{branch_name(found.name_in(language))} – {name_of(publisher, language)}"
    own = register.BRANCH.index.objects.filter(entry=found, edition=OuterRef("pk"))
    return Channel(
        language=language,
        title=title,
        description=getattr(found, f"description_{language}") or title,
        path=path_of(language, "branch_feed", found.slug_in(language)),
        page=path_of(language, "branch", found.slug_in(language)),
        disclaimer=getattr(publisher, f"disclaimer_{language}") or "",
        authority=publisher.tag_authority,
        live=live,
        past=Edition.past_at(now).filter(Exists(own), language=language),
    )


def _publisher() -> Source:
    publisher = Source.publisher()
    if publisher is None or not publisher.tag_authority:
        raise ImproperlyConfigured("The publisher's entry, or its authority of feed ids, is missing. Run migrate.")
    return publisher


def _answer(request: HttpRequest, channel: Channel, at: Moment, *, may_be_empty: bool = True) -> HttpResponse:
    """200 or 304. What decides between them are hashes and times; the texts are read for a 200 alone."""
    newest = channel.live.order_by("-first_live_from", "-id")
    shown = list(newest.values_list("pk", "fingerprint", "seal")[:LENGTH])
    if not (shown or may_be_empty):
        return absent(at)
    changed = last_change(channel)
    etag = _etag(channel, shown, changed)
    last_modified = int(changed.timestamp()) if changed else None
    response = get_conditional_response(request, etag=etag, last_modified=last_modified)
    if response is None:
        editions = newest.filter(pk__in=[pk for pk, _fingerprint, _seal in shown]).defer("manuscript")
        response = HttpResponse(_written(channel, editions, changed), content_type=FullTextFeed.content_type)
    response["ETag"] = etag
    if changed:
        response["Last-Modified"] = http_date(changed.timestamp())
    response["Cache-Control"] = f"public, max-age={_rest(channel.language, at.now)}"
    return response


def last_change(channel: Channel) -> datetime | None:
    """The latest `live_from` or `live_until` that has passed; None where nothing was ever public."""
    begun = channel.live.order_by("-live_from").values_list("live_from", flat=True).first()
    # Whatever is over also began before it ended.
    ended = channel.past.order_by("-live_until").values_list("live_until", flat=True).first()
    return max(filter(None, (begun, ended)), default=None)


def _rest(language: str, now: datetime) -> int:
    """Seconds for which a copy may be kept: never past the next edition's beginning or end."""
    change = Edition.next_change(language, now)
    return min(LONGEST_REST, int((change - now).total_seconds())) if change else LONGEST_REST


def _etag(channel: Channel, shown: list[tuple[int, str, str]], changed: datetime | None) -> str:
    """Strong: everything that the feed's bytes are made of."""
    about = [channel.language, channel.title, channel.description, channel.path, channel.disclaimer, channel.authority]
    about += [settings.SITE_URL, settings.TIME_ZONE, changed.isoformat() if changed else "", template_version()]
    text = json.dumps([about, shown], ensure_ascii=False)
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


@cache
def template_version() -> str:
    """A hash of the code, templates and translations that write a feed, so that nobody has to count versions."""
    digest = hashlib.sha256()
    for name in ("feeds.py", "rss.py"):
        digest.update(Path(__file__).with_name(name).read_bytes())
    for name in TEMPLATES:
        digest.update(get_template(name).template.source.encode())
    for folder in settings.LOCALE_PATHS:
        for catalogue in sorted(Path(folder).glob("*/LC_MESSAGES/django.mo")):
            digest.update(catalogue.read_bytes())
    return digest.hexdigest()


def _written(channel: Channel, editions: "QuerySet[Edition]", changed: datetime | None) -> str:
    feed = FullTextFeed(
        title=writable(channel.title),
        link=absolute(channel.page),
        description=writable(channel.description),
        language=channel.language,
        self_url=absolute(channel.path),
        changed=changed,
    )
    for edition in editions:
        _add(feed, edition, channel)
    return feed.writeString("utf-8")


def _add(feed: FullTextFeed, edition: Edition, channel: Channel) -> None:
    url = absolute(report_path(edition))
    content = render_to_string(
        "site/feed_item.html", {"edition": edition, "linked": True, "disclaimer": channel.disclaimer}
    )
    feed.add_item(
        title=one_way(writable(edition.title), edition.language),
        link=url,
        description=escape(writable(edition.description)),
        content=with_absolute_links(content, url),
        creators=[writable(person["name"]) for person in edition.byline["authors"]],
        unique_id=f"tag:{channel.authority}:article/{edition.article_id}/{edition.language}",
        unique_id_is_permalink=False,
        categories=[writable(topic["name"]) for topic in edition.topics],
        pubdate=edition.first_live_from,
        updated=edition.live_from if edition.live_from != edition.first_live_from else None,
    )


def one_way(title: str, language: str) -> str:
    """RSS has no direction: a title that begins in the other script gets a mark, or readers lay it out backwards."""
    first = next((way for way in map(unicodedata.bidirectional, title) if way in ("L", "R", "AL")), None)
    return title if first is None or first in STRONG[language] else MARKS[language] + title
