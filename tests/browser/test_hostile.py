"""What the allow-list leaves of hostile HTML does nothing in a browser, without any policy that would stop it."""

import pytest

from articles.press.html.sanitise import canonical, sanitise
from tests.hostile import INPUTS

pytestmark = pytest.mark.browser
PWN = "window.pwned = 0; window.pwn = () => { window.pwned += 1; };"


@pytest.fixture
def page(chromium):
    """A page without a policy, and without a network."""
    context = chromium.new_context(offline=True)
    context.add_init_script(PWN)
    yield context.new_page()
    context.close()


def pwned(page, html: str) -> int:
    page.goto("about:blank")
    page.set_content(f"<!doctype html><meta charset=utf-8><script>{PWN}</script>{html}")
    page.wait_for_timeout(60)
    return page.evaluate(
        """() => {
            for (const element of document.querySelectorAll("body *")) {
                for (const kind of ["mouseover", "click", "focus"]) element.dispatchEvent(new Event(kind));
            }
            return window.pwned;
        }"""
    )


def test_as_it_comes_it_runs(page):
    """The control."""
    assert sum(pwned(page, hostile) > 0 for hostile in INPUTS) >= 40


@pytest.mark.parametrize("spelling", [sanitise, canonical])
def test_cleaned_it_does_not(page, spelling):
    clean = [spelling(hostile) for hostile in INPUTS]
    assert pwned(page, "".join(f"<div>{html}</div>" for html in clean)) == 0
    assert page.evaluate("document.querySelectorAll('body [style], body script, body iframe, body form').length") == 0
    schemes = page.evaluate("[...document.links].map(link => link.protocol)")
    assert set(schemes) <= {"http:", "https:", "mailto:", "about:"}
