"""The public site in a browser: axe, narrow screens, layout that stays, weight, keyboard, and what readers chose."""

import gzip
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils.timezone import localtime

from articles.desk import workflow
from articles.desk.importers.run import SAMPLES
from articles.desk.previews.links import token_of
from articles.desk.workflow.pictures import add_picture
from articles.press.models import Edition
from articles.site.addresses import path_of
from authors.models import Page, Series, Source
from shaf.db.clock import database_now
from tests import factories as f
from tests.bodies import table, text_with_notes
from tests.browser.dripping import FACTS, dripping
from tests.desk.pictures import picture_bytes
from tests.site.reading import address, correct, withdraw

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Nothing of it looks into style sheets, which axe would fetch once more.
AXE = {"resultTypes": ["violations"], "preload": False, "rules": {"target-size": {"enabled": True}}}
COLOURS = AXE | {"runOnly": ["color-contrast", "link-in-text-block"]}
WORD = {"ar": "التقرير", "en": "report"}
# Bytes on the wire, as gzip makes them, of HTML and CSS together (a report of 24 kB of text, without pictures).
WEIGHT = 20_000


def body(language: str, picture) -> str:
    """A body with one of everything that is wide or that a keyboard reaches."""
    cells = "".join(f"<th>{WORD[language]} {n}</th>" for n in range(9))
    wide = table(f"<thead><tr>{cells}</tr></thead><tbody><tr>{'<td>2,025</td>' * 9}</tr></tbody>")
    image = f'<figure class="image"><img alt="وصف" height="400" src="/media/{picture.file.name}" width="600"></figure>'
    headings = "".join(
        f"<h{2 + n % 3}>{WORD[language]} {n}</h{2 + n % 3}><p>نص English 16/11/2025.</p>" for n in range(6)
    )
    return text_with_notes(f"<p>{WORD[language]}{{1}}.</p>{headings}{wide}{image}", ["https://example.org/" + "x" * 90])


@pytest.fixture
def pages(live_server, settings) -> dict[str, dict[str, str]]:
    """Language → kind of page → path."""
    settings.SITE_URL = live_server.url
    publisher = f.make_publisher()
    publisher.disclaimer_ar, publisher.disclaimer_en, publisher.accent_colour = "الآراء لكتّابها.", "Its own.", "#b8860b"
    publisher.save()
    branch, author = f.make_branch(), f.make_author(honorific_ar="د.", orcid="0000-0002-1825-0097")
    branch.contact_ar, branch.contact_en = "الهاتف: +20 2 2575 0000", "Tel. +20 2 2575 0000"
    branch.save()
    author.links, author.biography_ar, author.biography_en = (
        "https://example.org/" + "x" * 80,
        "باحثة.",
        "A researcher.",
    )
    author.save()
    series = Series.objects.create(name_ar="تقدير موقف", name_en="Assessment")
    centre = Page.objects.create(name_ar="عن المركز", name_en="About", body_ar="<p>نص</p>", body_en="<p>Text</p>")
    for entry in (series, centre):
        entry.fill_slugs()
        entry.save()
    picture = add_picture(picture_bytes(size=(600, 400)), by=f.make_user(role="writer"), branch=branch.pk)
    picture.alt_ar = picture.alt_en = "وصف"
    picture.caption_ar = picture.credit = "مصدر"
    picture.save()
    publisher.logo = picture.file.name
    publisher.save()
    many = f.make_edition(
        ("ar", "en"),
        body_ar=body("ar", picture),
        body_en=body("en", picture),
        key_points_ar="أولى\nثانية",
        key_points_en="One\nTwo",
        topics=[f.make_topic().pk],
        series=series.pk,
        series_number=12,
        cover=picture.pk,
    )
    plain = f.make_edition(("ar", "en"), topics=[f.make_topic().pk])
    gone = f.make_edition(("ar", "en"))
    for language in ("ar", "en"):
        correct(edition_in(many, language))
        withdraw(edition_in(gone, language))
    begun = localtime(plain.first_live_from)
    source = Source.objects.exclude(pk=publisher.pk).get()
    return {
        language: {
            "home": path_of(language, "home"),
            "list": path_of(language, "reports"),
            "report": address(edition_in(many, language)),
            "plain": address(edition_in(plain, language)),
            "earlier": path_of(language, "edition", many.article_id, 1),
            "withdrawn": path_of(language, "short", gone.article_id),
            "branch": path_of(language, "branch", branch.slug_in(language)),
            "author": path_of(language, "author", author.slug_in(language)),
            "source": path_of(language, "source", source.slug_in(language)),
            "topic": path_of(language, "topic", f.make_topic().slug_in(language)),
            "series": path_of(language, "series", series.slug_in(language)),
            "authors": path_of(language, "authors"),
            "archive": path_of(language, "archive"),
            "month": path_of(language, "month", begun.year, begun.month),
            "corrections": path_of(language, "corrections"),
            "page": path_of(language, "page", centre.slug_in(language)),
            "search": path_of(language, "search"),
            "found": path_of(language, "search") + f"?q={WORD[language]}",
            "not found": path_of(language, "search") + "?q=xyzzy",
            "404": path_of(language, "short", 9999),
        }
        for language in ("ar", "en")
    }


def edition_in(edition, language: str):
    """The report's live edition in this language."""
    return Edition.live_at(database_now()).get(article=edition.article_id, language=language)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page(live_server, new_page, pages, complaints, language):
    """Nothing moves while it comes and nothing scrolls sideways: at 320 px (WCAG 1.4.10) and on a telephone; nor does
    it scroll with text at 200 % on a screen of 720 px (1.4.4). Axe finds nothing on a desk, in light or dark colours.

    One visit serves all that needs no other.
    """
    found = []
    page = new_page()
    page.add_init_script(SHIFTS)
    for kind, path in pages[language].items():
        for width in (320, 360):
            look_from(page, width)
            page.goto(live_server.url + path)
            found += sideways(page, f"{kind} at {width}", width)
            found += moves(page, f"{kind} at {width}")
        look_from(page, 720)
        page.evaluate("document.documentElement.style.setProperty('font-size', '225%')")
        found += sideways(page, f"{kind} at 720 with text at 200 %", 720)
        page.evaluate("document.documentElement.style.removeProperty('font-size')")
        look_from(page, 1280)
        found += violations(f"{kind} light", Axe().run(page, options=AXE).response)
        page.emulate_media(color_scheme="dark")
        found += violations(f"{kind} dark", page.evaluate("options => axe.run(options)", COLOURS))
        page.emulate_media(color_scheme="light")
    # Axe tries a style of its own, which the policy of the page refuses; and a page that is not there says so.
    complaints[:] = [c for c in complaints if "inline style" not in c and "the server responded with" not in c]
    assert not found, "\n".join(found)


def look_from(page, width: int) -> None:
    """What is loaded next is laid out for this width from the beginning."""
    page.set_viewport_size({"width": width, "height": 900 if width == 1280 else 740})
    page.wait_for_function("width => innerWidth === width", arg=width)


def sideways(page, where: str, width: int) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [f"{where} is {wide} wide"] if wide > width else []


def violations(where: str, response: dict) -> list[str]:
    return [f"{where} {each['id']}: {node['html'][:160]}" for each in response["violations"] for node in each["nodes"]]


SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries()))
    .observe({ type: "layout-shift", buffered: true });
"""
MOVED = """window.shifts.map(
    shift => `${shift.value}: ${shift.sources.map(each => (each.node?.outerHTML ?? each.node?.data)?.slice(0, 99))}`
)"""


def moves(page, where: str) -> list[str]:
    """What moved while the page came."""
    return [f"{where} moves by {shift}" for shift in page.evaluate(MOVED)]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_moves_on_a_slow_connection(live_server, new_page, pages, complaints, language):
    """Nothing of a page waits for what comes after it to find its place."""
    page, found = new_page(viewport={"width": 360, "height": 740}), []
    page.add_init_script(SHIFTS)
    with dripping(live_server.url) as url:
        for kind in ("home", "report", "withdrawn", "found"):
            page.goto(url + pages[language][kind])
            found += moves(page, kind)
        page.context.close()
    # Another address is another origin; and a report that is gone says so.
    complaints.clear()
    assert not found, "\n".join(found)


def test_the_dot_before_a_fact_comes_with_the_fact(live_server, new_page, pages, complaints):
    """One that came before it would jump to the next line with it: a move of which the browser names no node."""
    page, found = new_page(viewport={"width": 320, "height": 740}), []
    page.add_init_script(SHIFTS)
    with dripping(live_server.url, FACTS, pause=0.1) as url:
        page.goto(url + pages["ar"]["home"])
        found += moves(page, "home")
        page.context.close()
    complaints.clear()
    assert not found, "\n".join(found)


def test_a_report_weighs_little(live_server, settings, new_page):
    settings.SITE_URL = live_server.url
    f.make_publisher()
    text = "".join(path.read_text() for path in sorted(SAMPLES.glob("*.ar.txt")))[:13_000]
    assert 23_000 < len(text.encode()) < 27_000
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    # Four headings, as the real report has.
    parts = {len(lines) * n // 4 for n in range(4)}
    html = "".join(f"<h2>{line[:40]}</h2>" if n in parts else f"<p>{line}</p>" for n, line in enumerate(lines))
    for _ in range(6):
        f.make_edition()
    path = address(f.make_edition(body_ar=html))
    page, answers = new_page(), []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(live_server.url + path, wait_until="networkidle")
    kinds = [answer.request.resource_type for answer in answers]
    assert len(answers) <= 7, kinds
    assert kinds.count("font") == 2, "Arabic and ASCII in two weights"
    assert "script" not in kinds
    assert page.locator("script:not([type='application/ld+json'])").count() == 0
    assert {urlsplit(answer.url).netloc for answer in answers} == {urlsplit(live_server.url).netloc}
    read = [answer.body() for answer in answers if answer.request.resource_type in {"document", "stylesheet"}]
    assert len(read) == 4, "the page, its frame, what is a report's, and what is for paper"
    weights = [len(gzip.compress(each, 9, mtime=0)) for each in read]
    assert sum(weights) <= WEIGHT, weights


# How many letters each full line of a report's paragraphs has; marks stand on letters and do not count.
LETTERS = """() => {
  const range = document.createRange(), found = [];
  for (const paragraph of document.querySelectorAll(".text > p")) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), lines = [];
    let top = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.data.length; at++) {
        if (/\\p{M}/u.test(node.data[at])) continue;
        range.setStart(node, at); range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (!box) continue;
        if (top === null || Math.abs(box.top - top) > 8) { lines.push(0); top = box.top; }
        lines[lines.length - 1]++;
      }
    }
    found.push(...lines.slice(0, -1));
  }
  return found;
}"""


def test_a_line_has_as_many_letters_as_an_eye_takes_in(live_server, settings, new_page):
    """60 to 70 in Arabic, 60 to 75 in English; and the digits and Latin of an Arabic line are in its own face."""
    settings.SITE_URL = live_server.url
    of = {
        "ar": "تدخل دول الحوض العقد المقبل ونسبة COP30 في 2025 تتراجع عن وعود التمويل. ",
        "en": "The basin enters its decade of shared risks. ",
    }
    edition = f.make_edition(("ar", "en"), **{f"body_{code}": f"<p>{text * 14}</p>" for code, text in of.items()})
    for language, most in (("ar", 70), ("en", 75)):
        page = new_page(viewport={"width": 1280, "height": 900})
        for _visit in range(2):
            page.goto(live_server.url + address(edition_in(edition, language)))
        letters = page.evaluate(LETTERS)
        assert len(letters) > 8
        assert 60 <= sum(letters) / len(letters) <= most, letters
        protocol = page.context.new_cdp_session(page)
        protocol.send("DOM.enable")
        protocol.send("CSS.enable")
        root = protocol.send("DOM.getDocument")["root"]["nodeId"]
        node = protocol.send("DOM.querySelector", {"nodeId": root, "selector": ".text > p"})["nodeId"]
        faces = protocol.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        assert {face["familyName"] for face in faces} == {"Shaf Sans"}, faces


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_keyboard_reaches_everything_and_sees_where_it_is(live_server, new_page, pages, language):
    page = new_page(locale=language)
    page.goto(live_server.url + pages[language]["report"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().height") > 20
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.goto(live_server.url + pages[language]["report"])
    expected = page.evaluate(
        """[...document.querySelectorAll('a[href], input, button, [tabindex="0"]')]
        .filter(it => it.checkVisibility()).length"""
    )
    reached = []
    for _ in range(expected):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
    assert all(where["outline"] for where in reached), [where for where in reached if not where["outline"]]
    assert len({where["place"] for where in reached}) == expected
    assert [where["place"] for where in reached] == sorted(where["place"] for where in reached)
    assert any(where["name"] == "wide" for where in reached), "a wide table"
    assert any(where["name"] == "anchor" for where in reached), "a link at a heading"


FOCUSED = """() => {
    const it = document.activeElement, style = getComputedStyle(it);
    return {
        place: [...document.querySelectorAll('*')].indexOf(it),
        name: it.className,
        outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.opacity === '1',
    };
}"""


def test_a_wide_table_scrolls_by_keyboard(live_server, new_page, pages):
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(live_server.url + pages["ar"]["report"])
    table_ = page.locator(".wide")
    assert table_.evaluate("it => it.scrollWidth > it.clientWidth")
    table_.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(500)
    assert table_.evaluate("it => it.scrollLeft") < 0


def test_the_menu_opens_on_a_telephone_and_is_a_line_on_a_desk(live_server, new_page, pages):
    page = new_page(viewport={"width": 360, "height": 640}, java_script_enabled=False)
    page.goto(live_server.url + pages["ar"]["report"])
    link, opens = page.locator(".menu a", has_text="الكُتّاب"), page.locator(".menu > .menu-button")
    assert not link.is_visible()
    opens.focus()
    page.keyboard.press("Enter")
    assert link.is_visible()
    page.keyboard.press("Escape")
    assert not link.is_visible()
    opens.click()
    page.locator("#menu .menu-button").click()
    assert not link.is_visible()
    opens.click()
    link.click()
    assert page.url == live_server.url + pages["ar"]["authors"]
    page.set_viewport_size({"width": 1280, "height": 900})
    assert link.is_visible()
    assert not opens.is_visible()


def test_a_search_shows_its_first_report_on_the_first_screen(live_server, new_page, pages):
    """The filters fold; they need no script to open, and stand open where there is room."""
    page = new_page(viewport={"width": 360, "height": 640}, java_script_enabled=False)
    page.goto(live_server.url + pages["ar"]["found"])
    box = page.locator(".list .headline").first.bounding_box()
    assert box["y"] + box["height"] <= 640
    topic = page.locator("#topic")
    assert not topic.is_visible()
    page.locator(".search-fold summary").click()
    assert topic.is_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(live_server.url + pages["ar"]["found"])
    assert topic.is_visible()
    assert not page.locator(".search-fold summary").is_visible()


def test_what_readers_chose(live_server, new_page, pages):
    """Forced colours keep the lines that say what colour said; less motion is none; print has the text alone."""
    page = new_page(forced_colors="active", reduced_motion="reduce")
    page.goto(live_server.url + pages["ar"]["branch"])
    lines = "all => all.map(it => [it.hasAttribute('aria-current'), getComputedStyle(it).borderBlockEndWidth])"
    shown = page.locator(".menu a").evaluate_all(lines)
    assert [True, "2px"] in shown
    assert all(width == ("2px" if current else "0px") for current, width in shown)
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    page.goto(live_server.url + pages["ar"]["found"])
    ink, paper = page.locator("mark").first.evaluate(
        "it => [getComputedStyle(it).color, getComputedStyle(it).backgroundColor]"
    )
    assert ink != paper
    assert "rgba(0, 0, 0, 0)" not in (ink, paper), "a mark has its own ink on its own paper"
    page.emulate_media(media="print")
    page.goto(live_server.url + pages["ar"]["report"])
    for hidden in (".bar", ".contents", ".share", ".recent", ".colophon", ".anchor"):
        assert not page.locator(hidden).first.is_visible(), hidden
    for shown in ("h1", ".text", ".footnotes", ".attributions", ".cite-line", ".disclaimer", ".printed-address"):
        assert page.locator(shown).first.is_visible(), shown


def test_what_is_not_published_says_so_on_every_screen(live_server, new_page):
    link = workflow.share_preview(f.make_article().pk, "ar", by=f.make_user(role="writer"))
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{live_server.url}/preview/{token_of(link)}/")
    assert page.locator(".banner").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.mouse.wheel(0, 4000)
    assert page.locator(".banner").evaluate("it => it.getBoundingClientRect().top") == 0
