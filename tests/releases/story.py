"""What a small newsroom did with a release, told by the real verbs on days of 2025, whenever it is told.

So what was published lies in the past of every clock, and what is scheduled in the future of every clock.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import time_machine
from django.core.management import call_command
from django.db import connection
from PIL import Image

from articles.desk import workflow
from articles.desk.workflow.pictures import add_picture, describe
from articles.models import Article, Picture
from articles.press import guards
from articles.press.models import Edition
from authors.models import Page, Series, Source, Topic
from authors.slugs import remember_slugs, save_with_slugs
from shaf.db import clock
from tests import factories as f

FAR = datetime(2099, 1, 1, 7, tzinfo=UTC)


def tell() -> list[str]:
    """Migrate an empty database and fill it; return every address at which the public may ask for something of it."""
    with told_on(1, 10) as on:
        call_command("migrate", verbosity=0)
        people = _install()
        _publish_in_full(people, on)
        _correct_twice(people, on)
        _withdraw(people, on)
        _schedule(people, on)
        _leave_in_review(people)
        _rename_a_topic(on)
    return list(_addresses())


@contextmanager
def told_on(month: int, day: int) -> Iterator[Callable[[int, int], None]]:
    """Stop every clock on a day of 2025; yields what moves them to another. The guards obey the database's clock."""
    real = dict(clock.NOW_SQL), dict(guards.GRACE)
    with time_machine.travel(_noon(month, day), tick=False) as traveller:

        def move(month: int, day: int) -> None:
            traveller.move_to(_noon(month, day))
            clock.NOW_SQL.update(_said(_noon(month, day)))
            guards.GRACE.update(_said(_noon(month, day) - timedelta(seconds=5)))
            if guards.TABLE in connection.introspection.table_names():
                guards.install(connection)

        try:
            move(month, day)
            yield move
        finally:
            clock.NOW_SQL.update(real[0])
            guards.GRACE.update(real[1])
            guards.install(connection)


def _noon(month: int, day: int) -> datetime:
    return datetime(2025, month, day, 12, tzinfo=UTC)


def _said(moment: datetime) -> dict[str, str]:
    text = moment.strftime("%Y-%m-%d %H:%M:%S.000")
    return {"sqlite": f"'{text}'", "postgresql": f"'{text}+00'::timestamptz"}


def _install() -> dict[str, Any]:
    publisher = f.make_publisher()
    publisher.disclaimer_ar, publisher.disclaimer_en = "الآراء لكتّابها.", "The views are those of the authors."
    publisher.save()
    page = Page(name_ar="عن المركز", name_en="About", body_ar="<p>مركز بحثي.</p>", body_en="<p>A centre.</p>")
    save_with_slugs(page)
    names = {"writer": ("سلمى", "عبد الرحمن"), "editor": ("كريم", "الشافعي")}
    return {role: f.make_user(role, role, first_name=one, last_name=two) for role, (one, two) in names.items()}


def _publish_in_full(people: dict[str, Any], on: Callable[[int, int], None]) -> None:
    """Everything that a report can print, in both languages."""
    on(1, 12)
    cover = _picture(people["writer"], (176, 120, 64), "سد على نهر", "A dam on a river")
    figure = _picture(people["writer"], (64, 110, 150), "خريطة الحوض", "A map of the basin")
    elham = f.make_author(honorific_ar="د.", honorific_en="Dr.", given_name_ar="إلهام", family_name_ar="النجار")
    series = Series(name_ar="أوراق سياسات", name_en="Policy papers")
    save_with_slugs(series)
    paper = f.make_source("المجلة الأفريقية", "The African Journal", kind="academic")
    article = f.make_article(
        people["writer"],
        title_ar="ماء النيل",
        title_en="Nile water",
        standfirst_ar="لا يكفي الاتفاق على الحصص.",
        standfirst_en="Agreeing on shares is not enough.",
        key_points_ar="الطلب يتزايد.\nقواعد الجفاف أولى.",
        key_points_en="Demand grows.\nRules for dry years come first.",
        body_ar=_body("الوضع الراهن", "الطلب على المياه يتزايد", "في السدود", "النهر", "خريطة الحوض", figure),
        body_en=_body("The present", "Demand for water grows", "in the dams", "The river", "A map", figure),
        cover=cover.pk,
        series=series.pk,
        series_number=7,
        topics=[f.make_topic("الأمن المائي", "Water security").pk, f.make_topic("حوض النيل", "The Nile basin").pk],
        attributions=[
            {"kind": "byline", "source": f.make_publisher().pk, "authors": [elham.pk], "date": "2025-01-12"},
            {
                "kind": "reference",
                "source": paper.pk,
                "authors": [f.make_author("باسل المحمد", "Basel Al-Mohammad").pk],
                "date": "2024-11-10",
                "title": "Dams & droughts",
                "title_language": "en",
                "url": "https://example.org/dams?year=2024&page=1",
                "accessed_on": "2025-01-02",
            },
            {"kind": "reprint", "source": f.make_source().pk, "authors": [], "date": "2025-01-05"},
        ],
    )
    _publish(article, "ar", people)
    on(1, 14)
    _publish(article, "en", people)


def _correct_twice(people: dict[str, Any], on: Callable[[int, int], None]) -> None:
    """A substantive correction, then a minor one."""
    on(1, 20)
    article = f.make_article(
        people["writer"],
        ("ar",),
        title_ar="البحر الأحمر",
        attributions=_byline("2025-01-20"),
        body_ar="<p>يضيف الطريق الأطول نحو أسبوعين إلى الرحلة.</p>",
    )
    _publish(article, "ar", people)
    on(1, 25)
    _reopen(
        article, people, "substantive", "الصحيح نحو عشرة أيام.", body_ar="<p>يضيف الطريق نحو عشرة أيام إلى الرحلة.</p>"
    )
    _publish(article, "ar", people)
    on(2, 2)
    _reopen(article, people, "minor", "صُحّح اسم الميناء.", body_ar="<p>يضيف الطريق نحو عشرة أيام إلى ميناء جدة.</p>")
    _publish(article, "ar", people)


def _withdraw(people: dict[str, Any], on: Callable[[int, int], None]) -> None:
    on(2, 5)
    article = f.make_article(
        people["writer"], ("ar",), title_ar="النزوح", attributions=_byline("2025-02-05"), body_ar="<p>نزح كثيرون.</p>"
    )
    _publish(article, "ar", people)
    on(2, 20)
    workflow.withdraw(article.pk, "ar", by=people["editor"], reason="سُحب إلى حين التحقق من الأرقام.")


def _schedule(people: dict[str, Any], on: Callable[[int, int], None]) -> None:
    """A correction that nobody has seen yet, of what is live."""
    on(2, 10)
    live = f.make_article(
        people["writer"], ("ar",), title_ar="كهرباء", attributions=_byline("2025-02-10"), body_ar="<p>مشروع ثقة.</p>"
    )
    _publish(live, "ar", people)
    on(2, 24)
    _reopen(live, people, "minor", "أُضيف مصدر.", body_ar="<p>مشروع ثقة قبل الكابلات.</p>")
    _publish(live, "ar", people, at=FAR)


def _leave_in_review(people: dict[str, Any]) -> None:
    article = f.make_article(
        people["writer"],
        ("ar",),
        title_ar="قيد المراجعة",
        attributions=_byline("2025-02-24"),
        body_ar="<p>نص لم يُعتمد.</p>",
    )
    workflow.share_preview(article.pk, "ar", by=people["writer"], recipient="مراجع خارجي")
    workflow.submit(article.pk, "ar", by=people["writer"])
    workflow.remark(article.pk, "ar", by=people["editor"], text="أين المصدر؟", quote="نص لم يُعتمد.")


def _rename_a_topic(on: Callable[[int, int], None]) -> None:
    on(3, 1)
    topic = Topic.objects.get(name_en="The Nile basin")
    former = {"slug_ar": topic.slug_ar, "slug_en": topic.slug_en}
    topic.slug_ar, topic.slug_en = "النيل", "nile"
    save_with_slugs(topic)
    remember_slugs(topic, former)


def _publish(article: Article, language: str, people: dict[str, Any], at: datetime | None = None) -> None:
    f.publish(article, language, by=people["writer"], approver=people["editor"], at=at)


def _reopen(article: Article, people: dict[str, Any], kind: str, note: str, **changes: Any) -> None:
    workflow.reopen(article.pk, "ar", by=people["writer"])
    f.write(article, people["writer"], correction_note_ar=note, correction_kind_ar=kind, **changes)


def _byline(date: str) -> list[dict[str, Any]]:
    return [{"kind": "byline", "source": f.make_publisher().pk, "authors": [f.make_author().pk], "date": date}]


def _picture(writer: Any, colour: tuple[int, int, int], alt_ar: str, alt_en: str) -> Picture:
    data = io.BytesIO()
    Image.new("RGB", (360, 200), colour).save(data, "JPEG")
    picture = add_picture(data.getvalue(), by=writer, branch=f.make_branch().pk)
    texts = {"alt_ar": alt_ar, "alt_en": alt_en, "caption_ar": "صورة تخيّلية.", "caption_en": "Imagined."}
    return describe(picture, texts | {"credit": "SHAF", "licence": "CC BY 4.0"}, by=writer)


def _body(heading: str, sentence: str, words: str, name: str, alt: str, picture: Picture) -> str:
    """Headings, emphasis, a list, a quotation, a link, a figure, a table and footnotes."""
    image = f'<img src="{picture.file.url}" alt="{alt}" width="{picture.width}" height="{picture.height}">'
    note = '<a class="footnote-ref" href="#fn-1" id="fnref-1" role="doc-noteref"><sup>1</sup></a>'
    return (
        f"<h2>{heading}</h2><p>{sentence} <strong>{words}</strong>{note}.</p>"
        f'<figure class="image">{image}<figcaption>{alt}</figcaption></figure>'
        f"<h2>{name}</h2><ul><li>{words}</li><li>{name} &amp; {words}</li></ul>"
        f'<blockquote><p>{sentence}</p></blockquote><p><a href="https://example.org/nile">{name}</a></p>'
        f'<h2>{words}</h2><figure class="table"><table><thead><tr><th scope="col">{name}</th>'
        f'<th scope="col">2025</th></tr></thead><tbody><tr><th scope="row">{words}</th><td>12.5%</td></tr></tbody>'
        f"</table><figcaption>{name}</figcaption></figure>"
        f'<section class="footnotes" role="doc-endnotes"><ol><li id="fn-1">{sentence}.</li></ol></section>'
    )


def _addresses() -> Iterator[str]:
    for prefix in ("", "/en"):
        for path in ("articles/", "archive/2025/01/", "corrections/", "feed/", "feed/atom/", "feed/json/"):
            yield f"{prefix}/{path}"
    yield from ("/search/?q=السدود", "/search/?q=الطريق", "/en/search/?q=dams", "/sitemap-reports-1.xml")
    for edition in Edition.objects.order_by("pk"):
        prefix = "" if edition.language == "ar" else f"/{edition.language}"
        yield f"{prefix}/articles/{edition.article_id}/{edition.slug}/"
        yield f"{prefix}/articles/{edition.article_id}/editions/{edition.number}/"
    for topic in Topic.objects.order_by("pk"):
        yield from (f"/topics/{topic.slug_ar}/", f"/en/topics/{topic.slug_en}/", f"/topics/{topic.slug_ar}/feed/")
    yield from ("/topics/حوض-النيل/", "/authors/إلهام-النجار/", "/en/branches/cairo/", "/series/أوراق-سياسات/")
    yield from (f"/sources/{source.slug_ar}/" for source in Source.objects.order_by("pk"))
    yield from (f"/media/{picture.file.name}" for picture in Picture.objects.order_by("pk"))
