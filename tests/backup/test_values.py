"""Every value arrives as it was, from either database in either; what cannot is refused by table and row."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest
from django.apps import apps
from django.core.management import CommandError
from django.db import connection

from shaf.backup.tables import LEFT_OUT, tables_at
from shaf.backup.values import KINDS, kind_of, reading, writing
from tests.backup.installations import Installation, empty

ID = UUID("9d1b1ac2-33cf-4f0b-a1f8-0c9a2c7b6f11")
CAIRO = timezone(timedelta(hours=3))


@pytest.mark.parametrize(
    ("kind", "read", "held"),
    [
        ("integer", 2**63 - 1, 2**63 - 1),
        ("text", "", ""),
        ("text", "سطر\u2028آخر\n\t\\ \"'", "سطر\u2028آخر\n\t\\ \"'"),
        ("boolean", 1, True),
        ("boolean", False, False),
        ("time", "2025-01-12 12:00:00", "2025-01-12T12:00:00.000000Z"),
        ("time", "2025-01-12 12:00:00.123", "2025-01-12T12:00:00.123000Z"),
        ("time", datetime(2025, 1, 12, 12, 0, 0, 1, tzinfo=UTC), "2025-01-12T12:00:00.000001Z"),
        ("time", datetime(2025, 7, 12, 0, 30, tzinfo=CAIRO), "2025-07-11T21:30:00.000000Z"),
        ("date", "2025-01-12", "2025-01-12"),
        ("date", date(1, 1, 1), "0001-01-01"),
        ("bytes", b"", ""),
        ("bytes", b"\x00\xff", "AP8="),
        ("json", '{"a": "\\u0645"}', '{"a": "م"}'),
        ("json", '"\\ud800 \\u0645"', '"\\ud800 \\u0645"'),
        ("json", "null", "null"),
        ("uuid", ID.hex, str(ID)),
        ("uuid", ID, str(ID)),
        ("duration", timedelta(seconds=1, microseconds=1), 1_000_001),
        ("decimal", 12.5, "12.5"),
    ],
)
def test_as_it_is_read(kind, read, held):
    assert reading([kind])((read,)) == [held]
    assert reading([kind])((None,)) == [None]
    assert json.loads(json.dumps([held])) == [held]


@pytest.mark.parametrize(
    ("kind", "held", "sqlite", "postgresql"),
    [
        ("time", "2025-01-12T12:00:00.000000Z", "2025-01-12 12:00:00", "2025-01-12T12:00:00.000000Z"),
        ("time", "2025-01-12T12:00:00.120000Z", "2025-01-12 12:00:00.120000", "2025-01-12T12:00:00.120000Z"),
        ("boolean", True, 1, True),
        ("bytes", "AP8=", b"\x00\xff", b"\x00\xff"),
        ("json", '{"a": "م"}', '{"a": "\\u0645"}', '{"a": "م"}'),
        ("uuid", str(ID), ID.hex, str(ID)),
        ("duration", 1_000_001, 1_000_001, timedelta(seconds=1, microseconds=1)),
    ],
)
def test_as_it_is_written(kind, held, sqlite, postgresql):
    """On SQLite as Django writes it: times are compared as text there."""
    for vendor, wanted in (("sqlite", sqlite), ("postgresql", postgresql)):
        (value,) = writing([kind], vendor)([held])
        assert (value, type(value)) == (wanted, type(wanted))


def test_every_column_has_a_kind():
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    fields = [field for model in models for field in model._meta.concrete_fields]
    assert {kind_of(field) for field in fields} <= set(KINDS.values())
    assert len(fields) > 300


@pytest.mark.django_db
def test_every_table_is_held_or_left_out_on_purpose():
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        held = {table.name for table in tables_at(cursor.fetchall())}
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True) if model._meta.managed}
    assert tables - held == set(LEFT_OUT)


SPOILT = {
    "a NUL": ("UPDATE authors_topic SET name_ar = 'ماء' || char(0)", "authors_topic", "NUL"),
    "too long": (
        "UPDATE authors_topic SET slug_en = replace(hex(zeroblob(99)), '0', 'x') WHERE id = 1",
        "authors_topic",
        "too long",
    ),
    "a row that leads nowhere": ("UPDATE authors_membership SET branch_id = 99", "leads to another", "branch"),
}


ON_POSTGRESQL = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite takes back what was its own")


@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=() if "leads" in case else ON_POSTGRESQL) for case in SPOILT]
)
def test_what_the_other_database_does_not_take(case, source, released, tmp_path):
    """SQLite checks less: what is in it may be no value for PostgreSQL. Nothing of it stands then."""
    statement, where, why = SPOILT[case]
    spoilt = Installation(f"sqlite:///{tmp_path}/spoilt.sqlite3", source.media)
    with closing(sqlite3.connect(tmp_path / "spoilt.sqlite3")) as copy:
        with closing(sqlite3.connect(source.database.removeprefix("sqlite:///"))) as original:
            original.backup(copy)
        copy.execute(statement)
        copy.commit()
    spoilt.call("backup", tmp_path / "spoilt.zip")
    site = empty(tmp_path / "site")
    with pytest.raises(CommandError, match=where) as refusal:
        site.call("restore", tmp_path / "spoilt.zip")
    assert why in str(refusal.value)
    with site.opened():
        assert connection.introspection.table_names() == []
    assert not site.media.exists() or list(site.media.iterdir()) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE articles_edition SET live_from = 'yesterday' WHERE id = 3", "articles_edition has a row .* 3:"),
        ("UPDATE articles_revision SET draft = '{\"\\u0645' WHERE id = 1", "articles_revision has a row .* 1:"),
    ],
)
@pytest.mark.outer
def test_what_is_no_value_is_not_backed_up(statement, said, source, released, tmp_path):
    spoilt = Installation(f"sqlite:///{tmp_path}/spoilt.sqlite3", source.media)
    with closing(sqlite3.connect(tmp_path / "spoilt.sqlite3")) as copy:
        with closing(sqlite3.connect(source.database.removeprefix("sqlite:///"))) as original:
            original.backup(copy)
        for (trigger,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            copy.execute(f"DROP TRIGGER {trigger}")
        copy.execute("PRAGMA ignore_check_constraints = ON")
        copy.execute(statement)
        copy.commit()
    with pytest.raises(CommandError, match=said):
        spoilt.call("backup", tmp_path / "spoilt.zip")
    assert not list(tmp_path.glob("*.zip")) + list(tmp_path.glob(".*"))
