"""Two people store at the same moment what the database holds once: whoever comes second looks again."""

from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError, transaction

T = TypeVar("T")
# Each round in which the database refuses, somebody else has stored something.
ROUNDS = 5


def once_more(act: Callable[[], T], *, begin_again: Callable[[], None] = lambda: None) -> T:
    """Run `act` in a transaction; after an IntegrityError, from the beginning, since it now sees what stands there.

    `begin_again` undoes what no transaction does. Raises the IntegrityError of the last round.
    """
    for left in reversed(range(ROUNDS)):
        try:
            with transaction.atomic():
                return act()
        except IntegrityError:
            if not left:
                raise
            begin_again()
    raise AssertionError
