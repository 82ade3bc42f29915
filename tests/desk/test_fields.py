"""The table of printed fields is whole: each field has its column, is printed, compared, said and bounded by it."""

from dataclasses import fields as of_dataclass
from dataclasses import replace

import pytest

from articles.desk import workflow
from articles.desk.article import draft, fields, limits
from articles.desk.article.fields import OF_A_LANGUAGE, OF_A_WORK, ON_ARTICLE, ON_TRACK, SHARED, FieldKind
from articles.desk.article.refusal import Refusal
from articles.desk.autosave.values import in_words
from articles.desk.diff.manuscripts import SAID, compare
from articles.models import Article, Attribution, Track
from articles.press import manuscript as press
from articles.press.models import Edition
from tests import factories as f
from tests.press.test_formats import REPORT

PRINTED = [field.name for field in OF_A_LANGUAGE + SHARED if not field.part_of]
TEXTS = (FieldKind.LINE, FieldKind.PARAGRAPHS, FieldKind.LINES, FieldKind.HTML)
TODAY = REPORT.attributions[0].date


def names(of: type) -> set[str]:
    return {field.name for field in of_dataclass(of)}


def test_a_manuscript_has_the_fields_of_the_table_and_no_others():
    assert {*PRINTED, "article", "language"} == names(press.Manuscript)
    assert {part.name for part in OF_A_WORK} == names(press.Attribution)
    assert sorted(fields.AS_PRINTED) == sorted(PRINTED)


def test_each_field_has_its_column():
    columns = {field.attname for field in Article._meta.get_fields() if hasattr(field, "attname")}
    assert {f"{field.name}_{language}" for field in ON_ARTICLE for language in draft.LANGUAGES} <= columns
    assert {field.name for field in ON_TRACK} <= {field.name for field in Track._meta.get_fields()}
    assert {field.name for field in SHARED} <= {field.name for field in Article._meta.get_fields()}
    columns = {field.name for field in Attribution._meta.get_fields()}
    assert {part.name for part in OF_A_WORK} - {"authors"} <= columns


def test_an_edition_has_a_column_for_what_is_printed_as_it_is_written():
    columns = {field.name for field in Edition._meta.concrete_fields}
    assert set(press.Manuscript.AS_WRITTEN) <= columns
    assert set(Edition.NOT_SHOWN) <= columns


@pytest.mark.parametrize("field", OF_A_LANGUAGE + SHARED, ids=lambda field: field.name)
def test_each_field_can_be_said(field):
    assert draft.column_label(field)
    assert field.kind in (*TEXTS, *SAID) or field.part_of


# Another value of each field of a manuscript. A field that is missing here fails the test below.
OTHERS = {
    "title": "غيره",
    "standfirst": "غيره",
    "key_points": ("أولى",),
    "body": "<p>غيره</p>",
    "slug": "غيره",
    "correction_note": "صُحّح.",
    "correction_kind": "minor",
    "branch": press.Name(9, "نيروبي", "نيروبي"),
    "attributions": (),
    "topics": (),
    "series": None,
    "cover": None,
    "report_type": press.Name(8, "ورقة سياسات", "ورقة-سياسات"),
    "files": (press.File("0" * 64 + ".pdf", 2048, "الورقة"),),
    "feed_id": "https://old.example/?p=7",
}


@pytest.mark.parametrize("name", PRINTED)
def test_a_change_of_each_field_is_seen(name):
    changes = compare(REPORT, replace(REPORT, **{name: OTHERS[name]}))
    assert [part.name for part in changes.parts] == [name]
    assert changes.parts[0].count
    assert not compare(REPORT, REPORT)


def test_a_draft_holds_each_field_and_no_other():
    assert draft.EMPTY.keys() == set(fields.KEYS)
    with pytest.raises(KeyError):
        draft.normalised({"colour_ar": "red"})


@pytest.mark.one_database
@pytest.mark.django_db
@pytest.mark.parametrize("key", fields.KEYS)
def test_nothing_is_a_dash_in_words(key):
    assert in_words(key, fields.of(key).empty, f.make_user()) == "<p>—</p>"


@pytest.mark.one_database
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("url", "sound"),
    [
        ("https://example.org/report", True),
        ("javascript:alert(1)", False),
        ("ftp://example.org/report", False),
        ("example", False),
        ("", True),
    ],
)
def test_the_address_of_a_work_is_one_of_the_web_by_whatever_way_it_comes(url, sound):
    writer = f.make_user(role="writer")
    work = {"kind": "reference", "title": "عمل", "url": url}
    assert [problem.part for problem in limits.problems({"attributions": [draft.ATTRIBUTION | work]}, TODAY)] == (
        [] if sound else ["url"]
    )
    changes = f.make_changes()
    changes["attributions"].append(work)
    if sound:
        assert workflow.create(by=writer, changes=changes).pk
        return
    with pytest.raises(Refusal) as refused:
        workflow.create(by=writer, changes=changes)
    assert refused.value.code == "limits"
