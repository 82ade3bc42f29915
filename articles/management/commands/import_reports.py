"""manage.py import_reports: a thin shell over articles.desk.importers.run."""

from argparse import RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, TextIO

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from articles.desk.archive.recording import copy_found, found_in, record
from articles.desk.article.refusal import Refusal
from articles.desk.importers.run import CREATED, REFUSED, UNCHANGED, UPDATED, Outcome, import_files
from authors.models import Branch
from shaf.commands.progress import Progress, interruptible

User = get_user_model()
RESULTS = (CREATED, UPDATED, UNCHANGED, REFUSED)
# Reports beyond which each note is said once, with the number of reports that it is about.
FEW = 20
# Of the first column: what became of a report.
WIDTH = 9

DESCRIPTION = """\
Import reports from files, as drafts or, for an archive, as editions dated as the documents say.

Read are Word (.docx), OpenDocument (.odt), HTML, Markdown and plain text in UTF-8, one paragraph a line; what a file is
is told by its content, not by its name. Word, OpenDocument and Markdown need pypandoc-binary (uv sync --extra word).

A report begins with its title and the branch («فرع القاهرة» or "Cairo branch"), and ends with the attributions, each of
the lines «المصدر: …», «الكاتب: …», «التاريخ: …» (Source, Author, Date). The one whose source is this centre, by its
name or an alias in the register, is the report's own; every other is a reference. Whatever has no place in a report
here is named, with its place. name.ar.docx beside name.en.txt is one report in two languages.

Title, date and branch say which report a file is. An unchanged one is left alone, a changed one updates its report
(and returns it to draft if it was published), and one edited at the desk since is refused, not overwritten.

The rules of copy are asked of each text that is stored: what they find is counted here and listed in --report FILE,
kind by kind. An archive's texts stood so in public, so no error of copy keeps one from being published; --repair makes
every repair that is safe.

With --publish nobody reads a report on its way out, so one with a damaged title, without its attribution or with an
empty line in it is refused.
"""


class Command(BaseCommand):
    help = DESCRIPTION

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.formatter_class = RawDescriptionHelpFormatter
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="a file, or a directory for those of its files that are read"
        )
        parser.add_argument(
            "--as", dest="by", required=True, metavar="USERNAME", help="who imports, and counts as the writer"
        )
        parser.add_argument("--branch", metavar="SLUG", help="the branch, whatever the documents say")
        parser.add_argument("--publish", action="store_true", help="publish, dated as the documents say")
        parser.add_argument("--approved-by", metavar="OTHER", help="who approves; needed with --publish, not USERNAME")
        parser.add_argument(
            "--accept-repairs",
            action="store_true",
            help="take the proposed spelling of a damaged title; without it such a report is not published",
        )
        parser.add_argument(
            "--repair",
            action="store_true",
            help="make every safe repair of the copy, which changes no letter; it is the contribution of USERNAME",
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="say what would happen and store nothing (other writers wait while it runs)",
        )

        parser.add_argument("--report", metavar="FILE", help="write what is said here into this file, too")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("en"), opened(options["report"]) as self.file:
            self.import_reports(**options)

    def say(self, line: str, style: Callable[[str], str] = str, *, in_file_alone: bool = False) -> None:
        """`style` colours the first word, on a terminal that has colours."""
        first, rest = line[:WIDTH], line[WIDTH:]
        if not in_file_alone:
            self.stdout.write(f"{style(first)}{rest}")
        if self.file:
            self.file.write(f"{line}\n")

    def import_reports(
        self,
        *,
        paths: list[str],
        by: str,
        branch: str | None,
        publish: bool,
        approved_by: str | None,
        accept_repairs: bool,
        repair: bool,
        dry_run: bool,
        verbosity: int,
        **_options: Any,
    ) -> None:
        if publish != bool(approved_by):
            raise CommandError("--publish and --approved-by OTHER go together: who imports cannot approve.")
        person, into = user_of(by), branch_of(branch) if branch else None
        progress = Progress("reports", quiet=verbosity == 0)
        outcomes: list[Outcome] = []
        kept = Kept(outcomes, by=person, source=" ".join(paths), branch=into, nothing=dry_run)

        def so_far() -> str:
            if dry_run:
                return f"{len(outcomes)} of {progress.total} reports were tried; nothing was stored."
            return (
                f"{len(outcomes)} of {progress.total} reports: {_counted(outcomes)}. Run it again for the others; what "
                "is imported is left alone."
            )

        try:
            with interruptible(so_far):
                import_files(
                    paths,
                    by=person,
                    branch=into,
                    approved_by=user_of(approved_by) if approved_by else None,
                    accept_repairs=accept_repairs,
                    repair=repair,
                    dry_run=dry_run,
                    progress=progress.of if dry_run else lambda files: kept.after_each(progress.of(files)),
                    outcomes=outcomes,
                )
        except Refusal as refusal:
            raise CommandError(" ".join(map(str, refusal.messages))) from refusal
        finally:
            kept.end()
        apart = len(outcomes) > FEW and verbosity < 2
        for outcome in outcomes:
            self.report(outcome, dry_run=dry_run, with_notes=not apart)
        if apart:
            self.notes(outcomes)
        self.copy(outcomes, repaired=repair)
        self.say(f"{_counted(outcomes)}.")
        if dry_run:
            self.say("Dry run: nothing was stored.")
        if refused := sum(outcome.result == REFUSED for outcome in outcomes):
            raise CommandError(f"{refused} of {len(outcomes)} refused; nothing of them is stored.")

    def notes(self, outcomes: list[Outcome]) -> None:
        """Each note once: among hundreds of reports nobody reads the same sentence beside each."""
        noted = [note for outcome in outcomes if outcome.result != UNCHANGED for note in outcome.notes]
        for note, n in Counter(noted).most_common():
            self.stdout.write(f"note: {note}" + (f" ({n} times)" if n > 1 else ""))
        if noted:
            self.stdout.write("-v 2 says them beside each report.")

    def copy(self, outcomes: list[Outcome], *, repaired: bool) -> None:
        """In all what the rules of copy say, and how much of it repairs itself."""
        counted = [one for outcome in outcomes for one in outcome.copy.values()]
        errors, warnings = (sum(getattr(one, name) for one in counted) for name in ("errors", "warnings"))
        safe, mended = (sum(getattr(one, name) for one in counted) for name in ("safe", "repaired"))
        if mended:
            self.say(f"Copy check: repaired {mended}.")
        if errors or warnings:
            more = f"; --repair would mend {safe} of them" if safe and not repaired else ""
            self.say(f"Copy check: {errors} errors, {warnings} warnings{more}.")

    def report(self, outcome: Outcome, *, dry_run: bool, with_notes: bool) -> None:
        files = " + ".join(map(str, outcome.paths))
        if outcome.result == REFUSED:
            place = f"{outcome.path}, line {outcome.line}" if outcome.line else str(outcome.path)
            self.say(f"{REFUSED.ljust(WIDTH)}  {place}", self.style.ERROR)
            self.say(f"{'':11}{outcome.reason}\n{'':11}→ {outcome.remedy}")
            return
        number = "" if dry_run and outcome.result == CREATED else f" → report {outcome.article}"
        out = f", published: {', '.join(outcome.published)}" if outcome.published else ""
        self.say(f"{outcome.result.ljust(WIDTH)}  {files}{number}{out}", self.style.SUCCESS)
        for note in outcome.notes if outcome.result != UNCHANGED else ():
            self.say(f"{'':11}note: {note}", in_file_alone=not with_notes)
        for language, copy in outcome.copy.items():
            if copy.repaired:
                self.say(f"{'':11}copy ({language}): {copy.repaired} repaired", in_file_alone=True)
            for kind in copy.kinds:
                said = f"{kind.rule} ×{kind.n}: {kind.message} {', '.join(kind.places)}"
                self.say(f"{'':11}copy ({language}): {said}", in_file_alone=True)


class Kept:
    """What the outcomes say, for the page of the desk on which it is worked off: kept report by report, so that a run
    that is killed leaves what it found.

    A run that found nothing leaves nothing there; `nothing`: nor does this one.
    """

    def __init__(
        self, outcomes: list[Outcome], *, by: AbstractBaseUser, source: str, branch: Branch | None, nothing: bool
    ) -> None:
        self.outcomes, self.nothing = outcomes, nothing
        self.told = {"by": by, "command": "import_reports", "source": source, "branch": branch}
        self.seen = 0
        self.any = False

    def after_each(self, files: Iterable[tuple[Path, ...]]) -> Iterator[tuple[Path, ...]]:
        for one in files:
            yield one
            self.keep()

    def keep(self) -> None:
        new, self.seen = self.outcomes[self.seen :], len(self.outcomes)
        stored = [outcome.article for outcome in new if outcome.article and outcome.result in (CREATED, UPDATED)]
        if found := [*found_in(new), *copy_found(stored)]:
            record(found, **self.told)
            self.any = True

    def end(self) -> None:
        if not self.nothing:
            self.keep()
        if self.any:
            record([], **self.told, results=Counter(outcome.result for outcome in self.outcomes))


def opened(path: str | None) -> AbstractContextManager[TextIO | None]:
    """The file for the report, before anything is imported: what cannot be written is said at once."""
    if path is None:
        return nullcontext()
    try:
        return Path(path).open("w", encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from error


def _counted(outcomes: list[Outcome]) -> str:
    counts = Counter(outcome.result for outcome in outcomes)
    return ", ".join(f"{counts[result]} {result}" for result in RESULTS)


def user_of(username: str) -> AbstractBaseUser:
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise CommandError(f"There is no active account “{username}”.")
    return user


def branch_of(slug: str) -> Branch:
    branch = Branch.objects.filter(slug_ar=slug).first() or Branch.objects.filter(slug_en=slug).first()
    if branch is None:
        known = ", ".join(slug for pair in Branch.objects.values_list("slug_ar", "slug_en") for slug in pair if slug)
        raise CommandError(f"There is no branch with the slug “{slug}”. There are: {known or 'none yet'}.")
    return branch
