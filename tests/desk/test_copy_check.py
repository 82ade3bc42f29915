"""The copy check at the desk: what its page lists, and the one button that repairs."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article.four_eyes import contributors
from articles.models import Article
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

BODY = "<h2>تداعيات</h2><p>مصر و السودان ، معًا.</p><p>انعقد فى القاهرة.</p>"
REPAIRED = "<h2>تداعيات</h2><p>مصر والسودان، معًا.</p><p>انعقد فى القاهرة.</p>"


def draft(**changes) -> Article:
    article = f.make_article()
    writer = f.make_user(role="writer", branch=article.branch)
    return workflow.write(
        article.pk,
        by=writer,
        changes={"body_ar": BODY, "title_ar": "سوريا  اليوم"} | changes,
        base_version=article.version,
    )


def at_desk(article: Article, role: str = "writer", **options) -> Client:
    client = Client()
    client.force_login(f.make_user(role=role, branch=options.pop("branch", article.branch), **options))
    return client


def url(article: Article, language: str = "ar") -> str:
    return reverse("admin:articles_article_copy_check", args=[article.pk, language])


def test_the_page_lists_what_was_found_by_passage():
    article = draft()
    page = at_desk(article).get(url(article)).content.decode()
    assert page.index("SP05") < page.index("SP03") < page.index("OR04")
    assert "<mark>فى</mark>" in page
    assert '<bdi lang="ar">في</bdi>' in page
    assert f'name="version" value="{article.version}"' in page
    assert (
        url(article)
        in at_desk(article).get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    )
    assert "OR04" not in at_desk(article).get(url(article, "en")).content.decode()


def test_one_button_repairs_what_is_safe_in_the_name_of_whoever_presses_it():
    article = draft()
    client = at_desk(article, role="editor", username="nadia")
    assert "nadia" not in {person.username for person in contributors(article, "ar", None)}
    answer = client.post(url(article), {"version": article.version}, follow=True)
    assert answer.redirect_chain == [(url(article), 302)]
    saved = Article.objects.get(pk=article.pk)
    assert saved.body_ar == REPAIRED
    assert saved.version == article.version + 1
    assert saved.revisions.order_by("-version")[0].by.username == "nadia"
    assert "nadia" in {person.username for person in contributors(saved, "ar", None)}
    # What changes letters is left, and pressing again finds nothing to do.
    page = answer.content.decode()
    assert "OR04" in page
    assert "SP05" not in page
    client.post(url(saved), {"version": saved.version})
    assert Article.objects.get(pk=article.pk).version == saved.version


def test_a_suggestion_is_accepted_by_itself():
    article = draft()
    client = at_desk(article, username="huda")
    page = client.get(url(article)).content.decode()
    (chosen,) = re.findall(r'name="accept" value="(OR04[^"]*)"', page)
    answer = client.post(url(article), {"version": article.version, "accept": chosen}, follow=True)
    assert answer.redirect_chain == [(f"{url(article)}#body-2", 302)]
    assert "OR04" not in answer.content.decode()
    saved = Article.objects.get(pk=article.pk)
    assert saved.body_ar == BODY.replace("فى", "في")
    assert saved.revisions.order_by("-version")[0].by.username == "huda"
    # What is not there any more, and what never was, changes nothing.
    for gone in (chosen, "OR04.body.2.6.2:7", "nonsense", "OR04.body.2.6.2:-1"):
        client.post(url(saved), {"version": saved.version, "accept": gone})
        assert Article.objects.get(pk=article.pk).version == saved.version


def test_a_name_of_the_register_is_left_alone():
    article = draft(body_ar="<p>انعقد فى معرض إستخدام أمس.</p>")
    assert "إستخدام" in at_desk(article).get(url(article)).content.decode().split('class="passages"')[1]
    f.make_source("معرض إستخدام", "Use Fair")
    assert "OR03" not in at_desk(article).get(url(article)).content.decode()


def in_review(article: Article) -> None:
    writer = f.make_user(role="writer", branch=article.branch)
    workflow.submit(article.pk, "ar", by=writer, version=article.version)


@pytest.mark.parametrize("case", ["stale", "no version", "in review", "another language"])
def test_what_is_not_repaired(case):
    article = draft()
    version, options = str(article.version), {}
    if case == "stale":
        version = str(article.version - 1)
    elif case == "no version":
        version = ""
    elif case == "in review":
        in_review(article)
    else:
        options = {"languages": ["en"]}
    answer = at_desk(article, **options).post(url(article), {"version": version})
    assert answer.status_code == 409
    assert 'class="errorlist"' in answer.content.decode()
    assert Article.objects.get(pk=article.pk).body_ar == BODY
    assert ('class="default"' in answer.content.decode()) == (case in ("stale", "no version"))


def test_it_is_not_there_for_others():
    article = draft()
    other = at_desk(article, branch=f.make_branch("أخرى", "Other"))
    assert other.get(url(article)).status_code == 404
    assert other.post(url(article), {"version": article.version}).status_code == 404
    assert at_desk(article).get(url(article, "fr")).status_code == 404
