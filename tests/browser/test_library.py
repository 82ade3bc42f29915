"""Pictures in the browser: several uploaded at once, and a cover uploaded, described and chosen in the form."""

import pytest

from articles.models import Article, Picture
from tests import factories as f
from tests.browser.desk import change_form, open_editors
from tests.desk.pictures import picture_bytes

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def png(name: str, colour=(1, 2, 3), size=(330, 220)) -> dict:
    return {"name": name, "mimeType": "image/png", "buffer": picture_bytes(size=size, colour=colour)}


@pytest.fixture
def writer():
    """In two branches, so that each upload has to say whose it is."""
    f.make_publisher()
    user = f.make_user(role="writer")
    for language in ("ar", "en"):
        branch = f.make_branch("نيروبي", "Nairobi")
        f.Membership.objects.create(user=user, role="writer", branch=branch, language=language)
    return user


def test_several_go_up_at_once_and_each_says_what_became_of_it(live_server, new_page, writer, complaints):
    page = new_page(writer)
    page.goto(f"{live_server.url}/admin/articles/picture/")
    page.select_option(".picture-upload [name=branch]", label="نيروبي")
    bad = {"name": "تالفة.png", "mimeType": "image/png", "buffer": b"no picture"}
    page.set_input_files(".picture-upload [type=file]", [png("أولى.png"), bad, png("ثانية.png", (9, 9, 9))])
    page.wait_for_selector(".uploads li.done >> nth=1")
    refused = page.locator(".uploads li.refused")
    assert "تالفة.png" in refused.inner_text()
    assert "PNG" in refused.inner_text()
    assert {picture.branch.name_en for picture in Picture.objects.all()} == {"Nairobi"}
    page.click(".uploads .show-all a, .show-all a")
    page.wait_for_selector(".picture-grid li >> nth=1")
    assert all("400" in complaint for complaint in complaints), complaints
    complaints.clear()


def test_a_cover_is_uploaded_described_and_chosen_with_the_keyboard(live_server, new_page, writer):
    article = f.make_article(by=writer)
    page = new_page(writer)
    open_editors(page, change_form(live_server, article))
    page.focus(".picture-picker [data-act=open]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".picture-dialog [data-part=none]")
    page.set_input_files(".picture-dialog [type=file]", png("غلاف.png"))
    page.fill(".picture-dialog [data-text=alt_ar]", "وصف الغلاف")
    page.keyboard.press("Enter")
    page.wait_for_selector(".picture-dialog", state="hidden")
    assert "وصف الغلاف" in page.inner_text(".picture-picker .chosen")
    with page.expect_navigation():
        page.click("input[name=_continue]")
    picture = Picture.objects.get()
    assert (Article.objects.get().cover, picture.alt_ar, picture.branch) == (picture, "وصف الغلاف", article.branch)
    page.click(".picture-picker [data-act=remove]")
    assert page.input_value("input[name=cover]") == ""
    page.click(".picture-picker [data-act=open]")
    page.click(".picture-dialog .card")
    page.click(".picture-dialog [data-act=take]")
    assert page.input_value("input[name=cover]") == str(picture.pk)
