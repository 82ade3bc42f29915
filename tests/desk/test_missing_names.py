"""A name that an entry of the register lacks in a language: added where the refusal stands, by whoever may."""

import html
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.desk.article.remedies import lacking
from articles.desk.article.to_manuscript import manuscript
from authors.models import Author, Branch, FormerSlug, Series, Source, Topic
from tests import factories as f
from tests.desk.browsing import change_url, form_data, login

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
JSON = {"Accept": "application/json"}


def nameless(model: type, name: str = "مركز الخليج") -> Any:
    """An entry with an Arabic name alone."""
    entry = model(name_ar=name)
    entry.fill_slugs()
    entry.save()
    return entry


def url(entry: Any, language: str = "en") -> str:
    return reverse("admin:writing_missing_name", args=[entry._meta.model_name, entry.pk, language])


def page_of(response) -> str:
    return html.unescape(response.content.decode())


@pytest.fixture
def translator():
    return f.make_user(role="writer", languages=["en"])


@pytest.fixture
def report():
    """A report whose every name lacks English."""
    author, source, topic, series = (nameless(model) for model in (Author, Source, Topic, Series))
    byline = {"kind": "byline", "source": f.make_publisher().pk, "authors": [author.pk], "date": "2025-11-16"}
    reference = {"kind": "reference", "source": source.pk, "authors": [], "date": None, "title": "كتاب"}
    return f.make_article(attributions=[byline, reference], topics=[topic.pk], series=series.pk)


# Who may


@pytest.mark.parametrize(
    ("model", "role", "languages", "may"),
    [
        (Author, "writer", ["en"], True),
        (Source, "writer", ["en"], True),
        (Topic, "writer", ["en"], True),
        (Series, "writer", ["en"], True),
        (Author, "writer", ["ar"], False),
        (Source, "editor", ["ar"], False),
        (Topic, "editor", ["en"], True),
        (Author, "manager", ["ar"], True),
        (Branch, "writer", ["ar", "en"], False),
        (Branch, "editor", ["ar", "en"], False),
        (Branch, "manager", ["ar", "en"], True),
        (Author, "", [], False),
    ],
)
def test_who_writes_in_a_language_adds_the_name_that_is_missing_in_it(model, role, languages, may):
    entry = nameless(model)
    person = f.make_user(role=role, languages=languages, branch=entry if model is Branch else None)
    if may:
        workflow.add_missing_name(model, entry.pk, "en", "Gulf Centre", by=person)
    else:
        with pytest.raises(Refusal) as refused:
            workflow.add_missing_name(model, entry.pk, "en", "Gulf Centre", by=person)
        assert refused.value.code == "role"
    entry.refresh_from_db()
    assert (entry.name_en or "", entry.slug_en or "") == (("Gulf Centre", "gulf-centre") if may else ("", ""))
    assert entry.name_ar == "مركز الخليج"


def test_the_centre_is_named_by_a_superuser_alone():
    publisher = f.make_publisher()
    Source.objects.filter(pk=publisher.pk).update(name_en="", slug_en="")
    manager, boss = f.make_user(role="manager"), f.User.objects.create_superuser("boss", first_name="سعاد")
    page = page_of(login(manager).get(url(publisher)))
    assert "سعاد" in page
    assert 'name="name"' not in page
    assert login(manager).post(url(publisher), {"name": "SHAF Centre"}, headers=JSON).status_code == 403
    assert login(boss).post(url(publisher), {"name": "SHAF Centre"}, headers=JSON).status_code == 201


def test_another_branch_is_not_named_and_its_manager_is(translator):
    branch = nameless(Branch, "نيروبي")
    f.make_user(role="manager", branch=branch, first_name="نادية", last_name="حمدي")
    here = f.make_user(role="manager")
    assert "نادية حمدي" in page_of(login(here).get(url(branch)))
    with pytest.raises(Refusal):
        workflow.add_missing_name(Branch, branch.pk, "en", "Nairobi", by=here)


def test_an_anonymous_visitor_adds_nothing():
    author = nameless(Author)
    assert Client().post(url(author), {"name": "Gulf Centre"}).status_code in (302, 403)
    author.refresh_from_db()
    assert not author.name_en


@pytest.mark.parametrize("address", ["picture/1/en", "author/999/en", "author/9999999999999999999/en", "author/1/fr"])
def test_what_does_not_exist_is_not_named(translator, address):
    assert login(translator).get(f"/admin/names/{address}/").status_code == 404


# What becomes of it


def test_the_name_comes_with_slug_honorific_and_a_line_in_the_log(translator):
    author = nameless(Author, "إلهام النجار")
    FormerSlug.objects.create(kind="author", entry=999, language="en", slug="elham-el-naggar")
    response = login(translator).post(url(author), {"name": "Dr. Elham  El-Naggar\u200f"}, headers=JSON)
    author.refresh_from_db()
    assert response.json() == {"text": "Elham El-Naggar"}
    assert (author.honorific_en, author.name_en, author.slug_en) == ("Dr.", "Elham El-Naggar", "elham-el-naggar")
    assert not FormerSlug.objects.exists()
    assert LogEntry.objects.get().object_id == str(author.pk)


def test_a_name_that_somebody_added_meanwhile_stays_and_is_shown(translator):
    author = nameless(Author)
    workflow.add_missing_name(Author, author.pk, "en", "Gulf Centre", by=translator)
    client = login(translator)
    told = client.post(url(author), {"name": "Center of the Gulf"}, headers=JSON)
    assert told.status_code == 409
    assert told.json()["known"] == "Gulf Centre"
    page = page_of(client.post(url(author), {"name": "Center of the Gulf"}))
    assert "أُضيف هذا الاسم في هذه الأثناء: «Gulf Centre»" in page
    assert 'name="name"' not in page
    author.refresh_from_db()
    assert author.name_en == "Gulf Centre"
    # Two presses are one.
    assert client.post(url(author), {"name": "Gulf Centre"}, headers=JSON).status_code == 201


def test_a_name_like_another_entry_s_is_asked_about(translator):
    author, other = nameless(Author, "باسل المحمد"), f.make_author("أحمد علي", "Basel Al-Mohammad")
    client = login(translator)
    told = client.post(url(author), {"name": "Basel Al Mohammad"}, headers=JSON)
    assert told.status_code == 409
    assert told.json()["alike"] == [{"id": str(other.pk), "text": "أحمد علي"}]
    page = page_of(client.post(url(author), {"name": "Basel Al Mohammad"}))
    assert "أحمد علي" in page
    assert 'value="Basel Al Mohammad"' in page
    assert client.post(url(author), {"name": "Basel Al Mohammad", "sure": "1"}, headers=JSON).status_code == 201


@pytest.mark.parametrize("name", ["", " ", "…", "مركز", "x" * 201, "\u200f"])
def test_what_is_no_english_name_is_refused_and_stays_typed(translator, name):
    author = nameless(Author, "إلهام")
    response = login(translator).post(url(author), {"name": name})
    assert response.status_code == 400
    assert response.context["typed"] == name
    assert "errorlist" in page_of(response)
    author.refresh_from_db()
    assert not author.name_en


def test_an_entry_that_was_merged_away_gets_no_name(translator):
    author = nameless(Author)
    Author.objects.filter(pk=author.pk).update(merged_into=f.make_author("أحمد علي"))
    with pytest.raises(Refusal) as refused:
        workflow.add_missing_name(Author, author.pk, "en", "Gulf Centre", by=translator)
    assert refused.value.code == "gone"


# Where it is asked for


def test_a_translator_finishes(translator, report):
    client = login(translator)
    data = form_data(client, change_url(report)) | {"_submit_en": "1"}
    page = client.post(change_url(report), data, follow=True)
    names = [one.name for one in page.context["lacks"]["mendings"]]
    assert {name.entry._meta.model_name for name in names} == {"author", "source", "topic", "series"}
    for name in names:
        assert name.allowed
        assert f'action="{name.url}"' in page.content.decode()
        answer = client.post(name.url, {"name": "Gulf Centre", "report": report.pk, "back": "change"})
        assert answer.url == f"{change_url(report)}?lacks=en"
    done = client.get(answer.url)
    assert done.context["lacks"]["mendings"] == []
    assert reverse("admin:articles_article_verb", args=[report.pk, "submit", "en"]) in done.content.decode()
    workflow.submit(report.pk, "en", by=translator)


def test_every_refusal_leads_to_its_field_or_name(translator, report):
    client = login(f.make_user(role="writer"))
    version = report.version
    author = report.attributions.get(kind="byline").credits.get().author
    by_verb = client.post(
        reverse("admin:articles_article_verb", args=[report.pk, "submit", "en"]), {"version": version}
    )
    by_list = client.post(
        reverse("admin:articles_article_changelist"),
        {"action": "submit_en", "_selected_action": [report.pk], "confirmed": "yes", f"version_{report.pk}": version},
        follow=True,
    )
    by_link = client.post(
        reverse("admin:articles_article_previews", args=[report.pk]), {"language": "en", "hours": "24", "label": "x"}
    )
    by_preview = client.get(reverse("preview", args=[report.pk, "en"]))
    by_review = client.get(reverse("admin:articles_article_review", args=[report.pk, "en"]))
    for response in (by_verb, by_list, by_link, by_preview, by_review):
        assert url(author) in response.content.decode(), response.request


def test_a_refusal_about_a_field_leads_to_it():
    article = f.make_article(languages=["ar"], body_ar="<p>&nbsp;</p>", attributions=[])
    user = f.make_user(role="writer")
    anchors = [one.anchor for one in lacking(manuscript(article, "ar"), article, user)]
    assert anchors == ["id_body_ar", "attributions-group"]


def test_who_may_not_is_told_whom_to_ask(report):
    f.make_user(role="editor", languages=["en"], first_name="كريم", last_name="الشافعي")
    reader = login(f.make_user(role="writer", languages=["ar"]))
    page = page_of(reader.get(reverse("admin:articles_article_review", args=[report.pk, "en"])))
    assert "كريم الشافعي" in page
    assert 'class="missing-name"' not in page


# Added while writing


def test_both_languages_are_asked_for_and_only_one_s_own_are_taken():
    here = login(f.make_user(role="writer", languages=["ar"]))
    add = reverse("admin:writing_add_author")
    assert 'data-name-languages="ar"' in here.get(reverse("admin:articles_article_add")).content.decode()
    assert here.post(add, {"name_ar": "رانيا الشريف", "name_en": "Rania"}).status_code == 403
    assert not Author.objects.exists()
    assert here.post(add, {"name_ar": "رانيا الشريف", "name_en": ""}).status_code == 201
    both = login(f.make_user(role="writer"))
    assert 'data-name-languages="ar en"' in both.get(reverse("admin:articles_article_add")).content.decode()
    assert both.post(add, {"name_ar": "سامي عمر", "name_en": "Sami Omar"}).status_code == 201
    assert both.post(add, {"name_ar": "هدى نور", "name_en": "هدى"}).status_code == 400


@pytest.mark.parametrize(("languages", "fields"), [(["ar"], {"name_ar"}), (["en"], {"name_en"})])
def test_the_register_s_own_form_asks_a_writer_for_his_languages_alone(languages, fields):
    client = login(f.make_user(role="writer", languages=languages))
    form = client.get(reverse("admin:authors_topic_add")).context["adminform"].form
    assert set(form.fields) == fields
    client.post(reverse("admin:authors_topic_add"), {"name_ar": "موضوع", "name_en": "Topic"})
    topic = Topic.objects.get()
    assert {name for name in ("name_ar", "name_en") if getattr(topic, name)} == fields
