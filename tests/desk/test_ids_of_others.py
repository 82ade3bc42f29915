"""A number or a name that a request brings along opens nothing of another branch, wherever it is sent.

Each place is tried by a manager of another branch, who gets no canary and changes nothing; and then by somebody of the
branch itself, who does: so no place is tried in vain.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.desk import workflow
from articles.desk.archive.recording import Found, record
from articles.desk.article import draft
from articles.desk.article.refusal import Refusal
from articles.desk.copy_check.gate import judged
from articles.desk.copy_check.left import Anchor
from articles.desk.previews.links import token_of
from articles.desk.workflow.pictures import add_picture, describe
from articles.models import (
    Article,
    Autosave,
    CopyName,
    CopyRule,
    CopyTerm,
    LeftFinding,
    Notice,
    Picture,
    PreviewLink,
    ReviewNote,
    Revision,
    Track,
)
from authors.models import Author, Branch, Membership, OnCall, Page
from shaf.db.clock import database_now
from tests import factories as f
from tests.conftest import lift_guards
from tests.desk.browsing import login, status
from tests.desk.pictures import in_body, picture_bytes

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
CANARY = "Canary7xq"
TOO_LONG = "ع" * 301


@dataclass
class Caller:
    """Who sends the request, from a browser of his own; `own` is a draft of his branch, on which his requests stand."""

    client: Client
    user: Any
    branch: Branch
    own: Article


def make_world() -> SimpleNamespace:
    """A branch with one of everything that is not public, and what its people and strangers have of their own."""
    theirs, ours = f.make_branch("نيروبي", "Nairobi"), f.make_branch()
    writer = f.make_user("writer-b", "writer", theirs, first_name=CANARY)
    manager = f.make_user("manager-b", "manager", theirs)
    picture = add_picture(picture_bytes(colour=(7, 8, 9)), by=writer, branch=theirs.pk)
    describe(picture, {"alt_ar": f"وصف {CANARY}"}, by=writer)
    author = f.make_author("مؤلف نيروبي", "An author", branch=theirs)
    text = {"branch": theirs.pk, "title_ar": f"سر {CANARY}", "standfirst_ar": "", "cover": picture.pk}
    article = f.make_article(by=writer, body_ar=in_body(picture), **text)
    published = f.make_article(by=writer, languages=["ar"], branch=theirs.pk, title_ar=f"آت {CANARY}")
    f.publish(published, by=writer, approver=manager, at=database_now() + timedelta(days=1))
    draft = {"title_ar": f"مسودة {CANARY}"}
    spaced = f.make_article(by=writer, branch=theirs.pk, body_ar=f"<p>مصر و السودان، {CANARY}.</p>", slug_ar="s")
    anchors = [Anchor.of(finding) for finding in judged(spaced, "ar").errors]
    decided = {"branch": theirs, "by": manager, "at": database_now()}
    rows = [
        Autosave.objects.create(user=writer, tab=f"tab-of-writer-{n}", article=of, draft=draft, at=database_now())
        for n, of in enumerate([None, article])
    ]
    found = [
        Found(kind="note", text=f"ملاحظة {CANARY}", article=article.pk),
        Found(kind="copy", text="مواضع", article=article.pk, language="ar"),
    ]
    imported = record(found, by=writer, command="import_reports", source="folder")
    f.make_user("editor-a", "editor", ours)
    stranger = f.make_user("manager-a", "manager", ours)
    return SimpleNamespace(
        branch=theirs,
        picture=picture,
        article=article,
        published=published,
        author=author,
        member=writer,
        note=workflow.remark(article.pk, "ar", by=manager, text=f"ملاحظة {CANARY}"),
        link=workflow.share_preview(article.pk, "ar", by=writer, recipient=f"إلى {CANARY}"),
        new_text=rows[0],
        text=rows[1],
        imported=imported,
        finding=imported.findings.first(),
        notice=Notice.objects.filter(to=writer).first(),
        spaced=spaced,
        left=workflow.leave_finding(spaced.pk, "ar", by=writer, anchors=anchors, reason=f"لأن {CANARY}")[0],
        rule=CopyRule.objects.create(rule="SP05", holds="warning", reason=CANARY, **decided),
        term=CopyTerm.objects.create(written="داعش", preferred=CANARY, reason="اسمه", **decided),
        name=CopyName.objects.create(name=CANARY, **decided),
        duty=OnCall.objects.create(
            branch=theirs, user=f.User.objects.get(username="editor-a"), language="ar", until=timezone.localdate()
        ),
        stranger=Caller(login(stranger), stranger, ours, f.make_article(by=stranger)),
        manager=Caller(login(manager), manager, theirs, article),
        writer=Caller(login(writer), writer, theirs, article),
    )


World = SimpleNamespace
Answer = HttpResponse
PLACES: dict[str, tuple[Callable[[Caller, World], Any], str]] = {}


def place(name: str, right: str = "manager") -> Callable[[Callable], Callable]:
    """One place that takes an id. `right` is who of the branch itself succeeds there."""

    def add(act: Callable) -> Callable:
        PLACES[name] = act, right
        return act

    return add


def page(name: str, url: str, /, *args: Callable[[World], Any], right: str = "manager", **query: Any) -> None:
    """A page that shows something of an id in its address."""

    def act(who: Caller, world: World) -> Answer:
        address = reverse(f"admin:{url}" if ":" not in url and url != "preview" else url, args=[a(world) for a in args])
        asked = {key: value(world) if callable(value) else value for key, value in query.items()}
        return who.client.get(address, asked, follow=True)

    PLACES[name] = act, right


def button(name: str, url: str, /, *args: Callable[[World], Any], right: str = "manager", **data: Any) -> None:
    """A form of few fields that does something to an id in its address or in its fields."""

    def act(who: Caller, world: World) -> Answer:
        sent = {key: value(world) if callable(value) else value for key, value in data.items()}
        return who.client.post(reverse(f"admin:{url}", args=[a(world) for a in args]), sent, follow=True)

    PLACES[name] = act, right


def article(world: World) -> int:
    return world.article.pk


def spaced(world: World) -> int:
    return world.spaced.pk


def published(world: World) -> int:
    return world.published.pk


def picture(world: World) -> int:
    return world.picture.pk


def arabic(_world: World) -> str:
    return "ar"


def upload(name: str, url: str, field: str, /, **query: Callable[[World], Any]) -> None:
    def act(who: Caller, world: World) -> Answer:
        file = BytesIO(picture_bytes(colour=(5, 5, 5)))
        file.name = "new.png"
        asked = "&".join(f"{key}={value(world)}" for key, value in query.items())
        return who.client.post(f"{reverse(url)}?{asked}", {field: file}, headers={"Accept": "application/json"})

    PLACES[name] = act, "manager"


# Pages of a report


page("change page", "articles_article_change", article)
page("preview", "preview", article, arabic)
page("review", "articles_article_review", article, arabic)
page("versions", "articles_article_versions", article)
page("copy check", "articles_article_copy_check", article, arabic)
page("compare versions", "articles_article_versions_compare", article, new="1")
page("restore", "articles_article_restore", article, lambda w: 1)
page("editions", "articles_article_editions", published, arabic)
page("compare editions", "articles_article_editions_compare", published, arabic, new="1")
page("preview links", "articles_article_previews", article)
page("history", "articles_article_history", article)
page("list by branch", "articles_article_changelist", branch__id__exact=lambda w: w.branch.pk)
page("unsaved texts of a report", "articles_autosave", article=article)
page("unsaved text of a report", "articles_autosave_look", lambda w: w.text.pk)
page("unsaved text of a new report", "articles_autosave_look", lambda w: w.new_text.pk, right="writer")
page("take over into a new report", "articles_article_add", unsaved=lambda w: w.new_text.pk, right="writer")
page("people: one", "person", lambda w: w.branch.pk, lambda w: w.member.pk)
page("people: leaving", "person_end", lambda w: w.branch.pk, lambda w: w.member.pk)
page("notice", "inbox_notice", lambda w: w.notice.pk, right="writer")
page(
    "autocomplete of reports", "autocomplete", app_label="articles", model_name="track", field_name="article", term="سر"
)
page(
    "autocomplete of covers", "autocomplete", app_label="articles", model_name="article", field_name="cover", term="وصف"
)
page("import", "articles_import", lambda w: w.imported.pk)
page("verb", "articles_article_verb", article, lambda w: "set_deadline", arabic)


# What is done to a report

button("submit", "articles_article_verb", article, lambda w: "submit", arabic, version=lambda w: w.article.version)
button("bin", "articles_article_verb", article, lambda w: "bin", lambda w: "both")
button("deadline", "articles_article_verb", article, lambda w: "set_deadline", arabic, due_on="01/01/2027")
button("cancel", "articles_article_verb", published, lambda w: "cancel", arabic)
button("remark", "articles_article_review", article, arabic, verb="remark", text="ملاحظة")
button("resolve a remark", "articles_article_review", article, arabic, verb="resolve_remark", note=lambda w: w.note.pk)
button("repair copy", "articles_article_copy_check", article, arabic, version=lambda w: w.article.version)
button("settle", "articles_import", lambda w: w.imported.pk, finding=lambda w: w.finding.pk, reason="نُظر فيه")
button("repair all", "articles_import", lambda w: w.imported.pk, repair="1")
button("open a finding again", "articles_article_copy_check", spaced, arabic, take_up=lambda w: w.left.pk)
page("what was left", "articles_article_copy_check", spaced, arabic)
for kind in ("rule", "term", "name"):
    page(f"house style: {kind}", f"articles_copy{kind}_change", lambda w, kind=kind: getattr(w, kind).pk)
button("forget a name", "articles_copyname_delete", lambda w: w.name.pk, post="yes")
button("share", "articles_article_previews", article, language="ar", hours="24")
button("revoke", "articles_article_preview_revoke", article, lambda w: w.link.pk)
button("selection", "articles_article_changelist", action="submit_ar", _selected_action=article)
button(
    "discard", "articles_autosave_look", lambda w: w.new_text.pk, at=lambda w: w.new_text.at.isoformat(), right="writer"
)
button("merge", "authors_author_merge", lambda w: w.author.pk, into=lambda w: f.make_author("سواه", "Another").pk)
button("duty", "authors_oncall_delete", lambda w: w.duty.pk, post="yes")
button("branch", "authors_branch_change", lambda w: w.branch.pk, name_ar="آخر", order="3", review_hours="9")
button("end roles", "person_end", lambda w: w.branch.pk, lambda w: w.member.pk)
button("roles", "person", lambda w: w.branch.pk, lambda w: w.member.pk, roles="editor", languages="ar")
button(
    "invite",
    "people_invite",
    branch=lambda w: w.branch.pk,
    name="س",
    email="s@example.org",
    roles="writer",
    languages="ar",
)
button(
    "on call",
    "authors_oncall_add",
    branch=lambda w: w.branch.pk,
    user=lambda w: w.duty.user_id,
    language="en",
    until=lambda w: w.duty.until.strftime("%d/%m/%Y"),
)


@place("resolve a remark from a report of one's own")
def _(who, world):
    url = reverse("admin:articles_article_review", args=[who.own.pk, "ar"])
    return who.client.post(url, {"verb": "resolve_remark", "note": world.note.pk}, follow=True)


@place("revoke from a report of one's own")
def _(who, world):
    url = reverse("admin:articles_article_preview_revoke", args=[who.own.pk, world.link.pk])
    return who.client.post(url, follow=True)


@place("version of another report")
def _(who, world):
    return who.client.get(reverse("admin:articles_article_restore", args=[who.own.pk, 1]))


def tell(who: Caller, url: str, *args: Any, **what: Any) -> Answer:
    """As the form's script does."""
    return who.client.post(reverse(f"admin:{url}", args=args), json.dumps(what), "application/json")


@place("marks of a report")
def _(who, world):
    blocks = [{"field": "body", "html": "<p>قاتلت داعش.</p>"}]
    return tell(who, "articles_copy_marks", article=world.spaced.pk, language="ar", blocks=blocks)


@place("marks of a branch", "writer")
def _(who, world):
    blocks = [{"field": "body", "html": "<p>قاتلت داعش.</p>"}]
    return tell(who, "articles_copy_marks", article=None, branch=world.branch.pk, language="ar", blocks=blocks)


@place("leave from the form")
def _(who, world):
    anchor = {"rule": "SP05", "field": "body", "excerpt": " ", "before": "ا", "after": "ب"}
    return tell(who, "articles_copy_leave", world.article.pk, "ar", anchor=anchor, reason="لأنه")


@place("teach a name", "writer")
def _(who, world):
    return tell(who, "articles_copy_learn", article=world.article.pk, name="اسم جديد")


@place("teach a branch a name", "writer")
def _(who, world):
    return tell(who, "articles_copy_learn", article=None, branch=world.branch.pk, name="اسم آخر")


# What is typed


def save(who: Caller, article: Article | None, **fields: Any) -> Answer:
    """Save a new report, or changes to one."""
    forms = {"attributions-TOTAL_FORMS": "0", "attributions-INITIAL_FORMS": "0", "branch": who.branch.pk}
    if article is None:
        return who.client.post(add_url(), forms | {"version": 0, "title_ar": "عنوان"} | fields)
    version = Article.objects.get(pk=article.pk).version
    return who.client.post(own_url(who), forms | {"version": version, "_continue": "1"} | fields)


def add_url() -> str:
    return reverse("admin:articles_article_add")


def own_url(who: Caller) -> str:
    return reverse("admin:articles_article_change", args=[who.own.pk])


@place("cover in a form with an error")
def _(who, world):
    return save(who, None, cover=world.picture.pk, title_ar=TOO_LONG)


@place("cover in a form")
def _(who, world):
    return save(who, None, cover=world.picture.pk)


@place("cover of a report of one's own")
def _(who, world):
    f.write(who.own, who.user, cover=None)
    return save(who, who.own, cover=world.picture.pk)


@place("cover in a conflict")
def _(who, world):
    f.write(who.own, who.user, cover=None)
    version = Article.objects.get(pk=who.own.pk).version
    other = add_picture(picture_bytes(colour=(1, 1, 1)), by=who.user, branch=who.branch.pk)
    f.write(who.own, who.user, cover=other.pk)
    return save(who, who.own, cover=world.picture.pk, version=version)


def keep(who: Caller, article: Article | None, **fields: Any) -> int:
    """Autosave; the number of the row."""
    told = {"article": article and article.pk, "tab": "tab-of-a-test", "user": who.user.pk, "version": 0}
    if article:
        told["version"] = Article.objects.get(pk=article.pk).version
    told |= {"changed": list(fields), "fields": list(fields.items())}
    answer = who.client.post(reverse("admin:articles_autosave"), json.dumps(told), content_type="application/json")
    assert answer.status_code == 200, answer.content
    return answer.json()["row"]


@place("cover in an unsaved new report")
def _(who, world):
    return who.client.get(add_url(), {"unsaved": keep(who, None, cover=world.picture.pk)})


@place("cover of an unsaved text, in words")
def _(who, world):
    return who.client.get(reverse("admin:articles_autosave_look", args=[keep(who, None, cover=world.picture.pk)]))


@place("cover of an unsaved text of one's own report, in words")
def _(who, world):
    f.write(who.own, who.user, cover=None, title_ar="بلا سر")
    row = keep(who, who.own, cover=world.picture.pk)
    return who.client.get(own_url(who)), who.client.get(own_url(who), {"unsaved": row})


@place("autosave into a report")
def _(who, world):
    told = {"article": world.article.pk, "tab": "tab-of-a-test", "user": who.user.pk, "version": 1}
    told |= {"changed": ["title_ar"], "fields": [["title_ar", "عنوان"]]}
    return who.client.post(reverse("admin:articles_autosave"), json.dumps(told), content_type="application/json")


@place("supersede by autosave", right="writer")
def _(who, world):
    told = {"article": None, "tab": "tab-of-a-test", "user": who.user.pk, "version": 0, "changed": ["title_ar"]}
    told |= {"fields": [["title_ar", "عنوان"]], "supersedes": [[world.new_text.pk, world.new_text.at.isoformat()]]}
    return who.client.post(reverse("admin:articles_autosave"), json.dumps(told), content_type="application/json")


@place("supersede by saving", right="writer")
def _(who, world):
    supersedes = f"{world.new_text.pk}|{world.new_text.at.isoformat()}"
    return save(who, None, supersedes=supersedes)


@place("branch of a new report")
def _(who, world):
    return save(who, None, branch=world.branch.pk)


@place("picture in a new text")
def _(who, world):
    return save(who, None, body_ar=in_body(world.picture))


@place("picture in a text of one's own")
def _(who, world):
    f.write(who.own, who.user, body_ar="<p>بلا صورة</p>")
    return save(who, who.own, body_ar=in_body(world.picture))


@place("picture in a page of the centre")
def _(who, world):
    url = reverse("admin:authors_page_add")
    return who.client.post(url, {"name_ar": "عن المركز", "body_ar": in_body(world.picture), "order": "1"})


# Pictures

page("picture", "articles_picture_change", picture)
page("picture: deletion", "articles_picture_delete", picture)
page("picture: history", "articles_picture_history", picture)
page("pictures by branch", "articles_picture_changelist", branch=lambda w: w.branch.pk)
page("picker: one", "articles_picture_choose", id=picture)
page("picker: by branch", "articles_picture_choose", branch=lambda w: w.branch.pk)
page("picker: by report", "articles_picture_choose", article=article)
button("describe", "articles_picture_change", picture, alt_ar="آخر")
button("describe in the picker", "articles_picture_texts", picture, alt_ar="آخر")
button("delete an unused picture", "articles_picture_delete", lambda w: spare(w).pk)
upload("upload for a branch", "admin:articles_picture_upload", "file", branch=lambda w: w.branch.pk)
upload("upload for a report", "admin:articles_picture_upload", "file", article=article)
upload("upload in the editor for a branch", "ck_editor_5_upload_file", "upload", branch=lambda w: w.branch.pk)
upload("upload in the editor for a report", "ck_editor_5_upload_file", "upload", article=article)


def spare(world: World) -> Picture:
    return Picture.objects.get(file=world.spare)


@place("upload by the library's form")
def _(who, world):
    file = BytesIO(picture_bytes(colour=(5, 5, 5)))
    file.name = "new.png"
    return who.client.post(reverse("admin:articles_picture_add"), {"file": file, "branch": world.branch.pk})


def state(world: World) -> list[Any]:
    """Everything of the branch that a request could change."""
    own = {"branch": world.branch}
    articles = Article.objects.filter(branch=world.branch)
    return [
        list(articles.order_by("pk").values("pk", "version", "title_ar", "body_ar", "cover", "binned_at")),
        # Whoever else shows its picture.
        Article.objects.filter(cover=world.picture).count(),
        Article.objects.filter(body_ar__contains=world.picture.file.name).count(),
        Page.objects.filter(body_ar__contains=world.picture.file.name).count(),
        list(Track.objects.filter(article__in=articles).order_by("pk").values("state", "due_on", "guest_editor")),
        list(Picture.objects.filter(**own).order_by("pk").values("pk", "alt_ar", "file")),
        list(ReviewNote.objects.filter(article__in=articles).order_by("pk").values("pk", "resolved_at")),
        list(PreviewLink.objects.filter(article__in=articles).order_by("pk").values("pk", "revoked_at")),
        list(Autosave.objects.filter(pk__in=[world.text.pk, world.new_text.pk]).values("pk", "at")),
        Autosave.objects.filter(article__in=articles).count(),
        list(Notice.objects.filter(pk=world.notice.pk).values("read_at")),
        list(Membership.objects.filter(**own).order_by("pk").values("user", "role", "language")),
        list(LeftFinding.objects.filter(article__in=articles).order_by("pk").values("pk", "reason")),
        *(list(model.objects.filter(**own).order_by("pk").values()) for model in (CopyRule, CopyTerm, CopyName)),
        list(OnCall.objects.filter(**own).order_by("pk").values("user", "language")),
        list(Branch.objects.filter(pk=world.branch.pk).values("name_ar", "order")),
        list(Author.objects.filter(branch=world.branch).order_by("pk").values("merged_into")),
    ]


class Undone(Exception):
    """Rolls back what a place did, so that each finds the same world."""


def tried(name: str, who: Caller, world: World, before: list[Any]) -> tuple[bool, bool, list[int]]:
    """Whether the answer has a canary, whether anything of the branch is not as `before`, and the statuses."""
    act, _right = PLACES[name]
    try:
        with transaction.atomic():
            answers = act(who, world)
            answers = answers if isinstance(answers, tuple) else (answers,)
            told = b"".join(drained(answer) for answer in answers).decode(errors="replace")
            # What he typed himself is given back to him.
            secret = CANARY in told or (not name.startswith("picture in") and world.picture.file.name in told)
            found = secret, state(world) != before, [answer.status_code for answer in answers]
            raise Undone
    except Undone:
        return found


def drained(answer: Answer) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.fixture
def world():
    made = make_world()
    made.spare = add_picture(picture_bytes(colour=(6, 6, 6)), by=made.member, branch=made.branch.pk).file.name
    return made


def test_an_id_of_another_branch_opens_nothing(world):
    before = state(world)
    found = {name: tried(name, world.stranger, world, before) for name in PLACES}
    assert state(world) == before
    assert {name: what for name, what in found.items() if what[0] or what[1] or max(what[2]) >= 500} == {}


def test_whoever_has_the_right_does_get_it(world):
    before = state(world)
    found = {name: tried(name, getattr(world, right), world, before) for name, (_act, right) in PLACES.items()}
    assert state(world) == before
    assert {name: what for name, what in found.items() if not (what[0] or what[1])} == {}


# A picture's name


def public(picture: Picture) -> int:
    return status(f"/media/{picture.file.name}")


@pytest.fixture
def thief():
    return f.make_user(role="writer")


@pytest.fixture
def secret():
    """Another branch's picture."""
    return add_picture(
        picture_bytes(colour=(7, 8, 9)),
        by=f.make_user(role="writer", branch=f.make_branch("نيروبي", "Nairobi")),
        branch=f.make_branch("نيروبي", "Nairobi").pk,
    )


def stolen(picture: Picture, by: Any) -> Article:
    """A draft that names it and was stored before names were looked at."""
    article = f.make_article(by=by)
    Article.objects.filter(pk=article.pk).update(body_ar=in_body(picture))
    return Article.objects.get(pk=article.pk)


@pytest.mark.parametrize("new", [True, False])
def test_a_text_that_names_another_branch_s_picture_is_not_stored(secret, thief, new):
    body = f"<h2>عنوان</h2><p>قبل الصورة بكلمات</p>{in_body(secret)}"
    article = f.make_article(by=thief)
    with pytest.raises(Refusal) as refused:
        f.make_article(by=thief, body_ar=body) if new else f.write(article, thief, body_ar=body)
    assert (refused.value.code, list(refused.value.problems)) == ("picture", ["body_ar"])
    assert "(العربية): الصورة رقم 1، بعد «\u2068نص\u2069»" in str(refused.value.messages[0])
    assert Article.objects.get().version == 1
    assert status(f"/media/{secret.file.name}", thief) == 404


def test_the_form_says_so_at_its_field_and_loses_nothing(secret, thief):
    client, article = login(thief), f.make_article(by=thief)
    who = Caller(client, thief, f.make_branch(), article)
    answer = save(who, article, body_ar=in_body(secret), title_ar="عنوان جديد")
    assert answer.status_code == 409
    shown = answer.context["errors_listed"]
    assert [(error["id"], error["name"]) for error in shown] == [("id_body_ar", "النص (العربية)")]
    assert "ليست في مكتبة صور فرعك" in shown[0]["message"]
    page = answer.content.decode()
    assert "عنوان جديد" in page
    assert secret.file.name in page


def test_a_stored_name_shows_nothing_and_does_not_go_out(secret, thief):
    article, editor = stolen(secret, thief), f.make_user(role="editor")
    url = f"/media/{secret.file.name}"
    assert [status(url, user) for user in (thief, editor)] == [404, 404]
    with pytest.raises(Refusal, match="incomplete"):
        workflow.submit(article.pk, "ar", by=thief)
    Track.objects.filter(article=article).update(state=Track.State.REVIEW)
    review = login(editor).get(reverse("admin:articles_article_review", args=[article.pk, "ar"]))
    lacks = [str(lack.message) for lack in review.context["screen"].findings]
    assert len(lacks) == 1
    assert "ليست في مكتبة صور فرعك" in lacks[0]
    with pytest.raises(Refusal, match="incomplete"):
        workflow.approve(article.pk, "ar", by=editor, fingerprint=f.fingerprint_of(article))
    assert public(secret) == 404
    Track.objects.filter(article=article).update(state=Track.State.DRAFT)
    f.write(article, thief, title_ar="عنوان آخر")
    assert Article.objects.get().title_ar == "عنوان آخر", "it does not stand in the way of other work"


def test_a_link_that_was_given_before_shows_no_stolen_picture(secret, thief):
    article = f.make_article(by=thief)
    link = workflow.share_preview(article.pk, "ar", by=thief)
    # What a link holds is canonical JSON, in which a quote is escaped.
    stored = link.manuscript.replace("<h2>", json.dumps(in_body(secret), ensure_ascii=False)[1:-1] + "<h2>", 1)
    PreviewLink.objects.filter(pk=link.pk).update(manuscript=stored)
    url = reverse("shared_picture", args=[token_of(link), secret.file.name])
    assert secret.file.name in Client().get(reverse("shared_preview", args=[token_of(link)])).content.decode()
    assert status(url) == 404
    Picture.objects.filter(pk=secret.pk).update(branch=article.branch)
    assert status(url) == 200


def test_whoever_works_in_both_branches_brings_it_along(secret, thief):
    secret = describe(secret, {"alt_ar": "وصف"}, by=secret.uploaded_by)
    Membership.objects.create(user=thief, branch=secret.branch, role="writer", language="ar")
    thief = f.User.objects.get(pk=thief.pk)
    article = f.make_article(by=thief, body_ar=in_body(secret))
    copy = Picture.objects.get(branch=article.branch)
    assert (copy.file.name, copy.alt_ar, copy.uploaded_by) == (secret.file.name, "وصف", thief)
    assert status(f"/media/{secret.file.name}", f.make_user(role="writer")) == 200
    f.publish(article, by=thief)
    assert public(secret) == 200


def test_a_report_that_moves_keeps_its_pictures(secret):
    home, cairo = secret.branch, f.make_branch()
    mover = f.User.objects.create_superuser("boss")
    article = f.make_article(by=secret.uploaded_by, branch=home.pk, body_ar=in_body(secret))
    f.write(article, mover, branch=cairo.pk)
    writer = f.make_user(role="writer")
    assert status(f"/media/{secret.file.name}", writer) == 200
    f.write(article, writer, body_ar="<p>بلا صورة</p>")
    workflow.restore(article.pk, by=writer, version=2, base_version=3)
    f.publish(Article.objects.get(pk=article.pk), by=writer)
    assert public(secret) == 200


def test_a_restore_of_what_was_stolen_once_gives_nothing(secret, thief):
    article = stolen(secret, thief)
    lift_guards()
    Revision.objects.update(draft=draft.read(article))
    f.write(article, thief, body_ar="<p>بلا صورة</p>")
    workflow.restore(article.pk, by=thief, version=1, base_version=2)
    assert status(f"/media/{secret.file.name}", thief) == 404
    with pytest.raises(Refusal, match="incomplete"):
        workflow.submit(article.pk, "ar", by=thief)


def test_what_the_report_has_printed_before_goes_out_again(secret, thief):
    article = f.make_article(by=thief, body_ar="<p>نص</p>")
    Article.objects.filter(pk=article.pk).update(body_ar=in_body(secret))
    own = Picture.objects.create(file=secret.file.name, width=40, height=30, branch=article.branch, uploaded_by=thief)
    f.publish(article, by=thief)
    own.delete()
    workflow.reopen(article.pk, "ar", by=thief)
    f.write(article, thief, title_ar="مصحح", correction_note_ar="صُحّح.", correction_kind_ar="minor")
    assert f.publish(Article.objects.get(pk=article.pk), by=thief).number == 2
