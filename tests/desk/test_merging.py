"""Two entries of one person become one: what credited the one credits the other."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.encoding import iri_to_uri

from articles.desk import workflow
from articles.desk.article import draft
from articles.desk.article.refusal import Refusal
from articles.models import Article
from authors.models import Author
from tests import factories as f

pytestmark = pytest.mark.django_db


def two_entries() -> tuple[Author, Author]:
    return f.make_author("إلهام النجّار", "E. El-Naggar"), f.make_author()


def merge(duplicate: Author, kept: Author, role: str = "manager", **who) -> Author:
    return workflow.merge_authors(duplicate.pk, into=kept.pk, by=f.make_user(role=role, **who))


def byline(author: Author) -> list[dict]:
    return [{"kind": "byline", "source": f.make_publisher().pk, "authors": [author.pk], "date": "2025-11-16"}]


def test_pages_lists_and_drafts_follow():
    duplicate, kept = two_entries()
    edition = f.make_edition(attributions=byline(duplicate))
    unpublished = f.make_article(attributions=byline(duplicate))
    path = f"/authors/{duplicate.slug_ar}/"
    assert Client().get(path).status_code == 200
    merge(duplicate, kept)
    answer = Client().get(path)
    assert (answer.status_code, answer.url) == (301, iri_to_uri(f"/authors/{kept.slug_ar}/"))
    assert edition.title in Client().get(answer.url).text
    assert draft.read(Article.objects.get(pk=unpublished.pk))["attributions"][0]["authors"] == [kept.pk]
    edition.refresh_from_db()
    assert edition.credits["attributions"][0]["authors"][0]["name"] == duplicate.name_ar, "what was printed stays"


def test_no_state_version_or_edition_moves_and_an_open_form_still_saves():
    duplicate, kept = two_entries()
    writer = f.make_user(role="writer")
    article = f.make_article(by=writer, attributions=byline(duplicate))
    workflow.submit(article.pk, "en", by=writer)
    merge(duplicate, kept)
    after = Article.objects.get(pk=article.pk)
    assert (after.version, after.track("en").state) == (article.version, "review")
    workflow.take_back(article.pk, "en", by=writer)
    form = {"title_ar": "عنوان جديد", "attributions": byline(duplicate)}
    saved = workflow.write(article.pk, by=writer, changes=form, base_version=article.version)
    assert saved.revisions.first().changed == {"title_ar": True}, "the old id means the entry that stays"


def test_the_entry_that_stays_takes_what_it_lacks_and_keeps_what_it_has():
    duplicate, kept = two_entries()
    Author.objects.filter(pk=duplicate.pk).update(orcid="0000-0002-1825-0097", biography_ar="سيرة", position_ar="باحثة")
    Author.objects.filter(pk=kept.pk).update(position_ar="مديرة")
    merged = merge(duplicate, kept)
    assert (merged.orcid, merged.biography_ar, merged.position_ar) == ("0000-0002-1825-0097", "سيرة", "مديرة")


def test_both_on_one_report_are_credited_once():
    duplicate, kept = two_entries()
    article = f.make_article(
        attributions=[{"kind": "byline", "source": None, "authors": [duplicate.pk, kept.pk], "date": "2025-11-16"}]
    )
    merge(duplicate, kept)
    assert draft.read(Article.objects.get(pk=article.pk))["attributions"][0]["authors"] == [kept.pk]


def test_merged_twice():
    first, second = two_entries()
    third = f.make_author("إلهام نجار", "Elham Naggar")
    edition = f.make_edition(attributions=byline(first))
    merge(first, second)
    merge(second, third)
    first.refresh_from_db()
    assert first.merged_into == third
    answer = Client().get(f"/authors/{first.slug_ar}/", follow=True)
    assert len(answer.redirect_chain) == 1
    assert edition.title in answer.text


REFUSED = {
    "a writer": (lambda d, k: merge(d, k, "writer"), "role"),
    "an editor": (lambda d, k: merge(d, k, "editor"), "role"),
    "a manager of another branch": (
        lambda d, k: merge(d, k, branch=f.make_branch("نيروبي", "Nairobi")),
        "role",
    ),
    "with itself": (lambda d, k: merge(d, d), "same"),
    "merged already": (lambda d, k: (merge(d, k), merge(d, k)), "gone"),
    "into one that is merged": (lambda d, k: (merge(d, k), merge(k, d)), "gone"),
    "no such entry": (lambda d, k: workflow.merge_authors(9, into=k.pk, by=f.make_user(role="manager")), "gone"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case):
    act, code = REFUSED[case]
    duplicate, kept = two_entries()
    Author.objects.update(branch=f.make_branch())
    with pytest.raises(Refusal) as refused:
        act(*(Author.objects.get(pk=entry.pk) for entry in (duplicate, kept)))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("field", "values", "code"),
    [("orcid", ("0000-0002-1825-0097", "0000-0001-5109-3700"), "orcid"), ("account", (None, None), "account")],
)
def test_two_people_are_not_one(field, values, code):
    entries = two_entries()
    for entry, value in zip(entries, values, strict=True):
        Author.objects.filter(pk=entry.pk).update(**{field: value or f.make_user()})
    with pytest.raises(Refusal) as refused:
        merge(*entries)
    assert refused.value.code == code
    assert not Author.objects.exclude(merged_into=None).exists()


def test_the_page_compares_and_merges():
    duplicate, kept = two_entries()
    manager, client = f.make_user(role="manager"), Client()
    client.force_login(manager, "django.contrib.auth.backends.ModelBackend")
    page = reverse("admin:authors_author_merge", args=[duplicate.pk])
    assert page in client.get(reverse("admin:authors_author_change", args=[duplicate.pk])).text
    assert client.get(page).status_code == 200
    assert duplicate.name_ar in (text := client.get(page, {"into": kept.pk}).text)
    assert kept.name_ar in text
    assert client.get(page, {"into": "abc"}).status_code == 200
    assert client.post(page, {"into": duplicate.pk}).status_code == 409
    assert client.post(page, {"into": kept.pk}).status_code == 302
    assert client.get(page).status_code == 404
    client.force_login(f.make_user(role="editor"), "django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("admin:authors_author_merge", args=[kept.pk])).status_code == 404
