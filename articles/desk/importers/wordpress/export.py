"""WXR, the export of WordPress (1.0 to 1.2), read as a stream: never more in memory than one entry.

Nothing is fetched and nothing is expanded: a DTD is refused before anything of it counts, and without one there are no
entities but XML's own.
"""

import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import unquote
from xml.parsers import expat

from articles.desk.article.said import gettext as _
from articles.desk.importers.problem import Unimportable

PIECE = 256 * 1024
# Of one entry, in characters: three times the largest report, so that what is too large is refused by its own name.
ENTRY_CHARACTERS = 10_000_000
DEPTH = 30
BEGINNING = 4096
GZIP = b"\x1f\x8b"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
UTF_8_MARK = b"\xef\xbb\xbf"
# What WordPress lets through and XML does not: spaces, as they are in any text here (SEPARATING of press/html).
NO_CONTROLS = bytes(32 if code < 32 and code not in (9, 10, 13) else code for code in range(256))
WXR = re.compile(r"http://wordpress\.org/export/(?P<version>[0-9.]+)/")
VERSIONS = ("1.0", "1.1", "1.2")
DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]{2,20})[\"']")
ENCODINGS = ("utf-8", "windows-1256", "iso-8859-6", "windows-1252", "iso-8859-1")
PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
}
EXCERPT = re.compile(r"http://wordpress\.org/export/[0-9.]+/excerpt/")
ENTRY, AUTHOR = "item", "wp:author"
TERMS = {"wp:category": "category", "wp:tag": "post_tag", "wp:term": ""}


@dataclass(frozen=True, slots=True)
class Term:
    """A category, tag or term of another taxonomy; `taxonomy` is “category”, “post_tag” or its own name."""

    taxonomy: str
    slug: str
    name: str
    number: int = 0
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    login: str
    name: str
    number: int = 0


@dataclass(slots=True)
class Entry:
    """One `<item>`: a post, page, attachment or another type; all as it stands there."""

    texts: dict[str, str] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    guid_is_address: bool = True

    def __getitem__(self, name: str) -> str:
        return self.texts.get(name, "")

    @property
    def number(self) -> int:
        digits = self["wp:post_id"].strip()
        return int(digits) if digits.isdecimal() and len(digits) < 18 else 0


@dataclass(slots=True)
class Site:
    """What the head of an export says."""

    title: str = ""
    home: str = ""
    version: str = ""


Found = Site | Term | Person | Entry


def entries(path: Path, encoding: str = "") -> Iterator[Found]:
    """Everything in the file, in its order. `encoding` overrides what it declares. Raises Unimportable."""
    try:
        with _opened(path) as file:
            yield from _read(file, encoding)
    except OSError as error:
        raise Unimportable(
            "unreadable",
            _("The file cannot be read: %(error)s.") % {"error": error.strerror or error},
            _("Check the path and the rights to read it."),
        ) from error
    except (EOFError, zlib.error) as error:
        raise _cut() from error


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    with path.open("rb") as file:
        packed = file.read(2) == GZIP
        file.seek(0)
        if not packed:
            yield file
            return
        with gzip.open(file) as unpacked:
            yield unpacked


def _read(file: IO[bytes], encoding: str) -> Iterator[Found]:
    beginning = file.read(BEGINNING)
    # A theme with a blank line before its <?php puts one before the export's first line.
    data = beginning.removeprefix(UTF_8_MARK).lstrip()
    while not data and (beginning := file.read(BEGINNING)):
        data = beginning.lstrip()
    if not data:
        raise Unimportable("empty", _("The file is empty."), _("Export it once more: Tools, Export, All content."))
    if not data.startswith((b"<", *UTF_16)):
        raise _not_wxr()
    wide = data.startswith(UTF_16)
    declared = DECLARED.match(data)
    said = (encoding or (declared[1].decode("ascii") if declared else "utf-8")).lower()
    if not wide and said not in ENCODINGS:
        raise Unimportable(
            "encoding",
            _("The file says that it is in %(encoding)s, which is not read.") % {"encoding": said},
            _("Name the one that it is in with --encoding: %(known)s.") % {"known": ", ".join(ENCODINGS)},
        )
    reading = _Reading("" if wide else said)
    while data:
        reading.feed(data if wide else data.translate(NO_CONTROLS))
        yield from reading.taken()
        data = file.read(PIECE)
    reading.close()
    yield from reading.taken()


class _Reading:
    """The parser's handlers. Elements are named as WordPress writes them: `wp:post_id`, `content:encoded`."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding
        self.parser = parser = expat.ParserCreate(encoding or None, namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartNamespaceDeclHandler = self._namespace
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self.found: list[Found] = []
        self.site = Site()
        self.path: list[str] = []
        self.pieces: list[str] = []
        self.length = 0
        self.entry: Entry | None = None
        # Of the part of an entry or of the head that is open: its texts by name, and its attributes.
        self.parts: dict[str, str] = {}
        self.attributes: dict[str, str] = {}
        self.said_site = self.is_wxr = False

    def feed(self, data: bytes) -> None:
        self._parse(lambda: self.parser.Parse(data, False))

    def close(self) -> None:
        self._parse(lambda: self.parser.Parse(b"", True))
        if not self.site.version:
            raise _not_wxr()

    def taken(self) -> list[Found]:
        found, self.found = self.found, []
        return found

    def _parse(self, parse: Callable[[], object]) -> None:
        try:
            parse()
        except expat.ExpatError as error:
            raise self._broken(error) from error
        except (LookupError, ValueError) as error:
            raise _wrong_encoding(self.encoding, self.parser.CurrentLineNumber) from error

    def _broken(self, error: expat.ExpatError) -> Unimportable:
        reason = expat.errors.messages.get(error.code, "")
        if reason in {
            expat.errors.XML_ERROR_NO_ELEMENTS,
            expat.errors.XML_ERROR_UNCLOSED_TOKEN,
            expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
            expat.errors.XML_ERROR_PARTIAL_CHAR,
        }:
            return _cut()
        if reason == expat.errors.XML_ERROR_INVALID_TOKEN and self.is_wxr and self.encoding == "utf-8":
            return _wrong_encoding(self.encoding, error.lineno)
        if not self.is_wxr:
            return _not_wxr()
        return Unimportable(
            "broken",
            _("The file is no sound XML: %(reason)s.") % {"reason": reason or str(error)},
            _("Export it once more; if it breaks at the same place, mend that line of the file."),
            line=error.lineno,
        )

    # Handlers

    def _doctype(self, *_declared: object) -> None:
        raise Unimportable(
            "doctype",
            _("The file declares a document type or entities of its own, which no export of WordPress does."),
            _("Do not trust it. Export it once more from the site itself: Tools, Export, All content."),
            line=self.parser.CurrentLineNumber,
        )

    def _namespace(self, _prefix: str | None, address: str | None) -> None:
        self.is_wxr = self.is_wxr or WXR.fullmatch(address or "") is not None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        short = self._short(name)
        if not self.path and short != "rss":
            raise _not_wxr()
        self.path.append(short)
        if len(self.path) > DEPTH:
            raise Unimportable(
                "depth", _("Elements of the file are nested too deeply."), _("Export it once more from the site.")
            )
        self.pieces = []
        self.length = 0 if len(self.path) <= 3 else self.length + len(short)
        if len(self.path) == 3:
            self.parts, self.attributes = {}, {}
            self.entry = Entry() if short == ENTRY else None
            if (short in (ENTRY, AUTHOR) or short in TERMS) and not self.said_site:
                self._say_site()
        elif len(self.path) == 4:
            self.attributes = attributes
            if short == "wp:postmeta":
                self.parts = {}

    def _text(self, text: str) -> None:
        self.length += len(text)
        if self.length > ENTRY_CHARACTERS:
            raise Unimportable(
                "too_large",
                _("An entry of the file is larger than any report can be."),
                _("Look at it on the site, take out of it what is no text, and export once more."),
                line=self.parser.CurrentLineNumber,
            )
        self.pieces.append(text)

    def _end(self, _name: str) -> None:
        short, depth = self.path.pop(), len(self.path) + 1
        text, self.pieces = "".join(self.pieces), []
        if depth == 3:
            self._end_of_part(short, text)
        elif depth == 4 and self.entry is not None:
            self._into_entry(self.entry, short, text)
        elif depth in (4, 5):
            self.parts[short] = text
        elif depth == 2 and not self.said_site:
            self._say_site()

    def _into_entry(self, entry: Entry, short: str, text: str) -> None:
        if short == "category" and not self.attributes.get("nicename"):
            # 1.0 has each once more, by its name alone.
            return
        if short == "category":
            taxonomy = {"tag": "post_tag"}.get(found := self.attributes.get("domain", "category"), found)
            entry.terms.append(Term(taxonomy, slug_of(self.attributes.get("nicename", "")), text.strip()))
        elif short == "wp:postmeta":
            # The first of a name, as WordPress's get_post_meta reads it.
            entry.meta.setdefault(self.parts.get("wp:meta_key", ""), self.parts.get("wp:meta_value", ""))
        elif short not in ("wp:comment", "wp:post_password"):
            if short == "guid":
                entry.guid_is_address = self.attributes.get("isPermaLink") != "false"
            entry.texts[short] = text
        elif short == "wp:post_password" and text.strip():
            # That there is one, and never what it is.
            entry.texts[short] = "1"

    def _end_of_part(self, short: str, text: str) -> None:
        if self.entry is not None:
            self.found.append(self.entry)
            self.entry = None
        elif short in TERMS:
            self._term(TERMS[short])
        elif short == AUTHOR:
            login = self.parts.get("wp:author_login", "").strip()
            name = self.parts.get("wp:author_display_name", "").strip() or login
            self.found.append(Person(login, name, _number(self.parts.get("wp:author_id", ""))))
        elif short == "title":
            self.site.title = text.strip()
        elif short == "wp:wxr_version":
            self.site.version = text.strip()
        elif short in ("link", "wp:base_blog_url") and text.strip():
            self.site.home = text.strip()

    def _term(self, taxonomy: str) -> None:
        told = self.parts
        prefix = {"category": "wp:cat", "post_tag": "wp:tag"}.get(taxonomy, "wp:term")
        slug = told.get({"category": "wp:category_nicename"}.get(taxonomy, f"{prefix}_slug"), "").strip()
        parent = told.get("wp:category_parent", "") or told.get("wp:term_parent", "")
        name = told.get(f"{prefix}_name", "").strip() or slug
        self.found.append(
            Term(
                taxonomy or told.get("wp:term_taxonomy", "").strip(),
                slug_of(slug),
                name,
                _number(told.get("wp:term_id", "")),
                slug_of(parent.strip()),
            )
        )

    def _say_site(self) -> None:
        if self.site.version not in VERSIONS:
            raise (
                _not_wxr()
                if not self.site.version
                else Unimportable(
                    "version",
                    _("The file is an export of version %(version)s, which is not read.")
                    % {"version": self.site.version},
                    _("Read are 1.0, 1.1 and 1.2: update WordPress there, and export once more."),
                )
            )
        self.said_site = True
        self.found.append(self.site)

    def _short(self, name: str) -> str:
        space, _blank, local = name.rpartition(" ")
        if not space:
            return local
        if EXCERPT.fullmatch(space):
            return f"excerpt:{local}"
        if WXR.fullmatch(space):
            return f"wp:{local}"
        return f"{PREFIXES.get(space, 'other')}:{local}"


def slug_of(stored: str) -> str:
    """A slug as it reads: WordPress stores its bytes escaped, and cuts them at 200, even within a letter."""
    return unquote(stored, errors="ignore").strip("-") if "%" in stored else stored


def _number(text: str) -> int:
    return int(text) if text.strip().isdecimal() and len(text) < 18 else 0


def _not_wxr() -> Unimportable:
    return Unimportable(
        "not_wxr",
        _("The file is no export of WordPress (WXR)."),
        _("Bring the file that WordPress makes: Tools, Export, All content."),
    )


def _cut() -> Unimportable:
    return Unimportable(
        "cut",
        _("The file breaks off before its end."),
        _("Download it once more; where the site always breaks it off, export year by year."),
    )


def _wrong_encoding(encoding: str, line: int) -> Unimportable:
    return Unimportable(
        "encoding",
        _("The file is not in the encoding that it declares (%(encoding)s).") % {"encoding": encoding or "utf-16"},
        _("Name the one that it is in: --encoding windows-1256 where it is an old Arabic site."),
        line=line,
    )
