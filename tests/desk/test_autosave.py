"""Nothing that is typed is lost: what the server keeps, for whom, and what it gives back."""

import json
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.safestring import SafeData
from lxml.html import document_fromstring

from articles.desk import workflow
from articles.desk.article import draft
from articles.desk.article.four_eyes import contributors
from articles.desk.autosave import autosaves
from articles.desk.autosave.unsaved import unsaved
from articles.desk.autosave.values import in_words
from articles.models import Article, Autosave, Presence, Revision
from shaf.product.limits import REQUEST_BYTES
from tests import factories as f
from tests.desk.browsing import change_url, form_data, login

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
URL = "/admin/articles/article/autosave/"
TAB = "tab-number-one"


def send(client, user, article=None, tab=TAB, *, version=None, text=True, **fields):
    """What autosave.js posts while `fields` are typed."""
    told = {"article": article and article.pk, "tab": tab, "user": user.pk, "writing": True}
    told["version"] = version if version is not None else article.version if article else 0
    if text:
        told |= {"changed": sorted(fields), "fields": [[name, value] for name, value in fields.items()]}
    # As JSON.stringify writes it.
    return client.post(URL, json.dumps(told, ensure_ascii=False), content_type="application/json")


@pytest.fixture
def writer():
    return f.make_user("writer", "writer")


@pytest.fixture
def article(writer):
    return f.make_article(by=writer)


def test_what_is_typed_is_kept_and_is_no_save(writer, article):
    before = draft.read(article)
    answer = send(login(writer), writer, article, title_ar="عنوان لم يُحفظ", body_ar="<p onclick='x()'>نص</p>")
    assert answer.status_code == 200, answer.content
    row = Autosave.objects.get()
    assert row.draft == {"title_ar": "عنوان لم يُحفظ", "body_ar": "<p>نص</p>"}
    assert (row.user, row.article, row.base_version) == (writer, article, article.version)
    article.refresh_from_db()
    assert draft.read(article) == before
    assert article.version == 1
    assert Revision.objects.filter(article=article).count() == 1


def test_an_autosave_makes_nobody_a_contributor(article):
    editor = f.make_user(role="editor")
    send(login(editor), editor, article, title_ar="عنوان المحرر")
    assert editor not in contributors(article, "ar", None)
    assert f.publish(article, approver=editor)


def test_only_what_differs_is_kept(writer, article):
    client = login(writer)
    typed = {"title_ar": article.title_ar, "standfirst_ar": "آخر"}
    send(client, writer, article, **typed)
    assert Autosave.objects.get().draft == {"standfirst_ar": "آخر"}
    send(client, writer, article, standfirst_ar=article.standfirst_ar)
    assert not Autosave.objects.exists(), "typed back to what it was"


def test_half_typed_attribution_comes_back_as_it_was_typed(writer, article):
    rows = {
        "attributions-TOTAL_FORMS": "2",
        "attributions-0-kind": "byline",
        "attributions-0-authors": str(f.make_author().pk),
        "attributions-0-date": "32/1",
        "attributions-1-kind": "reference",
        "attributions-1-title": "كتاب لم يكتمل عنوا",
        "attributions-1-date": "5/3/2024",
    }
    told = {"changed": ["attributions"], "fields": list(rows.items())}
    told |= {"article": article.pk, "tab": TAB, "user": writer.pk, "version": 1}
    client = login(writer)
    assert client.post(URL, json.dumps(told), content_type="application/json").status_code == 200
    row = Autosave.objects.get()
    assert [r["date"] for r in row.draft["attributions"]] == ["32/1", "2024-03-05"]
    data = form_data(client, f"{change_url(article)}?unsaved={row.pk}")
    assert data["attributions-0-date"] == "32/1"
    assert data["attributions-1-title"] == "كتاب لم يكتمل عنوا"
    assert data["attributions-1-date"] in ("05/03/2024", "5/3/2024")
    page = client.get(reverse("admin:articles_autosave_look", args=[row.pk])).content.decode()
    assert "32/1" in page
    assert "كتاب لم يكتمل عنوا" in page


@pytest.mark.parametrize("field", ["topics", "series", "cover", "branch", "series_number"])
def test_every_kind_of_field_is_taken_over(writer, article, field):
    values = {"topics": f.make_topic().pk, "series_number": 7}
    if field in ("series", "cover", "branch"):
        Autosave.objects.create(
            user=writer, article=article, tab=TAB, base_version=1, draft={field: None}, at=article.updated_at
        )
        page = login(writer).get(reverse("admin:articles_autosave_look", args=[Autosave.objects.get().pk]))
        assert page.status_code == 200
        return
    client = login(writer)
    send(client, writer, article, **{field: str(values[field])})
    data = form_data(client, f"{change_url(article)}?unsaved={Autosave.objects.get().pk}")
    assert data[field] == str(values[field])


def test_taken_over_and_saved_it_is_gone(writer, article):
    client = login(writer)
    send(client, writer, article, title_ar="عنوان لم يُحفظ")
    row = Autosave.objects.get()
    page = client.get(change_url(article)).content.decode()
    assert f"?unsaved={row.pk}" in page
    data = form_data(client, f"{change_url(article)}?unsaved={row.pk}")
    assert data["title_ar"].strip() == "عنوان لم يُحفظ"
    assert client.post(change_url(article), data | {"_continue": "1"}).status_code == 302
    article.refresh_from_db()
    assert article.title_ar == "عنوان لم يُحفظ"
    assert not Autosave.objects.exists()
    assert "?unsaved=" not in client.get(change_url(article)).content.decode()


def test_taken_over_after_others_saved_it_merges_or_shows_both(writer, article):
    client, other = login(writer), f.make_user(role="writer")
    send(client, writer, article, title_ar="عنواني", standfirst_ar="ملخصي")
    row = Autosave.objects.get()
    f.write(article, other, title_en="Theirs")
    url = f"{change_url(article)}?unsaved={row.pk}"
    assert form_data(client, url)["version"] == "2", "other fields: no conflict"
    f.write(article, other, title_ar="عنوانهم")
    data = form_data(client, url)
    response = client.post(change_url(article), data)
    assert response.status_code == 409
    page = response.content.decode()
    assert "عنوانهم" in page
    assert "عنواني" in page
    assert Autosave.objects.filter(pk=row.pk).exists()


def test_the_rows_of_a_saved_tab_go_and_those_of_another_stay(writer, article):
    client = login(writer)
    data = form_data(client, change_url(article))
    send(client, writer, article, title_ar="واحد")
    send(client, writer, article, tab="tab-number-two", standfirst_ar="اثنان")
    client.post(change_url(article), data | {"title_ar": "واحد", "tab": TAB})
    assert [row.draft for row in Autosave.objects.all()] == [{"standfirst_ar": "اثنان"}]


def test_a_new_report_is_kept_listed_and_taken_over(writer):
    client = login(writer)
    assert send(client, writer, title_ar="تقرير لم يُحفظ قط", body_ar="<p>نصّه</p>").status_code == 200
    row = Autosave.objects.get()
    assert row.article is None
    assert [(one.title, one.mine) for one in unsaved(writer)] == [("تقرير لم يُحفظ قط", True)]
    add = reverse("admin:articles_article_add")
    assert f"?unsaved={row.pk}" in client.get(add).content.decode()
    data = form_data(client, f"{add}?unsaved={row.pk}")
    assert data["title_ar"].strip() == "تقرير لم يُحفظ قط"
    assert client.post(add, data | {"_continue": "1"}).status_code == 302
    assert Article.objects.get().title_ar == "تقرير لم يُحفظ قط"
    assert not Autosave.objects.exists()


# Who: (role, branch, languages) → status of writing an autosave, of looking at the writer's, and of the form with it
PEOPLE = {
    "the writer": (200, 200),
    "another writer": (200, 404),
    "an editor": (200, 200),
    "a manager": (200, 200),
    "an editor elsewhere": (404, 404),
    "no role": (401, 302),
    "anonymous": (401, 302),
}


def person(who, writer):
    nairobi = f.make_branch("نيروبي", "Nairobi")
    return {
        "the writer": lambda: writer,
        "another writer": lambda: f.make_user(role="writer"),
        "an editor": lambda: f.make_user(role="editor"),
        "a manager": lambda: f.make_user(role="manager"),
        "an editor elsewhere": lambda: f.make_user(role="editor", branch=nairobi),
        "no role": lambda: f.make_user(),
        "anonymous": lambda: None,
    }[who]()


@pytest.mark.parametrize("who", PEOPLE)
def test_who_may(writer, article, who):
    send(login(writer), writer, article, title_ar="سرّ الكاتب")
    row = Autosave.objects.get()
    user = person(who, writer)
    client = login(user) if user else Client()
    write, look = PEOPLE[who]
    assert send(client, user or writer, article, tab="another-tab", title_ar="نصّ").status_code == write
    assert Autosave.objects.exclude(pk=row.pk).exists() == (write == 200)
    url = reverse("admin:articles_autosave_look", args=[row.pk])
    assert client.get(url).status_code == look
    form = client.get(f"{change_url(article)}?unsaved={row.pk}")
    assert ("سرّ الكاتب" in form.content.decode()) == (look == 200)
    if who not in ("the writer", "anonymous", "no role"):
        assert client.post(url, {"at": row.at.isoformat()}).status_code == 404, "only the writer discards"
    assert Autosave.objects.filter(pk=row.pk).exists()


def test_a_new_report_is_its_writers_alone(writer):
    send(login(writer), writer, title_ar="سرّ")
    url = reverse("admin:articles_autosave_look", args=[Autosave.objects.get().pk])
    assert login(writer).get(url).status_code == 200
    assert login(f.make_user(role="editor")).get(url).status_code == 404


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"tab": "x"}, 400),
        ({"tab": None}, 400),
        ({"tab": "aside-mine-12345"}, 400),
        ({"user": 999_999}, 409),
        ({"article": "9" * 30}, 404),
        ({"article": 999_999}, 404),
        ({"article": "1 or 1"}, 404),
        ({"fields": 7}, 400),
        ({"version": "x"}, 400),
        ({"changed": ["state", "not_before"], "fields": [["state", "approved"]]}, 200),
    ],
)
def test_bad_input_is_answered(writer, article, change, status):
    told = {"article": article.pk, "tab": TAB, "user": writer.pk, "version": 1, "changed": [], "fields": []} | change
    answer = login(writer).post(URL, json.dumps(told), content_type="application/json")
    assert answer.status_code == status
    assert not Autosave.objects.exists()
    if status in (400, 409):
        assert answer.json()["message"]


def test_not_json_at_all(writer):
    assert login(writer).post(URL, b"\xff[", content_type="application/json").status_code == 400


def test_only_in_a_language_that_is_ones_own(article):
    english = f.make_user(role="writer", languages=["en"])
    answer = send(login(english), english, article, title_ar="نصّ")
    assert answer.status_code == 403
    assert answer.json()["message"]
    assert send(login(english), english, article, title_en="Text").status_code == 200


def test_what_is_too_large_is_said_and_the_rest_is_kept(writer, article):
    answer = send(login(writer), writer, article, title_ar="يبقى", body_ar="<p>" + "كلام " * 500_000)
    assert answer.status_code == 413
    assert "النص" in answer.json()["message"]
    assert Autosave.objects.get().draft == {"title_ar": "يبقى"}
    huge = login(writer).post(URL, b"x" * (REQUEST_BYTES + 1), content_type="application/json")
    assert huge.status_code == 413
    assert huge.json()["message"]


def test_one_person_has_so_many(writer, article, monkeypatch):
    monkeypatch.setattr(autosaves, "MAX_ROWS", 2)
    client = login(writer)
    codes = [send(client, writer, article, tab=f"tab-number-{n}", title_ar=f"ع {n}").status_code for n in range(3)]
    assert codes == [200, 200, 409]
    assert send(client, writer, article, tab="tab-number-1", title_ar="يتابع").status_code == 200


def test_discarding(writer, article):
    client = login(writer)
    send(client, writer, article, title_ar="أول")
    row = Autosave.objects.get()
    url = reverse("admin:articles_autosave_look", args=[row.pk])
    seen = row.at.isoformat()
    send(client, writer, article, title_ar="أول وثانٍ")
    assert Autosave.objects.get().at.isoformat() != seen
    client.post(url, {"at": seen})
    assert Autosave.objects.exists(), "more was typed since"
    client.post(url, {"at": Autosave.objects.get().at.isoformat()})
    assert not Autosave.objects.exists()


def test_an_editor_sees_that_a_writer_has_unsaved_text(writer, article):
    editor, colleague = f.make_user(role="editor"), f.make_user(role="writer")
    assert "writer" not in unsaved_shown(editor, article)
    send(login(writer), writer, article, title_ar="عنوان")
    assert "writer" in unsaved_shown(editor, article)
    assert "writer" not in unsaved_shown(colleague, article)


def unsaved_shown(user, article) -> str:
    page = document_fromstring(login(user).get(change_url(article)).content.decode())
    return page.get_element_by_id("unsaved").text_content()


# Presence


def beat(user, article, tab=TAB, **more):
    told = {"article": article.pk, "tab": tab, "user": user.pk, "version": article.version, "writing": False} | more
    return login(user).post(URL, json.dumps(told), content_type="application/json").json()


def test_who_else_is_here(writer, article):
    other = f.make_user(role="writer", first_name="سلمى")
    assert beat(writer, article)["others"] == []
    assert [o["name"] for o in beat(other, article, "other-tab")["others"]] == ["writer"]
    beat(other, article, "other-tab", writing=True)
    assert beat(writer, article)["others"] == [{"name": "سلمى", "you": False, "writing": True}]
    beat(writer, article, "second-tab")
    assert {o["you"] for o in beat(writer, article)["others"]} == {True, False}
    Presence.objects.filter(user=other).update(seen_at=article.created_at.replace(year=2020))
    beat(writer, article, "second-tab", leave=True)
    assert beat(writer, article)["others"] == [], "gone after a minute, and at once when closed"


def test_that_somebody_saved_meanwhile(writer, article):
    assert "saved_by" not in beat(writer, article)
    f.write(article, f.make_user(role="writer", first_name="سلمى"), title_ar="جديد")
    saved = beat(writer, article)["saved_by"]
    assert (saved["name"], saved["you"]) == ("سلمى", False)
    assert saved["fields"] == [draft.label("title_ar")]


def test_a_heartbeat_costs_a_constant_few_queries(writer, article):
    counts = []
    for _round in range(2):
        for _n in range(4):
            other = f.make_user(role="writer")
            beat(other, article, f"tab-of-{other.pk}")
            send(login(other), other, article, tab=f"tab-of-{other.pk}", title_ar="نصّ")
            f.make_article(by=writer)
        client = login(writer)
        told = {"article": article.pk, "tab": TAB, "user": writer.pk, "version": article.version}
        client.post(URL, json.dumps(told), content_type="application/json")
        with CaptureQueriesContext(connection) as queries:
            client.post(URL, json.dumps(told), content_type="application/json")
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 12, [query["sql"] for query in queries]


# Conflicts


def conflicting(writer, article, **theirs):
    """The form as the writer opened it, and then somebody else's save."""
    client = login(writer)
    data = form_data(client, change_url(article))
    f.write(article, f.make_user(role="writer"), **theirs)
    return client, data


def decided(page: bytes, data: dict) -> dict:
    found = dict(document_fromstring(page.decode()).get_element_by_id("article_form").form_values())
    return data | {name: found[name] for name in ("decided_version", "decided_fields", "version")}


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_a_conflict_is_resolved_either_way_and_both_texts_stay_somewhere(writer, article, choice):
    client, data = conflicting(writer, article, title_ar="عنوانهم", body_ar="<p>نصّهم</p>")
    data |= {"title_ar": "عنواني", "body_ar": "<p>نصّي</p>", "tab": TAB}
    page = client.post(change_url(article), data)
    assert page.status_code == 409
    answer = client.post(
        change_url(article), decided(page.content, data) | {"choice_title_ar": choice, "choice_body_ar": "mine"}
    )
    assert answer.status_code == 302
    article.refresh_from_db()
    assert article.title_ar == ("عنواني" if choice == "mine" else "عنوانهم")
    assert article.body_ar == "<p>نصّي</p>"
    everything = json.dumps([list(Revision.objects.values_list("draft")), list(Autosave.objects.values_list("draft"))])
    for text in ("عنواني", "عنوانهم", "نصّي", "نصّهم"):
        assert json.dumps(text)[1:-1] in everything
    aside = Autosave.objects.filter(tab__startswith=autosaves.ASIDE)
    assert aside.count() == (choice == "theirs")
    assert not unsaved(writer), "a text that was given up is not asked about on every opening"


def test_each_kind_of_field_is_shown_in_words(writer, article):
    topic, mine = f.make_topic(), f.make_topic("الطاقة", "Energy")
    theirs = [{"kind": "byline", "authors": [f.make_author("سلمى عبد الله", "Salma").pk], "date": "2025-01-02"}]
    client, data = conflicting(writer, article, attributions=theirs, topics=[topic.pk], series_number=3)
    data |= {"attributions-0-date": "3/4/2025", "topics": [str(mine.pk)], "series_number": "5"}
    page = client.post(change_url(article), data)
    assert page.status_code == 409
    shown = document_fromstring(page.content.decode()).find_class("conflicts")[0].text_content()
    for words in ("سلمى عبد الله", "2 يناير 2025", "3 أبريل 2025", "مكافحة الإرهاب", "الطاقة"):
        assert words in shown, words
    assert "{" not in shown
    answer = client.post(change_url(article), decided(page.content, data) | {"choice_attributions": "theirs"})
    assert answer.status_code == 302
    now = draft.read(Article.objects.get(pk=article.pk))
    assert now["attributions"][0]["date"] == "2025-01-02"
    assert now["topics"] == [mine.pk]


def test_texts_stand_in_their_own_direction(writer, article):
    client, data = conflicting(writer, article, title_en="Theirs")
    page = document_fromstring(client.post(change_url(article), data | {"title_en": "Mine"}).content.decode())
    found = page.find_class("conflicts")[0].find_class("manuscript")
    assert {(text.get("lang"), text.get("dir")) for text in found} == {("en", "ltr")}


def test_a_hostile_text_does_not_run_on_the_page_of_a_conflict(writer, article):
    attack = "<img src=x onerror=alert(1)><script>alert(1)</script>"
    client, data = conflicting(writer, article, title_ar=f"هم {attack}", body_ar=f"<p>هم {attack}</p>")
    page = client.post(change_url(article), data | {"title_ar": f"أنا {attack}", "body_ar": f"<p>أنا {attack}</p>"})
    section = document_fromstring(page.content.decode()).find_class("conflicts")[0]
    assert not list(section.iter("script"))
    assert not section.xpath(".//@onerror")


def test_no_tag_of_ours_is_read_as_text(writer, article):
    """Every field in words is HTML that a template takes as it is."""
    for field in draft.FIELDS:
        for value in (draft.EMPTY[field], draft.read(article)[field], *(["<b>"] if draft.language_of(field) else [])):
            assert isinstance(in_words(field, value, writer), SafeData), field
    client, data = conflicting(writer, article, title_ar="عنوان زيد", standfirst_ar="سطر\nوآخر", key_points_ar="نقطة")
    page = client.post(
        change_url(article), data | {"title_ar": "عنوان عمرو", "standfirst_ar": "غيره", "key_points_ar": "أخرى"}
    )
    assert "&lt;p&gt;عنوان" not in page.content.decode()
    assert "<p>عنوان زيد</p>" in page.content.decode()


@pytest.mark.parametrize(("savers", "own"), [(["self"], True), (["other"], False), (["self", "other"], False)], ids=str)
def test_one_s_own_second_window_is_not_somebody_else(writer, article, savers, own):
    client = login(writer)
    data = form_data(client, change_url(article))
    for saver in savers:
        by = writer if saver == "self" else f.make_user(role="writer")
        f.write(article, by, title_ar=f"عنوان {saver}")
    # What others did to another field is no matter of this one.
    f.write(article, f.make_user(role="writer"), standfirst_ar="ملخص غيره")
    page = client.post(change_url(article), data | {"title_ar": "عنوان هذه النافذة"}).content.decode()
    assert ("حفظتَ أنت هذه الحقول في نافذة أخرى" in page) == own
    assert ("حفظ شخص آخر" in page) != own
    assert ("عدّل غيرك" in page) != own


@pytest.mark.parametrize("locked", ["title_ar", "topics", "attributions"])
def test_what_was_typed_into_what_got_locked_is_shown_and_kept(writer, article, locked):
    client = login(writer)
    data = form_data(client, change_url(article)) | {"tab": TAB}
    topic = f.make_topic("الطاقة", "Energy")
    typed = {
        "title_ar": ("كتبته قبل القفل", {"title_ar": "كتبته قبل القفل"}),
        "topics": ("الطاقة", {"topics": [str(topic.pk)]}),
        "attributions": ("كتاب قبل القفل", {"attributions-1-title": "كتاب قبل القفل"}),
    }
    shown, fields = typed[locked]
    told = {"article": article.pk, "tab": TAB, "user": writer.pk, "version": 1, "changed": [locked]}
    pairs = [
        [n, v] for n, values in (data | fields).items() for v in (values if isinstance(values, list) else [values])
    ]
    client.post(URL, json.dumps(told | {"fields": pairs}), content_type="application/json")
    workflow.submit(article.pk, "ar", by=writer)
    page = client.post(change_url(article), data | fields)
    assert page.status_code == 409
    assert shown in document_fromstring(page.content.decode()).find_class("conflicts")[0].text_content()
    assert locked in Autosave.objects.get().draft
    settings = document_fromstring(page.content.decode()).get_element_by_id("keeping-data").text
    assert json.loads(settings)["supersedes"] is None, "the page that cannot show it does not take its place"


def test_a_page_that_another_person_opened_is_not_saved_unasked(writer, article):
    data = form_data(login(writer), change_url(article)) | {"title_ar": "نصّ الأول"}
    second = login(f.make_user(role="writer"))
    answer = second.post(change_url(article), data)
    assert answer.status_code == 409
    assert "نصّ الأول" in answer.content.decode()
    article.refresh_from_db()
    assert article.title_ar != "نصّ الأول"


# A form that cannot be accepted


def again(page: bytes) -> dict:
    """What the page of a refused form would send."""
    form = next(form for form in document_fromstring(page.decode()).forms if "kept-form" in form.get("class", ""))
    found: dict = {}
    for name, value in form.form_values():
        # A browser drops the line break after the tag.
        found.setdefault(name, []).append(value.removeprefix("\n"))
    return found


def test_a_save_after_the_sessions_end_goes_on_after_the_login(writer, article):
    client = login(writer)
    data = form_data(client, change_url(article)) | {"title_ar": "  \nعنوان بعد انتهاء الجلسة", "_continue": "1"}
    topics = [str(f.make_topic().pk), str(f.make_topic("الطاقة", "Energy").pk)]
    client.logout()
    page = client.post(change_url(article), data | {"topics": topics, "body_ar": "\n<p>نصّ</p>"})
    assert page.status_code == 403
    carried = again(page.content)
    assert carried["topics"] == topics
    assert carried["title_ar"] == ["  \nعنوان بعد انتهاء الجلسة"]
    assert (
        client.post(change_url(article), carried | {"relogin_username": "writer", "relogin_password": "x"}).status_code
        == 403
    )
    done = client.post(change_url(article), carried | {"relogin_username": "writer", "relogin_password": "demo"})
    assert done.status_code == 302
    article.refresh_from_db()
    assert article.title_ar == "عنوان بعد انتهاء الجلسة"
    assert article.body_ar == "<p>نصّ</p>"


def test_nobody_else_continues_a_save(writer, article):
    f.make_user("second", "writer")
    f.make_user("outsider")
    data = form_data(login(writer), change_url(article)) | {"title_ar": "نصّ الأول"}
    for who in ("second", "outsider"):
        client = Client()
        page = client.post(change_url(article), data | {"relogin_username": who, "relogin_password": "demo"})
        assert page.status_code == 403
        assert "نصّ الأول" in page.content.decode()
        assert "_auth_user_id" not in client.session
    article.refresh_from_db()
    assert article.title_ar != "نصّ الأول"


@pytest.mark.parametrize(
    ("origin", "offered"), [("http://testserver", True), ("https://evil.example", False), ("null", False)]
)
def test_a_stale_token_keeps_the_text_and_only_our_own_page_may_send_it_again(writer, article, origin, offered):
    client = Client(enforce_csrf_checks=True)
    client.force_login(writer, "django.contrib.auth.backends.ModelBackend")
    data = form_data(client, change_url(article)) | {"title_ar": "نصّ باق", "csrfmiddlewaretoken": "x" * 64}
    page = client.post(change_url(article), data, headers={"origin": origin})
    assert page.status_code == 403
    assert "نصّ باق" in page.content.decode()
    assert ("kept-form" in page.content.decode()) == offered
    if offered:
        assert client.post(change_url(article), again(page.content), headers={"origin": origin}).status_code == 302
        article.refresh_from_db()
        assert article.title_ar == "نصّ باق"


def test_a_failure_of_ours_keeps_the_text_and_tries_again(writer, article, monkeypatch):
    client = login(writer)
    client.raise_request_exception = False
    data = form_data(client, change_url(article)) | {"title_ar": "نصّ باق"}
    with monkeypatch.context() as broken:
        broken.setattr(workflow, "write", lambda *args, **kwargs: 1 / 0)
        page = client.post(change_url(article), data)
    assert page.status_code == 500
    assert "نصّ باق" in page.content.decode()
    assert 'dir="rtl"' in page.content.decode()
    assert client.post(change_url(article), again(page.content)).status_code == 302
    article.refresh_from_db()
    assert article.title_ar == "نصّ باق"


def test_a_report_that_went_to_the_bin_meanwhile_keeps_the_text(writer, article):
    client = login(writer)
    data = form_data(client, change_url(article)) | {"title_ar": "نصّ باق"}
    workflow.bin(article.pk, by=writer)
    page = client.post(change_url(article), data)
    assert page.status_code == 403
    assert "نصّ باق" in page.content.decode()


# Logging in again in place


def relogin(client, user, username, password):
    told = {"user": user.pk, "username": username, "password": password}
    return client.post("/admin/relogin/", json.dumps(told), content_type="application/json")


def test_logging_in_again(writer, article):
    f.make_user("second", "writer")
    client = Client()
    assert send(client, writer, article, title_ar="نصّ").status_code == 401
    for username, password, status in [("writer", "x", 400), ("second", "demo", 403), ("writer", "demo", 200)]:
        answer = relogin(client, writer, username, password)
        assert answer.status_code == status
        assert ("_auth_user_id" in client.session) == (status == 200)
        assert status == 200 or answer.json()["message"]
    assert send(client, writer, article, title_ar="نصّ").status_code == 200


@pytest.mark.parametrize("told", ["", "[]", "{}", '{"user": "x", "username": "a", "password": "b"}'])
def test_a_bad_login_is_answered(told):
    assert Client().post("/admin/relogin/", told, content_type="application/json").status_code == 400


def test_names_of_tabs_do_not_collide(writer, article):
    """Two people may use the same tab's name."""
    other = f.make_user(role="writer")
    name = str(uuid.uuid4())
    send(login(writer), writer, article, tab=name, title_ar="أول")
    send(login(other), other, article, tab=name, title_ar="ثانٍ")
    assert sorted(row.draft["title_ar"] for row in Autosave.objects.all()) == ["أول", "ثانٍ"]
