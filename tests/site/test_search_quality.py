"""What people type finds what answers it: two sets of queries with judgements, each paragraph a document of its own.

The first is of the real report; the second is of the samples and the real report, and was judged before anything was
tuned on it. The documents go through the database's own index, so this measures what readers get.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.conf import settings

from articles.models import Article
from articles.press.derived import search
from articles.press.models import Edition
from articles.site.public_state import public_state
from articles.site.search.matching import find
from articles.site.search.synonyms import units
from shaf.text.search_words import parse
from tests import factories as f
from tests.press.rows import ago, make_row

pytestmark = pytest.mark.django_db

QUERIES = Path(__file__).parent / "queries"
SAMPLES = Path(settings.BASE_DIR) / "articles" / "desk" / "importers" / "samples"
REAL = Path(settings.BASE_DIR).parent / "shared" / "reports" / "000_0c8adc825ec604f2.txt"
LETTER = re.compile(r"[^\W_]")


def paragraphs(path: Path) -> dict[int, str]:
    return {n: line for n, line in enumerate(path.read_text().split("\n"), 1) if LETTER.search(line)}


def enter(documents: dict[str, str], language: str) -> dict[int, str]:
    """Every document as an edition; returns edition id → document."""
    approver, branch = f.make_user(), f.make_branch("ك", "Q")
    articles = Article.objects.bulk_create(Article(branch=branch) for _ in documents)
    names = {}
    for article, (name, text) in zip(articles, documents.items(), strict=True):
        credits = {"branch": {"id": branch.pk, "name": "", "slug": "q"}, "attributions": []}
        body = text.replace("&", "&amp;").replace("<", "&lt;")
        edition = make_row(
            article, number=1, language=language, title="", body=f"<p>{body}</p>", credits=credits, approved_by=approver
        )
        search.enter(edition)
        names[edition.pk] = name
    return names


def found(query: str, language: str, names: dict[int, str]) -> set[str]:
    state = public_state(language)
    return {names[hit.edition] for hit in find(units(parse(query), state), [], state, limit=len(names))}


def measure(cases: Iterable[tuple[set[str], set[str]]]) -> tuple[float, float]:
    """Recall and precision over all (found, relevant) pairs of documents."""
    right = got = relevant = 0
    for answers, judged in cases:
        right, got, relevant = right + len(answers & judged), got + len(answers), relevant + len(judged)
    return right / relevant, right / got


def real_paragraphs() -> dict[int, str]:
    if not REAL.exists():
        pytest.skip("the real report is not beside this checkout: ../shared/reports/ is missing")
    return paragraphs(REAL)


def test_the_queries_of_the_real_report():
    names = enter({str(n): line for n, line in real_paragraphs().items()}, "ar")
    assert len(names) == 52
    queries = json.loads((QUERIES / "report.json").read_text())["queries"]
    recall, precision = measure((found(q["query"], "ar", names), set(map(str, q["lines"]))) for q in queries)
    print(f"recall {recall:.4f}, precision {precision:.4f}")  # noqa: T201
    assert len(queries) == 32
    assert recall >= 0.95
    assert precision >= 0.9


def test_the_queries_that_were_judged_before_tuning():
    documents: dict[str, dict[str, str]] = {"ar": {}, "en": {}}
    for path in sorted(SAMPLES.glob("*.txt")):
        documents[path.stem[-2:]] |= {f"{path.stem}:{n}": line for n, line in paragraphs(path).items()}
    documents["ar"] |= {f"report.ar:{n}": line for n, line in real_paragraphs().items()}
    names = {language: enter(texts, language) for language, texts in documents.items()}
    queries = json.loads((QUERIES / "samples.json").read_text())["queries"]
    recall, precision = measure(
        (found(q["query"], q["language"], names[q["language"]]), set(q["documents"])) for q in queries
    )
    print(f"recall {recall:.4f}, precision {precision:.4f}")  # noqa: T201
    assert len(queries) >= 60
    assert recall >= 0.95
    assert precision >= 0.9


def test_the_measure_can_fail():
    assert measure([({"a", "b"}, {"a", "c", "d", "e"})]) == (0.25, 0.5)


def test_what_is_entered_is_live():
    """So the sets above are searched as readers search."""
    names = enter({"1": "الإرهاب"}, "ar")
    assert found("ارهاب", "ar", names) == {"1"}
    assert not found("ارهاب", "en", names)
    assert Edition.live_at(ago(minutes=1)).count() == 1
