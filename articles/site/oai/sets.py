"""Sets: the reports of one language, branch, topic or kind. By number: a setSpec is ASCII (the protocol, 2.7)."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import QuerySet

from articles.press.models import Edition
from articles.site import register
from articles.site.addresses import LANGUAGES
from articles.site.frame import OWN_NAMES

# Those kinds of the register that say what a report is.
KINDS = ("branch", "topic", "type")
SPEC = re.compile(r"([a-z]+)-([a-z]{2}|[1-9][0-9]{0,17})", re.ASCII)


def everything(now: datetime) -> Iterator[tuple[str, str]]:
    """setSpec and name of each set that has something public in it."""
    for language in LANGUAGES:
        yield f"language-{language}", OWN_NAMES[language]
    for name in KINDS:
        kind, named = register.KINDS[name], {}
        for language in LANGUAGES:
            for entry in register.public(kind, language, now).order_by("pk"):
                named.setdefault(entry.pk, []).append(entry.name_in(language))
        for number, names in sorted(named.items()):
            yield f"{name}-{number}", " / ".join(names)


def languages_in(spec: str) -> tuple[str, ...]:
    """The languages of a set's reports."""
    kind, _dash, which = spec.partition("-")
    return tuple(code for code in LANGUAGES if code == which) if kind == "language" else LANGUAGES


def within(editions: "QuerySet[Edition]", spec: str) -> "QuerySet[Edition]":
    """Those of a set; none of a set that there is not."""
    if not spec or spec in {f"language-{code}" for code in LANGUAGES}:
        return editions
    found = SPEC.fullmatch(spec)
    if found is None or found[1] not in KINDS or not found[2].isdecimal():
        return editions.none()
    index = register.KINDS[found[1]].index
    return editions.filter(**{f"{index._meta.model_name}__entry": int(found[2])})


def of(editions: Iterable[Edition]) -> dict[int, list[str]]:
    """The sets that each edition is in, by its key. One query a kind."""
    found = {edition.pk: [f"language-{edition.language}"] for edition in editions}
    for name in KINDS:
        rows = register.KINDS[name].index.objects.filter(edition__in=found).order_by("entry")
        for edition, entry in rows.values_list("edition", "entry"):
            found[edition].append(f"{name}-{entry}")
    return found
