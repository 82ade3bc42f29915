"""The audit log is changed by raw SQL with the guards lifted: each change is found.

uv run python -m tests.drills.tamper_log [--times 200] [--postgresql]
"""

import random
from collections import Counter
from typing import Any

from tests.drills.installation import installation


def main() -> None:
    with installation("tamper_log", __doc__, ("times", 200)) as (_place, asked):
        from django.db import IntegrityError, connection, transaction
        from tqdm import tqdm

        from articles.desk import workflow
        from shaf.audit import keeping
        from shaf.audit.chain import chain
        from shaf.audit.models import Dropped, Event, Link
        from shaf.audit.recording import record
        from shaf.audit.verifying import PATIENCE, late, verify
        from shaf.db.clock import database_now
        from shaf.health import recorded
        from tests import factories as f
        from tests.conftest import lift_guards
        from tests.drills.tamper import changed

        fill(f, workflow, record, chain, keeping, database_now)
        lift_guards()
        # Nothing is to be seen of when a stub was written: its event says so.
        columns = [(m, c) for m in (Event, Link, Dropped) for c in columns_of(m) if (m, c) != (Dropped, "at")]
        tried: Counter[str] = Counter()
        bar = tqdm(total=asked.times, unit="change")
        while sum(tried.values()) < asked.times:
            model, column = random.choice([*columns, (Event, "DELETE"), (Link, "DELETE"), (Dropped, "DELETE")])
            table, key = model._meta.db_table, model._meta.pk.column
            pk = random.choice(list(model.objects.values_list("pk", flat=True)))
            try:
                with transaction.atomic(), connection.cursor() as cursor:
                    if column == "DELETE":
                        cursor.execute(f"DELETE FROM {table} WHERE {key} = %s", [pk])
                    else:
                        before = model.objects.filter(pk=pk).values_list(column, flat=True).get()
                        after = another(column, before, changed)
                        if after == before:
                            continue
                        field = model._meta.get_field(column)
                        value = field.get_db_prep_save(after, connection)
                        cursor.execute(f'UPDATE {table} SET "{field.column}" = %s WHERE {key} = %s', [value, pk])
                    # A last link that is gone changes no evidence: it is missed in ten minutes, or made anew as it was.
                    found = any(verify()) or any(recorded.contradictions()) or late(database_now() + 2 * PATIENCE)
                    assert found, f"{table}.{column} of {pk} is not found"
                    transaction.set_rollback(True)
            except IntegrityError:
                # A constraint of the table itself, which nobody lifted.
                continue
            tried[f"{table}.{column}"] += 1
            bar.update()
        bar.close()
        assert not any(verify()), "what was put back is not sound"
        tqdm.write(f"{asked.times} of {asked.times} changes found, of {len(tried)} kinds")


def fill(f: Any, workflow: Any, record: Any, chain: Any, keeping: Any, database_now: Any) -> None:
    """Publications, roles, logins and a part that was let go of."""
    from datetime import timedelta

    from django.test import override_settings

    f.make_publisher()
    editor, writer = f.make_user(role="editor"), f.make_user(role="writer")
    for number in range(6):
        record("settings", name=f"قديم {number}", at=database_now() - timedelta(days=400))
    chain()
    with override_settings(AUDIT_KEPT_DAYS=365):
        keeping.drop(keeping.old(database_now()))
    for number in range(4):
        article = f.make_article(by=writer)
        f.publish(article, by=writer, approver=editor)
        record("login", by=editor, about=editor)
        record(
            "roles", by=editor, branch=article.branch_id, about=writer, details={"before": [], "after": ["writer ar"]}
        )
        changes = {"changed": {"name_ar": ["قبل", f"بعد {number}"]}}
        record("entry_changed", by=editor, branch=article.branch_id, name="اسم", details=changes)
    workflow.withdraw(article.pk, "ar", by=editor, reason="سبب")
    chain()


def columns_of(model: Any) -> list[str]:
    return [field.name for field in model._meta.concrete_fields]


def another(column: str, before: Any, changed: Any) -> Any:
    """Something else of the same shape; for a number that is not there, one."""
    if before is None:
        return 7
    return before + 100_000 if column in ("id", "number", "event") else changed(before)


if __name__ == "__main__":
    main()
