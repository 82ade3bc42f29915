"""Editions are changed by SQL with the guards lifted: each change is found.

uv run python -m tests.drills.tamper [--times 200] [--postgresql]
"""

import json
import random
from collections import Counter
from datetime import date, timedelta
from typing import Any

from tests.drills.installation import installation


def main() -> None:
    with installation("tamper", __doc__, ("times", 200)) as (_place, asked):
        from django.db import IntegrityError, transaction
        from tqdm import tqdm

        from articles.desk import workflow
        from articles.press.formats import CURRENT, FORMATS
        from articles.press.models import Edition
        from articles.press.seal import verify
        from tests import factories as f
        from tests.conftest import lift_guards

        f.make_publisher()
        editor, writer = f.make_user(role="editor"), f.make_user(role="writer")
        for number in range(4):
            article = f.make_article(by=writer)
            f.publish(article, by=writer, approver=editor)
            f.publish(article, "en", by=writer, approver=editor)
            workflow.reopen(article.pk, "ar", by=writer)
            correction = {"correction_note_ar": "صُحّح.", "correction_kind_ar": "minor"}
            f.write(article, writer, title_ar=f"عنوان {number} .", **correction)
            f.publish(article, by=writer, approver=editor)
        lift_guards()
        columns = (*FORMATS[CURRENT].sealed, "seal")
        editions = list(Edition.objects.values_list("pk", flat=True))
        others = {"approved_by_id": writer.pk, "article_id": f.make_article(by=writer).pk, "language": "en"}
        tried: Counter[str] = Counter()
        bar = tqdm(total=asked.times, unit="change")
        while sum(tried.values()) < asked.times:
            column, row = random.choice(columns), Edition.objects.filter(pk=random.choice(editions))
            before = row.values_list(column, flat=True).get()
            after = others.get(column) or changed(before)
            if after == before:
                continue
            try:
                with transaction.atomic():
                    row.update(**{column: after})
            except IntegrityError:
                # A constraint of the table itself, which nobody lifted.
                continue
            assert any(verify()), f"{column}: {before!r} → {after!r} is not found"
            row.update(**{column: before})
            tried[column] += 1
            bar.update()
        bar.close()
        assert not any(verify()), "what was put back is not sound"
        tqdm.write(f"{asked.times} of {asked.times} changes found, in {len(tried)} of {len(columns)} columns")


def changed(value: Any) -> Any:
    """Something else of the same shape."""
    match value:
        case bool() | None:
            return not value
        case int():
            return value + 1
        case date():
            return value - timedelta(days=1)
        case str():
            at = random.randrange(len(value) + 1)
            return f"{value[:at]}س{value[at + 1 :]}"
    copy = json.loads(json.dumps(value))
    return _with_another_leaf(copy)


def _with_another_leaf(value: Any) -> Any:
    if isinstance(value, dict) and value:
        key = random.choice(list(value))
        return value | {key: _with_another_leaf(value[key])}
    if isinstance(value, list) and value:
        at = random.randrange(len(value))
        return [*value[:at], _with_another_leaf(value[at]), *value[at + 1 :]]
    return [] if value == {} else {"": ""} if value == [] else changed(value)


if __name__ == "__main__":
    main()
