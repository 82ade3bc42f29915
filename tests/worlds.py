"""A world that the tests of a module only read: made once for all of them, through the same verbs that people use.

It stands for the whole module, so every test of the module has to ask for it or to bear it. What a test does to it is
undone after the test, as ever. Not for a module with tests that have real transactions.
"""

from collections.abc import Callable, Iterator

import pytest
from django.db import transaction


def once_for_the_module(make: Callable[[], object]) -> Callable[..., Iterator[object]]:
    """Return a fixture: what `make` returns, in a transaction around those of the module's tests."""

    @pytest.fixture(scope="module")
    def world(django_db_setup, django_db_blocker) -> Iterator[object]:
        around = transaction.atomic()
        with django_db_blocker.unblock():
            around.__enter__()
            made = make()
        yield made
        with django_db_blocker.unblock():
            transaction.set_rollback(True)
            around.__exit__(None, None, None)

    return world
