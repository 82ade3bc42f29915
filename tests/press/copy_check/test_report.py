"""The centre's own report, and the samples: what each rule finds in them."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from articles.desk.importers import decode, plain_text
from articles.desk.importers.run import SAMPLES
from articles.desk.importers.to_html import to_html
from articles.press.copy.checking import check
from articles.press.copy.document import Document
from articles.press.copy.findings import Severity
from articles.press.copy.house import House, bare_words
from articles.press.copy.rules import RULES
from articles.press.copy.style import SAID_AGAIN_HERE
from articles.press.html.sanitise import canonical
from shaf.text.hunspell import speller

pytestmark = [pytest.mark.outer, pytest.mark.one_database]

REPORTS = sorted((Path(__file__).parents[4] / "shared" / "reports").glob("*.txt"))
beside = pytest.mark.skipif(not REPORTS, reason="the real report is not beside this checkout")
# As they were counted by hand and by search before there was a rule.
COUNTED = {
    "SP01": 9,
    "SP02": 45,
    "SP03": 8,
    "SP05": 2,
    "SP06": 2,
    "SP07": 1,
    "SP09": 1,
    "QU01": 22,
    "QU02": 3,
    "QU04": 1,
    "PU04": 1,
    "PU05": 1,
    "PU06": 1,
    "PU08": 2,
    "PU10": 8,
    "DI01": 1,
    "DI02": 1,
    "DI03": 2,
    "DI05": 1,
    "DI07": 58,
    "DI08": 1,
    "OR01": 1,
    "OR06": 7,
    "ST01": 15,
    "ST03": 1,
    "ST04": 1,
    "ST05": 2,
    "ST06": 1,
    "ST07": 8,
    "ST09": 2,
}


@beside
def test_the_real_report_has_what_was_counted_in_it():
    findings = check(Document(text=REPORTS[0].read_text()), "ar", House(on=frozenset(RULES)))
    found = Counter(finding.rule for finding in findings)
    said_again = [finding for finding in findings if finding.rule == "ST02"]
    del found["ST02"]
    assert found == COUNTED
    # Both marks of each of 22 pairs.
    assert sum(len(finding.edits) for finding in findings if finding.rule == "QU01") == 44
    assert sum(f.severity is Severity.ERROR for f in findings if f.rule == "ST01") == 6
    # One phrase twice in a paragraph, and ten runs of six words that were said before.
    assert [finding.place.block + 1 for finding in said_again if finding.message is SAID_AGAIN_HERE] == [18]
    runs = set()
    for finding in said_again:
        words = bare_words(finding.excerpt)
        runs |= {words[start : start + 6] for start in range(len(words) - 5)}
    assert len(runs) == 10


@beside
def test_the_real_report_is_spelt():
    if speller("ar") is None:
        pytest.skip("Hunspell has no Arabic here")
    findings = check(Document(text=REPORTS[0].read_text()), "ar", House(unknown=speller("ar")))
    unknown = {finding.excerpt for finding in findings if finding.rule == "OR07"}
    assert len(unknown) == 13
    assert unknown > {"سواءًا", "ضربةٍمشتركةٍ", "السوريا"}
    assert "OR05" not in {finding.rule for finding in findings}


def test_the_samples_have_no_errors():
    plans = tomllib.loads((SAMPLES / "samples.toml").read_text())
    wrong, read = [], 0
    for path in sorted(SAMPLES.glob("*.txt")):
        name, language = path.stem.rsplit(".", 1)
        plan = plans[name]
        sample = plain_text.parse(decode.read(path))
        notes = [note for _words, note in plan.get(f"footnotes_{language}", [])]
        captions = [part[f"caption_{language}"] for kind in ("figures", "tables") for part in plan.get(kind, [])]
        cells = [cell for part in plan.get("tables", []) for row in part[f"rows_{language}"] for cell in row]
        document = Document(
            title=sample.title,
            standfirst=plan.get(f"standfirst_{language}"),
            key_points=tuple(plan.get(f"key_points_{language}", ())) or None,
            body=canonical(to_html(sample.blocks)),
            text="\n".join([*notes, *captions, *cells]),
        )
        wrong += [(path.name, f.rule, f.excerpt) for f in check(document, language) if f.severity is Severity.ERROR]
        read += 1
    assert read > 10
    assert not wrong
