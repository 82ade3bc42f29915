"""Changes of what is no running text (attribution, topics, series, cover, files, branch, slug), said in words."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from articles.desk.article.fields import OF_A_WORK, Field, FieldKind
from articles.desk.diff.formatting import language_name
from articles.desk.diff.matching import Unit, match
from articles.desk.diff.result import Text, named
from articles.press.manuscript import Attribution, Cover, File, Name, Person, SeriesPlace
from shaf.text import arabic

Entry = Name | Person
Sentences = list[Text]

COVER_FIELDS: dict[str, Promise] = {
    "alt": gettext_lazy("alternative text"),
    "caption": gettext_lazy("caption"),
    "credit": gettext_lazy("credit"),
    "licence": gettext_lazy("licence"),
}


def listed(names: Sequence[object]) -> SafeString:
    """Names in a row."""
    separator = pgettext("list separator", ", ")
    return SafeString(separator.join(named(name) for name in names))


def value_changed(old: str, new: str) -> Sentences:
    """One value that came, went or became another."""
    if old == new:
        return []
    if not old:
        return [format_html(_("Added: {new}."), new=named(new))]
    if not new:
        return [format_html(_("Removed: {old}."), old=named(old))]
    return [format_html(_("Changed from “{old}” to “{new}”."), old=named(old), new=named(new))]


def entries_changed(old: Sequence[Entry], new: Sequence[Entry]) -> Sentences:
    """Entries without an order of their own: topics."""
    before, after = ({entry.id: entry for entry in side} for side in (old, new))
    found = []
    if come := [entry.name for entry in new if entry.id not in before]:
        found.append(format_html(_("Added: {new}."), new=listed(come)))
    if gone := [entry.name for entry in old if entry.id not in after]:
        found.append(format_html(_("Removed: {old}."), old=listed(gone)))
    return found + _renamed(old, new)


def entry_changed(old: Entry | None, new: Entry | None) -> Sentences:
    """One entry of the register: the branch, the type."""
    if (old.id if old else None) == (new.id if new else None):
        return _renamed([old] if old else [], [new] if new else [])
    return value_changed(old.name if old else "", new.name if new else "")


def _renamed(old: Sequence[Entry], new: Sequence[Entry]) -> Sentences:
    """Entries that stayed and are printed differently."""
    before = {entry.id: entry for entry in old}
    found = []
    for entry in new:
        was = before.get(entry.id)
        if was is None or was == entry:
            continue
        if was.name != entry.name:
            found.append(
                format_html(_("The name “{old}” is now written “{new}”."), old=named(was.name), new=named(entry.name))
            )
        else:
            found.append(
                format_html(
                    _("The entry “{name}” changed in the register (its address, honorific or parts of the name)."),
                    name=named(entry.name),
                )
            )
    return found


def series_changed(old: SeriesPlace | None, new: SeriesPlace | None) -> Sentences:
    if old is None or new is None or old.series.id != new.series.id:
        return value_changed(_place(old), _place(new))
    found = _renamed([old.series], [new.series])
    if old.number != new.number:
        found.append(
            format_html(
                _("The number in the series “{series}” changed from {old} to {new}."),
                series=named(new.series.name),
                old=old.number or "—",
                new=new.number or "—",
            )
        )
    return found


def _place(place: SeriesPlace | None) -> str:
    if place is None:
        return ""
    return f"{place.series.name} {place.number}" if place.number else place.series.name


def cover_changed(old: Cover | None, new: Cover | None) -> Sentences:
    if old is None and new is None:
        return []
    if old is None:
        return [format_html(_("A cover was added: “{alt}”."), alt=named(new.alt or "—"))]
    if new is None:
        return [format_html(_("The cover was removed: “{alt}”."), alt=named(old.alt or "—"))]
    found: Sentences = [] if old.picture == new.picture else [_("The cover was replaced by another picture.")]
    for field, label in COVER_FIELDS.items():
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            found.append(
                format_html(
                    _("The {field} of the cover changed from “{old}” to “{new}”."),
                    field=label,
                    old=named(before or "—"),
                    new=named(after or "—"),
                )
            )
    return found


def files_changed(old: Sequence[File], new: Sequence[File]) -> Sentences:
    """Files, each by its bytes: another file under the same title is another one."""
    before, after = ({file.file: file for file in side} for side in (old, new))
    found: Sentences = []
    if come := [file.title for name, file in after.items() if name not in before]:
        found.append(format_html(_("Added: {new}."), new=listed(come)))
    if gone := [file.title for name, file in before.items() if name not in after]:
        found.append(format_html(_("Removed: {old}."), old=listed(gone)))
    for name in before.keys() & after.keys():
        if before[name].title != after[name].title:
            words = {"old": named(before[name].title), "new": named(after[name].title)}
            found.append(format_html(_("The title “{old}” of a file is now “{new}”."), **words))
    return found


def attributions_changed(old: Sequence[Attribution], new: Sequence[Attribution]) -> Sentences:
    """The byline and the references, each field of each in a sentence of its own."""
    found: Sentences = []
    moved = False
    for pair in match([_unit(row) for row in old], [_unit(row) for row in new]):
        if pair.old is None:
            found.append(_whole(new[pair.new], come=True))
        elif pair.new is None:
            found.append(_whole(old[pair.old], come=False))
        else:
            moved = moved or pair.moved
            found += _attribution(old[pair.old], new[pair.new])
    if moved:
        found.append(_("The order of the references changed."))
    return found


def _unit(row: Attribution) -> Unit:
    words = Counter(arabic.fold(row.title).split())
    words.update(f"author {author.id}" for author in row.authors)
    words.update([f"source {row.source.id}"] if row.source else [])
    words.update([row.url] if row.url else [])
    loose = (row.kind, row.source and row.source.id, tuple(a.id for a in row.authors), row.title, row.url)
    return Unit.of(row, loose, words, "byline" if row.kind == "byline" else "work")


def _whole(row: Attribution, *, come: bool) -> SafeString:
    messages = {
        ("byline", True): _("A byline was added: {row}."),
        ("byline", False): _("The byline was removed: {row}."),
        ("reference", True): _("A reference was added: {row}."),
        ("reference", False): _("A reference was removed: {row}."),
        ("reprint", True): _("A reprint was added: {row}."),
        ("reprint", False): _("A reprint was removed: {row}."),
    }
    message = messages.get((row.kind, come)) or messages["reference", come]
    values = [row.source.name if row.source else "", *(a.name for a in row.authors), row.title, _shown(row.date)]
    return format_html(message, row=listed([value for value in values if value] or ["—"]))


def _subject(row: Attribution) -> SafeString | str:
    if row.kind == "byline":
        return pgettext("of a work", "the report")
    name = (row.source.name if row.source else "") or row.title or ", ".join(author.name for author in row.authors)
    message = _("the reprint “{name}”") if row.kind == "reprint" else _("the reference “{name}”")
    return format_html(message, name=named(name or "—"))


def _attribution(old: Attribution, new: Attribution) -> Sentences:
    if old == new:
        return []
    subject = _subject(new)
    found: Sentences = []
    for part in OF_A_WORK:
        # Authors have sentences of their own.
        if part.kind is FieldKind.ENTRIES:
            continue
        before, after = (_value(part, row) for row in (old, new))
        if before == after:
            continue
        said = {"old": _named(part, before), "new": _named(part, after)}
        words = {"field": part.in_changes, "subject": subject, **said}
        if not before:
            found.append(format_html(_("The {field} of {subject} was added: {new}."), **words))
        elif not after:
            found.append(format_html(_("The {field} of {subject} was removed: {old}."), **words))
        else:
            found.append(format_html(_("The {field} of {subject} changed from {old} to {new}."), **words))
    if old.source and new.source and old.source.id == new.source.id:
        found += [] if old.source.name != new.source.name else _renamed([old.source], [new.source])
    return found + _authors(old.authors, new.authors, subject)


def _authors(old: Sequence[Person], new: Sequence[Person], subject: SafeString | str) -> Sentences:
    found: Sentences = []
    before, after = ([author.id for author in side] for side in (old, new))
    if come := [author.name for author in new if author.id not in before]:
        found.append(format_html(_("Added to the authors of {subject}: {names}."), subject=subject, names=listed(come)))
    if gone := [author.name for author in old if author.id not in after]:
        found.append(
            format_html(_("Removed from the authors of {subject}: {names}."), subject=subject, names=listed(gone))
        )
    if [i for i in before if i in after] != [i for i in after if i in before]:
        names = listed([author.name for author in new])
        found.append(
            format_html(_("The order of the authors of {subject} changed: {names}."), subject=subject, names=names)
        )
    return found + _renamed(old, new)


def _value(part: Field, row: Attribution) -> Any:
    value = getattr(row, part.name)
    match part.kind:
        case FieldKind.ENTRY:
            return value.name if value else ""
        case FieldKind.CHOICE:
            return part.chosen(value)
        case FieldKind.LANGUAGE:
            return language_name(value) if value else ""
        case FieldKind.DATE:
            return _shown(value)
    return value


def _named(part: Field, value: str) -> SafeString:
    return named(value, "address" if part.kind is FieldKind.URL else "")


def _shown(value: date | None) -> str:
    return date_format(value, "DATE_FORMAT") if value else ""
