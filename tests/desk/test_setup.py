"""From nothing to ready: what `setup` asks, makes and refuses, and what the start page says is lacking."""

import re
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.desk.dashboard.checklist import checklist
from articles.desk.notices import outbox
from articles.desk.setup import links
from articles.models import Edition
from authors.models import Branch, FormerSlug, Membership, Source
from shaf import heartbeats
from shaf.commands import asking
from tests import factories as f
from tests.desk.test_people import logged_in, set_password

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ANSWERS = {
    "publisher": "مركز الأمل",
    "branch": "فرع القاهرة",
    "manager": "نادية حمدي <nadia@example.org>",
    "editor": "كريم الشافعي <karim@example.org>",
}
# As they are asked on a terminal: names in both languages, and nobody's English branch.
TYPED = ["مركز الأمل", "Al Amal Centre", "القاهرة", "", ANSWERS["manager"], ANSWERS["editor"]]


@pytest.fixture(autouse=True)
def _fresh():
    mail.outbox = []


def set_up(**options) -> str:
    said = StringIO()
    call_command("setup", **{"language": "en", "no_input": True} | options, stdout=said, no_color=True)
    return said.getvalue()


def links_in(said: str) -> list[str]:
    return re.findall(r"http://testserver(/admin/password_reset/\S+)", said)


@pytest.fixture
def terminal(monkeypatch):
    """A terminal at which these lines are typed; then Ctrl-C, or whatever `end` is."""

    def at(lines, end=KeyboardInterrupt):
        waiting, asked = iter(lines), []

        def typed(question):
            asked.append(question)
            try:
                return next(waiting)
            except StopIteration:
                raise end from None

        monkeypatch.setattr(asking, "input", typed, raising=False)
        monkeypatch.setattr(asking.sys, "stdin", type("Terminal", (), {"isatty": staticmethod(lambda: True)}))
        return asked

    return at


def stands() -> tuple:
    people = Membership.objects.values_list("user__email", "role", "branch__name_ar").distinct()
    return Source.publisher().name_ar, sorted(people)


READY = (
    "مركز الأمل",
    [("karim@example.org", "editor", "القاهرة"), ("nadia@example.org", "manager", "القاهرة")],
)


@pytest.mark.both_databases
def test_from_nothing_to_a_desk_with_two_people():
    said = set_up(**ANSWERS)
    assert stands() == READY
    centre = Source.publisher()
    assert (centre.slug_ar, centre.name_en) == ("مركز-الأمل", "")
    assert FormerSlug.objects.filter(kind="source", entry=centre.pk).count() == 2
    manager, editor = links_in(said)
    client = Client()
    assert set_password(client, manager)["Location"] == reverse("admin:index")
    assert client.get(reverse("admin:people")).status_code == 200
    assert client.get(reverse("admin:authors_source_change", args=[centre.pk])).context["has_change_permission"]
    assert Client().get(manager).status_code == 200, "it opens once, and then says that it is no more"
    assert set_password(Client(), editor)["Location"] == reverse("admin:index")
    assert [message.to for message in mail.outbox] == [["nadia@example.org"]], "the letter that tries the mail"
    outbox.deliver()
    assert {message.to[0] for message in mail.outbox} == {"nadia@example.org", "karim@example.org"}


def test_run_again_it_changes_nothing_and_says_what_lacks():
    set_up(**ANSWERS)
    mail.outbox = []
    before = stands(), Source.publisher().slug_ar
    said = set_up()
    assert (stands(), Source.publisher().slug_ar) == before
    assert not links_in(said)
    assert not mail.outbox
    assert "lacks   passwords" in said
    assert len(links_in(set_up(new_links=True))) == 2
    set_up(**ANSWERS)
    assert stands() == before[0]


def test_a_later_name_keeps_the_addresses():
    set_up(**ANSWERS)
    set_up(publisher="مركز الرجاء")
    assert (Source.publisher().name_ar, Source.publisher().slug_ar) == ("مركز الرجاء", "مركز-الأمل")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"publisher": None}, "give --publisher"),
        ({"branch": None}, "give --branch"),
        ({"manager": None}, "give --manager"),
        ({"editor": None}, "give --editor"),
        ({"publisher": " "}, "--publisher: The name is empty|Arabic letter"),
        ({"publisher": "Al Amal"}, "--publisher: .*no Arabic letter.*--publisher-en"),
        ({"publisher_en": "الأمل"}, "--publisher-en: .*no Latin letter"),
        ({"publisher": "م" * 201}, "--publisher: The name is too long"),
        ({"branch": "Cairo"}, "--branch: .*no Arabic letter.*--branch-en"),
        ({"manager": "nadia@example.org"}, "--manager: Write a name and an address"),
        ({"manager": "نادية <nadia>"}, "--manager: “nadia” is no mail address"),
        ({"manager": "نادية <nadia@example>"}, "--manager: .* is no mail address"),
        ({"editor": "نادية حمدي <NADIA@example.org>"}, "--editor: The manager cannot approve their own text"),
        ({"mail_to": "nobody"}, "“nobody” is no mail address"),
        ({"site_url": "https://other.example.org"}, "SITE_URL is http://testserver"),
        ({"tag_authority": "localhost"}, "every machine’s name for itself"),
        ({"tag_authority": "https://example.org/"}, "can be no authority"),
    ],
    ids=str,
)
def test_what_it_refuses_in_a_line(options, said):
    with pytest.raises(CommandError, match=said) as refused:
        set_up(**ANSWERS | options)
    assert "\n" not in str(refused.value)
    assert refused.value.returncode == 1


@pytest.mark.parametrize("end", [KeyboardInterrupt, EOFError])
@pytest.mark.parametrize("typed", range(len(TYPED)))
def test_interrupted_at_any_question_it_goes_on_from_there(terminal, typed, end):
    terminal(TYPED[:typed], end)
    with pytest.raises(CommandError, match="goes on from there") as interrupted:
        set_up(no_input=False)
    assert interrupted.value.returncode == (130 if end is KeyboardInterrupt else 1)
    set_up(**ANSWERS)
    assert stands() == READY


def test_what_cannot_be_read_is_asked_again(terminal):
    lines = ["", "Al Amal", TYPED[0], "الأمل", TYPED[1], "Cairo", *TYPED[2:4], "nadia", TYPED[4], TYPED[4], TYPED[5]]
    asked = terminal(lines)
    said = set_up(no_input=False)
    assert stands() == READY
    assert Source.publisher().name_en == "Al Amal Centre"
    assert len(asked) == len(lines)
    assert said.count("no Arabic letter") == 2
    assert "The manager cannot approve" in said


def test_it_asks_in_the_language_of_the_terminal(terminal, monkeypatch):
    asked = terminal([])
    for language, word in (("ar", "اسم المركز"), ("en", "name of the centre")):
        monkeypatch.setenv("LANGUAGE", language)
        with pytest.raises(CommandError):
            set_up(no_input=False, language=None)
        assert word in asked[-1]


def test_the_link_is_good_for_a_day():
    person = f.make_user("somebody", "writer", email="somebody@example.org")
    now = timezone.now()
    for hours, good in ((23, True), (25, False)):
        with time_machine.travel(now, tick=False):
            (path,) = links_in(links.first_password(person))
        with time_machine.travel(now + timedelta(hours=hours), tick=False):
            assert (Client().get(path).status_code == 302) is good


def test_mail_that_does_not_go_is_said_and_stops_nothing(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    said = set_up(**ANSWERS)
    assert "The mail server cannot be reached" in said
    assert "setup --mail-to nadia@example.org" in said
    assert stands() == READY
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    assert "Mail goes to nobody: EMAIL_URL" in set_up(mail_to="nadia@example.org")


@pytest.mark.both_databases
def test_the_authority_can_be_set_right_until_something_is_published():
    set_up(**ANSWERS, tag_authority="amal.example.org")
    assert Source.publisher().tag_authority == f"amal.example.org,{timezone.now().year}"
    f.make_edition()
    assert Edition.objects.exists()
    with pytest.raises(CommandError, match="would make every report unread"):
        set_up(tag_authority="other.example.org")
    set_up(tag_authority="amal.example.org")


# The start page


def undone(user) -> set[str]:
    with_words = {str(step.does): step for step in checklist(user)}
    return {words for words, step in with_words.items() if not step.done}


def test_the_start_page_says_what_lacks_until_nothing_does(settings):
    root = f.User.objects.create_superuser("root")
    client = logged_in(root)
    page = client.get(reverse("admin:index"))
    assert "checklist-title" in page.content.decode()
    # The public address of the tests is one.
    assert len(undone(root)) == 7
    set_up(**ANSWERS)
    assert len(undone(root)) == 4, "logo, mail, a report and a backup"
    outbox.deliver()
    assert len(undone(root)) == 3
    Source.objects.filter(kind="own").update(logo="logo.png")
    settings.SITE_URL = "http://localhost:8000"
    assert len(undone(root)) == 3
    settings.SITE_URL = "https://reports.example.org"
    f.make_article()
    heartbeats.beat(heartbeats.BACKUP)
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    assert len(undone(root)) == 1, "a worker"
    heartbeats.beat(heartbeats.WORKER)
    assert checklist(root) == []
    assert "checklist-title" not in client.get(reverse("admin:index")).content.decode()


def test_who_may_do_it_sees_it_and_may_put_it_away():
    set_up(**ANSWERS)
    manager, editor = (f.User.objects.get(email=f"{name}@example.org") for name in ("nadia", "karim"))
    assert checklist(editor) == []
    assert checklist(manager)
    client = logged_in(manager)
    assert client.get(reverse("admin:checklist_dismiss")).status_code == 405
    assert client.post(reverse("admin:checklist_dismiss")).status_code == 302
    assert checklist(manager) == []
    assert checklist(f.User.objects.create_superuser("root")), "for the others it stands"


def test_where_there_is_no_branch_nobody_is_offered_a_report():
    client = logged_in(f.User.objects.create_superuser("root"))
    add = reverse("admin:articles_article_add")
    founding = reverse("admin:authors_branch_add")

    def pages() -> list[str]:
        return [
            client.get(path).content.decode() for path in (reverse("admin:index"), add, reverse("admin:people_invite"))
        ]

    assert Branch.objects.count() == 0
    start, form, invite = pages()
    assert add not in start
    for page in (form, invite):
        assert founding in page
        assert "<textarea" not in page
        assert "submit-row" not in page
    f.make_branch()
    start, form, invite = pages()
    assert add in start
    assert "<textarea" in form
    assert "submit-row" in invite
