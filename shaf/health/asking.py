"""Asking parts, within a time: what hangs is given up, and is not asked again while it hangs.

What waits for the same (the database, the disk of the pictures) is asked in one thread, with connections of its own,
since neither a request nor its connection may wait for a part that is away.
"""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from django.db import Error, connections
from django.utils import translation
from django.utils.translation import gettext as _

from shaf.health.findings import FAULT, Finding, fault
from shaf.health.parts import DATABASE, FIRST, Part

# Seconds: a monitor has its answer within two.
PATIENCE = 1.7
# Threads that may wait for the same.
MOST = 6

Found = dict[str, list[Finding]]


def tried(part: Part) -> list[Finding]:
    """What a part has to say; what it raises is a fault. Without bound in time."""
    try:
        return list(part.look())
    except Error as error:
        said = {"error": " ".join(str(error).split())}
        if part.name == FIRST:
            what = _("The database does not answer: %(error)s") % said
            return [fault(what, _("Start the database that DATABASE_URL names. Whatever it holds waits for it."))]
        return [fault(_("The database refuses this: %(error)s") % said, _("Set database and migrations right first."))]
    except Exception as error:  # whatever it is, the other parts are asked
        return [fault(f"{type(error).__name__}: {error}", _("This is a fault of the program: see the log."))]


def one_by_one(parts: Iterable[Part], done: Callable[[Part, list[Finding]], None]) -> None:
    """Ask each, and say at once what it found. Without the database nothing is asked that waits for it."""
    away = False
    for part in parts:
        if away and part.waits_for == DATABASE:
            done(part, [fault(_("Not known: the database does not answer."), _("Start the database."))])
            continue
        found = tried(part)
        away = away or (part.name == FIRST and bool(found))
        done(part, found)


class Bounded:
    """Acts that are given up after some seconds. At most MOST of each kind wait at one time."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.waiting: dict[str, list[threading.Thread]] = {}

    def begin(self, kind: str, act: Callable[[], None]) -> threading.Thread | None:
        """Run it in a thread, in this thread's language; None where too many of its kind hang."""
        language = translation.get_language()

        def run() -> None:
            with translation.override(language):
                try:
                    act()
                finally:
                    connections.close_all()

        with self.lock:
            alive = [thread for thread in self.waiting.get(kind, []) if thread.is_alive()]
            self.waiting[kind] = alive
            if len(alive) >= MOST:
                return None
            thread = threading.Thread(target=run, name=f"health {kind}", daemon=True)
            thread.start()
            alive.append(thread)
            return thread


bounded = Bounded()


def asked(parts: Sequence[Part], more: dict[str, Callable[[], None]] | None = None) -> Found:
    """What each part has to say, by name, in their order. `more`: other acts, by what they wait for."""
    found: Found = {}

    def note(part: Part, findings: list[Finding]) -> None:
        found[part.name] = findings

    kinds = dict.fromkeys(part.waits_for for part in parts)
    deadline = time.monotonic() + PATIENCE
    threads = []
    for kind in kinds:
        of_kind = [part for part in parts if part.waits_for == kind]
        threads.append(bounded.begin(kind, partial(one_by_one, of_kind, note)))
    for kind, act in (more or {}).items():
        threads.append(bounded.begin(kind, act))
    for thread in filter(None, threads):
        thread.join(max(0, deadline - time.monotonic()))
    late = [fault(_("It did not answer in time."), _("See whether what it waits for hangs: a server, a disk."))]
    return {part.name: found.get(part.name, late) for part in parts}


def is_at_fault(findings: Iterable[Finding]) -> bool:
    return any(finding.level == FAULT for finding in findings)
