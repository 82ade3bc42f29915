"""import_files and the command: what becomes of files, and that a refused one leaves nothing behind."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.desk.importers.run import SAMPLES, import_files
from articles.models import Article, Revision, Track, Transition
from articles.press.models import Edition
from authors.models import Author, Branch, Source
from shaf.db.clock import database_now
from tests import factories as f
from tests.desk.test_plain_text import REAL, real_report

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

BODY = "يُعدّ هذا القرار تحوّلًا مفصليًا في المشهد، إذ تتقاطع فيه مصالح أطراف كثيرة وتتبدّل معه حسابات الجميع."
BODY_EN = "The decision is a turning point, since the interests of many sides cross in it and everybody counts anew."
OWN = "المصدر: مركز شاف لتحليل الأزمات والدراسات المستقبلية"


@pytest.fixture(autouse=True)
def newsroom():
    f.make_publisher()
    f.make_branch()
    with translation.override("en"):
        yield


@pytest.fixture
def writer():
    return f.make_user("writer", role="writer")


@pytest.fixture
def editor():
    return f.make_user("editor", role="editor")


def arabic(title="تحولات المشهد", body=BODY, branch="فرع القاهرة", own=OWN, day="16/11/2025", rest=""):
    return f"{title}\n{branch}\n\n{body}\n\n{own}\n\nالكاتب : منى فهمي\n\nالتاريخ : {day}\n{rest}"


def english(
    title="Changes in the scene", body=BODY_EN, branch="Cairo branch", own="SHAF Centre", day="16/11/2025", rest=""
):
    return f"{title}\n{branch}\n\n{body}\n\nSource: {own}\n\nAuthor: Mona Fahmy\n\nDate: {day}\n{rest}"


REFERENCE = "\n-----------\n\nالمصدر: معهد المياه\n\nالكاتب: سامر الخطيب\n\nالتاريخ: 10/11/2025\n"
REFERENCE_EN = "\n-----------\n\nSource: Water Institute\n\nAuthor: Samer Al-Khatib\n\nDate: 10/11/2025\n"


def save(folder, text, name="report.txt"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def one(paths, **options):
    (outcome,) = import_files([paths] if not isinstance(paths, list) else paths, **options)
    return outcome


def stored():
    """Everything that an import can leave."""
    return {
        model.__name__: model.objects.count()
        for model in (Article, Revision, Transition, Track, Edition, Author, Source, Branch)
    }


def state(article, language="ar"):
    return Track.objects.get(article=article, language=language).state


# Created


def test_the_real_report_becomes_a_draft(writer):
    real_report()
    outcome = one(REAL, by=writer)
    assert outcome.result == "created"
    assert "The reference to “الجزيرة نت” needs a URL." in outcome.notes
    assert any("سوريا والتحالف الدولي: «مخاطر التمدّد الإرهابي»" in note for note in outcome.notes)
    article = Article.objects.get(pk=outcome.article)
    assert article.title_ar == "سوريا والتحالف الدولي ” مخاطر التمدّد الإرهابي “"
    assert (article.branch.name_ar, article.version, article.import_version) == ("القاهرة", 1, 1)
    assert (state(article), state(article, "en"), article.title_en or "") == ("draft", "draft", "")
    assert article.body_ar.count("<h2>") == 4
    byline, reference = article.attributions.all()
    assert [
        (a.kind, a.source.name_ar, [c.author.name_ar for c in a.credits.all()], a.date) for a in (byline, reference)
    ] == [
        ("byline", "مركز شاف لتحليل الأزمات والدراسات المستقبلية", ["إلهام النجار"], date(2025, 11, 16)),
        ("reference", "الجزيرة نت", ["باسل المحمد"], date(2025, 11, 10)),
    ]
    assert byline.source == Source.publisher()


def test_the_real_report_is_published_as_an_archive_and_stays_itself(writer, editor):
    real_report()
    outcome = one(REAL, by=writer, approved_by=editor, accept_repairs=True)
    assert (outcome.result, outcome.published) == ("created", ("ar",))
    edition = Edition.objects.get(article_id=outcome.article)
    assert edition.live_from == datetime(2025, 11, 16, 10, tzinfo=UTC)
    assert edition.byline_date == date(2025, 11, 16)
    assert edition.approved_by == editor
    assert edition.title == "سوريا والتحالف الدولي: «مخاطر التمدّد الإرهابي»"
    before = stored()
    again = one(REAL, by=writer, approved_by=editor)
    assert (again.result, again.published, again.article) == ("unchanged", (), outcome.article)
    assert stored() == before


def test_names_are_found_however_they_are_spelled(tmp_path, writer):
    known = f.make_author("مُنى فَهمي", "Mona Fahmy")
    institute = f.make_source("المعهد الدولي", "Institute", aliases="معهد المياه\nWater Institute")
    article = Article.objects.get(pk=one(save(tmp_path, arabic(rest=REFERENCE)), by=writer).article)
    byline, reference = article.attributions.all()
    assert byline.credits.get().author == known
    assert reference.source == institute


def test_new_names_are_added_with_slugs_and_without_titles(tmp_path, writer):
    text = arabic().replace("منى فهمي", "د. هالة منصور، أ.د/ سامر الخطيب، السفيرة ليلى حداد، د.داليا رمزي، دينا فرحات")
    one(save(tmp_path, text), by=writer)
    found = Author.objects.order_by("pk").values_list("honorific_ar", "name_ar", "slug_ar")
    assert list(found) == [
        ("د.", "هالة منصور", "هالة-منصور"),
        ("أ.د/", "سامر الخطيب", "سامر-الخطيب"),
        ("السفيرة", "ليلى حداد", "ليلى-حداد"),
        ("د.", "داليا رمزي", "داليا-رمزي"),
        ("", "دينا فرحات", "دينا-فرحات"),
    ]


def test_a_merged_author_stands_for_the_one_he_was_merged_into(tmp_path, writer):
    kept, old = f.make_author("منى أحمد فهمي", "Mona A. Fahmy"), f.make_author("منى فهمي", "Mona Fahmy")
    old.merged_into = kept
    old.save()
    article = Article.objects.get(pk=one(save(tmp_path, arabic()), by=writer).article)
    assert article.attributions.get().credits.get().author == kept


def test_the_first_own_attribution_is_the_byline_and_later_ones_are_references(tmp_path, writer):
    earlier = f"\n-----\n{OWN}\nالكاتب: منى فهمي\nالتاريخ: 1/2/2024\n"
    article = Article.objects.get(pk=one(save(tmp_path, arabic(rest=REFERENCE + earlier)), by=writer).article)
    assert [(a.kind, a.date.year) for a in article.attributions.all()] == [
        ("byline", 2025),
        ("reference", 2025),
        ("reference", 2024),
    ]


def test_a_byline_that_comes_after_a_reference(tmp_path, writer):
    text = arabic(own="المصدر: معهد المياه", rest=f"\n-----\n{OWN}\nالكاتب: إلهام النجار\nالتاريخ: 17/11/2025\n")
    article = Article.objects.get(pk=one(save(tmp_path, text), by=writer).article)
    assert [(a.kind, a.date.day) for a in article.attributions.all()] == [("byline", 17), ("reference", 16)]


def test_the_centre_is_known_by_an_alias(tmp_path, writer):
    path = save(tmp_path, arabic(own="المصدر: مركز الشاف للدراسات"))
    assert one(path, by=writer).code == "centre.unknown"
    publisher = Source.publisher()
    publisher.aliases = "مركز الشّاف للدراسات"
    publisher.save()
    assert one(path, by=writer).result == "created"


def test_a_directory_is_its_text_files_in_order(tmp_path, writer):
    for name, title in (("b.txt", "ثانٍ"), ("a.txt", "أول"), ("c.csv", "لا شيء"), ("~$a.docx", "لا شيء")):
        save(tmp_path, arabic(title=title), name)
    outcomes = import_files([tmp_path, tmp_path / "a.txt"], by=writer)
    assert [(o.paths[0].name, o.result) for o in outcomes] == [("a.txt", "created"), ("b.txt", "created")]


def test_windows_files_are_accepted(tmp_path, writer):
    assert one(save(tmp_path, b"\xef\xbb\xbf" + arabic().replace("\n", "\r\n").encode()), by=writer).result == "created"


# Branches


def test_the_option_overrides_the_branch_line(tmp_path, writer):
    khartoum = f.make_branch("الخرطوم", "Khartoum")
    path = save(tmp_path, arabic())
    assert one(path, by=writer, branch=khartoum).code == "language", "the writer's role is in Cairo"
    f.Membership.objects.create(user=writer, branch=khartoum, role="writer", language="ar")
    article = one(path, by=f.User.objects.get(pk=writer.pk), branch=khartoum).article
    assert Article.objects.get(pk=article).branch == khartoum


def test_a_new_branch_needs_a_superuser(tmp_path, writer):
    path = save(tmp_path, arabic(branch="فرع أسوان"))
    refused = one(path, by=writer)
    assert (refused.code, Branch.objects.filter(name_ar="أسوان").exists()) == ("branch.unknown", False)
    assert "--branch SLUG" in refused.remedy
    outcome = one(path, by=f.User.objects.create_superuser("boss"))
    assert Article.objects.get(pk=outcome.article).branch.slug_ar == "أسوان"


def test_another_spelling_of_a_branch_is_the_branch(tmp_path, writer):
    assert one(save(tmp_path, arabic(branch="فرع القاهره")), by=writer).result == "created"
    assert Branch.objects.count() == 1


# Two languages


def pair(folder, ar=None, en=None):
    return [
        save(folder, ar or arabic(rest=REFERENCE), "r.ar.txt"),
        save(folder, en or english(rest=REFERENCE_EN), "r.en.txt"),
    ]


def test_two_files_make_one_report_in_two_languages(tmp_path, writer, editor):
    pair(tmp_path)
    outcome = one(tmp_path, by=writer, approved_by=editor)
    assert (outcome.result, outcome.published) == ("created", ("ar", "en"))
    article = Article.objects.get(pk=outcome.article)
    assert (article.title_ar, article.title_en) == ("تحولات المشهد", "Changes in the scene")
    assert (article.slug_ar, article.slug_en) == ("تحولات-المشهد", "changes-in-the-scene")
    assert Author.objects.get(name_ar="منى فهمي").name_en == "Mona Fahmy"
    assert Source.objects.get(name_ar="معهد المياه").slug_en == "water-institute"
    assert one(tmp_path, by=writer).result == "unchanged"


def test_a_language_that_comes_later_joins_its_twin(tmp_path, writer, editor):
    ar, en = pair(tmp_path)
    en_text = en.read_text()
    en.unlink()
    first = one(tmp_path, by=writer, approved_by=editor)
    assert Author.objects.get(name_ar="منى فهمي").name_en is None
    en.write_text(en_text)
    second = one(tmp_path, by=writer, approved_by=editor)
    assert (second.result, second.article, second.published) == ("updated", first.article, ("en",))
    assert Article.objects.get(pk=first.article).slug_en == "changes-in-the-scene"
    assert Author.objects.get(name_ar="منى فهمي").name_en == "Mona Fahmy"
    assert state(first.article) == "approved"
    alone = one(ar, by=writer)
    assert alone.result == "unchanged", "the Arabic file alone knows nothing of the English text"
    assert one(tmp_path, by=writer).result == "unchanged"


def test_arabic_that_comes_after_english(tmp_path, writer):
    en = pair(tmp_path)[1]
    first = one(en, by=writer)
    assert one(tmp_path, by=writer).article == first.article
    assert Article.objects.count() == 1
    assert Article.objects.get().title_ar == "تحولات المشهد"


def test_an_english_report_stands_alone(tmp_path, writer, editor):
    outcome = one(save(tmp_path, english(), "r.txt"), by=writer, approved_by=editor)
    article = Article.objects.get(pk=outcome.article)
    assert (outcome.published, article.title_en, article.title_ar or "") == (("en",), "Changes in the scene", "")
    assert Author.objects.get().name_en == "Mona Fahmy"


def test_two_reports_are_not_made_one(tmp_path, writer):
    ar, en = pair(tmp_path)
    import_files([ar], by=writer)
    import_files([en], by=writer)
    assert Article.objects.count() == 2
    assert one(tmp_path, by=writer).code == "pair.two_reports"


SWAPPED_EN = english(own="Water Institute", rest=REFERENCE_EN.replace("Water Institute", "SHAF Centre"))


@pytest.mark.parametrize(
    ("en", "code", "line"),
    [
        (english(), "pair.disagrees", None),
        (english(day="17/11/2025", rest=REFERENCE_EN), "pair.disagrees", 10),
        (english(rest=REFERENCE_EN.replace("Author: Samer Al-Khatib\n", "")), "pair.disagrees", 14),
        (english(own="Water Institute", rest=REFERENCE_EN), "centre.unknown", 6),
        (SWAPPED_EN, "pair.disagrees", None),
        (english(branch="Khartoum branch", rest=REFERENCE_EN), "branch.contradiction", None),
        (arabic(rest=REFERENCE), "language.name", None),
        (b"\xff\xfe", "not_utf8", None),
    ],
    ids=["references", "dates", "authors", "centre", "byline", "branch", "language", "encoding"],
)  # fmt: skip
def test_twins_that_disagree_are_refused_together(tmp_path, writer, en, code, line):
    pair(tmp_path, en=en)
    before = stored()
    refused = one(tmp_path, by=writer)
    assert (refused.result, refused.code, refused.line) == ("refused", code, line)
    assert stored() == before


# Refused: a table, and nothing stored


UNUSABLE = {
    "not UTF-8": (arabic().encode("cp1256", "replace"), "not_utf8", 1),
    "empty": (b"", "empty", None),
    "binary": (arabic(body=f"{BODY}\0").encode(), "binary", 4),
    "no attribution": (f"عنوان\nفرع القاهرة\n\n{BODY}\n".encode(), "attribution.missing", 4),
    "unknown centre": (arabic(own="المصدر: معهد المياه"), "centre.unknown", 6),
    "no source": (arabic(own="إعداد: أحمد علي"), "centre.unknown", 6),
    "impossible date": (arabic(day="31/02/2025"), "date.impossible", 10),
    "month first": (arabic(day="11/16/2025"), "date.impossible", 10),
    "impossible date of a reference": (
        arabic(rest=REFERENCE.replace("10/11", "10/13")),
        "date.impossible",
        18,
    ),
    "no date": (arabic().rpartition("التاريخ")[0], "date.missing", 6),
    "a label without its date": (arabic(day=""), "date.missing", 6),
    "no title": (arabic(title=""), "title.missing", 2),
    "no body": (arabic(body=""), "body.missing", 6),
    "too large": (arabic(body=BODY * 20_000), "too_large", None),
    "two languages": (arabic(body=f"{BODY}\n{BODY_EN}"), "language.mixed", 4),
    "no branch": (arabic(branch=""), "branch.missing", None),
    "unknown branch": (arabic(branch="فرع أسوان"), "branch.unknown", None),
    "a bad address": (arabic(rest="الرابط: javascript:alert(1)\n"), "url.impossible", 11),
}


@pytest.mark.parametrize("case", UNUSABLE)
@pytest.mark.parametrize("publish", [False, True], ids=["draft", "publish"])
def test_what_is_refused_leaves_nothing(tmp_path, writer, editor, case, publish):
    text, code, line = UNUSABLE[case]
    good = save(tmp_path, arabic(title="تقرير سليم"), "a.txt")
    import_files([good], by=writer)
    before = stored()
    path = save(tmp_path, text, "b.txt")
    refused = import_files([good, path], by=writer, approved_by=editor if publish else None)[1]
    assert (refused.result, refused.code, refused.path, refused.line) == ("refused", code, path, line)
    assert refused.reason
    assert refused.remedy
    assert refused.article is None
    if not publish:
        assert stored() == before
    assert Article.objects.count() == 1


def test_a_missing_file_and_an_empty_directory_are_refused(tmp_path, writer):
    outcomes = import_files([tmp_path, tmp_path / "nothing.txt"], by=writer)
    assert [outcome.code for outcome in outcomes] == ["no_files", "unreadable"]


def test_without_a_publisher_everything_is_refused(tmp_path, writer):
    Source.objects.filter(kind="own").update(kind="other")
    assert one(save(tmp_path, arabic()), by=writer).code == "publisher.missing"


def test_a_name_that_means_two_people_is_refused(tmp_path, writer):
    for name in ("مُنى فهمي", "منى فهمى"):
        f.make_author(name, "")
    before = stored()
    assert one(save(tmp_path, arabic()), by=writer).code == "name.ambiguous"
    assert stored() == before
    f.make_author("منى فهمي", "")
    assert one(save(tmp_path, arabic()), by=writer).result == "created", "the very spelling decides"


def test_a_future_date_is_a_draft_and_no_archive(tmp_path, writer, editor):
    day = (database_now() + timedelta(days=40)).strftime("%d/%m/%Y")
    path = save(tmp_path, arabic(day=day))
    assert one(path, by=writer, approved_by=editor).code == "date.future"
    outcome = one(path, by=writer)
    assert outcome.result == "created"
    assert any(day in note for note in outcome.notes)


# Nobody reads an archive on its way out

TO_LOOK_AT = {
    "a byline without a name": (arabic().replace("منى فهمي", ""), "attribution.unfilled", 8),
    "a byline of a comma": (arabic().replace("منى فهمي", "،"), "attribution.unfilled", 8),
    "a reference without a name": (arabic(rest=REFERENCE.replace("سامر الخطيب", "")), "attribution.unfilled", 16),
    "a reference without a source": (arabic(rest=REFERENCE.replace("معهد المياه", "")), "attribution.unfilled", 14),
    "a reference without a day": (arabic(rest=REFERENCE.replace("10/11/2025", "")), "attribution.unfilled", 18),
    "a reference of labels alone": (arabic(rest="\n-----------\n\nالمصدر:\n\nالكاتب:\n"), "attribution.unfilled", 14),
    "quotes of a typewriter": (arabic(title="قراءة في ”الأزمة“"), "title.repair", 1),
    "a stray underscore": (arabic(title="التنظيمات المنحلة_"), "title.repair", 1),
    "a quote without its partner": (arabic(title="قراءة في «الأزمة"), "title.damaged", 1),
    "two quotes and a half": (arabic(title='قراءة في "الأزمة" و"الحل'), "title.damaged", 1),
    "an underscore within": (arabic(title="التنظيمات_المنحلة"), "title.damaged", 1),
    "a title that breaks off": (arabic(title="سوريا والتحالف:"), "title.damaged", 1),
    "an English quote without its partner": (english(title="Reading the “crisis"), "title.damaged", 1),
}


@pytest.mark.parametrize("case", TO_LOOK_AT)
def test_what_the_desk_would_mend_is_a_draft_and_is_not_published(tmp_path, writer, editor, case):
    text, code, line = TO_LOOK_AT[case]
    path = save(tmp_path, text)
    before = stored()
    refused = one(path, by=writer, approved_by=editor)
    assert (refused.result, refused.code, refused.path, refused.line) == ("refused", code, path, line)
    assert refused.reason
    assert refused.remedy
    assert stored() == before
    drafted = one(path, by=writer)
    assert drafted.result == "created"
    assert drafted.notes
    assert one(path, by=writer, approved_by=editor).code == code, "as a draft of an earlier run it is no better"
    assert Edition.objects.count() == 0
    repaired = one(path, by=writer, approved_by=editor, accept_repairs=True)
    assert repaired.published == (("ar",) if code == "title.repair" else ())


@pytest.mark.parametrize("drafted_before", [False, True])
def test_an_accepted_repair_is_what_is_published_and_said(tmp_path, writer, editor, drafted_before):
    path = save(tmp_path, arabic(title="التنظيمات المنحلة_ ” قراءة “"))
    if drafted_before:
        one(path, by=writer)
    outcome = one(path, by=writer, approved_by=editor, accept_repairs=True)
    assert Edition.objects.get().title == "التنظيمات المنحلة: «قراءة»"
    assert any("التنظيمات المنحلة_" in note and "التنظيمات المنحلة: «قراءة»" in note for note in outcome.notes)
    again = one(path, by=writer, approved_by=editor)
    assert (again.result, again.published) == ("unchanged", ())


def test_what_was_published_before_is_not_refused_now(tmp_path, writer, editor):
    path = save(tmp_path, arabic(title="المنحلة_"))
    article = one(path, by=writer).article
    f.publish(Article.objects.get(pk=article), by=writer, approver=editor)
    assert one(path, by=writer, approved_by=editor).result == "unchanged"
    assert one(path, by=writer, approved_by=editor, accept_repairs=True).result == "unchanged"


def test_a_new_name_like_a_known_one_is_said(tmp_path, writer):
    f.make_author("منى الفهمي", "")
    f.make_author("منى السيد", "")
    assert any("منى الفهمي" in note for note in one(save(tmp_path, arabic()), by=writer).notes)


def test_one_refused_file_does_not_stop_the_others(tmp_path, writer):
    save(tmp_path, arabic(title="أول"), "a.txt")
    save(tmp_path, b"", "b.txt")
    save(tmp_path, arabic(title="ثالث"), "c.txt")
    assert [o.result for o in import_files([tmp_path], by=writer)] == ["created", "refused", "created"]


# Rights


@pytest.mark.parametrize(
    ("role", "languages", "branch", "code"),
    [
        ("", (), "القاهرة", "language"),
        ("writer", ("en",), "القاهرة", "language"),
        ("writer", ("ar", "en"), "الخرطوم", "language"),
    ],
    ids=["nobody", "another language", "another branch"],
)
def test_who_may_not_write_imports_nothing(tmp_path, role, languages, branch, code):
    user = f.make_user(role=role, branch=f.make_branch(branch, branch), languages=languages)
    before = stored()
    refused = one(save(tmp_path, arabic()), by=user)
    assert (refused.code, bool(refused.remedy)) == (code, True)
    assert stored() == before


@pytest.mark.parametrize(
    ("role", "branch", "code"),
    [("writer", "القاهرة", "role"), ("editor", "الخرطوم", "branch")],
)
def test_who_may_not_approve_publishes_nothing(tmp_path, writer, role, branch, code):
    other = f.make_user(role=role, branch=f.make_branch(branch, branch))
    before = stored()
    assert one(save(tmp_path, arabic()), by=writer, approved_by=other).code == code
    assert stored() == before


def test_nobody_approves_what_he_imports(tmp_path):
    editor = f.make_user(role="editor")
    with pytest.raises(Refusal) as refused:
        import_files([save(tmp_path, arabic())], by=editor, approved_by=editor)
    assert refused.value.code == "four_eyes"
    assert Article.objects.count() == 0


def test_who_imported_counts_as_a_contributor(tmp_path):
    editor = f.make_user(role="editor")
    article = one(save(tmp_path, arabic()), by=editor).article
    workflow.submit(article, "ar", by=editor)
    with pytest.raises(Refusal) as refused:
        workflow.approve(article, "ar", by=editor, fingerprint=f.fingerprint_of(Article.objects.get(pk=article)))
    assert refused.value.code == "four_eyes"


# Again


def test_white_space_is_no_change_and_a_word_is(tmp_path, writer):
    path = save(tmp_path, arabic())
    first = one(path, by=writer)
    save(tmp_path, "\ufeff" + arabic().replace("\n\n", "  \r\n\r\n\r\n"))
    assert one(path, by=writer).result == "unchanged"
    save(tmp_path, arabic(body=f"{BODY}\n\n{BODY}"))
    second = one(path, by=writer)
    assert (second.result, second.article) == ("updated", first.article)
    article = Article.objects.get()
    assert (article.version, article.import_version) == (2, 2)
    assert article.body_ar.count("<p>") == 2
    assert one(path, by=writer).result == "unchanged"


def test_another_spelling_of_the_title_is_the_same_report(tmp_path, writer):
    first = one(save(tmp_path, arabic()), by=writer)
    second = one(save(tmp_path, arabic(title="تحوّلات «المشهد»"), "moved.txt"), by=writer)
    assert (second.result, second.article) == ("updated", first.article)
    assert Article.objects.get().title_ar == "تحوّلات «المشهد»"


@pytest.mark.parametrize("change", [{"title": "عنوان آخر"}, {"day": "17/11/2025"}])
def test_another_title_or_date_is_another_report(tmp_path, writer, change):
    one(save(tmp_path, arabic()), by=writer)
    assert one(save(tmp_path, arabic(**change)), by=writer).result == "created"
    assert Article.objects.count() == 2


def test_long_titles_that_begin_alike_are_two_reports(tmp_path, writer):
    long = "مستقبل المفاوضات حول مياه النهر العابر للحدود " * 6
    save(tmp_path, arabic(title=f"{long} أولًا"), "a.txt")
    save(tmp_path, arabic(title=f"{long} ثانيًا"), "b.txt")
    assert [o.result for o in import_files([tmp_path], by=writer)] == ["created", "created"]
    assert [o.result for o in import_files([tmp_path], by=writer)] == ["unchanged", "unchanged"]
    assert max(len(a.import_reference) for a in Article.objects.all()) <= 200


def test_two_files_of_one_run_do_not_overwrite_each_other(tmp_path, writer):
    save(tmp_path, arabic(), "a.txt")
    save(tmp_path, arabic(), "b.txt")
    save(tmp_path, arabic(body=BODY * 2), "c.txt")
    outcomes = import_files([tmp_path], by=writer)
    assert [(o.result, o.code) for o in outcomes] == [("created", ""), ("unchanged", ""), ("refused", "duplicate")]
    assert Article.objects.get().version == 1


def test_what_the_desk_edited_is_not_overwritten(tmp_path, writer):
    path = save(tmp_path, arabic())
    article = Article.objects.get(pk=one(path, by=writer).article)
    f.write(article, writer, body_ar="<p>صياغة المحرر</p>")
    assert one(path, by=writer).result == "unchanged", "the file is what it was"
    save(tmp_path, arabic(body=BODY * 2))
    before = stored()
    refused = one(path, by=writer)
    assert (refused.result, refused.code) == ("refused", "edited")
    assert Article.objects.get().body_ar == "<p>صياغة المحرر</p>"
    assert stored() == before


def test_a_published_report_that_changed_becomes_a_draft(tmp_path, writer, editor):
    path = save(tmp_path, arabic())
    article = one(path, by=writer, approved_by=editor).article
    live = Edition.objects.get(article=article)
    save(tmp_path, arabic(body=BODY * 2))
    outcome = one(path, by=writer, approved_by=editor)
    assert (outcome.result, outcome.published, state(article)) == ("updated", (), "draft")
    assert any("correction note" in note for note in outcome.notes)
    assert list(Edition.live_at(database_now())) == [live]
    verbs = Transition.objects.filter(article=article).order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["submit", "approve", "reopen"]


def test_a_changed_reference_returns_every_language_to_draft(tmp_path, writer, editor):
    pair(tmp_path)
    article = one(tmp_path, by=writer, approved_by=editor).article
    save(tmp_path, arabic(rest=REFERENCE + "الرابط: https://example.org/w\n"), "r.ar.txt")
    assert one(tmp_path, by=writer).result == "updated"
    assert (state(article), state(article, "en")) == ("draft", "draft")
    assert Edition.live_at(database_now()).count() == 2


def test_a_draft_is_published_by_a_later_run(tmp_path, writer, editor):
    path = save(tmp_path, arabic())
    one(path, by=writer)
    outcome = one(path, by=writer, approved_by=editor)
    assert (outcome.result, outcome.published) == ("unchanged", ("ar",))


def test_what_the_desk_sent_back_is_not_published_over_its_head(tmp_path, writer, editor):
    path = save(tmp_path, arabic())
    article = one(path, by=writer).article
    workflow.submit(article, "ar", by=writer)
    workflow.send_back(article, "ar", by=editor, reason="راجع الأرقام")
    assert one(path, by=writer, approved_by=editor).published == ()
    assert Edition.objects.count() == 0


@pytest.mark.parametrize(
    ("before", "code"),
    [("review", "locked"), ("withdrawn", "withdrawn"), ("binned", "binned")],
)
def test_a_change_waits_for_the_desk(tmp_path, writer, editor, before, code):
    path = save(tmp_path, arabic())
    article = one(path, by=writer, approved_by=editor if before == "withdrawn" else None).article
    if before == "review":
        workflow.submit(article, "ar", by=writer)
    elif before == "withdrawn":
        workflow.withdraw(article, "ar", by=editor, reason="بحكم قضائي")
    else:
        workflow.bin(article, by=writer)
    save(tmp_path, arabic(body=BODY * 2))
    counts = stored()
    refused = one(path, by=writer)
    assert (refused.result, refused.code, bool(refused.remedy)) == ("refused", code, True)
    assert stored() == counts


def test_another_import_at_the_same_moment(tmp_path, writer, monkeypatch):
    path = save(tmp_path, arabic())
    import_files([path], by=writer)
    before = stored()
    monkeypatch.setattr("articles.desk.importers.drafts._known", lambda references: None)
    refused = one(path, by=writer)
    assert (refused.result, refused.code) == ("refused", "at_once")
    assert stored() == before


# Dry run


def test_a_dry_run_says_the_same_and_stores_nothing(tmp_path, writer, editor):
    save(tmp_path, arabic(rest=REFERENCE), "a.txt")
    save(tmp_path, b"", "b.txt")
    before = stored()
    dry = import_files([tmp_path], by=writer, approved_by=editor, dry_run=True)
    assert stored() == before
    real = import_files([tmp_path], by=writer, approved_by=editor)
    assert [(o.result, o.code, o.published, o.notes) for o in dry] == [
        (o.result, o.code, o.published, o.notes) for o in real
    ]


# The samples


def test_the_samples_are_importable(writer):
    boss = f.User.objects.create_superuser("boss")
    publisher = Source.publisher()
    publisher.aliases = "SHAF Centre for Crisis Analysis and Future Studies"
    publisher.save()
    outcomes = import_files([SAMPLES], by=boss, approved_by=f.User.objects.create_superuser("chief"))
    assert {o.result for o in outcomes} == {"created"}, [o.reason for o in outcomes]
    assert len(outcomes) >= 8
    assert sum("en" in o.published for o in outcomes) >= 4
    assert all("ar" in o.published for o in outcomes)


# The command


def command(*args):
    out = StringIO()
    error = None
    try:
        call_command("import_reports", *map(str, args), stdout=out)
    except CommandError as raised:
        error = raised
    return out.getvalue(), error


def test_the_command_reports_in_english_and_ends_well(tmp_path, writer, editor):
    path = save(tmp_path, arabic(rest=REFERENCE))
    with translation.override("ar"):
        out, error = command(path, "--as", "writer", "--publish", "--approved-by", "editor")
    assert error is None
    assert f"created    {path} → report {Article.objects.get().pk}, published: ar" in out
    assert "note: The reference to “معهد المياه” needs a URL." in out
    assert "1 created, 0 updated, 0 unchanged, 0 refused." in out
    assert command(path, "--as", "writer")[0].endswith("0 created, 0 updated, 1 unchanged, 0 refused.\n")


def test_the_command_fails_when_a_file_is_refused(tmp_path, writer):
    good, bad = save(tmp_path, arabic(), "a.txt"), save(tmp_path, arabic(day="31/02/2025"), "b.txt")
    out, error = command(tmp_path, "--as", "writer")
    assert error.returncode == 1
    assert "1 of 2 refused" in str(error)
    assert f"created    {good}" in out
    assert f"refused    {bad}, line 10" in out
    assert "→ Write the day first" in out
    assert Article.objects.count() == 1


def test_the_commands_dry_run_says_so(tmp_path, writer):
    out, error = command(save(tmp_path, arabic()), "--as", "writer", "--dry-run")
    assert error is None
    assert "1 created" in out
    assert "nothing was stored" in out
    assert Article.objects.count() == 0


def test_the_branch_option_takes_a_slug_of_either_language(tmp_path, writer):
    path = save(tmp_path, arabic(branch=""))
    assert command(path, "--as", "writer")[1] is not None
    assert command(path, "--as", "writer", "--branch", "cairo")[1] is None
    assert command(path, "--as", "writer", "--branch", "القاهرة")[0].startswith("unchanged")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--as", "nobody"], "no active account"),
        (["--as", "gone"], "no active account"),
        (["--as", "writer", "--publish"], "go together"),
        (["--as", "writer", "--approved-by", "editor"], "go together"),
        (["--as", "writer", "--publish", "--approved-by", "writer"], "another person"),
        (["--as", "writer", "--branch", "atlantis"], "no branch"),
        ([], "--as"),
    ],
)
def test_the_command_refuses_what_makes_no_sense(tmp_path, writer, editor, args, message):
    f.make_user("gone", role="writer", is_active=False)
    _out, error = command(save(tmp_path, arabic()), *args)
    assert message in str(error)
    assert Article.objects.count() == 0


def test_help_names_every_option(capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("import_reports", "--help")
    assert ended.value.code == 0
    printed = capsys.readouterr().out
    for word in ("PATH", "--as USERNAME", "--branch SLUG", "--publish", "--approved-by OTHER", "--dry-run", ".en.txt"):
        assert word in printed
    for word in ("--accept-repairs",):
        assert word in printed


# The copy of what is imported

SPACED = "مصر و السودان ، معًا، فى مشهدٍ واحد."


def test_safe_repairs_are_made_in_bulk_where_they_are_asked_for_and_said(tmp_path, writer, editor):
    path, listed = save(tmp_path, arabic(body=SPACED, rest=REFERENCE)), tmp_path / "list.txt"
    out, error = command(path, "--as", "writer", "--report", listed)
    assert error is None
    assert "Copy check: 2 errors, 1 warnings; --repair would mend 2 of them." in out
    assert "copy (ar): SP05 ×1" in listed.read_text()
    article = Article.objects.get()
    assert "مصر و السودان ،" in article.body_ar
    # What was imported before is repaired, too, as its importer; nothing is left to do after that.
    out, error = command(path, "--as", "writer", "--repair")
    assert "updated" in out
    assert "Copy check: repaired 2." in out
    article.refresh_from_db()
    assert "مصر والسودان، معًا، فى" in article.body_ar
    assert article.revisions.order_by("-version")[0].by == writer
    assert one(path, by=writer, repair=True).result == "unchanged"
    # An archive's errors hinder nobody, and who repaired it does not approve it.
    assert one(path, by=writer, approved_by=editor, repair=True).published == ("ar",)


def test_an_archive_is_published_as_it_stood_with_its_errors_counted(tmp_path, writer, editor):
    outcome = one(save(tmp_path, arabic(body=SPACED)), by=writer, approved_by=editor)
    assert outcome.published == ("ar",)
    assert (outcome.copy["ar"].errors, outcome.copy["ar"].repaired) == (2, 0)
    assert one(save(tmp_path, arabic(title="آخر", body=SPACED), "b.txt"), by=writer, repair=True).copy["ar"].errors == 0


def test_what_the_desk_has_edited_is_not_repaired(tmp_path, writer):
    path = save(tmp_path, arabic(body=SPACED))
    article = Article.objects.get(pk=one(path, by=writer).article)
    f.write(article, writer, standfirst_ar="ملخص.")
    assert one(path, by=writer, repair=True).result == "unchanged"
    assert "مصر و السودان" in Article.objects.get().body_ar
