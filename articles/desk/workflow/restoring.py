"""An earlier version becomes the working copy again: a save like any other, so nothing is deleted."""

from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from articles.desk.article import draft
from articles.desk.article.fields import MANY_IDS, ONE_ID, SHARED
from articles.desk.article.refusal import Refusal
from articles.desk.workflow.repeated import no_change
from articles.desk.workflow.steps import lock, record, require
from articles.desk.workflow.writing import write
from articles.models import Article, Attribution, Revision
from articles.press.html.sanitise import worked_out_once
from authors.models import Author, Source
from shaf.db.clock import database_now


@dataclass(frozen=True)
class Restorable:
    """What a version can give back: all its fields, without the entries and pictures that are gone since.

    `missing` names those, as kind and id: ("author", 17).
    """

    draft: draft.Draft
    missing: tuple[tuple[str, int], ...]


def restore(
    article_id: int,
    *,
    by: AbstractBaseUser,
    version: int,
    base_version: int,
    leave_out: Collection[tuple[str, int]] = (),
) -> Article:
    """Write every field as it was in `version`, through `write`: its rights, locks and rules hold.

    `base_version` is the one that the person compared it with; where the article moved on since, or where something
    that the version names is gone and not in `leave_out`, nothing is restored. Raises Refusal.
    """
    with worked_out_once():
        # Before the transaction opens: on SQLite nobody else writes while it is open.
        if there := Revision.objects.filter(article=article_id, version=version).first():
            draft.normalised(there.draft)
        with transaction.atomic():
            return _restore(article_id, by, version, base_version, leave_out)


def _restore(
    article_id: int, by: AbstractBaseUser, version: int, base_version: int, leave_out: Collection[tuple[str, int]]
) -> Article:
    article = lock(article_id)
    revision = article.revisions.filter(version=version).first()
    if article.version > base_version and revision and _reads_like(article, restorable(revision)):
        no_change(article, "restore")
    if article.version != base_version:
        raise Refusal(
            "stale_version", _("The report was saved again since you looked. Here is what restoring would change now.")
        )
    if revision is None:
        raise Refusal("gone", _("This report has no such version."))
    wanted = restorable(revision)
    if not set(wanted.missing) <= set(leave_out):
        raise Refusal("missing", _("Something that this version names was deleted since. Look at what is left out."))
    article = write(article_id, by=by, changes=wanted.draft, base_version=base_version)
    require(article.version != base_version, "unchanged", _("The report reads like this version already."))
    record(article, "restore", by=by, now=database_now(), reason=_("Version %(n)d restored") % {"n": version})
    return article


def _reads_like(article: Article, wanted: Restorable) -> bool:
    now = draft.read(article)
    return all(now[field] == value for field, value in wanted.draft.items())


def restorable(revision: Revision) -> Restorable:
    """The fields of a version as they can be written now; authors that were merged since are those they became."""
    old = draft.normalised(draft.EMPTY | revision.draft)
    rows = [draft.ATTRIBUTION | row for row in old["attributions"]]
    authors = dict(
        Author.objects.filter(pk__in={a for row in rows for a in row["authors"]}).values_list("pk", "merged_into")
    )
    sources = _there(Source, [row["source"] for row in rows])
    missing: dict[tuple[str, int], None] = {}

    def gone(kind: str, pk: int | None, there: Collection[int]) -> bool:
        if pk is None or pk in there:
            return False
        missing[kind, pk] = None
        return True

    for field in SHARED:
        key, model = field.name, field.entry
        if model and field.kind in ONE_ID and gone(_kind(model), old[key], _there(model, [old[key]])):
            old[key] = None
    for field in SHARED:
        if field.entry and field.kind in MANY_IDS:
            there = _there(field.entry, old[field.name])
            old[field.name] = [pk for pk in old[field.name] if not gone(_kind(field.entry), pk, there)]
    for row in rows:
        row["source"] = None if gone("source", row["source"], sources) else row["source"]
        row["authors"] = list(
            dict.fromkeys(authors[pk] or pk for pk in row["authors"] if not gone("author", pk, authors))
        )
    old["attributions"] = [row for row in rows if _says_something(row)]
    if old["branch"] is None:
        # A report always has one: the present one stays.
        del old["branch"]
    return Restorable(old, tuple(missing))


def _kind(model: type[Model]) -> str:
    """What an entry or a picture is called in `Restorable.missing`."""
    return str(model._meta.model_name)


def _there(model: type[Model], ids: Collection[int | None]) -> set[int]:
    return set(model._default_manager.filter(pk__in={pk for pk in ids if pk}).values_list("pk", flat=True))


def _says_something(row: draft.Draft) -> bool:
    return row["kind"] == Attribution.Kind.BYLINE or any(
        row[field] for field in ("source", "authors", "title", "url", "date")
    )
