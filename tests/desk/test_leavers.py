"""Who left reads nothing more, whatever row still names them: at the next request, and after a new login.

Every pattern of the desk is found and asked by itself (tests/test_leaks.py); the control sees the same pages before.
"""

import logging
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.desk import workflow
from articles.desk.archive.recording import Found, record
from articles.desk.article import rights
from articles.desk.autosave import autosaves
from articles.desk.notices import outbox, reminders
from articles.desk.notices.notify import notify
from articles.desk.previews.links import token_of
from articles.desk.workflow import membership
from articles.models import Article, Autosave, BroughtFile, Import, Notice, Picture, PreviewLink, ReviewNote, Track
from authors.models import Branch, Membership, OnCall
from shaf.db.clock import database_now
from tests import factories as f
from tests import test_leaks
from tests.desk.test_library import make_picture

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BACKEND = "django.contrib.auth.backends.ModelBackend"
CANARY = "كناري7canary"


@pytest.fixture
def home():
    return f.make_branch("نيروبي", "Nairobi")


@pytest.fixture
def boss(home):
    return f.make_user("boss", "manager", home)


@pytest.fixture
def world(home, boss, monkeypatch, caplog):
    """An editor of Nairobi with a report of their own, called in for one of Cairo and on call for what waits there."""
    caplog.set_level(logging.CRITICAL, "django.request")
    leaver = f.make_user("leaver", "editor", home, ["ar"], email="leaver@example.org")
    manager, writer = f.make_user("chief", "manager"), f.make_user("w", "writer")
    picture = make_picture()
    Picture.objects.update(alt_ar="خريطة", alt_en="A map")
    canary = {"title_ar": CANARY, "body_ar": f"<p>{CANARY}</p>", "cover": picture.pk}
    called_in, on_call = (f.make_article(by=writer, **canary) for _n in range(2))
    own = f.make_article(by=leaver, languages=["ar"], branch=home.pk, title_ar=CANARY)
    for article in (called_in, on_call):
        workflow.submit(article.pk, "ar", by=writer)
    workflow.call_in(called_in.pk, "ar", by=manager, editor=leaver)
    workflow.remark(called_in.pk, "ar", by=leaver, text=CANARY)
    OnCall.objects.create(
        user=leaver, branch=called_in.branch, language="ar", until=timezone.localdate() + timedelta(days=9)
    )
    link = workflow.share_preview(own.pk, "ar", by=leaver, recipient=CANARY)
    kept = autosaves.keep(own, leaver, "tab-of-the-leaver", base_version=own.version, typed={"standfirst_ar": CANARY})
    notify([leaver], kind="send_back", key="x", at=database_now(), article=own, language="ar", reason=CANARY)
    BroughtFile.objects.create(
        user=leaver, name="a.txt", data=f"{CANARY}\n{CANARY} نص".encode(), fills=own, at=database_now()
    )
    refused = Found(kind="refused", text=CANARY, place="a.docx")
    record([refused], by=leaver, command="import_reports", source="folder", branch=home)
    known = {
        "autosave_id": Autosave,
        "file_id": BroughtFile,
        "import_id": Import,
        "notice_id": Notice,
        "link_id": PreviewLink,
        "note_id": ReviewNote,
    }
    for name, model in known.items():
        ids = list(model.objects.values_list("pk", flat=True))
        monkeypatch.setitem(test_leaks.ARGUMENTS, name, lambda ids=ids: ids)
    ids = [called_in.pk, own.pk]
    chosen = {"branch_id": [home.pk], "user_id": [leaver.pk], "article_id": ids, "object_id": ids, "language": ["ar"]}
    chosen |= {"queue": ["review"], "month": [11], "year": [2026], "number": [1]}
    for name, values in chosen.items():
        monkeypatch.setitem(test_leaks.ARGUMENTS, name, lambda values=values: values)
    assert kept.row
    return leaver, called_in, on_call, own, link, picture


def addresses():
    """Each with one report that they were called in for and one of their own."""
    return [path for path in test_leaks.addresses() if path.startswith("/admin/") and "logout" not in path]


def seen(client):
    """The desk's addresses at which the canary is read."""
    found = set()
    for path in addresses():
        response = client.get(path)
        if response.status_code == 200 and CANARY in response.content.decode(errors="replace"):
            found.add(path)
    return found


def entered(username="leaver"):
    client = Client()
    client.post(reverse("admin:login"), {"username": username, "password": "demo"})
    return client


def status(client, page):
    response = client.get(page)
    b"".join(response.streaming_content) if response.streaming else response.content
    return response.status_code


def preview(article):
    return reverse("preview", args=[article.pk, "ar"])


def roles_end(leaver, home, boss):
    membership.end(by=boss, branch=home, person=leaver)


def account_is_closed(leaver, home, boss):
    f.User.objects.filter(pk=leaver.pk).update(is_active=False)


def another_branch(leaver, home, boss):
    Membership.objects.filter(user=leaver).delete()
    Membership.objects.create(user=leaver, branch=f.make_branch("عمّان", "Amman"), role="writer", language="ar")


def no_editor_any_more(leaver, home, boss):
    membership.give_roles(by=boss, branch=home, person=leaver, roles={("writer", "en")})


@pytest.mark.parametrize("leaves", [roles_end, account_is_closed, another_branch])
def test_who_left_reads_nothing_more(world, home, boss, leaves):
    leaver, called_in, on_call, own, _link, picture = world
    before, media = entered(), f"/media/{picture.file.name}"
    pages = [preview(article) for article in (called_in, on_call, own)]
    assert [status(before, page) for page in [*pages, media]] == [200] * 4
    leaves(leaver, home, boss)
    assert not seen(before)
    for client in (before, entered()):
        assert all(client.get(page).status_code in (302, 404) for page in pages)
        assert status(client, media) == 404


def test_the_control_sees_it(world):
    _leaver, called_in, _on_call, own, _link, _picture = world
    found = seen(entered())
    names = [reverse("admin:index"), reverse("admin:inbox"), reverse("admin:articles_article_previews", args=[own.pk])]
    for article in (called_in, own):
        names += [preview(article), reverse("admin:articles_article_change", args=[article.pk])]
    names.append(reverse("admin:articles_article_review", args=[called_in.pk, "ar"]))
    assert set(names) <= found
    assert len(found) > 15, found


@pytest.mark.parametrize("leaves", [another_branch, no_editor_any_more])
def test_a_row_that_names_somebody_is_no_right(world, home, boss, leaves):
    """Called in and on call, but no editor: neither sees it, decides on it nor hears of it."""
    leaver, called_in, on_call, _own, _link, _picture = world
    leaves(leaver, home, boss)
    # As if nobody had cleared the rows.
    Track.objects.filter(article=called_in, language="ar").update(guest_editor=leaver)
    OnCall.objects.update_or_create(
        user=leaver, branch=called_in.branch, language="ar", defaults={"until": timezone.localdate()}
    )
    person = f.User.objects.get(pk=leaver.pk)
    for article in (called_in, on_call):
        article = Article.objects.get(pk=article.pk)
        assert not rights.visible_articles(person).filter(pk=article.pk).exists()
        assert rights.languages_read(person, article) == []
        assert person not in rights.who_sees(article)
        assert person not in rights.who_decides(article, article.track("ar"))
        assert not rights.may_on(person, "approve", article, article.track("ar"))
    assert "leaver" not in entered("w").get(reverse("admin:index")).text


def test_who_left_is_told_nothing_more(world, home, boss, mailoutbox):
    leaver, called_in, on_call, _own, _link, _picture = world
    before = Notice.objects.filter(to=leaver).count()
    assert before
    roles_end(leaver, home, boss)
    Branch.objects.update(review_hours=0)
    for article in (called_in, on_call):
        workflow.take_back(article.pk, "ar", by=f.User.objects.get(username="w"))
        workflow.submit(article.pk, "ar", by=f.User.objects.get(username="w"))
    reminders.remind()
    assert Notice.objects.filter(to=leaver).exclude(kind="left").count() == before
    outbox.deliver()
    assert not [message for message in mailoutbox if "leaver@example.org" in message.to]


def test_call_ins_and_duties_end_with_the_last_role_that_they_rest_on(world, home, boss):
    leaver, called_in, *_others = world
    amman = f.make_branch("عمّان", "Amman")
    Membership.objects.create(user=leaver, branch=amman, role="editor", language="ar")
    roles_end(leaver, home, boss)
    assert called_in.tracks.get(language="ar").guest_editor == leaver, "Amman still has an editor in them"
    assert OnCall.objects.filter(user=leaver).exists()
    membership.end(by=f.make_user(role="manager", branch=amman), branch=amman, person=leaver)
    assert called_in.tracks.get(language="ar").guest_editor is None
    assert not OnCall.objects.filter(user=leaver).exists()


def test_changed_roles_end_them_too(world, home, boss):
    leaver, called_in, *_others = world
    no_editor_any_more(leaver, home, boss)
    assert called_in.tracks.get(language="ar").guest_editor is None
    assert not OnCall.objects.filter(user=leaver).exists()


@pytest.mark.parametrize(("chosen", "opens"), [({"revoke_links": "on"}, False), ({}, True)])
def test_links_made_before_are_revoked_unless_somebody_wants_them_to_stay(world, home, boss, chosen, opens):
    leaver, _called_in, _on_call, own, link, _picture = world
    others = workflow.share_preview(own.pk, "ar", by=boss)
    page = reverse("admin:person_end", args=[home.pk, leaver.pk])
    manager = entered("boss")
    form = manager.get(page).text
    assert 'name="revoke_links"' in form
    assert "checked" in form.partition('name="revoke_links"')[2].partition(">")[0]
    assert "إلغاء روابط المعاينة" in form
    assert manager.post(page, chosen).status_code == 302
    shared = [Client().get(reverse("shared_preview", args=[token_of(one)])).status_code for one in (link, others)]
    assert shared == [200 if opens else 404, 200]


def test_nothing_is_offered_where_there_is_no_link(home, boss):
    f.make_user("plain", "writer", home)
    page = reverse("admin:person_end", args=[home.pk, f.User.objects.get(username="plain").pk])
    assert "revoke_links" not in entered("boss").get(page).text


def test_a_closed_account_takes_its_links_in_every_branch_along(world, home):
    leaver, *_others, link, _picture = world
    admin = f.User.objects.create_superuser("admin", password="demo")
    cairo = f.make_branch()
    Membership.objects.create(user=leaver, branch=cairo, role="writer", language="ar")
    membership.end(by=admin, branch=cairo, person=leaver, close_account=True, revoke_links=True)
    link.refresh_from_db()
    assert link.revoked_at


def test_a_picture_of_before_the_branches_is_no_more_theirs(home, boss):
    leaver = f.make_user("leaver", "editor", home)
    picture = make_picture(branch=home, by=leaver)
    Picture.objects.update(branch=None)
    client = entered()
    assert status(client, f"/media/{picture.file.name}") == 200
    roles_end(leaver, home, boss)
    assert status(client, f"/media/{picture.file.name}") == 404
