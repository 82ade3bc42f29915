"""CVE-2026-116688: a style attribute that writes to Object.prototype when the editor's bundle parses it.

Three guards stand before it: the server's allow-list, the cleaning of what comes in, and the seal. Each is lifted here
alone and nothing happens; with all of them lifted, the probe finds the prototype polluted.
"""

import pytest

from articles.press.html.sanitise import canonical
from tests import factories as f
from tests.browser.bare import ATTACKS
from tests.browser.desk import change_form, data, drop, open_editors, paste, saved

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.browser.bare"),
]
PROBE = "() => ({}).polluted"
# Which of the attacks the unguarded bundle falls for.
EFFECTIVE = ("constructor", "a cell", "a picture")
NO_CLEANING = "window.ShafCleanInput = function ShafCleanInput() {};"


def lift(page, *, seal: bool, cleaning: bool) -> None:
    """Serve the page without one of our scripts, or without either."""
    if seal:
        page.route("**/shaf/editor/seal.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    if cleaning:
        page.route(
            "**/shaf/editor/clean.js", lambda route: route.fulfill(body=NO_CLEANING, content_type="text/javascript")
        )


def typed(page) -> None:
    page.click(".field-body_ar .ck-editor__editable")
    page.keyboard.type("كُتب من قبل")


def still_works(page) -> None:
    """Not a letter that was typed is lost, and more can be typed."""
    page.evaluate(
        "editors.id_body_ar.model.change(w => w.setSelection(editors.id_body_ar.model.document.getRoot(), 'end'))"
    )
    page.evaluate("editors.id_body_ar.focus()")
    page.keyboard.type("وبعده")
    text = canonical(data(page))
    assert "كُتب من قبل" in text
    assert "وبعده" in text


@pytest.fixture
def open_form(live_server, new_page, complaints):
    def open_form(*, seal=False, cleaning=False, stored=""):
        page = new_page(f.make_user(role="writer"))
        lift(page, seal=seal, cleaning=cleaning)
        if stored:
            page.goto(f"{live_server.url}/bare/?attack={stored}")
        else:
            open_editors(page, f"{live_server.url}/admin/articles/article/add/")
        return page

    yield open_form
    # What the browser did not apply of a style, and what the sealed bundle threw.
    expected = ("Applying inline style", "Cannot add property polluted", "polluted, object is not extensible")
    complaints[:] = [c for c in complaints if not any(words in c for words in expected)]


@pytest.mark.parametrize("way", [paste, drop])
def test_with_the_guards_nothing_is_polluted_and_the_text_arrives(open_form, way):
    page = open_form()
    typed(page)
    for name, attack in ATTACKS.items():
        way(page, attack)
        assert page.evaluate(PROBE) is None, name
    still_works(page)
    assert "هجوم" in data(page), "what was pasted arrives, without what was hidden in it"
    assert "style" not in canonical(data(page))


@pytest.mark.parametrize("way", [paste, drop])
@pytest.mark.parametrize("lifted", ["seal", "cleaning"])
def test_either_guard_of_the_browser_is_enough(open_form, way, lifted):
    page = open_form(**{lifted: True})
    typed(page)
    for name, attack in ATTACKS.items():
        way(page, attack)
        assert page.evaluate(PROBE) is None, name
    still_works(page)


@pytest.mark.parametrize("way", [paste, drop])
@pytest.mark.parametrize("name", EFFECTIVE)
def test_without_them_the_attack_succeeds(open_form, complaints, way, name):
    """The control: once this fails, the bundle was mended and the other tests prove nothing."""
    page = open_form(seal=True, cleaning=True)
    typed(page)
    way(page, ATTACKS[name])
    assert page.evaluate(PROBE) == "yes"
    complaints.clear()  # A polluted editor stumbles.


def test_a_stored_attack_does_not_reach_the_editor(live_server, new_page):
    """Written past every verb, straight into the table."""
    writer = f.make_user(role="writer")
    article = f.make_article(by=writer)
    type(article).objects.filter(pk=article.pk).update(body_ar="<p>نص</p>" + "".join(ATTACKS.values()))
    page = new_page(writer)
    lift(page, seal=True, cleaning=True)
    open_editors(page, change_form(live_server, article))
    assert page.evaluate(PROBE) is None, "the server's allow-list alone is enough"
    assert "نص" in data(page)


def test_a_stored_attack_past_the_server_meets_the_other_guards(open_form):
    """A page that does what the package's own widget does: hand the editor what is stored."""
    for lifted in ({}, {"seal": True}):
        page = open_form(**lifted, stored="constructor")
        page.wait_for_function("() => window.editors && editors.id_body_ar")
        assert page.evaluate(PROBE) is None
        assert saved(page, "<p>نص</p>") == "<p>نص</p>"
    page = open_form(cleaning=True, stored="constructor")
    page.wait_for_timeout(1500)
    assert page.evaluate(PROBE) is None
    page = open_form(seal=True, cleaning=True, stored="constructor")
    page.wait_for_timeout(1500)
    assert page.evaluate(PROBE) == "yes", "the control"
