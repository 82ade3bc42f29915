"""Old addresses: every address under which the former site may have shown a thing, and its one place here.

An importer calls `remember` for each thing that it brings or leaves behind; again is the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.db import transaction

from articles.press.models import OldAddress
from shaf.text import old_address
from shaf.text.old_address import key

Place = OldAddress.Place
TERMS = {"category": "cat", "tag": "tag_id"}
TERM_NAMES = {"category": "category_name", "tag": "tag"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A thing of the former site, as WordPress knows it.

    `kind`: “post”, “page”, “attachment” or another type of post; “category”, “tag” or another taxonomy (`is_term`);
    “author”. `number`: 0 where the export does not say it. `link`: its address, as the export says it; `file`: that of
    an attachment's file. `parents`: the slugs above it, outermost first. `base`: the first part of a term's address,
    where it is not the taxonomy's name. `home`: where the former site stood, its host alone or with a path.
    """

    kind: str
    number: int = 0
    slug: str = ""
    link: str = ""
    day: date | None = None
    file: str = ""
    parents: tuple[str, ...] = ()
    base: str = ""
    is_term: bool = False
    home: str = ""

    @property
    def thing(self) -> str:
        """By which of its addresses it is told from others."""
        return next(chain(self.sure(), self.guessed()), "")

    def sure(self) -> Iterator[str]:
        """Addresses that are this thing's and no other's."""
        if self.number:
            yield self._by_query(self._number_name(), str(self.number))
        yield from (address for address in (self.link, self.file) if address)
        if self.kind in TERM_NAMES and self.slug:
            yield self._by_query(TERM_NAMES[self.kind], self.slug)
        if self.kind == "author" and self.slug:
            yield self._by_query("author_name", self.slug)

    def guessed(self) -> Iterator[str]:
        """Addresses that it has by one of WordPress's settings, or had when that was another."""
        if self.kind == "author" or self._is_term():
            base = self.base or self.kind
            yield self._by_path(base, *self.parents, self.slug)
            yield self._by_path(base, self.slug)
            return
        if self.number:
            yield self._by_path("archives", str(self.number))
        if self.slug:
            if self.day:
                yield self._by_path(f"{self.day:%Y/%m/%d}", self.slug)
                yield self._by_path(f"{self.day:%Y/%m}", self.slug)
            yield self._by_path(*self.parents, self.slug)
            yield self._by_path(self.slug)
        if self.file:
            yield from old_address.stripped(key(self.file))

    def _is_term(self) -> bool:
        return self.is_term or self.kind in TERMS

    def _number_name(self) -> str:
        if self.kind == "author":
            return "author"
        return TERMS.get(self.kind, "tag_id") if self._is_term() else "p"

    def _by_query(self, name: str, value: str) -> str:
        return f"{self._home()}/?{name}={value}"

    def _by_path(self, *parts: str) -> str:
        return "/".join((self._home(), *(part for part in parts if part)))

    def _home(self) -> str:
        return self.home.rstrip("/")


@dataclass(frozen=True, slots=True)
class Leads:
    """To a place here. `target`: the id of a report or of an entry of the register; `file`: the name of a picture.

    Raises ValueError where the place needs one of them and has it not.
    """

    place: Place
    target: int | None = None
    file: str = ""
    language: str = "ar"

    def __post_init__(self) -> None:
        named = {Place.PICTURE: self.file, Place.FILE: self.file}.get(self.place, self.target)
        if not named and self.place not in (Place.GONE, Place.HOME):
            raise ValueError(f"which {self.place.value}?")


GONE = Leads(Place.GONE)


def remember(former: Former, leads: Leads) -> None:
    """Keep every address of a thing of the former site. The same again changes nothing, another place moves them all.

    What a person added stays, and a guess takes no address from another thing. Two statements.
    """
    thing = key(former.thing)
    wanted = {found: True for address in former.guessed() if (found := key(address))}
    wanted |= {found: False for address in former.sure() if (found := key(address))}
    wanted.pop("/", None)
    with transaction.atomic():
        standing = {row.address: row for row in OldAddress.objects.filter(address__in=wanted)}
        rows = []
        for address, guessed in wanted.items():
            new = OldAddress(
                address=address,
                place=leads.place,
                target=leads.target,
                file=leads.file,
                language=leads.language,
                thing=thing,
                guessed=guessed,
            )
            if _is_to_be_written(new, standing.get(address)):
                rows.append(new)
        OldAddress.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["address"],
            update_fields=["place", "target", "file", "language", "thing", "guessed"],
        )


def _is_to_be_written(new: OldAddress, standing: OldAddress | None) -> bool:
    if standing is None:
        return True
    if standing.is_by_hand:
        return False
    if standing.thing != new.thing:
        return standing.guessed and not new.guessed
    return _said(standing) != _said(new)


def _said(row: OldAddress) -> tuple[object, ...]:
    return row.place, row.target, row.file, row.language, row.guessed
