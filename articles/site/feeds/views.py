"""A request for a feed: what it is of, which part of it, in which format. At most three queries."""

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils import formats
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe

from articles.site import lists, register
from articles.site.addresses import path_of
from articles.site.errors import absent
from articles.site.feeds import archive, atom, channel, json_feed, rss, validators
from articles.site.feeds.addresses import archive_path, feed_path
from articles.site.feeds.archive import Held, Part
from articles.site.feeds.channel import Channel
from articles.site.feeds.document import Document
from articles.site.feeds.formats import ATOM, JSON, RSS
from articles.site.feeds.items import Person, address_of, item_of, picture_address
from articles.site.feeds.text import plain
from articles.site.feeds.validators import Validators
from articles.site.frame import core_of
from articles.site.public_state import PublicState, public_state
from articles.site.responses import moved
from articles.site.sentences import only_cited
from authors.models import Entry
from shaf.text.xml_text import writable

WRITERS = {RSS: rss, ATOM: atom, JSON: json_feed}
STYLESHEET = "shaf/feed.css"
# When a feed changed that never held anything.
EPOCH = lists.EPOCH


@require_safe
def feed(
    request: HttpRequest, form: str, kind: str, slug: str = "", year: int | None = None, month: int = 0
) -> HttpResponse:
    """A feed is public as long as the page with the same reports; that of everything always is.

    What decides between 200 and 304 are hashes and times: nothing is rendered for a 304.
    """
    state = public_state(request.LANGUAGE_CODE)
    try:
        part = None if year is None else Part(year, month, request.GET.get("before", ""))
        return _found(request, state, form, kind, slug, part)
    except (lists.BadCursor, ValueError, OverflowError):
        return absent(state)


def _found(
    request: HttpRequest, state: PublicState, form: str, kind: str, slug: str, part: Part | None
) -> HttpResponse:
    """Raises lists.BadCursor, ValueError or OverflowError for a part that no archive has."""
    entry = register.find(register.KINDS[kind], slug, state.language) if kind else None
    if kind and entry is None:
        return absent(state)
    of = _channel(state, kind, entry)
    if slug != of.slug:
        return moved(_path(of, form, part)) if of.live.exists() else absent(state)
    held = archive.archived(of.live, part) if part else archive.current(of.live)
    if not held.editions and (part or kind):
        return absent(state)
    if kind == register.AUTHOR.name and only_cited({entry.pk}, held.editions):
        of = channel.drawing_on(of, entry)
    sheet = static(STYLESHEET)
    found = Validators(validators.etag(of, held, form, part, state.changed, sheet), state.changed, state.next_change)
    response = found.answer(request)
    if response is None:
        response = _written(_document(of, held, form, part, state, sheet), form)
    return found.mark(response, state.now)


def _channel(state: PublicState, kind: str, entry: Entry | None) -> Channel:
    """Of an entry of the register, or of everything."""
    publisher = core_of(state).publisher
    if entry is None:
        return channel.of_everything(publisher, state.language, lists.everything(state.language, state.now))
    live = register.reports(register.KINDS[kind], entry, state.language, state.now)
    return channel.of_entry(publisher, state.language, register.KINDS[kind], entry, live)


def _path(of: Channel, form: str, part: Part | None) -> str:
    if part is None:
        return feed_path(of.language, form, of.kind, of.slug)
    return archive_path(of.language, form, of.kind, of.slug, part.year, part.month, part.before)


def _document(of: Channel, held: Held, form: str, part: Part | None, state: PublicState, sheet: str) -> Document:
    return Document(
        channel=of,
        title=plain(of.title, of.language),
        description=plain(of.description, of.language),
        publisher=Person(writable(of.publisher), address_of(path_of(of.language, "home"))),
        rights=writable(of.rights),
        here=address_of(_path(of, form, part)),
        page=address_of(of.page),
        current=address_of(_path(of, form, None)),
        previous=address_of(_path(of, form, held.older)) if held.older else "",
        following=address_of(_path(of, form, held.newer)) if held.newer else "",
        logo=iri_to_uri(picture_address(of.logo)) if of.logo else "",
        stylesheet=sheet,
        part=formats.date_format(part.begins, "YEAR_MONTH_FORMAT") if part else "",
        updated=max((edition.live_from for edition in held.editions), default=state.changed or EPOCH),
        items=tuple(item_of(edition, of) for edition in held.editions),
    )


def _written(document: Document, form: str) -> HttpResponse:
    writer = WRITERS[form]
    return HttpResponse(writer.write(document), content_type=writer.CONTENT_TYPE)
