"""The register: what readers see of an entry is an editor's of its branch and language to change, logged and told."""

import pytest
from django.urls import reverse

from articles.models import Notice
from authors.models import Author, Topic
from shaf.audit.models import Event
from tests import factories as f
from tests.desk.browsing import login

pytestmark = pytest.mark.django_db


@pytest.fixture
def cairo():
    return f.make_branch()


@pytest.fixture
def nairobi():
    return f.make_branch("نيروبي", "Nairobi")


def printed_author(branch=None) -> Author:
    """An author whom a live edition credits."""
    author = f.make_author("ليلى", "Laila", branch=branch)
    byline = {"kind": "byline", "source": f.make_publisher().pk, "authors": [author.pk], "date": "2025-11-16"}
    f.publish(f.make_article(attributions=[byline]))
    return author


def change(user, author, **fields):
    """Send the form as the page gives it, with these fields changed; returns the status and the entry as stored."""
    client = login(user)
    url = reverse("admin:authors_author_change", args=[author.pk])
    page = client.get(url)
    form = page.context["adminform"].form if page.status_code == 200 else None
    sent = {name: form[name].value() or "" for name in form.fields if name != "photo"} if form else {}
    status = client.post(url, sent | fields).status_code
    author.refresh_from_db()
    return status


# role, in the author's own branch or another, language; whether the Arabic biography, the English one and the links
# (the same in both languages) are theirs to change.
PRINTED = [
    ("editor", True, ["ar"], (True, False, True)),
    ("editor", True, ["en"], (False, True, True)),
    ("editor", True, ["ar", "en"], (True, True, True)),
    ("manager", True, ["ar"], (True, True, True)),
    ("editor", False, ["ar", "en"], (False, False, False)),
    ("manager", False, ["ar", "en"], (False, False, False)),
    ("writer", True, ["ar", "en"], (False, False, False)),
]


@pytest.mark.parametrize(("role", "own", "languages", "allowed"), PRINTED)
def test_what_is_printed_is_the_branch_s_and_the_language_s(cairo, nairobi, role, own, languages, allowed):
    author = printed_author(cairo)
    user = f.make_user(role=role, branch=cairo if own else nairobi, languages=languages)
    typed = {"biography_ar": "سيرة", "biography_en": "A life", "links": "https://example.org/laila"}
    change(user, author, **typed)
    assert tuple(getattr(author, name) == value for name, value in typed.items()) == allowed


@pytest.mark.parametrize(("languages", "allowed"), [(["ar"], (True, False)), (["en"], (False, True))])
def test_of_no_branch_it_is_any_editor_s_of_the_language(cairo, nairobi, languages, allowed):
    author = printed_author()
    change(f.make_user(role="editor", branch=nairobi, languages=languages), author, name_ar="سلمى", name_en="Salma")
    assert (author.name_ar == "سلمى", author.name_en == "Salma") == allowed


def test_what_no_live_edition_prints_is_any_editor_s(cairo, nairobi):
    author = f.make_author("ليلى", "Laila", branch=cairo)
    editor = f.make_user(role="editor", branch=nairobi, languages=["en"])
    assert change(editor, author, biography_ar="سيرة") == 302
    assert author.biography_ar == "سيرة"
    event = Event.objects.get(what="entry_changed")
    assert event.details == {"changed": {"biography_ar": [None, "سيرة"]}}
    assert not Notice.objects.filter(kind="entry_changed").exists(), "no reader sees it"


def test_a_change_is_logged_with_before_and_after_and_told(cairo, nairobi):
    author = printed_author(cairo)
    editor, other = (f.make_user(name, "editor", cairo, ["ar"]) for name in ("editor", "other"))
    f.make_user("english", "editor", cairo, ["en"])
    f.make_user("stranger", "manager", nairobi)
    Notice.objects.all().delete()
    change(editor, author, biography_ar="سيرة")
    event = Event.objects.get(what="entry_changed")
    assert (event.by, event.branch, event.about) == (editor.pk, cairo.pk, f"author:{author.pk}")
    assert event.details == {"changed": {"biography_ar": [None, "سيرة"]}}
    assert event.address == "127.0.0.1"
    told = {notice.to.username: (notice.reason, notice.mail) for notice in Notice.objects.filter(kind="entry_changed")}
    assert told.pop("other") == ("ليلى", "")
    assert not told.keys() & {"editor", "english", "stranger"}
    inbox = login(other).get(reverse("admin:inbox")).content.decode()
    assert "غُيّر مدخل منشور في السجل" in inbox


def test_of_no_branch_the_managers_of_whoever_prints_it_are_told(cairo, nairobi):
    author = printed_author()
    manager = f.make_user("manager", "manager", cairo)
    f.make_user("stranger", "manager", nairobi)
    change(f.make_user(role="editor", branch=nairobi), author, biography_ar="سيرة")
    assert [notice.to for notice in Notice.objects.filter(kind="entry_changed")] == [manager]


def test_a_form_sent_untouched_is_no_event(cairo):
    author = printed_author(cairo)
    assert change(f.make_user(role="editor", branch=cairo), author) == 302
    assert not Event.objects.filter(what="entry_changed").exists()


def test_additions_deletions_and_missing_names(cairo):
    boss = f.User.objects.create_superuser("boss")
    client = login(boss)
    client.post(reverse("admin:authors_topic_add"), {"name_ar": "المياه", "kind": "theme"})
    topic = Topic.objects.get(name_ar="المياه")
    client.post(reverse("admin:authors_topic_delete", args=[topic.pk]), {"post": "yes"})
    told = list(Event.objects.exclude(what="password_right").order_by("pk").values_list("what", "name"))
    assert told == [("entry_added", "المياه"), ("entry_deleted", "المياه")]


def test_roles_given_by_a_superuser_past_the_managers_are_in_the_log(cairo):
    user, client = f.make_user("nadia"), login(f.User.objects.create_superuser("boss"))
    sent = {"user": user.pk, "branch": cairo.pk, "role": "editor", "language": "ar"}
    assert client.post(reverse("admin:authors_membership_add"), sent).status_code == 302
    event = Event.objects.get(what="roles")
    assert (event.branch, event.about, event.by_name) == (cairo.pk, f"user:{user.pk}", "boss")
    assert event.details["changed"]["role"] == [None, "editor"]
