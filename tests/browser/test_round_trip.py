"""The normal form is the editor's own: what it is given in that form, it gives back in that form."""

import pytest

from articles.desk.article.four_eyes import contributors
from articles.desk.article.to_manuscript import manuscript
from articles.models import Article, Picture
from articles.press.html.sanitise import TAGS, canonical
from articles.press.manuscript import canonical_text, fingerprint
from tests import factories as f
from tests.bodies import BODIES, PICTURE, arbitrary
from tests.browser.desk import change_form, open_editors, saved

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="6" height="4"/>'
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def editors(live_server, new_page):
    page = new_page(f.make_user(role="writer"))
    page.route("**/media/*", lambda route: route.fulfill(content_type="image/svg+xml", body=DRAWING))
    open_editors(page, f"{live_server.url}/admin/articles/article/add/")
    return page


def test_the_editor_keeps_every_body(editors):
    torn = {
        (name, language): written
        for name, body in BODIES.items()
        for language in ("ar", "en")
        if (written := canonical(saved(editors, body, language))) != body
    }
    assert not torn
    assert len(BODIES) >= 30
    everything = "".join(BODIES.values())
    assert not [tag for tag in TAGS if f"<{tag}>" not in everything and f"<{tag} " not in everything], (
        "a tag is untried"
    )


def test_the_editor_keeps_arbitrary_text_in_normal_form(editors):
    torn = {}
    for seed in range(120):
        body = canonical(arbitrary(seed))
        written = canonical(saved(editors, body, ("ar", "en")[seed % 2]))
        if written != body:
            torn[seed] = (body, written)
    assert not torn


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>أ<dl><dt>م</dt><dd>ش</dd></dl></li></ul>",
        "<p><strong><i>أ</i></strong></p>",
        '<ol type="a"><li>أ</li></ol>',
        "<table><caption>ع</caption><tbody><tr><td>أ</td></tr></tbody></table>",
    ],
)
def test_it_would_notice_what_the_editor_does_not_keep(editors, body):
    assert saved(editors, body) != body
    assert canonical(saved(editors, body)) != body


def test_opening_and_saving_changes_nothing(live_server, new_page):
    """Through the form, by somebody who has not written a word of them: two reports with nearly every body, in both
    languages. No text, no fingerprint, no revision and no contributor is new."""
    author, reader = f.make_user(role="writer"), f.make_user(role="writer")
    name = PICTURE.removeprefix("/media/")
    Picture.objects.create(file=name, width=600, height=400, branch=f.make_branch(), uploaded_by=author)
    bodies = [body for name, body in BODIES.items() if "footnotes" not in body and name != "lists apart"]
    noted = [body for body in BODIES.values() if "footnotes" in body]
    texts = ["".join(bodies[part::2]) + noted[part] for part in range(2)]
    page = new_page(reader)
    page.route("**/media/*", lambda route: route.fulfill(content_type="image/svg+xml", body=DRAWING))
    for text in texts:
        article = f.make_article(by=author, body_ar=text, body_en=text)
        before = Article.objects.get(pk=article.pk)
        assert before.body_ar == before.body_en == canonical(text)
        prints = [fingerprint(canonical_text(manuscript(before, language))) for language in ("ar", "en")]
        open_editors(page, change_form(live_server, article))
        with page.expect_navigation():
            page.click("input[name=_continue], input[name=_save]")
        after = Article.objects.get(pk=article.pk)
        assert (after.body_ar, after.body_en) == (before.body_ar, before.body_en)
        assert [fingerprint(canonical_text(manuscript(after, language))) for language in ("ar", "en")] == prints
        assert after.version == before.version
        assert {revision.by_id for revision in after.revisions.all()} == {author.pk}
        for language in ("ar", "en"):
            assert {person.pk for person in contributors(after, language, None)} == {author.pk}


def test_what_is_typed_is_saved(live_server, new_page):
    writer = f.make_user(role="writer")
    article = f.make_article(by=writer, body_ar="<p>قبل</p>")
    page = new_page(writer)
    open_editors(page, change_form(live_server, article))
    page.click(".field-body_ar .ck-editor__editable p")
    page.keyboard.press("End")
    page.keyboard.type(" وبعد «القول»")
    with page.expect_navigation():
        page.click("input[name=_continue], input[name=_save]")
    assert Article.objects.get(pk=article.pk).body_ar == "<p>قبل وبعد «القول»</p>"
