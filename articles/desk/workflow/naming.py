"""Names in the register: a new entry, and the name that an entry lacks in a language. No existing name is changed."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.desk.article import rights
from articles.desk.article.refusal import Refusal
from articles.desk.workflow.steps import require
from authors import family_names, names, search
from authors.models import Author, Entry
from authors.slugs import remember_slugs, save_with_slugs
from shaf.db.at_once import once_more
from shaf.text import arabic

E = TypeVar("E", bound=Entry)
PARTS = {f"{part}_name_{language}" for part in ("given", "family") for language, _name in settings.LANGUAGES}


class SimilarNames(Refusal):
    """The register has names like it. `alike`: the entries, the likeliest first; `sure` says that it is another one."""

    def __init__(self, name: str, alike: Sequence[Entry]) -> None:
        super().__init__("name.similar", _("The register has a name like “%(name)s”. Is it the same?") % {"name": name})
        self.alike = tuple(alike)


class NameIsThere(Refusal):
    """It was added meanwhile, in another window perhaps. `known` is that name."""

    def __init__(self, known: str) -> None:
        super().__init__(
            "name.there",
            _("This name has been added meanwhile: “%(name)s”. It stays; an editor can change it.") % {"name": known},
        )
        self.known = known


def add_entry(model: type[E], typed: Mapping[str, str], *, by: AbstractBaseUser, sure: bool = False) -> E:
    """A new entry with the names that were typed, by language; '' where there is none. Raises Refusal."""
    require(
        by.has_perm(f"authors.add_{model._meta.model_name}"),
        "role",
        _("You may not add names. Ask a manager of your branch for a role."),
    )
    given = {language: name for language, text in typed.items() if (name := names.clean(text))}
    for language, name in given.items():
        require(rights.writes_in(by, language), "language", _not_your_language(language))
        _check(name, language)
    if not any(arabic.fold(name) for name in given.values()):
        raise Refusal("name.missing", _("Write a name."))
    return once_more(lambda: _added(model, given, sure))


def _added(model: type[E], given: Mapping[str, str], sure: bool) -> E:
    """Run again where somebody stores the same slug at this moment: then the question is asked."""
    entry = model()
    for language, name in given.items():
        _set_name(entry, language, name)
    # Before the register is searched: whoever adds the name at this moment then takes the same slug.
    entry.fill_slugs()
    if not sure:
        _ask_whether_it_is_another(entry, given)
    entry.save()
    return entry


@transaction.atomic
def add_missing_name(
    model: type[E], entry_id: int, language: str, name: str, *, by: AbstractBaseUser, sure: bool = False
) -> E:
    """Give an entry the name that it lacks in this language, with its slug; one that is there stays as it is.

    Raises Refusal, NameIsThere and SimilarNames.
    """
    entry = model.objects.select_for_update().filter(pk=entry_id).first()
    if entry is None or getattr(entry, "merged_into_id", None):
        raise Refusal("gone", _("This entry is not in the register any more, or was merged into another one."))
    require(rights.may_name(by, entry, language), "role", _not_your_name(entry, language))
    name = names.clean(name)
    if not name.strip():
        raise Refusal("name.missing", _("Write a name."))
    _check(name, language)
    honorific_and_name = names.parted(name) if model is Author else ("", name)
    if known := entry.name_in(language):
        if known in (name, honorific_and_name[1]):
            return entry
        raise NameIsThere(known)
    _set_name(entry, language, name)
    if not sure:
        _ask_whether_it_is_another(entry, {language: entry.name_in(language)})
    before = entry.slug_in(language)
    save_with_slugs(entry)
    remember_slugs(entry, {f"slug_{language}": before})
    return entry


@transaction.atomic
def check_name(author_id: int, parts: Mapping[str, str], *, by: AbstractBaseUser) -> Author:
    """Say that an author's name is divided into given and family name as `parts` has it: `given_name_ar` …; what is not
    in it stays. A name of one part has neither in the register. Raises Refusal.
    """
    require(by.has_perm("authors.change_author"), "role", _("Only an editor says how a name is divided."))
    author = Author.objects.select_for_update().filter(pk=author_id, merged_into=None).first()
    if author is None:
        raise Refusal("gone", _("This entry is not in the register any more, or was merged into another one."))
    for part in PARTS & parts.keys():
        text = names.clean(parts[part])
        if len(text) > Author._meta.get_field(part).max_length:
            raise Refusal("too_long", _("A given or family name has at most %(limit)d characters.") % {"limit": 100})
        setattr(author, part, text)
    for language, _name in settings.LANGUAGES:
        given, family = family_names.parts_in(author, language)
        if bool(given) != bool(family):
            message = _("“%(name)s”: fill in both the given and the family name, or leave both empty.")
            raise Refusal("half", message % {"name": f"\u2068{author.name_in(language) or author}\u2069"})
    author.name_checked = True
    author.save()
    return author


def _check(name: str, language: str) -> None:
    if wrong := names.problem(name, language):
        raise Refusal("name.unusable", wrong)


def _set_name(entry: Entry, language: str, name: str) -> None:
    if isinstance(entry, Author):
        honorific, name = names.parted(name)
        if honorific and not getattr(entry, f"honorific_{language}"):
            setattr(entry, f"honorific_{language}", honorific)
    setattr(entry, f"name_{language}", name)
    if isinstance(entry, Author):
        family_names.propose(entry)


def _ask_whether_it_is_another(entry: Entry, given: Mapping[str, str]) -> None:
    if alike := [other for other in search.alike(type(entry), *given.values()) if other.pk != entry.pk]:
        raise SimilarNames(next(iter(given.values())), alike)


def _not_your_language(language: str) -> str:
    return _("You do not write in %(language)s, so leave that name to somebody who does.") % {
        "language": dict(settings.LANGUAGES)[language]
    }


def _not_your_name(entry: Entry, language: str) -> str:
    if rights.is_of_the_house(entry):
        return _("The names of the centre and of its branches are for those who manage them.")
    return _not_your_language(language)
