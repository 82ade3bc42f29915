"""What an importer found, kept for the page of the desk. Every importer calls `record`."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import ngettext

from articles.desk.archive.kinds import KINDS, OF_SENTENCES
from articles.desk.article.said import Said, joined, said_in
from articles.desk.copy_check.drafts import checked, document_of
from articles.desk.copy_check.house import house_of
from articles.desk.importers.run import REFUSED, UNCHANGED, Outcome
from articles.models import Article, Import, ImportFinding
from authors.models import Branch
from shaf.db.clock import database_now

SOURCE_LENGTH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`kind`: of kinds.py. `text`: the sentence; one of `said.gettext`, or a lazy one, is read in the reader's own.

    `article`: the report it is about, and in which of its languages. `what`: what it is about, as it stood there;
    `place`: the report's address on the former site, or its file.
    """

    kind: str
    text: str | Promise
    article: int | None = None
    language: str = ""
    what: str = ""
    place: str = ""


def record(
    found: Iterable[Found],
    *,
    by: AbstractBaseUser,
    command: str,
    source: str,
    branch: Branch | None = None,
    results: Mapping[str, int] | None = None,
) -> Import:
    """Keep what was found, and return the import that it belongs to.

    Called as often as an importer likes: what has the same person, command and source is one import, until `results`
    says that it has ended. A run that was broken off goes on where it was, and nothing is kept twice. Raises KeyError
    for a kind that there is not.
    """
    rows = [_row(one) for one in found]
    with transaction.atomic():
        imported = _import(by, command, source[:SOURCE_LENGTH], branch)
        for row in rows:
            row.imported = imported
        ImportFinding.objects.bulk_create(rows, batch_size=200, ignore_conflicts=True)
        if results is not None:
            imported.results, imported.ended_at = dict(results), database_now()
            imported.save()
    return imported


def _import(by: AbstractBaseUser, command: str, source: str, branch: Branch | None) -> Import:
    same = Import.objects.filter(by=by.pk, command=command, source=source, ended_at=None).first()
    return same or Import.objects.create(
        by_id=by.pk, command=command, source=source, branch=branch, begun_at=database_now()
    )


def _row(one: Found) -> ImportFinding:
    in_english = said_in(one.text, "en")
    about = [KINDS[one.kind].name, one.article, one.language, one.what, one.place, in_english]
    return ImportFinding(
        kind=one.kind,
        article_id=one.article,
        language=one.language,
        text_ar=said_in(one.text, "ar"),
        text_en=in_english,
        what=one.what,
        place=one.place,
        digest=hashlib.sha256(json.dumps(about).encode()).hexdigest(),
    )


def found_in(outcomes: Iterable[Outcome]) -> list[Found]:
    """What `import_reports` has to say of its files."""
    found = []
    for outcome in outcomes:
        place = " + ".join(path.name for path in outcome.paths)
        if outcome.result == REFUSED:
            found.append(Found(kind="refused", text=joined([outcome.reason, outcome.remedy]), place=place))
        if outcome.result not in (REFUSED, UNCHANGED):
            found += [
                Found(kind=kind_of(note), text=note, article=outcome.article, place=place) for note in outcome.notes
            ]
    return found


def kind_of(sentence: str) -> str:
    """The kind of an importer's sentence, by what it was made of."""
    return OF_SENTENCES.get(sentence.msgid, "note") if isinstance(sentence, Said) else "note"


def copy_found(articles: Sequence[int]) -> list[Found]:
    """Of these reports, what the rules of copy would repair without changing a letter, a line for each language."""
    houses, found = cache(house_of), []
    for article in Article.objects.filter(pk__in=articles).select_related("branch"):
        house = houses(article.branch_id)
        for language in ("ar", "en"):
            if not getattr(article, f"title_{language}"):
                continue
            if safe := checked(document_of(article, language), language, house).safe:
                text = Said(partial(_places, safe))
                found.append(Found(kind="copy", text=text, article=article.pk, language=language))
    return found


def _places(n: int) -> str:
    text = ngettext(
        "%(n)d place can be repaired without changing a letter.",
        "%(n)d places can be repaired without changing a letter.",
        n,
    )
    return text % {"n": n}
