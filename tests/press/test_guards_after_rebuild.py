"""A real migration rebuilds the table of editions: SQLite drops its triggers silently, migrate puts them up again."""

import sys

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from articles.models import guards as record_guards
from articles.press import guards
from articles.press.models import Edition
from tests.press.rows import make_row
from tests.press.test_guards import ALL, refused

REBUILD = """
from django.db import migrations, models

class Migration(migrations.Migration):
    dependencies = [("articles", "{before}")]
    operations = [
        migrations.AlterField("edition", "slug", models.CharField(max_length=101, verbose_name="slug")),
        migrations.AddField("edition", "rebuilt", models.BooleanField(db_default=True)),
    ]
"""


@pytest.fixture
def rebuilding(tmp_path, settings, monkeypatch):
    """The app's migrations and one more behind them."""
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes("articles")[0][1]
    package = tmp_path / "rebuilding_migrations"
    package.mkdir()
    (package / "__init__.py").write_text("import articles.migrations\n__path__ += articles.migrations.__path__\n")
    (package / "rebuild.py").write_text(REBUILD.format(before=latest))
    monkeypatch.syspath_prepend(tmp_path)
    settings.MIGRATION_MODULES = {"articles": "rebuilding_migrations"}
    yield latest
    call_command("migrate", "articles", latest, verbosity=0)
    for name in [name for name in sys.modules if name.startswith("rebuilding_migrations")]:
        del sys.modules[name]


@pytest.mark.django_db(transaction=True)
def test_the_guards_stand_again(rebuilding):
    row = make_row()
    executor = MigrationExecutor(connection)
    # As `migrate` does, before it begins.
    record_guards.lift(connection)
    executor.migrate([("articles", "rebuild")])
    if connection.vendor == "sqlite":
        assert set(guards.missing(connection)) == {guard.name for guard in guards.guards("sqlite")}
    call_command("migrate", verbosity=0)
    assert guards.missing(connection) == []
    assert Edition.objects.get(pk=row.pk).title == row.title
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {guards.TABLE} WHERE rebuilt")
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db(transaction=True)
def test_a_guard_that_an_upgrade_changes_does_not_stop_it(rebuilding):
    """It is migrate that puts it up."""
    guard = next(guard for guard in guards.guards(connection.vendor) if guard.name == "no_change")
    with connection.cursor() as cursor:
        on = f" ON {guards.TABLE}" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER {guard.trigger('UPDATE')}{on}")
    assert guards.missing(connection) == ["no_change"]
    call_command("migrate", verbosity=0, skip_checks=False)
    assert guards.missing(connection) == []


@pytest.mark.django_db(transaction=True)
def test_every_trick_is_refused_as_before(rebuilding):
    call_command("migrate", verbosity=0)
    for parameters in ALL:
        _guard, trick = parameters.values
        with transaction.atomic():
            act = trick()
            assert refused(act), trick.__name__
