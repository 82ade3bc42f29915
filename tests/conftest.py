import os
import sys

import pytest
from django.db import connection
from django.test import TransactionTestCase

from articles.press import guards

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def lift_guards() -> None:
    """Take the guards down, as nothing outside the tests can."""
    with connection.cursor() as cursor:
        for guard in guards.guards(connection.vendor):
            for event in guard.events:
                on = f" ON {guards.TABLE}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {guard.trigger(event)}{on}")


@pytest.fixture(autouse=True, scope="session")
def _guards_lifted_around_flush():
    flush = TransactionTestCase._fixture_teardown

    def lifted(self):
        lift_guards()
        try:
            flush(self)
        finally:
            guards.install(connection)

    TransactionTestCase._fixture_teardown = lifted
    yield
    TransactionTestCase._fixture_teardown = flush


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """A test that is rolled back takes the counters back with it, and the next one would meet its moments again."""
    site = [module for name, module in list(sys.modules.items()) if name.startswith("articles.site.")]
    for value in [value for module in site for value in list(vars(module).values())]:
        if hasattr(value, "cache_clear"):
            value.cache_clear()


def unavailable(what: str) -> None:
    """Skip for want of a program; with CI=true fail, since there it must be present."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing, and CI=true", pytrace=False)
    pytest.skip(f"{what} is missing on this machine")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Where the whole suite is run, start it on PostgreSQL too: one core each."""
    from tests.postgres import find_binaries
    from tests.test_both_databases import OTHER_RUN, OtherRun

    whole = session.config.args == session.config.getini("testpaths") and not session.config.option.markexpr
    if whole and not session.config.option.collectonly and not session.config.option.keyword and find_binaries():
        session.config.stash[OTHER_RUN] = OtherRun()


def pytest_sessionfinish(session: pytest.Session) -> None:
    from tests.test_both_databases import OTHER_RUN

    if other := session.config.stash.get(OTHER_RUN, None):
        other.stop()
