"""A translator whose report lacks names in his language finishes it on the page where it was refused."""

import pytest

from articles.models import Track
from authors.models import Source
from tests import factories as f
from tests.browser.desk import change_form

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FORM = "form.missing-name"


def add(page, name: str) -> None:
    page.fill(f"{FORM} >> nth=0 >> input[name=name]", name)
    page.keyboard.press("Enter")


def test_a_translator_finishes(live_server, new_page, complaints):
    author, source = f.make_author("رامي شلبي", ""), f.make_source("المعهد المتوسطي", "")
    byline = {"kind": "byline", "source": f.make_publisher().pk, "authors": [author.pk], "date": "2025-11-16"}
    article = f.make_article(attributions=[byline, {"kind": "reference", "source": source.pk, "authors": []}])
    f.make_author("رامي شلبى الآخر", "Rami Shalabi")
    page = new_page(f.make_user(role="writer", languages=["en"]))
    page.goto(change_form(live_server, article))
    page.click("input[name=_submit_en]")
    page.wait_for_selector("#lacks")
    assert page.locator(FORM).count() == 2
    assert not page.is_visible("[data-when-done]")

    # Arabic letters are refused at the field, and what was typed stays.
    add(page, "رامي شلبي")
    page.wait_for_selector(f"{FORM} .errornote")
    assert page.input_value(f"{FORM} >> nth=0 >> input[name=name]") == "رامي شلبي"
    # A name like another's is asked about.
    add(page, "Rami Shalaby")
    page.wait_for_selector(f"{FORM} .question")
    assert "رامي شلبى الآخر" in page.inner_text(f"{FORM} .question")
    page.keyboard.press("Enter")
    page.wait_for_selector(".mendings .added")
    add(page, "Mediterranean Institute")
    page.wait_for_selector("[data-when-done] a:focus")
    assert [code in complaint for code, complaint in zip(("400", "409"), complaints, strict=True)] == [True, True]
    complaints.clear()

    page.keyboard.press("Enter")
    page.click(".submit-row input[type=submit]")
    page.wait_for_url("**/change/")
    assert Track.objects.get(article=article, language="en").state == "review"
    author.refresh_from_db()
    assert (author.name_en, author.slug_en) == ("Rami Shalaby", "rami-shalaby")
    assert Source.objects.get(pk=source.pk).name_en == "Mediterranean Institute"


def test_the_button_promises_no_hour_that_does_not_exist(live_server, new_page):
    from articles.desk import workflow

    article = f.make_article()
    workflow.submit(article.pk, "ar", by=f.make_user(role="writer"))
    page = new_page(f.make_user(role="editor"))
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/review/ar/")
    for day, hour, promised in (
        ("٣٠/٠٤/٢٠٢٧", "٠٩:٠٠", True),
        ("۳۰/۰۴/۲۰۲۷", "۰۱:۰۰", True),
        ("30/04/2027", "00:30", False),
        ("28/10/2027", "23:30", False),
        ("28/10/2027", "22:59", True),
    ):
        page.fill("[name=at_0]", day)
        page.fill("[name=at_1]", hour)
        page.wait_for_timeout(50)
        assert ("2027" in page.inner_text("button[data-at]")) == promised, (day, hour)
