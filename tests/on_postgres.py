"""A pytest plugin that runs a suite on a throw-away PostgreSQL: `uv run pytest -p tests.on_postgres`.

The server starts at import, before Django reads its settings. Tests that reach no database are left out: whatever
asks it without one of the fixtures below is refused by pytest-django. So are those marked `one_database`, but at night;
of a module that is marked so, those marked `both_databases` are run all the same.
"""

import atexit
import os
import signal
from contextlib import ExitStack

import pytest

from tests.postgres import find_binaries, server

# Each opens the database, or stands for something that does.
OPENING = {"db", "transactional_db", "live_server", "django_db_setup"}
DATABASES = {"one_database", "both_databases"}

binaries = find_binaries()
if binaries is None:
    raise SystemExit("PostgreSQL is missing: no initdb was found.")
stack = ExitStack()
os.environ["DATABASE_URL"] = stack.enter_context(server(binaries))
atexit.register(stack.close)
# An orderly end also where whoever started this run only terminates it.
signal.signal(signal.SIGTERM, signal.default_int_handler)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    wanted = [
        item for item in items if depends_on_database(item) and (config.option.nightly or not of_one_database(item))
    ]
    config.hook.pytest_deselected(items=list(set(items) - set(wanted)))
    items[:] = wanted


def of_one_database(item: pytest.Item) -> bool:
    """Whether the nearest mark says so: a test's own goes before its module's."""
    return next((m.name for m in item.iter_markers() if m.name in DATABASES), "") == "one_database"


def depends_on_database(item: pytest.Item) -> bool:
    """Whether it may open the database, or is in a module that looks which one there is."""
    from django.db import connection

    return bool(
        item.get_closest_marker("django_db")
        or OPENING.intersection(item.fixturenames)
        or any(value is connection for value in vars(item.module).values())
    )
