"""A feed that somebody opens in a browser explains itself, in its language and direction."""

import pytest

from tests import factories as f
from tests.site.reading import correct

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAID = {
    "/feed/": ("rtl", "أضف هذه الخلاصة", "اقرأ هذه التقارير في الموقع"),
    "/feed/atom/": ("rtl", "أضف هذه الخلاصة", "اقرأ هذه التقارير في الموقع"),
    "/branches/القاهرة/feed/": ("rtl", "أضف هذه الخلاصة", "اقرأ هذه التقارير في الموقع"),
    "/en/feed/": ("ltr", "Add this feed", "Read these reports on the site"),
    "/en/feed/atom/": ("ltr", "Add this feed", "Read these reports on the site"),
}


@pytest.fixture
def site(live_server, settings):
    settings.SITE_URL = live_server.url
    f.make_publisher()
    edition = f.make_edition(("ar", "en"), title_ar="سوريا والتحالف الدولي", title_en="Syria and the coalition")
    correct(edition)
    return live_server.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_feed_explains_itself(site, new_page, scheme):
    page = new_page(color_scheme=scheme, viewport={"width": 390, "height": 844})
    for path, (direction, said, link) in SAID.items():
        page.goto(site + path)
        assert page.evaluate("getComputedStyle(document.documentElement).direction") == direction, path
        shown = visible(page)
        assert said in shown
        assert "<p>" not in shown, "the full text is for readers of feeds"
        assert "tag:" not in shown
        address = page.locator("css=code")
        assert address.inner_text() == page.evaluate("location.href")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        with page.expect_navigation():
            page.get_by_text(link).click()
        assert page.evaluate("document.documentElement.localName") == "html"


def visible(page) -> str:
    """The text of every element that is laid out."""
    return page.evaluate(
        """() => [...document.querySelectorAll('*')]
            .filter(e => !e.children.length && e.getClientRects().length)
            .map(e => e.textContent).join('\\n')"""
    )
