"""The report page, its addresses, and its earlier editions."""

from datetime import datetime, timedelta
from urllib.parse import quote, unquote

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe

from articles.desk import workflow
from articles.desk.article.to_manuscript import manuscript
from articles.press.compose import compose
from articles.press.derived.printing import set_page
from articles.press.html import reading
from articles.press.models import Edition
from authors.models import Author, Series
from shaf.db import clock
from tests import factories as f
from tests.site.reading import absolute, address, correct, links, location, select, text, texts, tree

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

THREE_HEADINGS = "".join(f"<h2>عنوان {n}</h2><p>فقرة {n}.</p>" for n in (1, 2, 3))


def blocks(response):
    """Every attribution block as (label, value) pairs."""
    return [
        [(text(row.find("dt")), text(row.find("dd"))) for row in block.findall("div")]
        for block in select(tree(response), "dl.attribution")
    ]


def test_both_attribution_blocks_as_the_centre_prints_them(client):
    response = client.get(address(f.make_edition()))
    assert blocks(response) == [
        [
            ("المصدر", "مركز شاف لتحليل الأزمات والدراسات المستقبلية"),
            ("الكاتب", "إلهام النجار"),
            ("التاريخ", "16/11/2025"),
        ],
        [("المصدر", "الجزيرة نت"), ("الكاتب", "باسل المحمد"), ("التاريخ", "10/11/2025")],
    ]
    dates = select(tree(response), "dl.attribution time")
    assert [date.get("datetime") for date in dates] == ["2025-11-16", "2025-11-10"]


def test_the_blocks_say_what_they_belong_to(client):
    edition = f.make_edition(("ar", "en"), topics=[f.make_topic().pk, f.make_topic("الطاقة", "Energy").pk])
    response = client.get(address(edition))
    assert texts(response, ".attributions h2") == ["هذا التقرير", "المراجع"]
    assert texts(client.get(f"/en{address(edition)}", follow=True), ".attributions h2") == ["This report", "References"]
    assert texts(response, ".share") == ["شارك هذا التقرير واتساب، تليغرام، X، فيسبوك، البريد الإلكتروني"]
    assert texts(response, ".closing .topics") == ["الموضوعات مكافحة الإرهاب، الطاقة"]


def test_a_heading_is_named_by_its_text_alone(client):
    edition = f.make_edition(body_ar="<h2>أثر &amp; <strong>نتيجة</strong></h2><p>نص</p>")
    page = tree(client.get(address(edition)))
    (heading,), (link,) = select(page, ".text h2"), select(page, ".text h2 a.anchor")
    (name,) = select(page, f'[id="{heading.get("aria-labelledby")}"]')
    assert text(name) == "أثر & نتيجة"
    assert not select(name, "a")
    assert link.get("href") == f"#{heading.get('id')}"
    assert link.get("aria-label") == "رابط القسم: أثر & نتيجة"


def test_the_blocks_in_english(client):
    response = client.get(address(f.make_edition(("en",))))
    assert blocks(response) == [
        [("Source", "SHAF Centre"), ("Author", "Elham El-Naggar"), ("Date", "16 November 2025")],
        [("Source", "Al Jazeera Net"), ("Author", "Basel Al-Mohammad"), ("Date", "10 November 2025")],
    ]


def test_a_reference_prints_all_it_has(client):
    reference = {
        "kind": "reference",
        "source": f.make_source().pk,
        "authors": [f.make_author("سامر عبد الله").pk, f.make_author("منى حسن").pk],
        "date": "2025-11-10",
        "title": "Why Syria joined",
        "title_language": "en",
        "url": "https://example.org/a",
        "accessed_on": "2025-11-12",
    }
    byline = f.make_changes()["attributions"][0]
    response = client.get(address(f.make_edition(attributions=[byline, reference])))
    assert blocks(response)[1] == [
        ("المصدر", "الجزيرة نت"),
        ("الكاتب", "سامر عبد الله، منى حسن"),
        ("التاريخ", "10/11/2025"),
        ("العنوان", "Why Syria joined"),
        ("الرابط", "https://example.org/a"),
        ("تاريخ الاطلاع", "12/11/2025"),
    ]
    (work,) = select(tree(response), "dl.attribution cite")
    assert (work.get("lang"), work.get("dir")) == ("en", "ltr")
    assert select(tree(response), "a.address")[0].get("href") == "https://example.org/a"


def test_everything_that_is_printed(client):
    series = Series.objects.create(name_ar="تقدير موقف")
    series.fill_slugs()
    series.save()
    publisher = f.make_publisher()
    publisher.disclaimer_ar = "الآراء لكتّابها."
    publisher.save()
    other = f.make_edition(title_ar="تقرير آخر")
    edition = f.make_edition(
        title_ar="سوريا والتحالف الدولي",
        standfirst_ar="ملخص التقرير هنا.",
        key_points_ar="نقطة أولى\nنقطة ثانية",
        body_ar=THREE_HEADINGS,
        topics=[f.make_topic().pk],
        series=series.pk,
        series_number=12,
    )
    response = client.get(address(edition))
    assert response.status_code == 200
    assert texts(response, "h1") == ["سوريا والتحالف الدولي"]
    assert texts(response, ".opening .kicker a") == ["فرع القاهرة", "تقدير موقف"]
    assert texts(response, ".standfirst") == ["ملخص التقرير هنا."]
    assert texts(response, ".opening .byline .names a") == ["إلهام النجار"]
    assert texts(response, ".opening .byline time") == ["16 نوفمبر 2025"]
    assert texts(response, ".key-points li") == ["نقطة أولى", "نقطة ثانية"]
    assert texts(response, ".contents li") == ["عنوان 1", "عنوان 2", "عنوان 3"]
    assert texts(response, ".text h2") == ["عنوان 1", "عنوان 2", "عنوان 3"]
    assert texts(response, ".topics a") == ["مكافحة الإرهاب"]
    assert texts(response, "#recent") == ["المقالات الأخيرة"]
    assert texts(response, ".recent .headline") == [other.title]
    assert texts(response, ".disclaimer") == ["الآراء لكتّابها."]
    assert texts(response, ".masthead .publisher") == ["مركز شاف لتحليل الأزمات والدراسات المستقبلية"]
    ids = {element.get("id") for element in select(tree(response), ".text h2[id]")}
    assert {link.get("href")[1:] for link in select(tree(response), ".contents a")} == ids


def test_contents_need_three_headings(client):
    two = client.get(address(f.make_edition(body_ar=THREE_HEADINGS.rpartition("<h2>")[0])))
    three = client.get(address(f.make_edition(body_ar=THREE_HEADINGS)))
    assert (len(texts(two, ".contents")), len(texts(three, ".contents"))) == (0, 1)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (5, "مدة القراءة: دقيقة واحدة"),
        (190, "مدة القراءة: دقيقة واحدة"),
        (191, "مدة القراءة: دقيقتان"),
        (900, "مدة القراءة: 5 دقائق"),
        (2500, "مدة القراءة: 14 دقيقة"),
    ],
)
def test_reading_time_has_real_plurals(client, words, wanted):
    response = client.get(address(f.make_edition(body_ar=f"<p>{'كلمة ' * words}</p>")))
    assert wanted in texts(response, ".opening .byline > span")


@pytest.mark.parametrize("slug", ["", "خطأ/", "wrong/", quote("سوريا") + "/", "x" * 500 + "/"])
def test_any_other_slug_is_a_301(client, slug):
    edition = f.make_edition(title_ar="سوريا والتحالف الدولي")
    response = client.get(f"/articles/{edition.article_id}/{slug}")
    assert response.status_code == 301
    assert location(response) == f"/articles/{edition.article_id}/سوريا-والتحالف-الدولي/"
    assert "max-age=0" in response["Cache-Control"], "a remembered 301 would outlive a change of slug"


@pytest.mark.parametrize("encode", [str, quote, lambda path: quote(path).lower()])
def test_a_unicode_slug_however_it_is_encoded(client, encode):
    edition = f.make_edition(title_ar="سوريا والتحالف الدولي")
    response = client.get(encode(address(edition)))
    assert (response.status_code, texts(response, "h1")) == (200, [edition.title])


def test_without_the_last_slash(client):
    edition = f.make_edition()
    response = client.get(address(edition).rstrip("/"))
    assert (response.status_code, location(response)) == (301, address(edition))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_short_address(client, language):
    edition = f.make_edition((language,))
    prefix = "/en" if language == "en" else ""
    response = client.get(f"{prefix}/r/{edition.article_id}/")
    assert (response.status_code, location(response)) == (301, address(edition))
    other = "" if language == "en" else "/en"
    assert client.get(f"{other}/r/{edition.article_id}/").status_code == 404


def test_an_old_slug_leads_to_the_new(client):
    first = f.make_edition(title_ar="عنوان قديم")
    second = correct(first, title_ar="عنوان جديد", slug_ar="عنوان-جديد")
    response = client.get(address(first))
    assert (response.status_code, location(response)) == (301, address(second))


def test_credits_lead_to_the_register_only_by_a_slug(client):
    def linked(edition):
        page = tree(client.get(address(edition)))
        return [text(a) for a in select(page, "dl.attribution a") if "/authors/" in a.get("href")]

    author = f.make_author()
    assert linked(f.make_edition()) == ["إلهام النجار", "باسل المحمد"]
    Author.objects.filter(pk=author.pk).update(slug_ar=None)
    assert linked(f.make_edition()) == ["باسل المحمد"]


def test_the_other_language(client):
    arabic = f.make_edition(("ar",), title_en="In English", body_en="<p>Text.</p>")
    alone = client.get(address(arabic))
    assert links(alone, "alternate").keys() == {""}, "the feed alone"
    english = f.publish(arabic.article, "en")
    pair = {
        "ar": absolute(address(arabic)),
        "en": absolute(address(english)),
        "x-default": absolute(address(arabic)),
    }
    for edition, other in ((arabic, english), (english, arabic)):
        response = client.get(address(edition))
        found = links(response, "alternate")
        found.pop("")
        assert found == pair
        assert links(response, "canonical") == {"": absolute(address(edition))}
        (link,) = select(tree(response), ".also a[rel=alternate]")
        assert link.get("hreflang") == link.get("lang") == other.language


def test_what_search_engines_are_told(client):
    edition = f.make_edition(standfirst_ar='ملخص "بين" علامتين <و> غيرها.')
    page = tree(client.get(address(edition)))

    def content(name):
        return select(page, f'meta[name="{name}"], meta[property="{name}"]')[0].get("content")

    assert content("description") == content("og:description") == edition.description
    assert content("og:title") == edition.title
    assert not select(page, 'meta[name="robots"]')


def test_a_substantive_correction_is_dated_and_on_top(client):
    first = f.make_edition()
    second = correct(first)
    response = client.get(address(second))
    assert texts(response, ".correction p")[1] == second.correction_note
    (time,) = select(tree(response), ".correction time")
    assert abs(datetime.fromisoformat(time.get("datetime")) - second.live_from) < timedelta(seconds=1)
    source = response.content.decode()
    assert source.index('class="correction"') < source.index('class="text"')
    minor = correct(f.make_edition(), kind="minor")
    source = client.get(address(minor)).content.decode()
    assert source.index('class="text"') < source.index('class="correction"')


def test_an_earlier_edition_as_it_was_printed(client):
    first = f.make_edition(title_ar="عنوان أول", body_ar="<p>نص أول</p>")
    second = correct(first, title_ar="عنوان ثان", slug_ar="عنوان-ثان", body_ar="<p>نص ثان</p>")
    url = f"/articles/{first.article_id}/editions/{first.number}/"
    report = client.get(address(second))
    assert url in [a.get("href") for a in select(tree(report), ".earlier a")]
    response = client.get(url)
    assert response.status_code == 200
    assert response["X-Robots-Tag"] == "noindex"
    assert select(tree(response), 'meta[name="robots"]')[0].get("content") == "noindex"
    assert links(response, "canonical") == {"": absolute(address(second))}
    assert texts(response, "h1") == ["عنوان أول"]
    assert texts(response, ".text") == ["نص أول"]
    (banner,) = select(tree(response), "aside.notice")
    assert text(banner).startswith("هذه طبعة سابقة ظلت منشورة من ")
    assert "(بتوقيت القاهرة)" in text(banner)
    assert second.correction_note in text(banner)
    assert not texts(report, ".log li"), "the one note stands in the box, once"
    assert report.content.decode().count(second.correction_note) == 2, "there, and in the metadata"
    assert address(second) in [unquote(a.get("href")) for a in select(banner, "a")]
    ways = [a.get("href") for a in select(tree(response), "article.report a")]
    assert all(way.startswith("#") for way in ways), "names without links, and nothing to share"
    assert "إلهام النجار" in texts(response, "article.report")[0]


def test_the_live_edition_s_number_redirects(client):
    first = f.make_edition()
    second = correct(first)
    response = client.get(f"/articles/{first.article_id}/editions/{second.number}/")
    assert (response.status_code, location(response)) == (302, address(second))


def test_scheduled_cancelled_draft_and_unknown_are_one_404(client, at):
    now = clock.database_now()
    live = f.make_edition()
    scheduled = f.publish(f.make_article(), at=now + timedelta(days=1))
    cancelled = f.publish(f.make_article(), at=now + timedelta(days=1))
    workflow.cancel(cancelled.article_id, "ar", by=f.make_user(role="editor"))
    draft = f.make_article()
    at(clock.database_now())
    paths = [
        *(f"/articles/{pk}/" for pk in (scheduled.article_id, cancelled.article_id, draft.pk, 999_999)),
        *(f"/articles/{pk}/x/" for pk in (scheduled.article_id, draft.pk, 999_999)),
        *(f"/articles/{pk}/editions/1/" for pk in (scheduled.article_id, cancelled.article_id, draft.pk, 999_999)),
        *(f"/r/{pk}/" for pk in (scheduled.article_id, 999_999)),
        f"/articles/{live.article_id}/editions/2/",
        address(scheduled),
        "/nowhere/",
    ]
    answers = {(r.status_code, r.content, str(sorted(r.headers.items()))) for r in map(client.get, paths)}
    assert len(answers) == 1
    assert next(iter(answers))[0] == 404
    at(now + timedelta(days=2))
    assert client.get(address(scheduled)).status_code == 200, "nothing but the time was missing"
    assert client.get(address(cancelled)).status_code == 404


def test_a_scheduled_edition_takes_over_at_its_time(client, at):
    first = f.make_edition(title_ar="عنوان أول")
    when = clock.database_now() + timedelta(days=1)
    article = first.article
    writer = f.make_user(role="writer")
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, title_ar="عنوان ثان", correction_note_ar="صُحّح.", correction_kind_ar="substantive")
    f.publish(article, at=when)
    for moment, title in (
        (when - timedelta(microseconds=1000), "عنوان أول"),
        (when, "عنوان ثان"),
        (when + timedelta(days=400), "عنوان ثان"),
    ):
        at(moment)
        assert texts(client.get(address(first)), "h1") == [title]
    at(when - timedelta(microseconds=1000))
    assert client.get(f"/articles/{article.pk}/editions/2/").status_code == 404


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_same_template_prints_an_unsaved_edition(language):
    article = f.make_article(title_ar="عنوان المعاينة", title_en="The preview’s title", topics=[f.make_topic().pk])
    edition = compose(manuscript(article, language))
    assert edition.pk is None
    with translation.override(language):
        source = render_to_string("site/preview.html", {"edition": edition, "page": mark_safe(set_page(edition))})
    assert ("معاينة: لم يُنشر" if language == "ar" else "Preview: not published") in source
    assert edition.title in source
    assert reading.plain_text(edition.body).splitlines()[1] in source
    assert '<meta name="robots" content="noindex">' in source
    assert not Edition.objects.exists()


def test_links_work_as_they_were_meant(client):
    """With a blank, with unseen controls, to a telephone and to a mailbox; what leads nowhere is its words."""
    body = (
        '<p><a href="https://example.org/a b.pdf">ملف</a> <a href="\u202ahttps://example.org/تقرير\u200f">تقرير</a> '
        '<a href="tel:+20 2 2794">هاتف</a> <a href="mailto:a@b.example">بريد</a> <a href="javascript:x()">كلمة</a></p>'
    )
    edition = f.make_edition(body_ar=body)
    page = client.get(f"/articles/{edition.article_id}/{edition.slug}/").content.decode()
    for kept in ("https://example.org/a%20b.pdf", "https://example.org/تقرير", "tel:+2022794", "mailto:a@b.example"):
        assert f'<a href="{kept}">' in page
    assert "كلمة</p>" in page
