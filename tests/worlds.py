"""A world that the tests of a module or a class only read: made once for all of them, through the same verbs that
people use.

It stands for the whole module or class, so every test in it has to ask for it or to bear it. What a test does to it is
undone after the test, as ever. Not for a module with tests that have real transactions.
"""

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from django.db import transaction

from tests import factories


def once_for_the_module(make: Callable[[], object]) -> Callable[..., Iterator[object]]:
    """Return a fixture: what `make` returns, in a transaction around those of the module's tests."""
    return _once("module", make)


def once_for_the_class(make: Callable[[], object]) -> Callable[..., Iterator[object]]:
    """Return a fixture: what `make` returns, in a transaction around those of a class's tests."""
    return _once("class", make)


def _once(scope: Literal["module", "class"], make: Callable[[], object]) -> Callable[..., Iterator[object]]:
    @pytest.fixture(scope=scope)
    def world(django_db_setup, django_db_blocker) -> Iterator[object]:
        around = transaction.atomic()
        factories.forget()
        with django_db_blocker.unblock():
            around.__enter__()
            made = make()
        yield made
        with django_db_blocker.unblock():
            transaction.set_rollback(True)
            around.__exit__(None, None, None)

    return world
