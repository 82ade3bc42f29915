"""One entry of an export → a post: its Document, and what stands beside the text."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, tzinfo
from html import unescape

from articles.desk.article.said import gettext as _
from articles.desk.importers import register, rich
from articles.desk.importers.document import Attribution, Document, FilePicture
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.wordpress import damaged
from articles.desk.importers.wordpress.export import Entry, slug_of
from articles.desk.importers.wordpress.markup import Archive, Converted, converted, described
from articles.desk.importers.wordpress.site_map import LEAVE, SiteMap
from articles.desk.importers.wordpress.uploads import UPLOADS
from authors import names
from authors.models import Author, Source
from shaf.text import arabic
from shaf.text.feed_id import is_feed_id

TAG = re.compile(r"<[^<>]*>")
ADDRESS = re.compile(r"[^\s\"'<>\[\]()]+")
TEXTS = ("title", "content:encoded", "excerpt:encoded")
COMPARED = (*TEXTS, "wp:status", "wp:post_type", "wp:post_date", "wp:post_date_gmt", "wp:post_name", "guid")
SLUG = 100


@dataclass(slots=True)
class Post:
    """`becomes`: what the map says of its type, `status` of its status. `is_damaged`: whether its letters were read
    wrongly once; `undecided`: logins of whom the map does not say."""

    entry: Entry
    becomes: str
    status: str
    digest: str
    title: str = ""
    document: Document | None = None
    text: Converted = field(default_factory=Converted)
    cover: FilePicture | None = None
    cover_address: str = ""
    is_damaged: bool = False
    undecided: list[str] = field(default_factory=list)

    @property
    def number(self) -> int:
        return self.entry.number

    @property
    def link(self) -> str:
        return self.entry["link"].strip()

    @property
    def slug(self) -> str:
        return slug_of(self.entry["wp:post_name"].strip())

    @property
    def feed_id(self) -> str:
        guid = unescape(self.entry["guid"].strip())
        return guid if is_feed_id(guid) and len(guid) <= 500 else ""

    @property
    def has_password(self) -> bool:
        return bool(self.entry["wp:post_password"])

    def is_public(self) -> bool:
        return self.status == "publish" and not self.has_password

    def terms(self) -> Iterator[tuple[str, str]]:
        yield from ((term.taxonomy, term.slug) for term in self.entry.terms)


def post_of(entry: Entry, archive: Archive, mapped: SiteMap, *, repair: bool) -> Post:
    """Without its document, which takes longer: whoever knows its digest needs none."""
    kind, status = entry["wp:post_type"] or "post", entry["wp:status"].strip() or "publish"
    return Post(
        entry,
        becomes=mapped.types.get(kind, LEAVE),
        status=mapped.statuses.get(status, LEAVE),
        digest=_digest(entry, archive, mapped, repair),
        title=_line(entry["title"]),
    )


def read(post: Post, archive: Archive, mapped: SiteMap, *, repair: bool) -> None:
    """Read its text into it. Raises Unimportable."""
    entry = post.entry
    post.is_damaged = any(damaged.is_damaged(entry[name]) for name in TEXTS)
    if post.is_damaged and repair:
        for name in TEXTS:
            entry.texts[name] = damaged.repaired(entry[name])
        post.is_damaged = any(damaged.is_damaged(entry[name]) for name in TEXTS)
        post.title = _line(entry["title"])
    post.text = converted(entry["content:encoded"], archive, post=post.number, notes=entry.meta.get("footnotes", ""))
    document = rich.document(
        rich.Text(
            post.text.html,
            post.slug.replace("-", " ") or str(post.number),
            title=post.title,
            subtitle=_line(entry["excerpt:encoded"]),
            pictures=post.text.pictures.values(),
        )
    )
    post.document = _credited(post, document, mapped)
    _cover(post, archive)


def day_of(entry: Entry) -> date | None:
    """The day in the site's own zone, as it was printed there; None for one that was never set."""
    local = _time(entry["wp:post_date"])
    return local.date() if local else None


def published_at(entry: Entry, zone: tzinfo) -> datetime | None:
    """When it was first public, aware."""
    if gmt := _time(entry["wp:post_date_gmt"]):
        return gmt.replace(tzinfo=UTC)
    local = _time(entry["wp:post_date"])
    return local.replace(tzinfo=zone) if local else None


def _time(text: str) -> datetime | None:
    try:
        found = datetime.strptime(text.strip(), "%Y-%m-%d %H:%M:%S")
    except ValueError:
        # Also 0000-00-00 00:00:00, which WordPress writes where there is none.
        return None
    return found if found.year > 1900 else None


def _digest(entry: Entry, archive: Archive, mapped: SiteMap, repair: bool) -> str:
    """By which a second run knows that nothing has changed: the entry, what map and register make of it, its files."""
    told = [entry[name] for name in COMPARED] + [bool(entry["wp:post_password"]), repair, mapped.is_a_file]
    told += [[*mapped.terms.get((term.taxonomy, term.slug), ("", ""))] for term in entry.terms]
    for name in (mapped.people.get(login) for login in _logins(entry)):
        author = _author(name) if name else None
        # One that this import itself adds has no other name than the one that it is told here.
        told.append(sorted({name, *((author.name_ar or "", author.name_en or "") if author else ())} - {"", None}))
    publisher = Source.publisher()
    told += [*mapped.centre, *(publisher.names() if publisher else ())]
    told += [entry.meta.get(name, "") for name in ("_thumbnail_id", "footnotes")]
    if archive.uploads.folder:
        addresses = [one[0] for one in ADDRESS.finditer(entry["content:encoded"]) if UPLOADS.search(one[0])]
        if thumbnail := archive.attachments.get(_number(entry.meta.get("_thumbnail_id", ""))):
            addresses.append(thumbnail.file)
        told += [path.stat().st_size if (path := archive.uploads.path(one)) else -1 for one in addresses]
    return hashlib.sha256(json.dumps(told).encode("utf-8", "surrogatepass")).hexdigest()[:32]


# Attribution


def _credited(post: Post, document: Document, mapped: SiteMap) -> Document:
    """With the centre's own attribution at the head: the one that was typed, completed by what WordPress knows."""
    publisher, language = Source.publisher(), document.language
    own_name = publisher.name_in(language) if publisher else ""
    if publisher is None or not own_name:
        return document
    rows = [replace(row, authors=[*row.authors], lines=dict(row.lines)) for row in document.attributions]
    own = next((row for row in rows if mapped.is_centre(row.source) or register.is_own(row.source, publisher)), None)
    if own is None:
        own = Attribution(0)
        rows.insert(0, own)
    own.source = own_name
    if own.date is None:
        own.date = day_of(post.entry)
    if own.date:
        own.lines.setdefault("date", 0)
    if not own.authors:
        for login in _logins(post.entry):
            name = mapped.people.get(login)
            if name is None:
                post.undecided.append(login)
            elif name and arabic.slugify(name):
                own.authors.append(_in_language(name, language)[:200])
    nameless = "" in own.authors
    own.authors = [name for name in own.authors if name]
    problem = document.problem
    if problem and problem.code == "attribution.missing":
        problem = None
    if problem is None and post.undecided:
        problem = Unimportable(
            "author.undecided",
            _("The map does not say who “%(login)s” is.") % {"login": ", ".join(post.undecided)},
            _("Add them to its section [authors], and run the import again."),
        )
    if problem is None and nameless:
        problem = Unimportable(
            "author.language",
            _("A credited author has no name in this language. Add it."),
            _("Add the name to the register, then import again."),
        )
    if problem is None and post.is_damaged:
        problem = Unimportable(
            "damaged",
            _("Letters of the text were read in a wrong encoding once."),
            _("Look at what --repair-encoding makes of it, with --dry-run first."),
        )
    unfilled = tuple(part for row in rows for part in row.unfilled())
    return replace(document, attributions=tuple(rows), problem=problem, unfilled=unfilled)


def _logins(entry: Entry) -> list[str]:
    """Of co-authors, where a plugin names them; else of the one who wrote it."""
    authors = [term.slug.removeprefix("cap-") for term in entry.terms if term.taxonomy == "author"]
    return list(dict.fromkeys(authors)) or [one for one in [entry["dc:creator"].strip()] if one]


def _in_language(name: str, language: str) -> str:
    """The person's name as this language prints it; '' where it has none."""
    if author := _author(name):
        return author.name_in(language)
    return name if names.LETTERS[language].search(name) else ""


def _author(name: str) -> Author | None:
    folded = arabic.fold(name)
    entries = Author.objects.filter(merged_into=None).order_by("pk")
    return next(
        (one for one in entries if folded in {arabic.fold(known) for known in (one.name_ar, one.name_en) if known}),
        None,
    )


def _cover(post: Post, archive: Archive) -> None:
    found = archive.attachments.get(_number(post.entry.meta.get("_thumbnail_id", "")))
    if found is None:
        return
    post.cover = archive.uploads.picture(found.file, described(found))
    post.cover_address = found.file


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 18 else 0


def _line(text: str) -> str:
    """Of a title or an excerpt, which may hold tags and references of HTML."""
    return " ".join(arabic.without_reordering(arabic.separated(unescape(TAG.sub(" ", text)))).split())
