"""manage.py import_wordpress: a thin shell over articles.desk.importers.wordpress.run."""

from argparse import RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from articles.desk.archive.recording import Found, copy_found, record
from articles.desk.article.refusal import Refusal
from articles.desk.article.said import joined
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.wordpress import site_map
from articles.desk.importers.wordpress.run import (
    CREATED,
    LEFT,
    REFUSED,
    UNCHANGED,
    UPDATED,
    Importing,
    Outcome,
    dry,
)
from articles.desk.importers.wordpress.site_map import SiteMap
from articles.desk.importers.wordpress.survey import Survey, survey
from articles.desk.importers.wordpress.uploads import Uploads
from articles.management.commands.import_reports import branch_of, opened, user_of
from authors.models import Branch
from shaf.commands.progress import Progress, interruptible

RESULTS = (CREATED, UPDATED, UNCHANGED, REFUSED, LEFT)
WIDTH = 9
FEW = 20

DESCRIPTION = """\
Import the archive of a WordPress site from the export that it makes itself (Tools, Export, All content: WXR 1.0 to 1.2,
also gzipped, also several files of one site).

First have a map proposed: with --map FILE, where there is no such file yet, it is written and nothing is imported. Edit
it: which category is which branch, topic or series, who the people are, what becomes of types and statuses. Then run
the command again with the same map, with --dry-run first. Without a map only exact names are matched, and all else
goes to --branch; --publish needs a map.

Pictures come from --media, the copied wp-content/uploads. Nothing is fetched from anywhere. What was public there is
published with --publish, dated as it was; drafts, private posts and what cannot be published become drafts; what is in
the trash is left out, unless the map says otherwise. Every old address and feed id is kept.

Run it again as often as you like: what is here already is left alone, what changed there is updated, and what was
edited at the desk since is refused, not overwritten. What a person should look at stands at the desk, under "archive".
"""


class Command(BaseCommand):
    help = DESCRIPTION

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.formatter_class = RawDescriptionHelpFormatter
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("exports", nargs="+", type=Path, metavar="EXPORT.xml", help="a file of the export")
        parser.add_argument("--media", type=Path, metavar="FOLDER", help="the copied wp-content/uploads")
        parser.add_argument("--map", type=Path, metavar="FILE", help="the map; written where it is not there yet")
        parser.add_argument("--branch", metavar="SLUG", help="where all goes that the map leads to no branch")
        parser.add_argument(
            "--as", dest="by", required=True, metavar="USERNAME", help="who imports, and counts as the writer"
        )
        parser.add_argument("--publish", action="store_true", help="publish what was public there, dated as it was")
        parser.add_argument("--approved-by", metavar="OTHER", help="who approves; needed with --publish, not USERNAME")
        parser.add_argument(
            "--accept-repairs", action="store_true", help="take the proposed spelling of damaged titles"
        )
        parser.add_argument("--encoding", default="", metavar="NAME", help="of the files, where they declare another")
        parser.add_argument(
            "--repair-encoding", action="store_true", help="read letters anew that were in a wrong encoding once"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and store nothing")
        parser.add_argument("--report", metavar="FILE", help="write what is said here into this file, too")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("en"), opened(options["report"]) as self.file:
            try:
                self.import_wordpress(**options)
            except Unimportable as problem:
                raise CommandError(f"{problem.reason} {problem.remedy}".strip()) from problem
            except Refusal as refusal:
                raise CommandError(" ".join(map(str, refusal.messages))) from refusal

    def say(self, line: str, style: Callable[[str], str] = str, *, in_file_alone: bool = False) -> None:
        first, rest = line[:WIDTH], line[WIDTH:]
        if not in_file_alone:
            self.stdout.write(f"{style(first)}{rest}")
        if self.file:
            self.file.write(f"{line}\n")

    def import_wordpress(self, **options: Any) -> None:
        paths: list[Path] = options["exports"]
        if options["publish"] != bool(options["approved_by"]):
            raise CommandError("--publish and --approved-by OTHER go together: who imports cannot approve.")
        if options["publish"] and not options["map"]:
            raise CommandError("--publish needs --map FILE: have it proposed first, and edit it.")
        if options["media"] and not options["media"].is_dir():
            raise CommandError(f"{options['media']} is no folder.")
        by, branch = user_of(options["by"]), branch_of(options["branch"]) if options["branch"] else None
        approved_by = user_of(options["approved_by"]) if options["approved_by"] else None
        found, broken = survey(paths, options["encoding"])
        for path, problem in broken:
            place = f"{path}, line {problem.line}" if problem.line else str(path)
            self.say(f"{REFUSED.ljust(WIDTH)}  {place}", self.style.ERROR)
            self.say(f"{'':11}{problem.reason}\n{'':11}→ {problem.remedy}")
        whole = [path for path in paths if path not in {path for path, _problem in broken}]
        if not whole:
            raise CommandError("None of the files can be read; nothing is stored.")
        if options["map"] and not options["map"].exists():
            return self.propose(found, options["map"])
        importing = Importing(
            found,
            site_map.read(options["map"]) if options["map"] else site_map.of_exact_names(found),
            Uploads(options["media"]),
            by=by,
            branch=branch,
            approved_by=approved_by,
            accept_repairs=options["accept_repairs"],
            repair_encoding=options["repair_encoding"],
            dry_run=options["dry_run"],
            encoding=options["encoding"],
        )
        self.run_through(importing, whole, branch, quiet=options["verbosity"] == 0)
        if broken:
            raise CommandError(f"{len(broken)} of {len(paths)} files could not be read; nothing of them is stored.")
        return None

    def propose(self, found: Survey, path: Path) -> None:
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(site_map.proposed(found))
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
        self.say(
            f"The map is proposed in {path}: {found.entries} entries, {len(found.terms)} categories and tags, "
            f"{len(found.people)} people. Edit it, and run the command again. Nothing was imported."
        )

    def run_through(self, importing: Importing, paths: list[Path], branch: Branch | None, *, quiet: bool) -> None:
        counts: Counter[str] = Counter()
        notes: Counter[str] = Counter()
        progress = Progress("entries", quiet=quiet)
        told = {"by": importing.by, "command": "import_wordpress", "source": importing.home, "branch": branch}

        def so_far() -> str:
            stored = "nothing was stored" if importing.dry_run else "run it again for the others"
            return f"{_counted(counts)}; {stored}."

        if isinstance(importing.mapped, SiteMap) and not importing.mapped.is_a_file:
            self.say("There is no map: only exact names are matched, and all else goes to --branch.")
        with interruptible(so_far):
            each = dry(importing, paths) if importing.dry_run else importing.outcomes(paths)
            for outcome in progress.of(each, importing.survey.entries):
                counts[outcome.result] += 1
                notes.update(str(one.text) for one in outcome.found)
                self.report(outcome)
                if not importing.dry_run and (found := list(_found(outcome))):
                    record(found, **told)
            undecided = list(importing.undecided())
            if not importing.dry_run:
                importing.carry_terms()
                record(undecided, **told, results=counts)
        for one in undecided:
            self.say(f"{'':11}note: {one.text}")
        if notes:
            self.say(
                f"{sum(notes.values())} notes, at the desk under “archive”"
                + (" and in the report." if self.file else ".")
            )
        self.say(f"{_counted(counts)}.")
        if importing.dry_run:
            self.say("Dry run: nothing was stored.")

    def report(self, outcome: Outcome) -> None:
        """A line of what was refused on the terminal; all of it in the file, each with the address that it had."""
        refused = outcome.result == REFUSED
        number = f" → report {outcome.article}" if outcome.article else ""
        out = f", published: {', '.join(outcome.published)}" if outcome.published else ""
        self.say(
            f"{outcome.result.ljust(WIDTH)}  {outcome.place or outcome.title}{number}{out}",
            self.style.ERROR if refused else self.style.SUCCESS,
            in_file_alone=not refused,
        )
        if refused:
            self.say(f"{'':11}{outcome.reason}\n{'':11}→ {outcome.remedy}")
        for one in outcome.found:
            self.say(f"{'':11}note: {one.text}", in_file_alone=True)


def _found(outcome: Outcome) -> Iterator[Found]:
    if outcome.result == REFUSED:
        text = joined([outcome.reason, outcome.remedy])
        yield Found(kind="refused", text=text, what=outcome.title, place=outcome.place)
    yield from outcome.found
    if outcome.article and outcome.result in (CREATED, UPDATED):
        yield from copy_found([outcome.article])


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[result]} {result}" for result in RESULTS)
