import gc
import os
import sys
from collections.abc import Callable
from functools import lru_cache

import pytest
from django.db import connection
from django.test import TransactionTestCase

from articles.models import guards as record_guards
from articles.press import guards
from shaf.audit import guards as audit_guards
from tests import migrated

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


GUARDS = (guards, record_guards, audit_guards)


def lift_guards() -> None:
    """Take the guards down, as nothing outside the tests can."""
    with connection.cursor() as cursor:
        for guard in (guard for kind in GUARDS for guard in kind.guards(connection.vendor)):
            for event in guard.events:
                on = f" ON {guard.table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {guard.trigger(event)}{on}")


def put_up_guards() -> None:
    if connection.vendor == "postgresql":
        # It puts no trigger up while it has still to check what a transaction stored.
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    for kind in GUARDS:
        kind.install(connection)


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    migrated.begin_with_it()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    with django_db_blocker.unblock():
        migrated.keep()


@pytest.fixture(autouse=True, scope="session")
def _guards_lifted_around_flush():
    flush = TransactionTestCase._fixture_teardown

    def lifted(self):
        lift_guards()
        try:
            flush(self)
        finally:
            put_up_guards()

    TransactionTestCase._fixture_teardown = lifted
    yield
    TransactionTestCase._fixture_teardown = flush


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """A test that is rolled back takes the counters back with it, and the next one would meet its moments again; and
    whatever it made is gone."""
    from tests import factories

    factories.forget()
    for forget in _forgetting(len(sys.modules)):
        forget()


@lru_cache(maxsize=1)
def _forgetting(_modules: int) -> list[Callable[[], None]]:
    """What empties each cache of the site, anew where more modules are loaded. SQL that is written once may stay."""
    return [
        value.cache_clear
        for name, module in list(sys.modules.items())
        if name.startswith("articles.site.")
        for value in vars(module).values()
        if hasattr(value, "cache_clear")
    ]


def unavailable(what: str) -> None:
    """Skip for want of a program; with CI=true fail, since there it must be present."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing, and CI=true", pytrace=False)
    pytest.skip(f"{what} is missing on this machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--nightly", action="store_true", help="run also what does not run every day")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """Leave out what is for the night. Where the whole suite is run, give away what other processes can do, and ask
    last what became of it.
    """
    from tests.test_other_runs import OTHER_RUNS, is_given_away, possible_runs

    config = session.config
    if not config.option.nightly:
        nightly = {item for item in items if item.get_closest_marker("nightly")}
        items[:] = [item for item in items if item not in nightly]
        config.hook.pytest_deselected(items=list(nightly))
    whole = config.args == config.getini("testpaths") and not config.option.markexpr and not config.option.keyword
    if not whole or config.option.collectonly:
        return
    config.stash[OTHER_RUNS] = runs = possible_runs(nightly=config.option.nightly)
    given_away = [item for item in items if is_given_away(item, runs)]
    waiting = [item for item in items if item.get_closest_marker("waits")]
    items[:] = [item for item in items if item not in {*given_away, *waiting}] + waiting
    config.hook.pytest_deselected(items=given_away)


def pytest_collection_finish(session: pytest.Session) -> None:
    from tests.test_other_runs import OTHER_RUNS

    for run in session.config.stash.get(OTHER_RUNS, {}).values():
        run.start()
    # What is there now stays to the end: the collector need not look through it again and again, nor for each of the
    # few cycles that a test leaves.
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_sessionfinish(session: pytest.Session) -> None:
    from tests.test_other_runs import OTHER_RUNS

    for run in session.config.stash.get(OTHER_RUNS, {}).values():
        run.stop()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """What the other runs skipped, and how many passed there."""
    from tests.test_other_runs import OTHER_RUNS

    for what, run in config.stash.get(OTHER_RUNS, {}).items():
        if run.summary:
            terminalreporter.section(what)
            for line in run.summary:
                terminalreporter.write_line(line)
