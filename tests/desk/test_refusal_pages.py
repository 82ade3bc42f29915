"""What the desk says where it shows nothing: in Arabic, in its own frame, with a way on; and no echo turns a line."""

import html

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from articles.desk.article.verbs import TABLE
from articles.desk.form import track_panel
from articles.desk.notices.kinds import KINDS
from articles.press.models import Ended
from authors.models import Author, Topic
from tests import factories as f
from tests.desk.browsing import login

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
TURNING = "\u202e\u202a\u202b\u2066\u2067\u2068"


def page_of(response) -> str:
    return html.unescape(response.content.decode())


@pytest.fixture
def writer():
    return f.make_user(role="writer")


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/admin/people/", 403, "هذه الصفحة ليست من صلاحيات دورك"),
        ("/admin/authors/branch/add/", 403, "هذه الصفحة ليست من صلاحيات دورك"),
        ("/admin/articles/article/999/review/ar/", 404, "لا صفحة بهذا العنوان في مكتب التحرير"),
        ("/admin/names/author/999/en/", 404, "لا صفحة بهذا العنوان في مكتب التحرير"),
        ("/admin/nothing/here/", 404, "لا صفحة بهذا العنوان في مكتب التحرير"),
        ("/admin/names/author/", 405, "هذا العنوان ليس صفحة"),
    ],
)
def test_a_refusal_is_a_page_of_the_desk_in_arabic(writer, address, status, words):
    response = login(writer).get(address)
    page = page_of(response)
    assert response.status_code == status
    assert words in page
    assert 'lang="ar"' in page
    assert f'href="{reverse("admin:index")}"' in page
    assert reverse("admin:logout") in page
    assert ("Allow" in response) == (status == 405)


def test_a_garbled_request_is_a_page_of_the_desk(writer):
    client = login(writer)
    client.raise_request_exception = False
    response = client.generic("POST", "/admin/authors/topic/add/", b"x", content_type="multipart/form-data")
    assert response.status_code == 400
    assert "تعذّرت قراءة الطلب" in page_of(response)


def test_readers_and_scripts_are_answered_as_before(writer):
    assert "لا صفحة بهذا العنوان في مكتب التحرير" not in page_of(Client().get("/nothing/"))
    told = login(writer).get("/admin/names/author/", headers={"Accept": "application/json"})
    assert (told.status_code, told.json()["code"]) == (405, "method")


# In use


@pytest.mark.both_databases
def test_what_is_in_use_is_not_deleted_and_says_where():
    edition = f.make_edition()
    author = Author.objects.get(name_ar="إلهام النجار")
    boss = login(f.User.objects.create_superuser("boss"))
    page = page_of(boss.get(reverse("admin:authors_author_delete", args=[author.pk])))
    assert "لا يمكن الحذف، لأنه مستعمل في:" in page
    assert "طبعة منشورة واحدة" in page
    assert "موضع واحد في التقارير" in page
    assert "ndex" not in page.partition("<body")[2].partition("<script")[0].replace("index", "")
    chosen = {"action": "delete_selected", "_selected_action": [author.pk]}
    assert "طبعة منشورة واحدة" in page_of(boss.post(reverse("admin:authors_author_changelist"), chosen))
    boss.post(reverse("admin:authors_author_delete", args=[author.pk]), {"post": "yes"})
    assert Author.objects.filter(pk=author.pk).exists()
    assert edition.pk


def test_what_nothing_uses_is_deleted_as_ever():
    topic = f.make_topic()
    boss = login(f.User.objects.create_superuser("boss"))
    assert boss.post(reverse("admin:authors_topic_delete", args=[topic.pk]), {"post": "yes"}).status_code == 302
    assert not Topic.objects.exists()


# Echoes


@pytest.mark.parametrize(
    "address",
    [
        "/search/",
        "/en/search/",
        "/admin/articles/article/",
        "/admin/authors/author/",
        "/admin/authors/author/999{turning}/change/",
        "/admin/nothing{turning}/",
    ],
)
def test_no_echo_of_an_address_turns_a_line_around(address):
    f.make_edition()
    client = login(f.make_user(role="editor"))
    asked = f"سوريا{TURNING}abc"
    response = client.get(address.format(turning=TURNING), {"q": asked, "author": asked, "e": asked}, follow=True)
    assert response.status_code in (200, 404)
    assert not set(TURNING) & set(page_of(response).replace("\u2068", "")), "isolates of ours are closed"
    if address.endswith("search/"):
        assert "سورياabc" in page_of(response)


def test_a_query_without_controls_stays_as_it_is(rf):
    from shaf.http.middleware import plain_address

    kept = "q=%E2%80%9Cabc%E2%80%9D&x=%E2%82%AC&y=\xe2\x80\x9c"
    assert plain_address(lambda request: request.META["QUERY_STRING"])(rf.get("/search/", QUERY_STRING=kept)) == kept
    turned = "q=%E2%80%AEa%e2%81%a6b\xe2\x80\xaec"
    assert plain_address(lambda request: request.META["QUERY_STRING"])(rf.get("/", QUERY_STRING=turned)) == "q=abc"


# Words


def test_no_button_reads_like_what_has_happened():
    with translation.override("ar"):
        labels = [track_panel.DECIDE, track_panel.SEE, *(verb.label for verb in TABLE if verb.label)]
        commands = {str(label).rstrip("…") for label in labels}
        commands |= {str(verb.button) for verb in TABLE if verb.button}
        events = [verb.done for verb in TABLE if verb.done] + [kind.says for kind in KINDS.values()]
        events += Ended.labels
        assert not commands & {str(event).rstrip(".") for event in events}
    assert "نقل إلى سلة المحذوفات" in commands
