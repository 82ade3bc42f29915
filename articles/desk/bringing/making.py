"""A brought file → a new draft, or the fields of a report that is there: through the verbs, once."""

from collections.abc import Callable, Collection
from dataclasses import replace

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import ngettext

from articles.desk import workflow
from articles.desk.article import draft
from articles.desk.copy_check.house import house_of
from articles.desk.copy_check.of_files import settled
from articles.desk.importers import drafts, file_pictures
from articles.desk.importers.document import Document
from articles.desk.importers.to_html import to_html
from articles.models import Article, BroughtFile
from articles.press.html.sanitise import canonical, worked_out_once
from authors.models import Branch
from shaf.db.at_once import once_more

# Of the fields of one language, those that a file brings.
BRINGS = ("title", "standfirst", "body")


def make(
    file: BroughtFile,
    document: Document,
    *,
    by: AbstractBaseUser,
    branch: Branch,
    notes: list[str],
    repair: bool = False,
) -> int:
    """The new draft's id; where the file became one before, that one's. `repair`: with every safe repair of its copy.

    Raises Refusal, Unimportable.
    """

    def store(pictures: file_pictures.Encoded) -> int:
        documents = {document.language: document}
        byline = drafts.byline_of(documents, notes, publishing=False)
        drafts.note(documents, byline, notes, publishing=False)
        drafts.require_new(document, byline, branch)
        changes = drafts.changes(documents, byline, branch, notes, by=by, pictures=pictures)
        article = workflow.create(by=by, changes=_settled(changes, document, branch, notes, repair=repair))
        drafts.remember_new(article, document, byline, branch)
        drafts.remark(article, documents, by)
        return article.pk

    return _once(file, document, store, notes)


def fill(
    file: BroughtFile,
    document: Document,
    article: Article,
    fields: Collection[str],
    *,
    by: AbstractBaseUser,
    version: int,
    notes: list[str],
    repair: bool = False,
) -> int:
    """Set these fields of the report, as it was at `version`, to the file's. `repair`: as for `make`.

    Raises Refusal, Unimportable.
    """

    def store(pictures: file_pictures.Encoded) -> int:
        # What is not asked for leaves nothing behind: no name in the register, no picture in the library.
        wanted = document
        if f"body_{document.language}" not in fields:
            wanted = replace(wanted, blocks=(), pictures=(), remarks=(), lost=())
        if "attributions" not in fields:
            wanted = replace(wanted, attributions=(), problem=None)
        documents = {document.language: wanted}
        byline = drafts.byline_of(documents, notes, publishing=False) if "attributions" in fields else None
        changes = drafts.changes(documents, byline, article.branch, notes, by=by, pictures=pictures)
        chosen = {field: value for field, value in changes.items() if field in fields}
        chosen = _settled(chosen, document, article.branch, notes, repair=repair)
        workflow.write(article.pk, by=by, changes=chosen, base_version=version)
        drafts.remark(article, documents, by)
        return article.pk

    return _once(file, document, store, notes)


def _settled(
    changes: draft.Draft, document: Document, branch: Branch, notes: list[str], *, repair: bool
) -> draft.Draft:
    """The changes, with what is to be said of their copy."""
    if not repair:
        return changes
    changes, copy = settled(changes, document.language, house_of(branch.pk), repair=True)
    if copy.repaired:
        text = ngettext(
            "%(n)d place is repaired. The repair counts as your contribution to this text.",
            "%(n)d places are repaired. The repair counts as your contribution to this text.",
            copy.repaired,
        )
        notes.append(text % {"n": copy.repaired})
    return changes


def offered(document: Document) -> list[str]:
    """The fields of a draft that the document has something for."""
    given = {"title": document.title, "standfirst": document.standfirst, "body": "text"}
    found = [f"{name}_{document.language}" for name in BRINGS if given[name]]
    return [*found, "attributions"] if document.attributions else found


def replaced(article: Article, fields: Collection[str]) -> set[str]:
    """Those of the fields that say something now."""
    current = draft.read(article)
    return {field for field in fields if current[field] != draft.EMPTY[field]}


def _once(
    file: BroughtFile, document: Document, store: Callable[[file_pictures.Encoded], int], notes: list[str]
) -> int:
    """What takes long is worked out before the transaction opens; a second press of the button finds what the first
    one made.
    """
    with worked_out_once():
        pictures = file_pictures.encoded([document])
        canonical(file_pictures.placed(to_html(document.blocks), document, pictures))

        def stored() -> int:
            with transaction.atomic():
                locked = BroughtFile.objects.select_for_update().get(pk=file.pk)
                made = locked.made_id or store(pictures)
                locked.made_id, locked.data = made, b""
                locked.save(update_fields=["made", "data"])
                return made

        return once_more(stored, begin_again=notes.clear)
