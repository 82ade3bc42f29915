"""A report's life in Arabic, by hand: blank form, review, publication, correction, withdrawal."""

import os
from pathlib import Path

import pytest
from django.test import Client

from articles.models import Article
from articles.press.models import Edition
from shaf.db.clock import database_now
from tests import factories as f

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TITLE = "أمن الملاحة في البحر الأحمر: ثلاثة سيناريوهات"
SENTENCE = "ارتفعت كلفة التأمين على السفن إلى ثلاثة أضعافها خلال عام واحد."
RIGHT = "ارتفعت كلفة التأمين على السفن إلى ضعفيها خلال عام واحد."
NOTE = "صُحّحت نسبة ارتفاع كلفة التأمين: كانت ثلاثة أضعاف، والصواب ضعفان."
REASON = "سُحب التقرير بناءً على حكم قضائي."


def type_body(page, text: str) -> None:
    page.evaluate("() => { editors.id_body_ar.focus(); editors.id_body_ar.execute('selectAll'); }")
    page.keyboard.insert_text(text)


def open_form(page, address: str) -> None:
    page.goto(address)
    page.wait_for_function("() => window.editors && editors.id_body_ar")


def submit(page) -> None:
    page.click("input[name=_submit_ar]")
    page.wait_for_selector(".workflow .state-review")


def shoot(page, name: str) -> None:
    """A picture of each station, to be looked at, where SHOTS names a folder for them."""
    if folder := os.environ.get("SHOTS"):
        size, scheme = page.viewport_size["width"], page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        page.screenshot(path=Path(folder) / f"{name}-{size}{'-dark' if scheme else ''}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls sideways"


LOOKS = [(1280, "light"), (390, "dark")]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_from_a_blank_form_to_a_withdrawal(live_server, new_page, width, scheme):
    f.make_publisher()
    author = f.make_author()
    look = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    writer = new_page(f.make_user("writer", "writer", first_name="سلمى"), **look)
    editor = new_page(f.make_user("editor", "editor", first_name="كريم"), **look)

    writer.goto(f"{live_server.url}/admin/")
    shoot(writer, "1-start")
    open_form(writer, f"{live_server.url}/admin/articles/article/add/")
    writer.fill("#id_title_ar", TITLE)
    writer.fill("#id_standfirst_ar", "ما الذي يعنيه استمرار التهديد لقناة السويس؟")
    type_body(writer, SENTENCE)
    writer.click("#attributions-0 .field-authors .select2-selection, .field-authors .select2-selection >> nth=0")
    writer.keyboard.type("الهام")
    writer.wait_for_selector(f".select2-results__option:has-text('{author.name_ar}')")
    writer.keyboard.press("Enter")
    shoot(writer, "2-written")
    submit(writer)
    shoot(writer, "3-submitted")
    article = Article.objects.get()
    assert Client().get(f"/articles/{article.pk}/").status_code == 404

    editor.goto(f"{live_server.url}/admin/")
    editor.click(f"text={TITLE}")
    editor.wait_for_selector("#decision")
    assert SENTENCE in editor.inner_text(".reading")
    shoot(editor, "4-review")
    editor.click("#decision button.default[value=approve]")
    editor.wait_for_selector(".state-approved")
    reader = new_page(**look)
    reader.goto(f"{live_server.url}/r/{article.pk}/")
    assert SENTENCE in reader.inner_text("main")
    assert author.name_ar in reader.inner_text("main")
    shoot(reader, "5-published")

    writer.goto(f"{live_server.url}/admin/articles/article/{article.pk}/verbs/reopen/ar/")
    writer.click(".submit-row input[type=submit]")
    open_form(writer, f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    type_body(writer, RIGHT)
    writer.fill("#id_correction_note_ar", NOTE)
    writer.select_option("#id_correction_kind_ar", "substantive")
    shoot(writer, "6-correcting")
    submit(writer)
    reader.reload()
    assert SENTENCE in reader.inner_text("main"), "what is public stays until the correction is approved"

    editor.goto(f"{live_server.url}/admin/articles/article/{article.pk}/review/ar/")
    changes = editor.locator(".reading")
    assert "ثلاثة أضعافها" in " ".join(changes.locator("del").all_inner_texts())
    assert "ضعفيها" in " ".join(changes.locator("ins").all_inner_texts())
    shoot(editor, "7-what-changes")
    editor.click("#decision button.default[value=approve]")
    editor.wait_for_selector(".state-approved")
    reader.reload()
    assert RIGHT in reader.inner_text("main")
    assert NOTE in reader.inner_text("main")
    shoot(reader, "8-corrected")

    editor.goto(f"{live_server.url}/admin/articles/article/{article.pk}/verbs/withdraw/ar/")
    editor.fill("[name=reason]", REASON)
    editor.click(".submit-row input[type=submit]")
    editor.wait_for_selector(".state-withdrawn")
    shoot(editor, "9-withdrawn-desk")
    gone = Client().get(f"/articles/{article.pk}/", follow=True)
    assert gone.status_code == 410
    assert REASON in gone.text
    assert RIGHT not in gone.text
    assert not Edition.live_at(database_now()).exists()
