"""Every address, by everybody, read and sent to: each answer is written down in permissions.txt.

Addresses are read from the URL table, so a new one fails here until its row is written. A row is an address with the
language that it names, a method, and one answer for each of the PEOPLE, in their order. The site knows no logins: its
rows have one answer, which a stranger and a superuser get alike. What is asked for is Cairo's; an address that is sent
to gets an empty form, and what it does is undone. No page is drawn: who gets it is decided before. Rules that hold for
whole groups of rows stand below the table's own test: whoever writes a row down cannot write down a leak.
"""

import copy
import logging
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.template.backends.django import Template
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import timezone, translation
from django.utils.safestring import SafeString

from articles.desk import workflow
from articles.desk.archive.recording import Found, record
from articles.desk.article.verb import On
from articles.desk.article.verbs import TABLE
from articles.desk.previews.links import token_of
from articles.desk.workflow.files import add_file
from articles.desk.workflow.pictures import add_picture
from articles.models import Autosave, BroughtFile, CopyName, CopyRule, CopyTerm, Notice
from articles.press.models import OldAddress
from authors.models import Membership, OnCall, Page, ReportType, Series, Synonym
from shaf.db.clock import database_now
from tests import factories as f
from tests.desk.browsing import drain, login
from tests.desk.pictures import picture_bytes
from tests.test_leaks import patterns
from tests.worlds import once_for_the_module

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
WRITTEN = Path(__file__).with_name("permissions.txt")
# In the order of the answers. “here” is Cairo, whose everything is; “there” is another branch.
PEOPLE = (
    *("nobody", "account", "here-writer-ar", "here-writer-en", "here-editor-ar", "here-editor-en", "here-manager"),
    *("there-writer", "there-editor", "there-manager", "superuser"),
)
# A redirect to the login page is L, any other is >.
LETTERS = {200: "=", 204: "=", 201: "=", 400: "B", 403: "F", 404: "N", 405: "M", 409: "C", 410: "G"}
FORM = "application/x-www-form-urlencoded"
ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)+")
LANGUAGES = ("ar", "en")


def make() -> SimpleNamespace:
    """One of everything that an address may name, Cairo's; and one of each kind of people, logged in."""
    here, there = f.make_branch(), f.make_branch("نيروبي", "Nairobi")
    f.make_publisher()
    people = {"superuser": f.User.objects.create_superuser("superuser"), "account": f.make_user("account")}
    for role in ("writer", "editor"):
        for language in LANGUAGES:
            name = f"here-{role}-{language}"
            people[name] = f.make_user(name, role, here, [language])
        people[f"there-{role}"] = f.make_user(f"there-{role}", role, there)
    people["here-manager"] = f.make_user("here-manager", "manager", here)
    people["there-manager"] = f.make_user("there-manager", "manager", there)
    writer, editor = f.make_user("w", "writer", here), f.make_user("e", "editor", here)
    series, topic = Series(name_ar="سلسلة", name_en="Series"), f.make_topic()
    series.fill_slugs()
    series.save()
    author = f.make_author("ليلى", "Laila", branch=here)
    byline = {"kind": "byline", "source": f.make_publisher().pk, "authors": [author.pk], "date": "2025-11-16"}
    reference = {"kind": "reference", "source": f.make_source().pk, "authors": [], "date": "2025-11-10"}
    shared = {"topics": [topic.pk], "series": series.pk, "attributions": [byline, reference]}
    published = f.make_article(by=writer, **shared)
    for language in LANGUAGES:
        f.publish(published, language, by=writer, approver=editor)
    report = f.make_article(by=writer)
    for language in LANGUAGES:
        workflow.submit(report.pk, language, by=writer)
    now = database_now()
    text = {"user": writer, "draft": {}, "at": now}
    page = Page(name_ar="عن المركز", name_en="About", body_ar="<p>نص</p>", body_en="<p>text</p>")
    page.fill_slugs()
    page.save()
    workflow.remark(report.pk, "ar", by=editor, text="ملاحظة")
    link = workflow.share_preview(report.pk, "ar", by=writer)
    decided = {"branch": here, "by": people["here-manager"], "at": now}
    kind = ReportType(name_ar="ورقة سياسات", name_en="Policy paper")
    kind.fill_slugs()
    kind.save()
    left = [Found(kind="note", text="شيء تُرك", article=report.pk, place="a.txt")]
    return SimpleNamespace(
        rule=CopyRule.objects.create(rule="SP05", holds="warning", reason="سبب", **decided),
        term=CopyTerm.objects.create(written="داعش", preferred="تنظيم الدولة", reason="سبب", **decided),
        name=CopyName.objects.create(name="معرض استخدام", **decided),
        old_address=OldAddress.objects.create(address="/قديم", language="ar", place="gone"),
        file=add_file("سنة,قيمة\n2025,3\n".encode(), by=writer, branch=here.pk, title_ar="بيانات"),
        type=kind,
        imported=record(left, by=writer, command="import_reports", source="folder"),
        here=here,
        report=report,
        published=published,
        picture=add_picture(picture_bytes(), by=writer, branch=here.pk),
        author=author,
        topic=topic,
        series=series,
        source=f.make_source(),
        page=page,
        synonym=Synonym.objects.create(language="ar", words="داعش، تنظيم الدولة"),
        member=writer,
        membership=Membership.objects.filter(user=writer).first(),
        duty=OnCall.objects.create(
            branch=here, user=people["there-editor"], language="ar", until=timezone.localdate() - timedelta(days=1)
        ),
        unsaved=Autosave.objects.create(tab="tab-of-a-writer-0", article=report, **text),
        notice=Notice.objects.create(to=writer, kind="approve", key="k", at=now, article=report),
        brought=BroughtFile.objects.create(user=writer, name="x.txt", data=b"x", at=now),
        link=link,
        token=token_of(link),
        clients={name: login(people[name]) if name in people else Client() for name in PEOPLE},
    )


world = once_for_the_module(make)


def objects(world) -> dict[str, object]:
    """What stock forms are opened for, by the model."""
    return {
        "articles/article": world.report,
        "articles/copyname": world.name,
        "articles/copyrule": world.rule,
        "articles/copyterm": world.term,
        "articles/oldaddress": world.old_address,
        "articles/picture": world.picture,
        "articles/reportfile": world.file,
        "authors/author": world.author,
        "authors/branch": world.here,
        "authors/membership": world.membership,
        "authors/oncall": world.duty,
        "authors/page": world.page,
        "authors/reporttype": world.type,
        "authors/series": world.series,
        "authors/source": world.source,
        "authors/synonym": world.synonym,
        "authors/topic": world.topic,
        "auth/user": world.member,
    }


def values(pattern: str, name: str, world, language: str) -> list[object]:
    """With what an argument of an address is tried: one of Cairo's, and each of the languages."""
    if name == "object_id":
        model = next((model for model in objects(world) if f"admin/{model}/" in pattern), None)
        return [objects(world)[model].pk if model else world.report.pk]
    if name == "slug":
        folders = {"branches": "here", "authors": "author", "sources": "source", "topics": "topic", "series": "series"}
        folders |= {"types": "type"}
        entry = getattr(world, folders.get(pattern.partition("/")[0], "page"))
        return [getattr(world.published if pattern.startswith("articles/") else entry, f"slug_{language}")]
    if name == "verb":
        return [verb.name for verb in TABLE if verb.own_page]
    if name == "name":
        return [world.picture.file.name]
    now = database_now()
    return {
        "article_id": [world.published.pk if "edition" in pattern else world.report.pk],
        "article": [world.published.pk],
        "number": [1],
        "language": list(LANGUAGES),
        "version": ["0" * 12 if "theme" in pattern else 1],
        "app_label": ["articles"],
        "content_type_id": [ContentType.objects.get_for_model(type(world.report)).pk],
        "id": [1],
        "url": ["nothing/"],
        "queue": ["review"],
        "year": [now.year],
        "month": [f"{now.month:02}"],
        "link_id": [world.link.pk],
        "picture_id": [world.picture.pk],
        "uidb64": ["MQ"],
        "token": [world.token if pattern.startswith("preview") else "abc-def"],
        "notice_id": [world.notice.pk],
        "branch_id": [world.here.pk],
        "user_id": [world.member.pk],
        "kind": ["author"],
        "entry_id": [world.author.pk],
        "author_id": [world.author.pk],
        "autosave_id": [world.unsaved.pk],
        "file_id": [world.brought.pk],
        "import_id": [world.imported.pk],
        "extension": ["png" if "card" in pattern else "bib"],
        "card": ["0" * 12],
        "section": ["reports"],
        "part": [1],
    }[name]


def addresses(world) -> Iterator[tuple[str, str]]:
    """Every address: as the table names it, and as it is asked for; the site's in both languages."""
    for pattern, _converters in patterns():
        for language, prefix in (("ar", ""), ("en", "/en")):
            for told, path in filled_in(pattern, world, language):
                if prefix and not resolves(f"{prefix}{path}"):
                    continue
                yield f"{prefix}/{pattern} {told}".strip(), f"{prefix}{path}"


def filled_in(pattern: str, world, language: str) -> Iterator[tuple[str, str]]:
    """The languages and verbs that an address names, and the address with all its arguments."""
    found = [("", f"/{pattern}")]
    for name in [one or other for one, other in ARGUMENT.findall(pattern)]:
        said = (lambda value: f"{value} ") if name in ("language", "verb") else (lambda _value: "")
        found = [
            (f"{told}{said(value)}", ARGUMENT.sub(lambda _match, value=value: str(value), path, count=1))
            for told, path in found
            for value in values(pattern, name, world, language)
        ]
    for told, path in found:
        clean = path.replace("\\.", ".").replace("\\Z", "").replace("^", "").replace("$", "")
        if _is_of_the_report(told):
            clean = clean.replace("/ar/", "/both/").replace("/en/", "/both/")
        yield told, clean


def resolves(path: str) -> bool:
    try:
        with translation.override("en"):
            resolve(path)
    except Resolver404:
        return False
    return True


def _is_of_the_report(told: str) -> bool:
    return any(verb.name in told.split() and verb.on is On.REPORT for verb in TABLE)


def letter(client: Client, method: str, path: str) -> str:
    """The answer to one request; what it does is undone."""
    kept = client.cookies
    client.cookies = copy.deepcopy(kept)
    with transaction.atomic():
        response = client.get(path) if method == "GET" else client.post(path, "", FORM)
        drain(response)
        transaction.set_rollback(True)
    # Whoever has logged out is in again for the next address.
    client.cookies = kept
    if 300 <= response.status_code < 400:
        return "L" if "/admin/login/" in response["Location"] else ">"
    return LETTERS.get(response.status_code, str(response.status_code))


def answered(world) -> dict[str, str]:
    """Row → the answers to all PEOPLE."""
    found = {}
    for row, path in addresses(world):
        for method in ("GET", "POST"):
            people = PEOPLE if "/admin/" in row or row.startswith(("/media", "/preview")) else ("nobody", "superuser")
            answers = "".join(letter(world.clients[name], method, path) for name in people)
            is_the_same = len(set(answers)) == 1 and people is not PEOPLE
            found[f"{method} {row}"] = answers[0] if is_the_same else answers
    return found


def written() -> dict[str, str]:
    rows = (line.partition(" ") for line in WRITTEN.read_text().splitlines() if line and not line.startswith("#"))
    return {row: answers for answers, _space, row in rows}


def test_every_answer_is_the_one_that_is_written_down(world, caplog, monkeypatch):
    caplog.set_level(logging.CRITICAL)
    monkeypatch.setattr(Template, "render", lambda *_context, **_more: SafeString(""))
    is_so, said = answered(world), written()
    wrong = [f"{answers} {row}" for row, answers in is_so.items() if said.get(row) != answers]
    assert not wrong, "judge each of these, and write it down in permissions.txt:\n" + "\n".join(wrong)
    assert set(said) == set(is_so), "these are no addresses any more"


# Rules: pure, of what is written down.

ROWS = written()
DESK = {row: answers for row, answers in ROWS.items() if " /admin/" in row}
SITE = {row: answers for row, answers in ROWS.items() if " /admin/" not in row and len(answers) == 1}
# The page, a redirect to another of the desk's, or a complaint about what was sent.
OPENED = set("=>CB")
# Where whoever is not logged in is answered at the desk: to log in and out, and to get a new password.
ENTRANCES = ("login/", "logout/", "password_reset/", "relogin/", "second_factor/")
# What of the register is no branch's, and what is one's own: a manager of another branch has these alone.
SHARED = (
    "/authors/source/",
    "/authors/topic/",
    "/authors/series/",
    "/authors/synonym/",
    "/authors/page/",
    "/authors/reporttype/",
    "/articles/oldaddress/",
)
NAMES = ("/admin/names/", "/authors/author/", "/authors/branch/")
ABOUT_A_THING = re.compile(r"<(?!path:content_type_id|slug:queue|int:year|int:month|slug:language|uidb64|slug:kind)")


def answers_of(row: str, *people: str) -> set[str]:
    return {ROWS[row][PEOPLE.index(name)] for name in people}


def test_the_desk_opens_to_no_stranger():
    opened = [row for row in DESK if answers_of(row, "nobody", "account") & OPENED]
    assert [row for row in opened if not any(f"/admin/{entrance}" in row for entrance in ENTRANCES)] == []
    assert opened, "so the rule could find one"


def test_nothing_of_cairo_s_opens_in_another_branch():
    """But names of the register, which are everybody's to read and a writer's to complete."""
    elsewhere = (*SHARED, *NAMES, *(f"/admin/{entrance}" for entrance in ENTRANCES))
    about = [row for row in DESK if ABOUT_A_THING.search(row.replace("(?P<", ""))]
    of_cairo = [row for row in about if not any(part in row for part in elsewhere)]
    wrong = [row for row in of_cairo if answers_of(row, "there-writer", "there-editor", "there-manager") & {"=", "C"}]
    assert wrong == []
    assert [row for row in of_cairo if answers_of(row, "here-manager") & {"=", "C"}]


def test_what_an_editor_alone_does_no_writer_does():
    """By the table of verbs, the same question asked of the addresses: C is the verb's own refusal, > is done."""
    for verb in TABLE:
        for row in DESK:
            if f" {verb.name} " not in f"{row} " or "verbs/" not in row:
                continue
            if verb.roles and "writer" not in verb.roles:
                assert ">" not in answers_of(row, "here-writer-ar", "here-writer-en"), row
            if verb.roles == {"manager"}:
                assert ">" not in answers_of(row, "here-editor-ar", "here-editor-en"), row


def test_nothing_of_the_site_is_sent_to():
    """But OAI-PMH, which reads by POST as well."""
    assert {answers for row, answers in SITE.items() if row.startswith("POST") and row != "POST /oai"} == {"M"}


def test_everybody_has_an_answer_everywhere():
    assert {len(answers) for answers in ROWS.values()} == {1, len(PEOPLE)}
    assert all(len(answers) == len(PEOPLE) for answers in DESK.values())
