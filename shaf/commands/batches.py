"""For a migration that moves thousands of rows: progress, room for other writers, and an end that may come halfway."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from shaf.commands.progress import Progress

SIZE = 500


def in_batches(
    rows: QuerySet, move: Callable[[list[Any]], object], *, unit: str, size: int = SIZE, using: str = "default"
) -> None:
    """Hand the rows to `move` by their primary keys, a batch at a time, each in a transaction of its own.

    For RunPython in a migration with `atomic = False`: what one batch did stays done when the next is broken off. So
    `rows` are those on which it is still to be done, and run again it goes on with the others.
    """
    rows = rows.using(using).order_by("pk")
    for keys in Progress(unit).batches(_keys(rows, size), rows.count()):
        with transaction.atomic(using=using):
            move(list(rows.filter(pk__in=keys)))


def _keys(rows: QuerySet, size: int) -> Iterator[list[Any]]:
    keys = list(rows.values_list("pk", flat=True)[:size])
    while keys:
        yield keys
        keys = list(rows.filter(pk__gt=keys[-1]).values_list("pk", flat=True)[:size])
