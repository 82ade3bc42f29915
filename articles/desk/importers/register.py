"""Names in a document → entries of the register: found by folded name or alias, else added.

Whoever may write may add names (rights.py); everything else of an entry is an editor's. A blank name in the other
language is filled in where a document's twin gives it.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser

from articles.desk.article import rights
from articles.desk.article.said import gettext as _
from articles.desk.importers.problem import Unimportable
from authors import family_names, search
from authors import names as typed_names
from authors.models import Author, Branch, Entry, Source
from shaf.text import arabic

E = TypeVar("E", bound=Entry)


def source(names: Mapping[str, str], notes: list[str]) -> Source:
    """`names`: language → name, Arabic first. Raises Unimportable."""
    slugs = _slugs(Source, names)
    found = _find(Source, names, lambda entry, _language: entry.names())
    return _named(found or Source(**slugs), names, notes)


def author(names: Mapping[str, str], notes: list[str]) -> Author:
    """As `source`; a title before the name («د.») is kept apart, where the author is new."""
    honorifics, bare = {}, {}
    for language, name in names.items():
        honorifics[f"honorific_{language}"], bare[language] = typed_names.parted(name)
    slugs = _slugs(Author, bare)
    entry = _find(Author, bare, lambda entry, language: [entry.name_in(language)])
    return _named(entry or Author(**honorifics, **slugs), bare, notes)


def branch(names: Mapping[str, str], by: AbstractBaseUser, notes: list[str]) -> Branch:
    """The branch of that name. A new one is made only for a superuser: a branch is a place of rights, not a name."""
    if not any(names.values()):
        raise Unimportable(
            "branch.missing",
            _("The document names no branch."),
            _("Write it under the title («فرع القاهرة», “Cairo branch”), or import with --branch SLUG."),
        )
    names = {language: name for language, name in names.items() if name}
    slugs = _slugs(Branch, names)
    found = _find(Branch, names, lambda entry, language: [entry.name_in(language)])
    if found is None and not by.has_perm("authors.add_branch"):
        raise Unimportable(
            "branch.unknown",
            _("There is no branch “%(name)s”.") % {"name": next(iter(names.values()))},
            _("Correct the line, or import with --branch SLUG. Only a superuser's import makes a new branch."),
        )
    if found is None:
        return _named(Branch(**slugs), names, notes)
    for language, name in names.items():
        known = found.name_in(language)
        if known and arabic.fold(known) != arabic.fold(name):
            raise Unimportable(
                "branch.contradiction",
                _("The languages name two branches: “%(name)s” and “%(other)s”.") % {"name": name, "other": known},
                _("Correct one of the files, or import with --branch SLUG."),
            )
    if rights.may(by, "members", found.pk):
        return _named(found, names, notes)
    return found


def _slugs(model: type[Entry], names: Mapping[str, str]) -> dict[str, str]:
    """Chosen before the register is searched for the names: who stores one at this moment then takes the same slug."""
    entry = model(**{f"name_{language}": name for language, name in names.items()})
    entry.fill_slugs()
    return {f"slug_{language}": entry.slug_in(language) for language in names}


def is_own(name: str, publisher: Source) -> bool:
    """Whether the name means the publisher."""
    return arabic.fold(name) in {arabic.fold(known) for known in publisher.names()}


def _find(model: type[E], names: Mapping[str, str], known: Callable[[E, str], list[str]]) -> E | None:
    """The entry that one of the names means, Arabic first. Raises Unimportable where it means several."""
    entries = list(model.objects.order_by("pk"))
    for language, name in names.items():
        spellings = {entry: known(entry, language) for entry in entries}
        found = [entry for entry, spelled in spellings.items() if name in spelled]
        found = found or [e for e, spelled in spellings.items() if arabic.fold(name) in map(arabic.fold, spelled)]
        found = list(dict.fromkeys(_final(entry) for entry in found))
        if len(found) > 1:
            raise Unimportable(
                "name.ambiguous",
                _("“%(name)s” stands in the register %(count)d times.") % {"name": name, "count": len(found)},
                _("Merge the entries, or tell them apart by their names, then import again."),
            )
        if found:
            return found[0]
    return None


def _final(entry: E) -> E:
    """The entry that this one was merged into, if it was."""
    while into := getattr(entry, "merged_into", None):
        entry = into
    return entry


def _names(entry: Entry) -> list[str]:
    return [entry.name_in(language) for language, _name in settings.LANGUAGES]


def _named(entry: E, names: Mapping[str, str], notes: list[str]) -> E:
    """The entry with each name that it lacks, stored."""
    missing = {language: name for language, name in names.items() if not entry.name_in(language)}
    spellings = {arabic.fold(name) for name in (entry.names() if isinstance(entry, Source) else _names(entry))}
    for language in names.keys() - missing.keys():
        if arabic.fold(names[language]) not in spellings:
            notes.append(
                _("The register's name “%(known)s” stands; the document has “%(name)s”.")
                % {"known": entry.name_in(language), "name": names[language]}
            )
    if not missing:
        return entry
    if entry.pk is None:
        notes.append(
            _("New in the register: %(kind)s “%(name)s”.")
            % {"kind": entry._meta.verbose_name, "name": " / ".join(missing.values())}
        )
        if like := search.alike(type(entry), *missing.values()):
            notes.append(
                _("The register has a name like “%(name)s”: “%(known)s”. Merge the two at the desk if they are one.")
                % {"name": next(iter(missing.values())), "known": like[0]}
            )
    for language, name in missing.items():
        setattr(entry, f"name_{language}", name)
    if isinstance(entry, Author):
        family_names.propose(entry)
    entry.fill_slugs()
    entry.save()
    return entry
