"""The forms, as a browser posts them."""

import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article import draft
from articles.desk.article.refusal import Refusal
from articles.models import Article, Attribution, Picture, Revision, Track
from articles.press.models import Edition
from tests import factories as f
from tests.desk.browsing import change_url, form_data, login, new_report_data

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def writer():
    return f.make_user(role="writer")


@pytest.mark.both_databases
def test_a_writer_writes_a_new_report(writer):
    client = login(writer)
    response = client.post(reverse("admin:articles_article_add"), new_report_data() | {"_continue": "1"})
    article = Article.objects.get()
    assert response.status_code == 302, response.context and response.context["errors"]
    assert (article.title_ar, article.slug_ar) == ("أمن البحر الأحمر", "أمن-البحر-الأحمر")
    byline = article.attributions.get(kind="byline")
    assert byline.date.isoformat() == "2025-11-16"
    assert [c.author.name_ar for c in byline.credits.all()] == ["إلهام النجار", "سلمى عبد الله"]
    assert Revision.objects.get(article=article).by == writer
    assert {track.state for track in article.tracks.all()} == {"draft"}


def test_the_order_of_authors_is_the_order_of_choice(writer):
    data = new_report_data()
    data["attributions-0-authors"].reverse()
    login(writer).post(reverse("admin:articles_article_add"), data)
    byline = Attribution.objects.get(kind="byline")
    assert [c.author.name_ar for c in byline.credits.all()] == ["سلمى عبد الله", "إلهام النجار"]


def test_an_untouched_save_changes_nothing_and_makes_nobody_a_contributor():
    article, editor = f.make_article(), f.make_user(role="editor")
    before = draft.read(article)
    client = login(editor)
    response = client.post(change_url(article), form_data(client, change_url(article)) | {"_continue": "1"})
    assert response.status_code == 302
    assert draft.read(Article.objects.get(pk=article.pk)) == before
    assert Revision.objects.filter(article=article).count() == 1
    assert f.publish(article, approver=editor)


def test_a_change_is_saved_and_the_rest_stays(writer):
    article = f.make_article()
    before = draft.read(article)
    client = login(writer)
    data = form_data(client, change_url(article)) | {"title_ar": "عنوان جديد"}
    client.post(change_url(article), data)
    after = draft.read(Article.objects.get(pk=article.pk))
    assert after == before | {"title_ar": "عنوان جديد"}
    assert Revision.objects.filter(article=article).latest("version").changed == {"title_ar": True}


def test_two_tabs_merge_different_fields(writer):
    article = f.make_article()
    client = login(writer)
    first, second = form_data(client, change_url(article)), form_data(client, change_url(article))
    client.post(change_url(article), first | {"title_ar": "من اللسان الأول"})
    response = client.post(change_url(article), second | {"standfirst_ar": "من اللسان الثاني"})
    assert response.status_code == 302
    now = draft.read(Article.objects.get(pk=article.pk))
    assert (now["title_ar"], now["standfirst_ar"]) == ("من اللسان الأول", "من اللسان الثاني")


def test_two_tabs_on_one_field_show_both_texts(writer):
    article = f.make_article()
    client = login(writer)
    first, second = form_data(client, change_url(article)), form_data(client, change_url(article))
    client.post(change_url(article), first | {"title_ar": "عنوان زيد"})
    response = client.post(change_url(article), second | {"title_ar": "عنوان عمرو", "standfirst_ar": "ملخص عمرو"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "عنوان زيد" in page
    assert "عنوان عمرو" in page
    assert "ملخص عمرو" in page
    assert draft.read(Article.objects.get(pk=article.pk))["title_ar"] == "عنوان زيد"
    decided = re.search(r'name="decided_version" value="(\d+)"', page)[1]
    again = second | {
        "title_ar": "عنوان زيد وعمرو",
        "standfirst_ar": "ملخص عمرو",
        "decided_version": decided,
        "decided_fields": "title_ar",
    }
    assert client.post(change_url(article), again).status_code == 302
    now = draft.read(Article.objects.get(pk=article.pk))
    assert (now["title_ar"], now["standfirst_ar"]) == ("عنوان زيد وعمرو", "ملخص عمرو")


def test_a_refused_save_keeps_every_character(writer):
    client = login(writer)
    nairobi = f.make_branch("نيروبي", "Nairobi")
    f.Membership.objects.create(user=writer, branch=nairobi, role="writer", language="en")
    data = new_report_data() | {"branch": str(nairobi.pk), "body_ar": "<p>نصّ طويل لا يضيع</p>"}
    response = client.post(reverse("admin:articles_article_add"), data)
    page = html.unescape(response.content.decode())
    assert response.status_code == 409
    assert "نصّ طويل لا يضيع" in page
    assert "أمن البحر الأحمر" in page
    assert not Article.objects.exists()


def test_save_and_send_to_review(writer):
    article = f.make_article()
    client = login(writer)
    data = form_data(client, change_url(article)) | {"title_ar": "عنوان أخير", "_submit_ar": "1"}
    client.post(change_url(article), data)
    assert Track.objects.get(article=article, language="ar").state == "review"
    assert Article.objects.get(pk=article.pk).title_ar == "عنوان أخير"


def test_save_and_send_saves_even_where_it_may_not_be_sent(writer):
    client = login(writer)
    data = new_report_data() | {"body_ar": "<p>&nbsp;</p>", "_submit_ar": "1"}
    response = client.post(reverse("admin:articles_article_add"), data, follow=True)
    article = Article.objects.get()
    assert Track.objects.get(article=article, language="ar").state == "draft"
    assert [one.anchor for one in response.context["lacks"]["mendings"]] == ["id_body_ar"]
    assert '<a href="#id_body_ar" data-field="id_body_ar">' in response.content.decode()


@pytest.mark.parametrize("locked_by", ["review", "approved", "withdrawn"])
def test_a_locked_language_cannot_be_changed_by_a_forged_post(writer, locked_by):
    article = f.make_article()
    client = login(writer)
    stolen = form_data(client, change_url(article))
    if locked_by == "review":
        workflow.submit(article.pk, "ar", by=writer)
    else:
        f.publish(article)
    if locked_by == "withdrawn":
        workflow.withdraw(article.pk, "ar", by=f.make_user(role="editor"), reason="سبب")
    client.post(change_url(article), stolen | {"title_ar": "عنوان مدسوس", "body_ar": "<p>مدسوس</p>"})
    now = Article.objects.get(pk=article.pk)
    assert "مدسوس" not in now.title_ar + now.body_ar
    assert Track.objects.get(article=article, language="ar").state == locked_by


def test_state_and_editions_are_no_form_fields(writer):
    article = f.make_article()
    client = login(writer)
    data = form_data(client, change_url(article)) | {
        "state": "approved",
        "tracks-0-state": "approved",
        "version": "1",
        "not_before": "",
        "approved_by": str(writer.pk),
        "binned_at_0": "01/01/2020",
        "is_staff": "1",
    }
    client.post(change_url(article), data)
    assert set(Track.objects.filter(article=article).values_list("state", flat=True)) == {"draft"}
    assert not Edition.objects.exists()


def test_a_body_is_sanitised_when_stored_and_when_shown(writer):
    article = f.make_article(body_ar="<p onclick='x()'>نص<script>alert(1)</script></p>")
    assert article.body_ar == "<p>نص</p>"
    Article.objects.filter(pk=article.pk).update(body_ar="<p>نص<img src=x onerror=alert(1)></p>")
    page = html.unescape(login(writer).get(change_url(article)).content.decode())
    assert "onerror" not in page


def test_titles_do_not_run_in_the_admin(writer):
    attack = "<script>alert(1)</script>"
    article = f.make_article(title_ar=f"عنوان {attack}")
    editor = f.make_user(role="editor")
    workflow.submit(article.pk, "ar", by=writer)
    client = login(editor)
    pages = [
        reverse("admin:articles_article_changelist"),
        change_url(article),
        reverse("admin:articles_article_review", args=[article.pk, "ar"]),
        reverse("admin:articles_article_history", args=[article.pk]),
    ]
    for page in pages:
        assert attack not in client.get(page).content.decode(), page


def test_the_buttons_are_those_that_apply(writer):
    article, editor = f.make_article(), f.make_user(role="editor")

    def verbs(user):
        page = login(user).get(change_url(article)).content.decode()
        return set(re.findall(rf'verb-(\w+)" href="[^"]*/{article.pk}/(?:verbs/\w+|review)/ar/', page))

    assert verbs(writer) == {"submit", "review"}
    assert verbs(editor) == {"submit", "review", "set_deadline"}
    workflow.submit(article.pk, "ar", by=writer)
    assert verbs(writer) == {"take_back", "review"}
    assert verbs(editor) == {"take_back", "decide", "set_deadline"}
    workflow.approve(article.pk, "ar", by=editor, fingerprint=f.fingerprint_of(article))
    assert verbs(editor) == {"reopen", "withdraw", "review"}
    assert verbs(writer) == {"reopen", "review"}


def test_queries_do_not_grow_with_the_articles(writer):
    client = login(writer)
    counts = []
    for _round in range(2):
        for _n in range(6):
            f.make_article(by=writer)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(reverse("admin:articles_article_changelist"))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_history_says_which_fields_were_changed(writer):
    article = f.make_article()
    client = login(writer)
    client.post(change_url(article), form_data(client, change_url(article)) | {"title_ar": "عنوان جديد"})
    page = client.get(reverse("admin:articles_article_history", args=[article.pk]), follow=True)
    assert page.status_code == 200
    assert "العنوان (العربية)" in page.content.decode()


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "query", ["branch=999999999999999999999999", "branch=x", "q=" + "a+" * 1500, "state_ar=x", "bin=2", "p=99"]
)
def test_no_query_breaks_the_list(writer, query):
    f.make_article()
    response = login(writer).get(reverse("admin:articles_article_changelist") + "?" + query)
    assert response.status_code in (200, 302)


@pytest.mark.parametrize("day", ["01/01/0001", "31/12/9999", "32/01/2027", "x"])
def test_an_impossible_time_is_refused_in_the_form(day):
    article = f.make_article()
    url = reverse("admin:articles_article_verb", args=[article.pk, "set_embargo", "both"])
    response = login(f.make_user(role="editor")).post(url, {"not_before_0": day, "not_before_1": "12:00"})
    assert response.status_code == 200
    assert response.context["form"].errors["not_before"]
    assert Article.objects.get(pk=article.pk).not_before is None


def test_what_the_page_did_not_show_its_saving_does_not_touch(writer):
    """Arabic was locked when the page was opened and is open when it is saved."""
    article = f.make_article()
    f.publish(article)
    client = login(writer)
    opened = form_data(client, change_url(article))
    assert "title_ar" not in opened
    workflow.reopen(article.pk, "ar", by=f.make_user(role="writer"))
    before = draft.read(article)
    assert client.post(change_url(article), opened | {"title_en": "A better title"}).status_code == 302
    assert draft.read(Article.objects.get(pk=article.pk)) == before | {"title_en": "A better title"}


def test_text_typed_into_a_language_locked_meanwhile_is_shown_and_not_dropped(writer):
    article = f.make_article()
    client = login(writer)
    opened = form_data(client, change_url(article))
    workflow.submit(article.pk, "ar", by=f.make_user(role="writer"))
    response = client.post(change_url(article), opened | {"body_ar": "<p>جملة كُتبت في الأثناء</p>"})
    assert response.status_code == 409
    assert "جملة كُتبت في الأثناء" in response.content.decode()


def test_another_s_attribution_does_not_break_an_open_form(writer):
    article = f.make_article()
    client = login(writer)
    first, second = form_data(client, change_url(article)), form_data(client, change_url(article))
    client.post(change_url(article), first | {"attributions-1-date": "09/11/2025"})
    response = client.post(change_url(article), second | {"standfirst_ar": "ملخص جديد"})
    assert response.status_code == 302
    now = draft.read(Article.objects.get(pk=article.pk))
    assert now["standfirst_ar"] == "ملخص جديد"
    assert now["attributions"][1]["date"] == "2025-11-09"


def test_a_decision_covers_only_the_fields_that_were_shown(writer):
    article, other = f.make_article(), f.make_user(role="writer")
    client = login(writer)
    opened = form_data(client, change_url(article))
    f.write(article, other, title_ar="عنوان زيد", standfirst_ar="ملخص زيد")
    mine = opened | {"title_ar": "عنوان عمرو"}
    assert client.post(change_url(article), mine).status_code == 409
    again = mine | {"standfirst_ar": "ملخص عمرو", "decided_version": "2", "decided_fields": "title_ar"}
    assert client.post(change_url(article), again).status_code == 409
    assert draft.read(Article.objects.get(pk=article.pk))["standfirst_ar"] == "ملخص زيد"


def test_two_bylines_are_refused_in_the_form(writer):
    data = new_report_data() | {"attributions-1-kind": "byline"}
    response = login(writer).post(reverse("admin:articles_article_add"), data)
    assert response.status_code == 200
    assert not Article.objects.exists()


def test_another_branch_s_picture_is_no_cover(writer):
    nairobi = f.make_user(role="writer", branch=f.make_branch("نيروبي", "Nairobi"))
    theirs = Picture.objects.create(file=f"{'a' * 64}.png", width=1, height=1, uploaded_by=nairobi)
    article = f.make_article()
    client = login(writer)
    client.post(change_url(article), form_data(client, change_url(article)) | {"cover": str(theirs.pk)})
    assert Article.objects.get(pk=article.pk).cover is None
    with pytest.raises(Refusal):
        f.write(article, writer, cover=theirs.pk)


@pytest.mark.both_databases
def test_facets_do_not_break_the_list(writer):
    article = f.make_article()
    page = login(writer).get(reverse("admin:articles_article_changelist") + "?_facets=True")
    assert list(page.context["cl"].result_list) == [article]
    assert "(1)" in page.text, "how many there are of each"
