"""Who is told what of each step, in the inbox and in a real mail server; and nobody else."""

import io
import smtplib
import socket
import ssl
from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article import rights
from articles.desk.article.refusal import Refusal
from articles.desk.article.verb import Whom
from articles.desk.article.verbs import TABLE
from articles.desk.notices import outbox, reminders, worker
from articles.desk.notices import smtp as postman
from articles.desk.notices.notify import next_digest
from articles.desk.notices.recipients import PEOPLE
from articles.desk.workflow import remarks
from articles.desk.workflow.mailing import choose
from articles.models import Article, MailChoice, Notice, Track
from authors.models import Membership, OnCall
from shaf.db.clock import database_now
from shaf.startup import service_urls
from tests import factories as f
from tests import sink as smtp
from tests.conftest import lift_guards

pytestmark = pytest.mark.one_database
BACKEND = "django.contrib.auth.backends.ModelBackend"
CAIRO = ZoneInfo("Africa/Cairo")


@pytest.fixture(scope="module")
def server():
    with smtp.server() as (sink, port):
        yield sink, port


class Post:
    """The sink, looked into after everything that waits has been sent."""

    def __init__(self, sink):
        self.__dict__["sink"] = sink

    def __getattr__(self, name):
        if name in ("letters", "recipients", "ids", "clear"):
            outbox.deliver()
        return getattr(self.sink, name)

    def __setattr__(self, name, value):
        setattr(self.sink, name, value)


@pytest.fixture
def sink(server, settings, request, monkeypatch):
    """In a test with real transactions mail goes on commit, as in the demo; in the others when somebody looks."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server[1]
    sink = server[0]
    sink.clear()
    sink.rcpt = lambda address: "250 OK"
    sink.data = lambda message: "250 OK"
    if "transactional_db" in request.fixturenames:
        return sink
    monkeypatch.setattr(worker, "soon", lambda: None)
    return Post(sink)


class Newsroom:
    """Two branches; in Cairo each role once, and others who must hear nothing."""

    def __init__(self) -> None:
        self.cairo, self.nairobi = f.make_branch(), f.make_branch("نيروبي", "Nairobi")
        self.writer = self.person("writer", "writer")
        self.second = self.person("second", "writer")
        self.editor = self.person("editor", "editor", languages=["ar"])
        self.english = self.person("english", "editor", languages=["en"])
        self.manager = self.person("manager", "manager", languages=["en"])
        self.person("gone", "editor", is_active=False)
        self.guest = self.person("guest", "editor", branch=self.nairobi)
        self.oncall = self.person("oncall", "editor", branch=self.nairobi)
        self.person("nairobiwriter", "writer", branch=self.nairobi)
        self.person("nairobimanager", "manager", branch=self.nairobi)
        f.User.objects.create_superuser("boss", email="boss@example.org")

    def person(self, username, role, branch=None, languages=("ar", "en"), **fields):
        return f.make_user(
            username,
            role,
            branch or self.cairo,
            languages,
            email=f"{username}@example.org",
            first_name=username,
            **fields,
        )


@pytest.fixture
def room(db):
    f.make_publisher()
    return Newsroom()


@pytest.fixture
def report(room, sink):
    article = f.make_article(by=room.writer, branch=room.cairo.pk, title_ar="سدّ النهضة بعد الملء")
    sink.clear()
    return article


def approve(article, by, at=None, language="ar"):
    return workflow.approve(article.pk, language, by=by, fingerprint=f.fingerprint_of(article, language), at=at)


def in_review(room, article, language="ar"):
    workflow.submit(article.pk, language, by=room.writer)


def scheduled(room, article):
    in_review(room, article)
    approve(article, room.editor, database_now() + timedelta(days=2))


def published(room, article):
    in_review(room, article)
    approve(article, room.editor)


def translated_and_corrected(room, article):
    """English follows the first Arabic edition; a second one is in review."""
    published(room, article)
    f.write(article, room.second, title_en="The dam after the filling")
    workflow.submit(article.pk, "en", by=room.second)
    approve(article, room.manager, language="en")
    workflow.reopen(article.pk, "ar", by=room.writer)
    f.write(article, room.writer, title_ar="سدّ", correction_note_ar="صُحّح العنوان.", correction_kind_ar="substantive")
    in_review(room, article)


# step: (what came before, the step, who is mailed of it, what stands in the mail)
STEPS = {
    "submit": (None, lambda r, a: in_review(r, a), ["editor", "manager"], "بانتظار قرارك"),
    "submit in English": (None, lambda r, a: in_review(r, a, "en"), ["english", "manager"], "بانتظار قرارك"),
    "take back": (in_review, lambda r, a: workflow.take_back(a.pk, "ar", by=r.second), [], ""),
    "send back": (
        in_review,
        lambda r, a: workflow.send_back(a.pk, "ar", by=r.editor, reason="ينقصه مصدر الرقم."),
        ["writer"],
        "ينقصه مصدر الرقم.",
    ),
    "approve": (in_review, lambda r, a: approve(a, r.editor), ["writer"], "اعتُمد ونُشر"),
    "schedule": (
        in_review,
        lambda r, a: approve(a, r.editor, datetime(2040, 3, 1, 9, tzinfo=CAIRO)),
        ["writer"],
        "مارس\xa02040",
    ),
    "reschedule": (
        scheduled,
        lambda r, a: workflow.reschedule(a.pk, "ar", by=r.manager, at=datetime(2041, 5, 2, 9, tzinfo=CAIRO)),
        ["writer"],
        "مايو\xa02041",
    ),
    "cancel": (scheduled, lambda r, a: workflow.cancel(a.pk, "ar", by=r.editor), ["writer"], "أُلغي"),
    "reopen": (published, lambda r, a: workflow.reopen(a.pk, "ar", by=r.second), [], ""),
    "withdraw": (
        published,
        lambda r, a: workflow.withdraw(a.pk, "ar", by=r.editor, reason="قرار قضائي."),
        ["manager", "writer"],
        "قرار قضائي.",
    ),
    "a shared change": (
        scheduled,
        lambda r, a: f.write(a, r.second, topics=[f.make_topic().pk]),
        ["editor", "writer"],
        "مسودة",
    ),
    "embargo": (
        None,
        lambda r, a: workflow.set_embargo(a.pk, by=r.manager, not_before=database_now() + timedelta(days=1)),
        [],
        "",
    ),
    "deadline": (
        None,
        lambda r, a: workflow.set_deadline(a.pk, "ar", by=r.editor, due_on=date(2040, 3, 1)),
        ["writer"],
        "1 مارس 2040",
    ),
    "call in": (
        in_review,
        lambda r, a: workflow.call_in(a.pk, "ar", by=r.manager, editor=r.guest),
        ["guest"],
        "دُعيتَ",
    ),
    "remark": (
        in_review,
        lambda r, a: remarks.remark(a.pk, "ar", by=r.editor, text="من أين هذا الرقم؟"),
        ["writer"],
        "من أين هذا الرقم؟",
    ),
    # The writer twice: his correction is approved, and the English that he helped to write has fallen behind.
    "a correction of the original": (
        translated_and_corrected,
        lambda r, a: approve(a, r.editor),
        ["second", "writer", "writer"],
        "",
    ),
    "bin": (None, lambda r, a: workflow.bin(a.pk, by=r.second), [], ""),
}


@pytest.mark.parametrize("step", STEPS)
def test_each_step_mails_exactly_those_whom_it_concerns(step, room, report, sink):
    before, act, people, said = STEPS[step]
    if before:
        before(room, report)
    sink.clear()
    told = Notice.objects.count()
    act(room, report)
    assert sink.recipients() == people
    assert len(set(sink.ids())) == len(people)
    for _address, message in sink.letters:
        assert said in smtp.text_of(message)
        assert said in smtp.html_of(message)
    assert Notice.objects.count() > told, "the quiet ones stand in the inbox at least"
    assert not Notice.objects.filter(to__username__in=["gone", "boss", "nairobiwriter", "nairobimanager"]).exists()


def test_every_verb_has_its_people_or_is_known_to_concern_nobody():
    nobody = {"CAIRO", "create", "empty_bin", "merge_authors", "share_preview", "revoke_preview", "translation_checked"}
    nobody |= {"add_entry", "add_missing_name", "add_copy_name", "leave_finding", "take_up_finding", "check_name"}
    told = {verb.name for verb in TABLE if verb.told and verb.told.whom}
    assert set(workflow.__all__) - nobody - {"approve_archive", "withdraw_all"} <= told
    assert {whom for verb in TABLE if verb.told for whom in verb.told.whom} == PEOPLE.keys() == set(Whom)


def test_the_one_on_call_and_the_guest_are_asked_and_only_in_their_language(room, report, sink):
    OnCall.objects.create(branch=room.cairo, user=room.oncall, language="ar", until=date(2099, 1, 1))
    workflow.call_in(report.pk, "ar", by=room.manager, editor=room.guest)
    sink.clear()
    in_review(room, report)
    assert sink.recipients() == ["editor", "guest", "manager", "oncall"]
    sink.clear()
    in_review(room, report, "en")
    assert sink.recipients() == ["english", "manager"]


def test_who_contributed_is_not_asked_to_decide(room, report, sink):
    f.write(report, room.editor, title_ar="عنوان غيّره المحرر")
    sink.clear()
    in_review(room, report)
    assert sink.recipients() == ["manager"]
    sink.clear()
    workflow.send_back(report.pk, "ar", by=room.manager, reason="لا")
    assert sink.recipients() == ["editor", "writer"]


def test_the_doer_is_never_told(room, report, sink):
    workflow.submit(report.pk, "ar", by=room.editor)
    assert sink.recipients() == ["manager"]


def test_a_resolved_remark_is_told_to_who_made_it(room, report, sink):
    in_review(room, report)
    note = remarks.remark(report.pk, "ar", by=room.editor, text="وضّح")
    remarks.resolve_remark(note.pk, by=room.writer)
    assert list(Notice.objects.filter(kind="resolve_remark").values_list("to__username", flat=True)) == ["editor"]


@pytest.mark.both_databases
def test_the_same_people_as_the_rights_say(room, report):
    """`who_sees` and `who_decides` are the rights asked backwards: for every person, in every state, they agree."""
    OnCall.objects.create(branch=room.cairo, user=room.oncall, language="ar", until=date(2099, 1, 1))
    OnCall.objects.create(
        branch=room.cairo, user=room.person("late", "editor", room.nairobi), language="ar", until=date(2020, 1, 1)
    )
    for step in (lambda: None, lambda: in_review(room, report), lambda: approve(report, room.editor)):
        step()
        article = Article.objects.get(pk=report.pk)
        sees = set(rights.who_sees(article))
        for user in f.User.objects.all():
            assert (user in sees) == rights.visible_articles(user).filter(pk=article.pk).exists(), user
            for track in article.tracks.all():
                may = rights.may_on(f.User.objects.get(pk=user.pk), "approve", article, track)
                assert (user in set(rights.who_decides(article, track))) == (may and not user.is_superuser), user


def test_somebody_who_left_hears_nothing(room, report, sink):
    in_review(room, report)
    Membership.objects.filter(user=room.writer).delete()
    sink.clear()
    workflow.send_back(report.pk, "ar", by=room.editor, reason="لا")
    assert not sink.letters
    assert not Notice.objects.filter(kind="send_back").exists()


def test_who_leaves_before_the_mail_goes_gets_none(room, report, sink, settings):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    in_review(room, report)
    Membership.objects.filter(user=room.editor).delete()
    settings.EMAIL_PORT = port
    due_now()
    outbox.deliver()
    assert sink.recipients() == ["manager"]


def due_now():
    """As if the pauses and leases had run out."""
    Notice.objects.filter(mail=Notice.Mail.WAITING).update(mail_at=database_now() - timedelta(seconds=1))


@pytest.mark.both_databases
def test_a_refused_verb_tells_nobody_and_a_rolled_back_one_leaves_nothing(transactional_db, room, report, sink):
    with pytest.raises(Refusal):
        workflow.send_back(report.pk, "ar", by=room.editor, reason="ليس في المراجعة")

    with transaction.atomic():
        in_review(room, report)
        assert Notice.objects.exists()
        transaction.set_rollback(True)
    assert not Notice.objects.exists()
    assert not sink.letters
    in_review(room, report)
    assert sink.letters


def test_an_archive_tells_nobody(room, report, sink):
    with transaction.atomic():
        in_review(room, report)
        workflow.approve_archive(report.pk, "ar", by=room.editor, fingerprint=f.fingerprint_of(report))
    assert not sink.letters
    assert not Notice.objects.exists()


# The mail itself


def test_the_mail_is_arabic_and_holds_nothing_but_the_title(room, report, sink):
    in_review(room, report)
    message = next(m for address, m in sink.letters if address.startswith("editor"))
    assert message["From"] == "desk@testserver"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "ar"
    assert message["Subject"] == "بانتظار قرارك: \u2068سدّ النهضة بعد الملء\u2069"
    for part in (smtp.text_of(message), smtp.html_of(message)):
        assert "http://testserver/admin/articles/article/" in part
        assert "تحوّلًا مفصليًا" not in part, "nothing of the text"
        assert "ملخص التقرير" not in part
    html = smtp.html_of(message)
    assert '<html lang="ar" dir="rtl">' in html
    assert "<bdi>سدّ النهضة بعد الملء</bdi>" in html
    assert "\u2068writer\u2069" in smtp.text_of(message)
    link = reverse("admin:articles_article_review", args=[report.pk, "ar"])
    assert f"http://testserver{link}" in smtp.text_of(message)


@pytest.mark.parametrize("words", ["سدّ النهضة ", "The dam and the river ", "ماء 2026 "])
def test_a_long_subject_is_folded_and_unfolds_to_what_it_was(room, report, sink, words):
    title = (words * 20)[:140].strip()
    Article.objects.filter(pk=report.pk).update(title_ar=title)
    in_review(room, report)
    message = next(m for address, m in sink.letters if address.startswith("editor"))
    assert message["Subject"] == f"بانتظار قرارك: \u2068{title}\u2069"
    letter = outbox.compose([Notice.objects.get(to=room.editor)]).message().as_string()
    head = letter[letter.index("Subject:") :].split("\n")
    assert head[0].startswith("Subject: =?utf-8?"), "RFC 5322 2.2.3: no line of a folded header is empty"
    assert max(len(line) for line in head[: head.index("")]) <= 78


def test_no_title_and_no_address_reaches_into_the_headers(room, report, sink):
    title = "عنوان\r\nBcc: victim@example.org\r\n\r\nbody \u202egnp.exe\u2028x"
    Article.objects.filter(pk=report.pk).update(title_ar=title)
    f.User.objects.filter(pk=room.manager.pk).update(email="manager@example.org\nBcc: other@example.org")
    in_review(room, report)
    assert sink.recipients() == ["editor"]
    ((_address, message),) = sink.letters
    assert message["Bcc"] is None
    assert "\u202e" not in message["Subject"]
    assert Notice.objects.get(to=room.manager).mail == "failed"


def test_a_dot_on_its_own_line_and_hostile_reasons_arrive_as_typed(room, report, sink):
    in_review(room, report)
    sink.clear()
    reason = "أولًا\n.\nثانيًا <script>alert(1)</script>\n..ثالثًا"
    workflow.send_back(report.pk, "ar", by=room.editor, reason=reason)
    ((_address, message),) = sink.letters
    assert reason in smtp.text_of(message).replace("\r\n", "\n")
    assert "<script>" not in smtp.html_of(message)


# The server


def test_a_server_that_is_down_stops_no_verb_and_loses_no_mail(transactional_db, room, report, sink, settings):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    in_review(room, report)
    assert Track.objects.get(article=report, language="ar").state == "review"
    assert not sink.letters
    assert set(Notice.objects.values_list("mail", flat=True)) == {"waiting"}
    settings.EMAIL_PORT = port
    due_now()
    outbox.deliver()
    outbox.deliver()
    assert sink.recipients() == ["editor", "manager"]
    assert set(Notice.objects.values_list("mail", flat=True)) == {"sent"}


def test_it_pauses_longer_each_time_and_gives_up_in_the_end(room, report, sink):
    sink.rcpt = lambda address: "451 later"
    in_review(room, report)
    outbox.deliver()
    notice = Notice.objects.get(to=room.editor)
    pauses = []
    for _attempt in range(outbox.TRIES - 1):
        assert notice.mail == "waiting"
        pauses.append(notice.mail_at - database_now())
        due_now()
        outbox.deliver()
        notice.refresh_from_db()
    assert all(later > sooner * 0.99 for sooner, later in pairwise(pauses))
    assert sum(pauses, timedelta()) > timedelta(hours=20)
    assert notice.mail == "failed"
    sink.rcpt = lambda address: "250 OK"
    due_now()
    outbox.deliver()
    assert "editor" not in sink.recipients()
    client = logged_in(room.manager)
    page = client.get(reverse("admin:people")).content.decode()
    assert "editor@example.org" in page
    assert "رسائل لم تصل" in page
    client.post(reverse("admin:people_mail_again", args=[notice.pk]))
    assert "editor" in sink.recipients()


IN_VAIN = {
    "nobody listens": (ConnectionRefusedError(111, "Connection refused"), "تعذّر الوصول"),
    "the name leads nowhere": (socket.gaierror(-2, "Name or service not known"), "تعذّر الوصول"),
    "mute": (TimeoutError("timed out"), "تعذّر الوصول"),
    "a certificate": (ssl.SSLCertVerificationError("self-signed certificate"), "تعذّر الوصول"),
    "the login": (smtplib.SMTPAuthenticationError(535, b"5.7.8 bad password"), "لا يقبل اسم المستخدم"),
    "no STARTTLS": (smtplib.SMTPNotSupportedError("STARTTLS extension not supported"), "من تشفير"),
    "anything": (AttributeError("'NoneType' object has no attribute 'setsockopt'"), "حدث خطأ غير متوقع"),
}


@pytest.mark.parametrize("why", IN_VAIN)
def test_a_letter_tried_three_times_in_vain_is_shown_with_the_reason(room, report, sink, monkeypatch, why):
    error, said = IN_VAIN[why]
    in_review(room, report)
    client = logged_in(room.manager)
    notice = Notice.objects.get(to=room.editor)
    Notice.objects.exclude(pk=notice.pk).delete()

    def fail(postman):
        postman.is_down = True
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("articles.desk.notices.smtp.Postman._open", fail)
        for tries in (1, 2, 3):
            due_now()
            outbox.deliver()
            page = client.get(reverse("admin:people")).content.decode()
            assert ("رسائل لم تصل" in page) == (tries == 3)
    assert "editor@example.org" in page
    assert said in page
    assert "3 محاولات لم تنجح" in page
    notice.refresh_from_db()
    assert (notice.mail, notice.attempts) == ("waiting", 3)
    client.post(reverse("admin:people_mail_again", args=[notice.pk]))
    assert sink.recipients() == ["editor"]
    notice.refresh_from_db()
    assert (notice.mail, notice.trouble, notice.answer) == ("sent", "", "")


def test_what_the_server_said_is_shown_in_plain_words_and_its_own(room, report, sink):
    sink.rcpt = lambda address: "550 5.1.1 no such user" if address.startswith("editor") else "451 4.7.1 later"
    in_review(room, report)
    for _attempt in range(3):
        due_now()
        outbox.deliver()
    page = logged_in(room.manager).get(reverse("admin:people")).content.decode()
    assert "خادم البريد يرفض هذه الرسالة أو عنوانها" in page
    assert "550 5.1.1 no such user" in page
    assert "خادم البريد لا يستقبل الرسائل في الوقت الحالي" in page
    assert "451 4.7.1 later" in page


@pytest.mark.parametrize("error", [ValueError, AttributeError, KeyError, RecursionError, UnicodeError, LookupError])
@pytest.mark.parametrize("where", ["outbox._may_read", "outbox.compose", "postman.sanitize_address"])
def test_one_bad_letter_never_ends_the_round_of_the_others(room, report, sink, monkeypatch, where, error):
    module = {"outbox": outbox, "postman": postman}[where.partition(".")[0]]
    name = where.partition(".")[2]
    right = getattr(module, name)

    def bad(what, *rest):
        address = what if isinstance(what, str) else what[0].to.email if isinstance(what, list) else what.to.email
        if address.startswith("editor"):
            raise error("bad")
        return right(what, *rest)

    monkeypatch.setattr(module, name, bad)
    in_review(room, report)
    assert sink.recipients() == ["manager"]
    assert Notice.objects.get(to=room.editor).trouble


def test_a_backend_that_fails_ends_no_round_either(room, report, settings, monkeypatch):
    monkeypatch.setattr(worker, "soon", lambda: None)
    settings.EMAIL_BACKEND = "tests.desk.test_notices.Unlucky"
    in_review(room, report)
    Unlucky.sent.clear()
    outbox.deliver()
    assert Unlucky.sent == ["manager@example.org"]
    assert Notice.objects.get(to=room.editor).mail == "waiting"


class Unlucky(BaseEmailBackend):
    sent: ClassVar[list[str]] = []

    def send_messages(self, messages):
        for message in messages:
            if message.to[0].startswith("editor"):
                raise RuntimeError("the service said something new")
            self.sent.extend(message.to)


def test_a_kind_that_is_no_longer_known_ends_no_round(room, report, sink):
    choose(room.editor, MailChoice.When.DAILY)
    in_review(room, report)
    Notice.objects.filter(to=room.editor).update(kind="forgotten")
    due_now()
    assert sink.recipients() == ["editor", "manager"]


def test_a_password_is_never_sent_to_a_server_without_the_encryption_that_was_asked_for(room, report, sink, settings):
    for name, value in service_urls.mail(f"submission://u:secret@127.0.0.1:{settings.EMAIL_PORT}").items():
        setattr(settings, name, value)
    in_review(room, report)
    outbox.deliver()
    assert not sink.letters
    assert set(Notice.objects.exclude(trouble="").values_list("trouble", flat=True)) == {"unable"}


def test_an_address_that_is_refused_holds_up_nobody(room, report, sink):
    sink.rcpt = lambda address: "550 unknown" if address.startswith("editor") else "250 OK"
    in_review(room, report)
    assert sink.recipients() == ["manager"]
    assert Notice.objects.get(to=room.editor).mail == "failed"


@pytest.mark.both_databases
def test_a_letter_that_the_server_did_not_acknowledge_goes_again_under_the_same_id(room, report, sink):
    seen = []

    def first_time(message):
        seen.append(message["Message-ID"])
        return "250 OK" if len(seen) > 2 else "451 disk full"

    sink.data = first_time
    in_review(room, report)
    assert not sink.letters
    due_now()
    outbox.deliver()
    assert sink.recipients() == ["editor", "manager"]
    assert set(sink.ids()) == set(seen)


def test_a_letter_that_the_server_took_without_an_answer_is_not_sent_twice(room, report, sink, monkeypatch):
    """It may have it: so a manager is told, and decides."""
    send, cut = smtplib.SMTP.send, []

    def cut_once(self, data):
        send(self, data)
        if data == b".\r\n" and not cut:
            cut.append(data)
            self.file = io.BytesIO()  # the line is cut before the answer: nothing more is read

    monkeypatch.setattr(smtplib.SMTP, "send", cut_once)
    in_review(room, report)
    due_now()
    outbox.deliver()
    assert cut
    assert Notice.objects.get(to=room.editor).mail == "sending"
    assert Counter(sink.recipients())["editor"] <= 1
    assert "manager" in sink.recipients(), "the others go"
    page = logged_in(room.manager).get(reverse("admin:people")).content.decode()
    assert "editor@example.org" in page


@pytest.mark.both_databases
def test_a_lost_lease_sends_nothing(room, report, sink):
    """Where another worker has taken the letter over, the one that was slow breaks off before the server has it."""
    in_review(room, report)
    letter = [Notice.objects.select_related("to", "by", "article").get(to=room.editor)]
    lease = outbox._claim(letter)
    assert outbox._claim(letter) is None, "claimed once"
    assert outbox._mark(letter, "sending", lease)
    Notice.objects.update(mail="waiting", mail_at=lease + timedelta(seconds=1))
    with outbox.Postman() as postman:
        postman.send(outbox.compose(letter), commit=lambda: outbox._mark(letter, "sending", lease))
    assert not sink.sink.letters
    with outbox.Postman() as postman:
        postman.send(outbox.compose(letter), commit=lambda: True)
    assert sink.sink.recipients() == ["editor"]


# Choice, digest, reminder


def test_never_means_the_inbox_only(room, report, sink):
    choose(room.editor, MailChoice.When.NEVER)
    in_review(room, report)
    assert sink.recipients() == ["manager"]
    assert Notice.objects.filter(to=room.editor, read_at=None).count() == 1


@pytest.mark.both_databases
def test_one_mail_a_day_with_everything_since_the_last(room, report, sink):
    choose(room.editor, MailChoice.When.DAILY)
    other = f.make_article(by=room.writer, branch=room.cairo.pk)
    sink.clear()
    in_review(room, report)
    in_review(room, other)
    assert sink.recipients() == ["manager", "manager"]
    due = set(Notice.objects.filter(to=room.editor).values_list("mail_at", flat=True))
    assert due == {next_digest(database_now())}
    sink.clear()
    due_now()
    outbox.deliver()
    outbox.deliver()
    assert sink.recipients() == ["editor"]
    text = smtp.text_of(sink.letters[0][1])
    assert sink.letters[0][1]["Subject"] == "إشعاران من مكتب التحرير"
    assert all(title in text for title in (report.title_ar, other.title_ar))


def test_the_digest_goes_at_eight_in_cairo_in_winter_and_summer():
    for now, due in (
        (datetime(2026, 1, 10, 7, 59, tzinfo=CAIRO), datetime(2026, 1, 10, 8, tzinfo=CAIRO)),
        (datetime(2026, 1, 10, 8, 0, tzinfo=CAIRO), datetime(2026, 1, 11, 8, tzinfo=CAIRO)),
        (datetime(2026, 4, 23, 23, 0, tzinfo=CAIRO), datetime(2026, 4, 24, 8, tzinfo=CAIRO)),
    ):
        assert next_digest(now) == due


def test_a_choice_changes_what_waits(room, report, sink):
    choose(room.editor, MailChoice.When.DAILY)
    in_review(room, report)
    sink.clear()
    choose(room.editor, MailChoice.When.AT_ONCE)
    assert sink.recipients() == ["editor"]


@pytest.mark.both_databases
def test_reviewers_are_reminded_once_and_anew_after_another_submission(room, report, sink):
    in_review(room, report)
    sink.clear()
    hours = room.cairo.review_hours
    remind_after(report, hours - 1)
    assert not sink.letters
    remind_after(report, 1.1)
    remind_after(report, 100)
    assert sink.recipients() == ["editor", "manager"]
    assert "ما زال بانتظار قرارك" in smtp.text_of(sink.letters[0][1])
    workflow.send_back(report.pk, "ar", by=room.editor, reason="لا")
    in_review(room, report)
    sink.clear()
    remind_after(report, 0)
    assert not sink.letters
    remind_after(report, hours)
    assert sink.recipients() == ["editor", "manager"]


def remind_after(article, hours):
    """As if the report had waited that much longer."""
    lift_guards()
    for transition in article.transitions.all():
        transition.at -= timedelta(hours=hours)
        transition.save()
    reminders.remind()
    outbox.deliver()


@pytest.mark.both_databases
def test_the_day_before_it_is_due_the_writer_is_told_once(room, report, sink, monkeypatch):
    workflow.set_deadline(report.pk, "ar", by=room.editor, due_on=date(2030, 5, 20))
    for when, told in (
        (datetime(2030, 5, 18, 12, tzinfo=CAIRO), 0),
        (datetime(2030, 5, 19, 7, tzinfo=CAIRO), 0),
        (datetime(2030, 5, 19, 9, tzinfo=CAIRO), 1),
        (datetime(2030, 5, 20, 9, tzinfo=CAIRO), 1),
    ):
        monkeypatch.setattr(reminders, "database_now", lambda when=when: when)
        reminders.remind()
        assert Notice.objects.filter(kind="deadline", to=room.writer).count() == told, when
    assert Notice.objects.filter(kind="deadline").count() == 1


# The inbox


def logged_in(user) -> Client:
    client = Client()
    client.force_login(user, BACKEND)
    return client


@pytest.mark.both_databases
def test_the_inbox_shows_links_and_marks_as_read(room, report):
    client = logged_in(room.editor)
    bell = 'class="bell"'
    start = client.get(reverse("admin:articles_article_changelist")).content.decode()
    assert bell in start
    assert "إشعار واحد غير مقروء" not in start
    in_review(room, report)
    assert "إشعار واحد غير مقروء" in client.get(reverse("admin:articles_article_changelist")).content.decode()
    page = client.get(reverse("admin:inbox")).content.decode()
    assert '<bdi class="about">سدّ النهضة بعد الملء</bdi>' in page
    notice = Notice.objects.get(to=room.editor)
    opened = client.get(reverse("admin:inbox_notice", args=[notice.pk]))
    assert opened["Location"] == reverse("admin:articles_article_review", args=[report.pk, "ar"])
    notice.refresh_from_db()
    assert notice.read_at
    assert "غير مقروء" not in client.get(reverse("admin:inbox")).content.decode()


def test_somebody_elses_notice_does_not_exist(room, report):
    in_review(room, report)
    notice = Notice.objects.get(to=room.editor)
    assert logged_in(room.writer).get(reverse("admin:inbox_notice", args=[notice.pk])).status_code == 404
    logged_in(room.writer).post(reverse("admin:inbox_read"), {"newest": notice.pk})
    notice.refresh_from_db()
    assert notice.read_at is None


def test_what_may_no_longer_be_seen_shows_nothing(room, report):
    in_review(room, report)
    workflow.send_back(report.pk, "ar", by=room.editor, reason="سبب سري")
    client = logged_in(room.writer)
    assert "سبب سري" in client.get(reverse("admin:inbox")).content.decode()
    Membership.objects.filter(user=room.writer).update(branch=room.nairobi)
    page = client.get(reverse("admin:inbox")).content.decode()
    assert "لم يعد بإمكانك الاطلاع عليه" in page
    assert "سبب سري" not in page
    assert "سدّ النهضة" not in page
    notice = Notice.objects.get(to=room.writer)
    assert client.get(reverse("admin:inbox_notice", args=[notice.pk]))["Location"] == reverse("admin:inbox")


def test_mark_all_as_read_takes_only_what_was_shown(room, report):
    in_review(room, report)
    client = logged_in(room.manager)
    newest = client.get(reverse("admin:inbox")).context["newest"]
    in_review(room, report, "en")
    assert client.get(reverse("admin:inbox_read")).status_code == 405
    client.post(reverse("admin:inbox_read"), {"newest": newest})
    assert Notice.objects.filter(to=room.manager, read_at=None).count() == 1


def test_pages_and_queries_do_not_grow(room, report):
    now = database_now()

    def fill(n):
        first = Notice.objects.count()
        Notice.objects.bulk_create(
            Notice(to=room.editor, kind="submit", key=f"k{first + i}", article=report, language="ar", at=now)
            for i in range(n)
        )

    client = logged_in(room.editor)
    client.get(reverse("admin:inbox"))
    counts = []
    for n in (5, 200):
        fill(n)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page = client.get(reverse("admin:inbox"))
        counts.append(len(queries))
    assert counts[0] == counts[1]
    seen = []
    while True:
        seen += [row["notice"].pk for row in page.context["rows"]]
        if page.context["before"] is None:
            break
        page = client.get(reverse("admin:inbox"), {"before": page.context["before"]})
    assert seen == sorted(Notice.objects.filter(to=room.editor).values_list("pk", flat=True), reverse=True)
    assert client.get(reverse("admin:inbox"), {"before": "x" * 40}).status_code == 200


@pytest.mark.both_databases
def test_telling_costs_the_same_for_two_and_for_twenty(room, report):
    def queries():
        with CaptureQueriesContext(connection) as counted, transaction.atomic():
            in_review(room, report)
            transaction.set_rollback(True)
        return len(counted)

    few = queries()
    for n in range(20):
        room.person(f"more{n}", "editor")
    assert queries() == few


def test_the_choice_is_made_on_its_page(room):
    client = logged_in(room.writer)
    url = reverse("admin:inbox_choices")
    assert client.get(url).status_code == 200
    assert client.post(url, {"when": "weekly"}).status_code == 200
    assert not MailChoice.objects.exists()
    assert client.post(url, {"when": "daily"}).status_code == 302
    assert MailChoice.objects.get(user=room.writer).when == "daily"
