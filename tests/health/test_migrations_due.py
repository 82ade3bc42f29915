"""Which migrations are due, as every part of the program asks."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from shaf.db import pending_migrations as pending

pytestmark = pytest.mark.django_db


def test_they_are_named_in_order_and_nothing_is_loaded_where_none_is(monkeypatch):
    rows = MigrationRecorder(connection).migration_qs
    rows.filter(app="heartbeats").delete()
    rows.filter(app="articles").exclude(name="0001_initial").delete()
    due = pending.pending_migrations(connection)
    assert {"heartbeats.0001_initial", "articles.0002_search_index"} <= set(due)
    for app, name in (one.split(".") for one in due):
        MigrationRecorder(connection).record_applied(app, name)
    monkeypatch.setattr(pending, "MigrationExecutor", None)
    assert pending.pending_migrations(connection) == []


def test_it_agrees_with_django():
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    assert pending.pending_migrations(connection) == []
    assert set(pending._names()) == set(executor.loader.disk_migrations)
