"""Paths → outcomes: which files are one report, one transaction for each, and what became of it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction

from articles.desk.article.refusal import Refusal
from articles.desk.article.said import gettext as _
from articles.desk.article.said import joined
from articles.desk.copy_check.of_files import Counted
from articles.desk.importers import decode, file_pictures, formats
from articles.desk.importers.document import Document
from articles.desk.importers.drafts import digest, digest_of, store
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.to_html import to_html
from articles.models import Article
from articles.press.html.sanitise import TooLarge, canonical, worked_out_once
from authors.models import Branch
from shaf.db.at_once import once_more
from shaf.product.limits import FILE_BYTES

SAMPLES = Path(__file__).parent / "samples"
LANGUAGE_SUFFIX = re.compile(r"(?P<stem>.+)\.(?P<language>ar|en)")
CREATED, UPDATED, UNCHANGED, REFUSED = "created", "updated", "unchanged", "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report. `result`: created, updated, unchanged or refused.

    `paths` are its files, `article` its id. Refused: `code` is stable, for tests; `path` and `line` say where, `reason`
    and `remedy` what is wrong and what to do. `published`: the languages that went out. `notes`: for the desk.
    `copy`: what the rules of copy say of each language.
    """

    result: str
    paths: tuple[Path, ...]
    article: int | None = None
    published: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    code: str = ""
    path: Path | None = None
    line: int | None = None
    reason: str = ""
    remedy: str = ""
    copy: Mapping[str, Counted] = field(default_factory=dict)


def import_files(
    paths: Iterable[Path | str],
    *,
    by: AbstractBaseUser,
    branch: Branch | None = None,
    approved_by: AbstractBaseUser | None = None,
    accept_repairs: bool = False,
    repair: bool = False,
    dry_run: bool = False,
    progress: Callable[[list[tuple[Path, ...]]], Iterable[tuple[Path, ...]]] = iter,
    outcomes: list[Outcome] | None = None,
) -> list[Outcome]:
    """Import files, and those of directories whose format is read, as `by`; publish them as `approved_by`, if given.

    `name.ar.docx` beside `name.en.docx` is one report in two languages. One transaction a report: of a refused one
    nothing is stored. `accept_repairs` takes the better spelling of a title, `repair` makes every safe repair of the
    copy, as `by`. `dry_run` does it all and rolls it back.
    Each outcome is put into `outcomes` as it comes, so that whoever breaks the import off knows what was stored.
    Raises Refusal where `approved_by` is `by`.
    """
    if approved_by is not None and approved_by.pk == by.pk:
        raise Refusal("four_eyes", _("Who imports cannot approve: name another person."))
    outcomes = [] if outcomes is None else outcomes
    taken: set[str] = set()
    with transaction.atomic() if dry_run else nullcontext():
        for files in progress(list(_reports(map(Path, paths)))):
            outcomes.append(
                _one(
                    files,
                    by=by,
                    branch=branch,
                    approved_by=approved_by,
                    taken=taken,
                    accept_repairs=accept_repairs,
                    repair=repair,
                    dry_run=dry_run,
                )
            )
        if dry_run:
            transaction.set_rollback(True)
    return outcomes


def _reports(paths: Iterable[Path]) -> Iterator[tuple[Path, ...]]:
    """The files of each report, Arabic first. A directory without text comes out as itself, to be refused."""
    files: list[Path] = []
    for path in paths:
        files += _brought(path) or [path] if path.is_dir() else [path]
    reports: dict[tuple[Path, str], dict[str, Path]] = {}
    for path in dict.fromkeys(files):
        named = LANGUAGE_SUFFIX.fullmatch(path.stem)
        key = (path.parent, named["stem"] if named else path.name)
        reports.setdefault(key, {})[named["language"] if named else ""] = path
    for files_of in reports.values():
        yield tuple(files_of[language] for language in sorted(files_of))


def _brought(folder: Path) -> list[Path]:
    """The files of a folder that are read by their names; what word processors keep beside an open file is none."""
    found = (path for path in folder.iterdir() if path.suffix.lower() in formats.BROUGHT)
    return sorted(path for path in found if not path.name.startswith((".", "~$")))


def _one(
    files: tuple[Path, ...],
    *,
    by: AbstractBaseUser,
    branch: Branch | None,
    approved_by: AbstractBaseUser | None,
    taken: set[str],
    accept_repairs: bool,
    repair: bool,
    dry_run: bool,
) -> Outcome:
    documents: dict[str, Document] = {}
    digests: dict[str, str] = {}
    notes: list[str] = []
    languages: dict[str, Path] = {}
    path = files[0]
    try:
        for path in files:
            document, told = _read(path)
            _check_name(path, document)
            documents[document.language], digests[document.language] = document, told
            languages[document.language] = path
        path = files[0]
        what = {
            "by": by,
            "branch": branch,
            "approved_by": approved_by,
            "notes": notes,
            "taken": taken,
            "accept_repairs": accept_repairs,
            "repair": repair,
        }
        with worked_out_once():
            # Before the transaction opens: on SQLite nobody else writes while it is open.
            pictures = None if dry_run else file_pictures.encoded(documents.values())
            what["pictures"] = pictures
            for document in documents.values():
                canonical(file_pictures.placed(to_html(document.blocks), document, pictures))
            stored = once_more(lambda: store(documents, digests, **what), begin_again=notes.clear)
    except Unimportable as problem:
        where = languages.get(problem.language, path)
        return _refused(files, where, problem.code, problem.reason, problem.remedy, problem.line)
    except Refusal as refusal:
        return _refused(files, path, refusal.code, joined(refusal.messages), _remedy(refusal))
    except TooLarge:
        return _refused(files, path, "too_large", _("The text is too large."), _("Split the file."))
    except IntegrityError:
        return _refused(
            files,
            path,
            "at_once",
            _("Somebody else stored the same report, or the same name in the register, at this moment."),
            _("Run the import again."),
        )
    taken.add(Article.objects.values_list("import_reference", flat=True).get(pk=stored.article.pk))
    return Outcome(stored.result, files, stored.article.pk, stored.published, tuple(notes), copy=stored.copy)


def _read(path: Path) -> tuple[Document, str]:
    """The document of a file, and the digest that tells whether it has changed."""
    if path.is_dir():
        raise Unimportable(
            "no_files",
            _("The directory holds no file that is read: %(suffixes)s.") % {"suffixes": " ".join(formats.BROUGHT)},
            _("Name another directory, or files."),
        )
    try:
        # One byte more, by which it is too large.
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except OSError as error:
        raise Unimportable(
            "unreadable",
            _("The file cannot be read: %(error)s.") % {"error": error.strerror},
            _("Check the path and the rights to read it."),
        ) from error
    document = formats.read(data, path.name)
    # What is plain is told by its text, as it always was: a file that was imported before is still the same.
    return document, digest_of(document) if document.lenient else digest(decode.decode(data))


def _check_name(path: Path, document: Document) -> None:
    named = LANGUAGE_SUFFIX.fullmatch(path.stem)
    if named and named["language"] != document.language:
        raise Unimportable(
            "language.name",
            _("The file's name promises another language than its text is in."),
            _("Rename it: .ar.txt is for Arabic, .en.txt for English."),
        )


def _remedy(refusal: Refusal) -> str:
    match refusal.code:
        case "language" | "role" | "branch":
            return _("Import as somebody with the right, or have the branch's manager give it.")
        case "locked":
            return _("Wait for the decision or take the report back at the desk, then import again.")
        case _:
            return _("Settle it at the desk or in the file, then import again.")


def _refused(
    files: tuple[Path, ...], path: Path, code: str, reason: str, remedy: str, line: int | None = None
) -> Outcome:
    return Outcome(REFUSED, files, code=code, path=path, line=line, reason=reason, remedy=remedy)
