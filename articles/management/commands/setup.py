"""manage.py setup: asks what a new installation needs, and says what stands and what lacks (articles/desk/setup/)."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from articles.desk.article.refusal import Refusal
from articles.desk.demo import mark
from articles.desk.setup import answers, letter, links
from articles.desk.setup.standing import Standing, holders, standing, without_password
from articles.desk.workflow import founding
from authors.models import Branch, Membership, Source
from shaf.commands.asking import Questions
from shaf.commands.progress import interruptible
from shaf.http import static_files
from shaf.startup import tag_authority
from shaf.startup.configuration import TAG
from shaf.text import terminal

IN_ENGLISH = gettext_noop("Its name in English (Enter: none yet)")
MANAGER, EDITOR = Membership.Role.MANAGER, Membership.Role.EDITOR


class Command(BaseCommand):
    help = (
        "Make a new installation ready: the database, the centre's name, a first branch, its manager and its editor, "
        "mail, static files. Asks what it is not told, and changes nothing unasked: run again, it says what lacks."
    )
    requires_system_checks = (TAG,)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--language", choices=list(dict(settings.LANGUAGES)), help="the language to ask in")
        parser.add_argument("--site-url", metavar="URL", help="confirms SITE_URL, and stops where it is another")
        parser.add_argument(
            "--tag-authority", metavar="DOMAIN", help="a domain of the centre's, in the feed ids for good"
        )
        parser.add_argument("--publisher", metavar="NAME", help="the name of the centre, in Arabic")
        parser.add_argument("--publisher-en", metavar="NAME", help="its name in English")
        parser.add_argument("--branch", metavar="NAME", help="the name of the first branch (or of another), in Arabic")
        parser.add_argument("--branch-en", metavar="NAME", help="its name in English")
        parser.add_argument("--manager", metavar="'NAME <MAIL>'", help="who manages the branch")
        parser.add_argument("--editor", metavar="'NAME <MAIL>'", help="who approves what the manager writes")
        parser.add_argument("--mail-to", metavar="ADDRESS", help="send a letter there, to try the mail")
        parser.add_argument("--new-links", action="store_true", help="print new links for who has no password yet")
        parser.add_argument("--no-input", action="store_true", help="ask nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(options["language"] or terminal.language()):
            again = _("What is done stays done. Run `manage.py setup` again: it goes on from there.")
            with interruptible(again, word=_("Interrupted.")):
                try:
                    self._set_up(options)
                except EOFError:
                    self.stdout.write("")
                    raise CommandError(again) from None
                except (Refusal, ValidationError) as error:
                    raise CommandError(" ".join(map(str, error.messages))) from error

    def _set_up(self, options: dict[str, Any]) -> None:
        self.options = options
        self.questions = Questions(options, lambda wrong: self.stdout.write(self.style.ERROR(wrong)))
        self.printed: set[int] = set()
        self._database()
        self._centre()
        branch = self._branch()
        manager = self._person(branch, MANAGER, _("Who manages the branch? Name <mail>"))
        editor = self._person(branch, EDITOR, _("Who approves what the manager writes? Name <mail>"))
        self._links([*without_password(holders(branch, MANAGER)), *without_password(holders(branch, EDITOR))])
        self._mail(manager[1] if manager else editor[1] if editor else "")
        self._static_files()
        self._summary(standing())

    # The database, and what its first migrate writes for good

    def _database(self) -> None:
        url, confirmed = settings.SITE_URL, self.options["site_url"]
        if confirmed and confirmed.rstrip("/") != url:
            said = _("SITE_URL is %(url)s, and not %(other)s. Set it in the environment or the file .env.")
            raise CommandError(said % {"url": url, "other": confirmed})
        try:
            if tag_authority.is_set(connection):
                self._made_before()
                return
        except DatabaseError as error:
            raise CommandError(_("The database does not answer: %(why)s") % {"why": str(error).strip()}) from error
        if (
            self.questions.asks
            and not confirmed
            and not self.questions.yes(_("The public address is %(url)s. Is that right?") % {"url": url})
        ):
            raise CommandError(_("Set SITE_URL in the environment or the file .env, and run `manage.py setup` again."))
        settings.TAG_AUTHORITY = self.questions.answer(
            "tag_authority",
            _("A domain of the centre’s own. It stays in the feed ids for good, whatever becomes of the address"),
            self._authority,
            settings.TAG_AUTHORITY,
        )
        self.stdout.write(_("The database is being made…"))
        self._migrate()

    def _made_before(self) -> None:
        if mark.stands():
            raise CommandError(_("`manage.py demo` made this database. Set DATABASE_URL to one of your own."))
        if wanted := self.options["tag_authority"]:
            founding.set_authority(self._authority(wanted))
        executor = MigrationExecutor(connection)
        if not (due := len(executor.migration_plan(executor.loader.graph.leaf_nodes()))):
            return
        # Nothing can be lost where nobody was ever appointed: an interrupted first migrate goes on.
        if "auth_user" in connection.introspection.table_names() and not mark.is_empty():
            said = ngettext(
                "%(n)d migration is due. Run `manage.py migrate` after a backup.",
                "%(n)d migrations are due. Run `manage.py migrate` after a backup.",
                due,
            )
            raise CommandError(said % {"n": due})
        self._migrate()

    def _migrate(self) -> None:
        call_command("migrate", verbosity=0, interactive=False)

    def _authority(self, typed: str) -> str:
        name = typed.strip().lower()
        if not settings.DEBUG and (wrong := tag_authority.trouble(name)):
            raise ValidationError(wrong)
        return name

    # The centre and its people

    def _centre(self) -> None:
        wanted, wanted_en = self.options["publisher"], self.options["publisher_en"]
        named = founding.is_named(Source.publisher())
        name, name_en = "", ""
        if wanted or not named:
            name = self.questions.answer(
                "publisher",
                _("The name of the centre, in Arabic"),
                lambda typed: answers.arabic_name(typed, "--publisher-en"),
            )
        if wanted_en or not named:
            name_en = self.questions.optional("publisher_en", _(IN_ENGLISH), answers.english_name)
        if name or name_en:
            founding.name_centre(name, name_en)

    def _branch(self) -> Branch:
        first = Branch.objects.first()
        if first and not self.options["branch"]:
            return first
        name = self.questions.answer(
            "branch",
            _("The name of the first branch, in Arabic"),
            lambda typed: answers.branch_name(typed, "--branch-en"),
        )
        known = founding.branch_named(name)
        if known:
            return known
        return founding.found_branch(
            name, self.questions.optional("branch_en", _(IN_ENGLISH), answers.english_branch_name)
        )

    def _person(self, branch: Branch, role: str, question: str) -> tuple[str, str] | None:
        """Appoint somebody where nobody has the role or one is named; return name and address, if it was done."""
        option = str(role)
        held = holders(branch, role)
        if held.exists() and not self.options[option]:
            return None
        managers = {person.email for person in holders(branch, MANAGER)} if role == EDITOR else set()

        def somebody_else(typed: str) -> tuple[str, str]:
            name, address = answers.person(typed)
            if address in managers:
                raise ValidationError(_("The manager cannot approve their own text: name somebody else."))
            return name, address

        name, address = self.questions.answer(option, question, somebody_else)
        if held.filter(email__iexact=address).exists():
            return None
        person = founding.appoint(branch, name=name, email=address, role=role)
        if not person.has_usable_password():
            self._print_link(person.email, links.first_password(person))
            self.printed.add(person.pk)
        return name, address

    def _links(self, people: list[Any]) -> None:
        for person in {person.pk: person for person in people}.values():
            if person.pk in self.printed:
                continue
            asked = _("%(who)s has set no password yet. Print a new link?") % {"who": person.email}
            if self.options["new_links"] or (self.questions.asks and self.questions.yes(asked, unless_said=False)):
                self._print_link(person.email, links.first_password(person))

    def _print_link(self, email: str, link: str) -> None:
        said = _("%(who)s sets a password here. The link opens once, within 24 hours, and is not shown again:")
        self.stdout.write(f"\n{said % {'who': email}}\n{link}\n")
        if settings.SECOND_FACTOR_REQUIRED:
            self.stdout.write(_("Then they set a second factor, so their phone should be at hand.") + "\n")

    # What is beside the database

    def _mail(self, appointed: str) -> None:
        to = self.options["mail_to"] or appointed
        if not to:
            return
        wrong = letter.send(answers.mail(to))
        sent = _("A letter is on its way to %(to)s: look whether it arrives.") % {"to": to}
        self.stdout.write(self.style.WARNING(wrong) if wrong else sent)

    def _static_files(self) -> None:
        if not static_files.trouble():
            return
        self.stdout.write(_("Static files are being collected…"))
        try:
            static_files.collect()
        except OSError as error:
            said = _("Static files cannot be collected: %(why)s. Set STATIC_ROOT to a folder that can be written.")
            self.stdout.write(self.style.WARNING(said % {"why": error}))

    def _summary(self, found: Standing) -> None:
        centre = found.centre
        without = dict.fromkeys(person.email for person in without_password(self._everybody()))
        waiting = _("not set yet by %(who)s") % {"who": ", ".join(without)} if without else ""
        lines = [
            (found.address, _("public address: %(is)s") % {"is": settings.SITE_URL}),
            (bool(centre), _("authority of the feed ids: %(is)s") % {"is": centre.tag_authority if centre else "—"}),
            (found.named, _("centre: %(is)s") % {"is": centre or "—"}),
            (found.branch, _("branches: %(is)s") % {"is": ", ".join(map(str, Branch.objects.all())) or "—"}),
            (found.people, _("people: a manager, and an editor beside them")),
            (not waiting, _("passwords: %(is)s") % {"is": waiting or _("everybody has set one")}),
            (not letter.goes_nowhere(), _("mail: EMAIL_URL names a server")),
        ]
        self.stdout.write("")
        width = max(len(_("stands")), len(_("lacks")))
        for stands, line in lines:
            word, style = (_("stands"), self.style.SUCCESS) if stands else (_("lacks"), self.style.WARNING)
            self.stdout.write(f"{style(word.ljust(width))}  {line}")
        said = _("Now start the server, `manage.py serve`, and enter at %(url)s.")
        self.stdout.write(f"\n{said % {'url': f'{settings.SITE_URL}/admin/'}}")

    def _everybody(self) -> list[Any]:
        return [
            person for branch in Branch.objects.all() for role in (MANAGER, EDITOR) for person in holders(branch, role)
        ]
