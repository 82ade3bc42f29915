"""How far a long command is: a bar on a terminal, a line now and then elsewhere; and Ctrl-C says what was done."""

import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.core.management.base import CommandError
from tqdm import tqdm

Item = TypeVar("Item")
# Seconds between lines where there is no terminal: a log that somebody reads, or nobody.
EVERY = 10.0
# As a shell says of a process that SIGINT ended (128 + 2).
INTERRUPTED = 130


class Progress:
    """Counts what a command has done. `unit` is one of them: edition, picture."""

    def __init__(self, unit: str, *, quiet: bool = False) -> None:
        self.unit, self.quiet = unit, quiet
        self.done, self.total = 0, 0

    def of(self, items: Iterable[Item], total: int | None = None) -> Iterator[Item]:
        """Yield the items, of which there are `total` where they have no length, and say on stderr how far they are."""
        if total is None:
            total = len(items) if isinstance(items, Collection) else 0
        for (item,) in self.batches(([item] for item in items), total):
            yield item

    def batches(self, batches: Iterable[list[Item]], total: int) -> Iterator[list[Item]]:
        """As `of`, where they come several at a time."""
        self.done, self.total = 0, total
        terminal = sys.stderr.isatty()
        said = time.monotonic()
        with tqdm(total=total, unit=self.unit, disable=self.quiet or not terminal) as bar:
            for batch in batches:
                yield batch
                self.done += len(batch)
                bar.update(len(batch))
                if not terminal and not self.quiet and time.monotonic() - said >= EVERY:
                    said = time.monotonic()
                    sys.stderr.write(f"{self}\n")
                    sys.stderr.flush()

    def __str__(self) -> str:
        return f"{self.unit}: {self.done} of {self.total}"


@contextmanager
def interruptible(said: Callable[[], str] | str, *, word: str = "Interrupted.") -> Iterator[None]:
    """Ctrl-C ends the command with one line, the word and what is `said`, and status 130. Raises CommandError."""
    try:
        yield
    except KeyboardInterrupt:
        line = said() if callable(said) else said
        if sys.stderr.isatty():
            # Behind the bar, the question or the ^C that stands there.
            sys.stderr.write("\n")
        raise CommandError(f"{word} {line}", returncode=INTERRUPTED) from None
