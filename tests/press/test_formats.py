"""Evidence belongs to a format: what format 1 says of an edition is the same in every release."""

from dataclasses import dataclass, fields, make_dataclass, replace
from datetime import UTC, date, datetime

import pytest

from articles.press import formats, manuscript
from articles.press.manuscript import (
    Attribution,
    Cover,
    File,
    Manuscript,
    Name,
    Person,
    SeriesPlace,
    canonical_text,
    fingerprint_of,
    from_canonical,
)
from articles.press.models import Edition
from articles.press.seal import seal

REPORT = Manuscript(
    article=7,
    language="ar",
    title="عنوان",
    standfirst="ملخص",
    key_points=("أولى", "ثانية"),
    body="<p>نص</p>",
    slug="عنوان",
    branch=Name(1, "القاهرة", "القاهرة"),
    attributions=(
        Attribution(
            kind="byline",
            source=Name(2, "مركز شاف", "مركز-شاف"),
            authors=(Person(3, "إلهام النجار", "إلهام-النجار", "د.", "إلهام", "النجار"),),
            date=date(2025, 11, 16),
        ),
    ),
    topics=(Name(4, "المياه", "المياه"),),
    series=SeriesPlace(Name(5, "أوراق", "أوراق"), 2),
    cover=Cover("0" * 64 + ".jpg", 800, 600, "سد"),
)


def edition(text: Manuscript) -> Edition:
    day = datetime(2025, 11, 16, 10, tzinfo=UTC)
    return Edition(
        article_id=7,
        language="ar",
        number=1,
        article_version=3,
        live_from=day,
        first_live_from=day,
        title=text.title,
        body=text.body,
        description="نص",
        word_count=1,
        credits={"branch": {"id": 1}},
        byline_date=date(2025, 11, 16),
        slug=text.slug,
        written_by=[{"id": 3, "name": "إلهام"}],
        approved_by_id=9,
        approved_by_name="محرر",
        manuscript=canonical_text(text, 1),
        manuscript_format=1,
        fingerprint=fingerprint_of(text, 1),
    )


def test_format_1_never_changes():
    """Written down when it was the only one. If this fails, every edition ever published would be called forged."""
    assert fingerprint_of(REPORT, 1) == "0108f8630a38069826181eee1c62680a79d5c3e4e6ae247c3269695f15bba545"
    assert seal(edition(REPORT), before="") == "42691c1f52f5fe703e3d2e83ecceebb703e250ea34911f676c939752793a641f"
    assert seal(edition(REPORT), before="x") != seal(edition(REPORT), before="")


NEWER = replace(
    REPORT,
    report_type=Name(6, "ورقة سياسات", "ورقة-سياسات"),
    files=(File("1" * 64 + ".pdf", 20_480, "الورقة كاملة"),),
    feed_id="https://old.example/?p=17",
)


def test_format_2_never_changes():
    """As that of format 1: the type, the files and the id in feeds, and the columns of these names."""
    assert fingerprint_of(NEWER, 2) == "06c4fff1e191be5d4621ba1cff939a7de6812f742fd0ae58475e6133ba19fd60"
    newer = edition(NEWER)
    newer.manuscript, newer.manuscript_format, newer.fingerprint = canonical_text(NEWER, 2), 2, fingerprint_of(NEWER, 2)
    newer.report_type, newer.feed_id = {"id": 6}, NEWER.feed_id
    newer.files = [{"file": "1" * 64 + ".pdf", "size": 20_480, "title": "الورقة كاملة"}]
    assert seal(newer, before="") == "acf73b0b1ebe6b9897a15ae314426650ff3f55ca58dd0c88ec3ccdb8d7ef2e4c"
    assert from_canonical(canonical_text(NEWER, 2)) == NEWER


@pytest.mark.parametrize("name", ["report_type", "files", "feed_id"])
def test_what_format_2_adds_is_no_evidence_of_format_1(name):
    assert canonical_text(replace(NEWER, report_type=None, files=(), feed_id=""), 1) == canonical_text(REPORT, 1)
    kept = {name: getattr(NEWER, name)}
    assert canonical_text(replace(REPORT, **kept), 1) != canonical_text(REPORT, 1)
    changed = edition(REPORT)
    setattr(changed, name, [] if name == "files" else "x")
    assert seal(changed, before="") == seal(edition(REPORT), before="")


def test_the_current_format_covers_all_that_there_is():
    """A new column or field fails here until a new format names it, or it is said below why it is no evidence."""
    no_evidence = {"id", "seal", *Edition.MUTABLE}
    columns = {field.attname for field in Edition._meta.concrete_fields}
    assert set(formats.FORMATS[formats.CURRENT].sealed) == columns - no_evidence
    classes = (Manuscript, Name, Person, Attribution, Cover, SeriesPlace, File)
    said = {kind.__name__: tuple(field.name for field in fields(kind)) for kind in classes}
    assert said == formats.FORMATS[formats.CURRENT].fields


def test_every_sealed_column_is_sealed():
    before = seal(edition(REPORT), before="")
    other = {"manuscript_format": None, "language": "en", "key_points": ["x"], "credits": {}, "topics": [1]}
    for name in formats.FORMATS[1].sealed:
        changed = edition(REPORT)
        value = other.get(name, date(1999, 1, 1) if "date" in name or "_from" in name else "9")
        if value is None:
            continue
        if name in ("live_from", "first_live_from"):
            value = datetime(1999, 1, 1, tzinfo=UTC)
        setattr(changed, name, value)
        assert seal(changed, before="") != before, name


@pytest.fixture
def next_release(monkeypatch):
    """A release that prints one more thing, and gives authors one more, in format 2."""
    AudioPerson = make_dataclass("Person", [("orcid", str, "")], bases=(Person,), frozen=True)

    @dataclass(frozen=True)
    class NextManuscript(Manuscript):
        audio_url: str = ""

    NextManuscript.__name__ = "Manuscript"
    first = formats.FORMATS[1]
    second = formats.Format(
        sealed=(*first.sealed, "audio_url"),
        fields=first.fields
        | {
            "Manuscript": (*first.fields["Manuscript"], "audio_url"),
            "Person": (*first.fields["Person"], "orcid"),
        },
    )
    monkeypatch.setattr(formats, "FORMATS", {1: first, 2: second})
    monkeypatch.setattr(manuscript, "Manuscript", NextManuscript)
    monkeypatch.setattr(manuscript, "Person", AudioPerson)


def test_an_older_text_is_unchanged_in_a_release_that_prints_more(next_release):
    old = canonical_text(REPORT, 1)
    read = from_canonical(old)
    assert read.audio_url == ""
    assert canonical_text(read, 1) == old
    assert '"audio_url":""' in canonical_text(read, 2)
    assert '"orcid":""' in canonical_text(read, 2)


@pytest.mark.parametrize("what", ["report", "author"])
def test_what_the_new_field_says_is_a_change(next_release, what):
    old = canonical_text(REPORT, 1)
    read = from_canonical(old)
    if what == "report":
        read = replace(read, audio_url="https://example.org/a.mp3")
    else:
        byline = read.attributions[0]
        author = replace(byline.authors[0], orcid="0000-0002-1825-0097")
        read = replace(read, attributions=(replace(byline, authors=(author,)),))
    assert canonical_text(read, 1) != old
