"""The database, what stands in it, and whoever follows it."""

import time
from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import guards as record_guards
from articles.press import guards as press_guards
from articles.press.derived import change_counters, printing
from articles.press.derived import search as press_search
from shaf import heartbeats
from shaf.audit import guards as audit_guards
from shaf.audit import verifying
from shaf.db import clock
from shaf.db.pending_migrations import pending_migrations
from shaf.health import recorded
from shaf.health.findings import Finding, fault, warning

# The guards allow a transaction five seconds between the clock and the row.
CLOCKS_APART = timedelta(seconds=2)
REPLICA = "replica"
# Names that are said.
SAID = 5
# Readers are sent to the primary long before (REPLICA_MAX_LAG); one so far behind follows no more.
LONGEST_LAG = timedelta(seconds=10)


def answers() -> Iterator[Finding]:
    """It answers at all; what is raised says why not."""
    clock.database_now()
    return iter(())


def its_clock() -> Iterator[Finding]:
    """Its clock and this machine's agree."""
    before = time.time()
    apart = timedelta(seconds=clock.database_now().timestamp() - (before + time.time()) / 2)
    if abs(apart) > CLOCKS_APART:
        yield warning(
            _("The database’s clock and this machine’s are %(seconds).1f seconds apart.")
            % {"seconds": abs(apart).total_seconds()},
            _("Have both machines set their clocks by NTP. What is public, and when, follows the database’s."),
        )


def guards() -> Iterator[Finding]:
    """Guards and counters stand."""
    if gone := missing_triggers(connection):
        yield fault(
            ngettext("%(n)d trigger does not stand: %(names)s.", "%(n)d triggers do not stand: %(names)s.", len(gone))
            % {"n": len(gone), "names": ", ".join(gone[:SAID]) + (" …" if len(gone) > SAID else "")},
            _("Run `manage.py migrate --skip-checks`; it puts them up again."),
        )


def missing_triggers(database: BaseDatabaseWrapper) -> list[str]:
    """The names of the guards and of the counters' triggers that do not stand, or not as they were put up."""
    return [
        name
        for triggers in (press_guards, record_guards, audit_guards, change_counters)
        for name in triggers.missing(database)
    ]


def audit() -> Iterator[Finding]:
    """The log is what was written, its chain keeps up, and the editions that it tells of are there."""
    if broken := [found for found in verifying.verify() if found]:
        yield fault(
            ngettext(
                "The audit log was tampered with in %(n)d place.",
                "The audit log was tampered with in %(n)d places.",
                len(broken),
            )
            % {"n": len(broken)},
            _("Run `manage.py verify_audit`, which names each, and compare with the newest backup that is sound."),
        )
    if lost := list(recorded.contradictions()):
        yield fault(
            ngettext(
                "The audit log tells of %(n)d edition that is not in the database as it was published.",
                "The audit log tells of %(n)d editions that are not in the database as they were published.",
                len(lost),
            )
            % {"n": len(lost)},
            _("Run `manage.py verify_audit`, which names each, and compare with the newest backup that is sound."),
        )
    if late := verifying.late(clock.database_now()):
        yield warning(
            ngettext(
                "%(n)d event of the audit log has no place in its chain yet.",
                "%(n)d events of the audit log have no place in its chain yet.",
                late,
            )
            % {"n": late},
            _("See to it that `manage.py db_worker` runs: it gives each event its place."),
        )


def migrations() -> Iterator[Finding]:
    """The database is of this release."""
    if due := pending_migrations(connection):
        yield fault(
            ngettext("%(n)d migration is due: %(names)s.", "%(n)d migrations are due: %(names)s.", len(due))
            % {"n": len(due), "names": ", ".join(due[:SAID])},
            _("Make a backup, then run `manage.py migrate`."),
        )


def printed() -> Iterator[Finding]:
    """Every edition is set as this release sets it."""
    if stale := printing.stale().count():
        yield fault(
            ngettext(
                "%(n)d edition is still printed as another release set it.",
                "%(n)d editions are still printed as another release set them.",
                stale,
            )
            % {"n": stale},
            _("Run `manage.py repress`; what is public stays up meanwhile."),
        )


def search_index() -> Iterator[Finding]:
    """Everything that is public can be found."""
    state = press_search.state()
    if lacking := state.missing + state.older:
        yield fault(
            ngettext(
                "The search index lacks %(n)d of %(all)d editions, or has it by an older version.",
                "The search index lacks %(n)d of %(all)d editions, or has them by an older version.",
                lacking,
            )
            % {"n": lacking, "all": state.editions},
            _("Run `manage.py rebuild_search`; the old index serves meanwhile."),
        )


def replica() -> Iterator[Finding]:
    """It follows the primary. Asked only where there is one."""
    if REPLICA not in settings.DATABASES:
        return
    behind = replica_lag()
    if behind is None or behind > LONGEST_LAG:
        yield fault(
            _("The replica is %(seconds)d seconds behind the database.") % {"seconds": behind.total_seconds()}
            if behind is not None
            else _("Nobody knows how far the replica is behind: the worker has not beaten, or it does not follow."),
            _("Look at the replica’s log and at `pg_stat_replication`; see to it that `manage.py db_worker` runs."),
        )


def replica_lag() -> timedelta | None:
    """By how much it is behind, by the primary's heartbeat; None where none arrived. Raises DatabaseError."""
    return heartbeats.age(heartbeats.PRIMARY, using=REPLICA)


def size() -> int:
    """Bytes that the database takes."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
        else:
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return int(cursor.fetchone()[0])
