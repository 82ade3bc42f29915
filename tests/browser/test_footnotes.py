"""Footnotes in the editor: whatever is done to a text, each reference has its note, each note a reference, in order."""

import random
import re

import pytest

from articles.models import Article
from articles.press.html.sanitise import canonical
from tests import factories as f
from tests.bodies import text_with_notes
from tests.browser.desk import change_form, data, open_editors, paste, press, saved, select_all

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEYS = "Control+Alt+f"
TWO = text_with_notes("<p>أول{1}</p><p>ثان{2}</p>", ["حاشية أولى", "حاشية ثانية"])


@pytest.fixture
def page(live_server, new_page):
    page = new_page(f.make_user(role="writer"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    # A draft that is kept while the test's rows go is none of this.
    page.route("**/autosave/**", lambda route: route.fulfill(json={}))
    open_editors(page, f"{live_server.url}/admin/articles/article/add/")
    return page


def given(page, html: str, language: str = "ar") -> None:
    page.evaluate("([name, html]) => editors[name].setData(html)", [f"id_body_{language}", html])
    page.evaluate("name => editors[name].focus()", f"id_body_{language}")


def caret(page, path: list[int], until: list[int] | None = None) -> None:
    """Put the caret, or a selection, at these paths of the model."""
    page.evaluate(
        """([from, to]) => {
            const { model } = editors.id_body_ar;
            const at = path => model.createPositionFromPath(model.document.getRoot(), path);
            model.change(writer => writer.setSelection(writer.createRange(at(from), at(to))));
        }""",
        [path, until or path],
    )


def body(page, language: str = "ar") -> str:
    return canonical(data(page, language))


def shown(page) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('.field-body_ar sup.footnote-ref')].map(e => e.textContent)")


def whole(html: str) -> bool:
    """Whether references and notes belong together: names, order, numbers."""
    references = re.findall(r'class="footnote-ref" href="#(fn-[^"]+)"[^>]*><sup>(\d+)</sup>', html)
    order = list(dict.fromkeys(name for name, _number in references))
    return order == re.findall(r'<li id="(fn-[^"]+)"', html) and all(
        order.index(name) + 1 == int(number) for name, number in references
    )


def a_note_is_written_with_the_keyboard_alone(page):
    given(page, "<p>القول الأول</p>")
    caret(page, [0, 11])
    page.keyboard.press(KEYS)
    page.keyboard.type("انظر التقرير")
    page.keyboard.press(KEYS)
    page.keyboard.type("، وتتمّته")
    assert body(page) == text_with_notes("<p>القول الأول{1}، وتتمّته</p>", ["انظر التقرير"])
    caret(page, [0, 0])
    page.keyboard.press(KEYS)
    page.keyboard.type("قبله")
    assert shown(page) == ["1", "2"], "what was first is second now"
    notes = re.findall(r'<li id="fn-\d">(.*?)</li>', body(page))
    assert notes == ["قبله", "انظر التقرير"]


def the_button_and_its_label(page):
    given(page, "<p>نص</p>", "en")
    page.click("#pane-tab-en")
    page.evaluate("editors.id_body_en.focus()")
    press(page, "en", page.evaluate("editors.id_body_en.config.get('shaf').labels.footnote"))
    page.keyboard.type("A note")
    assert ">A note</li>" in body(page, "en")
    assert page.get_attribute(".field-body_en sup.footnote-ref", "aria-label").endswith("1")
    assert page.get_attribute(".field-body_en ol.footnotes", "aria-label")


def there_and_back_with_keys_and_clicks(page):
    page.click("#pane-tab-ar")
    given(page, TWO)
    caret(page, [1, 3], [1, 4])
    page.keyboard.press("Enter")
    page.keyboard.type("!")
    assert "حاشية ثانية!" in body(page)
    page.click(".field-body_ar ol.footnotes li:first-child .footnote-back")
    page.keyboard.type("؟")
    assert "<sup>1</sup></a>؟</p>" in body(page)
    page.click(".field-body_ar sup.footnote-ref >> nth=1")
    page.keyboard.type("@")
    assert "حاشية ثانية!@" in body(page)


def a_moved_paragraph_takes_its_note_along_and_undo_brings_all_back(page):
    given(page, TWO)
    caret(page, [0, 0], [0, 4])
    page.keyboard.press("Control+x")
    assert body(page) == canonical(text_with_notes("<p>ثان{1}</p>", ["حاشية ثانية"])).replace("-1", "-2")
    caret(page, [1, 4])
    page.keyboard.press("Control+v")
    moved = body(page)
    assert re.findall(r'<li id="(fn-\d)">(.*?)</li>', moved) == [("fn-2", "حاشية ثانية"), ("fn-1", "حاشية أولى")]
    assert shown(page) == ["1", "2"]
    for _step in range(2):
        page.keyboard.press("Control+z")
    assert body(page) == TWO
    for _step in range(2):
        page.keyboard.press("Control+y")
    assert body(page) == moved


def a_deleted_reference_takes_its_note_and_says_so(page):
    given(page, TWO)
    caret(page, [0, 4])
    page.keyboard.press("Backspace")
    assert body(page) == TWO, "the first press only selects it"
    page.keyboard.press("Backspace")
    assert "حاشية أولى" not in body(page)
    assert page.inner_text(".field-body_ar .editor-report p")
    page.keyboard.press("Control+z")
    assert body(page) == TWO


def an_emptied_note_goes_with_its_references(page):
    given(page, text_with_notes("<p>أول{1} ثم {1}</p>", ["ح"]))
    caret(page, [1, 0, 0, 1])
    page.keyboard.press("Backspace")
    assert whole(body(page)), "empty, it still stands"
    assert '<li id="fn-1"></li>' in body(page)
    page.keyboard.press("Backspace")
    assert body(page) == "<p>أول ثم</p>"
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert body(page) == text_with_notes("<p>أول{1} ثم {1}</p>", ["ح"])


def a_copied_reference_is_a_second_one_to_the_same_note(page):
    given(page, TWO)
    caret(page, [0, 3], [0, 4])
    page.keyboard.press("Control+c")
    caret(page, [1, 4])
    page.keyboard.press("Control+v")
    assert body(page) == text_with_notes("<p>أول{1}</p><p>ثان{2}{1}</p>", ["حاشية أولى", "حاشية ثانية"])
    caret(page, [0, 3], [0, 4])
    page.keyboard.press("Backspace")
    assert "حاشية أولى" in body(page), "the other one still needs it"


def from_one_language_to_the_other_names_do_not_collide(page):
    given(page, text_with_notes("<p>Text{1}</p>", ["English note"]), "en")
    page.click("#pane-tab-ar")
    given(page, TWO)
    select_all(page)
    page.keyboard.press("Control+c")
    page.click("#pane-tab-en")
    page.evaluate(
        """() => { const { model } = editors.id_body_en; editors.id_body_en.focus();
                   model.change(writer => writer.setSelection(model.document.getRoot().getChild(0), 'end')); }"""
    )
    page.keyboard.press("Control+v")
    pasted = body(page, "en")
    assert whole(pasted)
    assert [pasted.count(note) for note in ("English note", "حاشية أولى", "حاشية ثانية")] == [1, 1, 1]


def pasted_names_are_made_anew_and_hostile_ones_do_nothing(page):
    page.click("#pane-tab-ar")
    given(page, TWO)
    caret(page, [0, 0])
    hostile = '"><img src=x onerror=pwn()>'
    paste(
        page,
        '<p>لصق<a class="footnote-ref" href="#fn-1">1</a><a class="footnote-ref" href="javascript:pwn()">2</a></p>'
        '<section class="footnotes"><ol><li id="fn-1">ملصقة <a href="javascript:pwn()">س</a></li>'
        f"<li id='fn-{hostile}'>ص</li></ol></section>",
    )
    written = body(page)
    assert whole(written)
    assert [written.count(note) for note in ("حاشية أولى", "حاشية ثانية", "ملصقة")] == [1, 1, 1]
    assert "pwn" not in written


EDITS = ["Backspace", "Delete", "Enter", "Control+x", "Control+c", KEYS, "x"]
LONG = text_with_notes(
    "<p>واحد{1} اثنان{2}</p><ul><li>ثلاثة{3}</li><li>أربعة{1}</li></ul><p>خمسة{4}</p>", ["أ", "ب", "ج", "د"]
)


def blind_edit(page, rng: random.Random, keys: list[str]) -> None:
    start = rng.randrange(500)
    page.evaluate(
        """([from, to]) => {
            const { model } = editors.id_body_ar;
            const all = [...model.createRangeIn(model.document.getRoot()).getPositions()];
            const places = all.filter(position => model.schema.checkChild(position, '$text'));
            const ends = [places[from % places.length], places[to % places.length]];
            if (ends[1].isBefore(ends[0])) ends.reverse();
            model.change(writer => writer.setSelection(writer.createRange(...ends)));
            editors.id_body_ar.focus();
        }""",
        [start, start + rng.choice([0, 0, 1, 3, 9])],
    )
    page.keyboard.press(rng.choice(keys))


def after_any_edit_they_belong_together(page):
    for seed in range(3):
        rng = random.Random(seed)
        given(page, LONG)
        for _edit in range(25):
            blind_edit(page, rng, [*EDITS, "Control+v", "Control+z"])
            assert whole(body(page)), seed


def every_edit_is_undone_whole(page):
    """Without pasting: after a paste over several blocks the stock editor's own undo stumbles now and then."""
    for seed in range(3):
        rng = random.Random(seed)
        given(page, LONG)
        page.evaluate("editors.id_body_ar.commands.get('undo').clearStack()")
        for _edit in range(20):
            blind_edit(page, rng, EDITS)
        while page.evaluate("editors.id_body_ar.commands.get('undo').isEnabled"):
            page.keyboard.press("Control+z")
        assert body(page) == LONG, seed


def test_notes_are_written_and_reached_with_keys_and_clicks(page):
    a_note_is_written_with_the_keyboard_alone(page)
    the_button_and_its_label(page)
    there_and_back_with_keys_and_clicks(page)


def test_they_move_and_go_together_and_come_back(page):
    a_moved_paragraph_takes_its_note_along_and_undo_brings_all_back(page)
    a_deleted_reference_takes_its_note_and_says_so(page)
    an_emptied_note_goes_with_its_references(page)
    a_copied_reference_is_a_second_one_to_the_same_note(page)


def test_pasted_ones_get_names_of_their_own(page):
    from_one_language_to_the_other_names_do_not_collide(page)
    pasted_names_are_made_anew_and_hostile_ones_do_nothing(page)


def test_blind_edits(page):
    after_any_edit_they_belong_together(page)
    every_edit_is_undone_whole(page)


def test_they_survive_saving_again_and_again(live_server, new_page):
    writer = f.make_user(role="writer")
    article = f.make_article(by=writer, body_ar="<p>نص</p>")
    page = new_page(writer)
    open_editors(page, change_form(live_server, article))
    page.click(".field-body_ar .ck-editor__editable p")
    page.keyboard.press("End")
    page.keyboard.press(KEYS)
    page.keyboard.type("حاشية")
    kept = text_with_notes("<p>نص{1}</p>", ["حاشية"])
    for _save in range(2):
        with page.expect_navigation():
            page.click("input[name=_continue], input[name=_save]")
        assert Article.objects.get(pk=article.pk).body_ar == kept
        open_editors(page, change_form(live_server, article))
    assert Article.objects.get(pk=article.pk).version == 2, "and only the first one was a change"
    stored = kept
    for _save in range(10):
        stored = canonical(saved(page, stored))
    assert stored == kept
