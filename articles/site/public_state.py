"""The public state: what the public sees at the database's present time, as a value that can be compared.

Two states are equal when the public sees the same in both, so whatever depends on nothing else is remembered by the
state (`functools.lru_cache`) and asked for no more, in this process, until something is published, ends, begins by the
clock, or changes in the register.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection

from articles.press.models import Edition, Version
from shaf.db import clock
from shaf.db.planned import planned_cursor

EDITION, VERSION = Edition._meta.db_table, Version._meta.db_table
NEVER_EMPTY = "(live_until IS NULL OR live_until > live_from)"
SQL = f"""
WITH clock AS (SELECT {{now}} AS now)
SELECT
    (SELECT now FROM clock),
    (SELECT number FROM {VERSION} WHERE name = 'register'),
    (SELECT number FROM {VERSION} WHERE name = 'press'),
    (SELECT live_from FROM {EDITION}
        WHERE language = %s AND live_from <= (SELECT now FROM clock) AND {NEVER_EMPTY}
        ORDER BY live_from DESC LIMIT 1),
    (SELECT live_until FROM {EDITION}
        WHERE language = %s AND live_until <= (SELECT now FROM clock) AND live_until > live_from
        ORDER BY live_until DESC LIMIT 1)
"""  # noqa: S608
# SQLite's times are text, which Django writes with six decimals where its clock has three.
SIX_DECIMALS = {"sqlite": "({now} || '000')", "postgresql": "{now}"}


@dataclass(frozen=True, slots=True)
class PublicState:
    """`register`, `press`: how often each was changed. `begun`, `ended`: when an edition last became public, and last
    ceased to be, by `now`; None where that never happened.
    """

    language: str
    now: datetime = field(compare=False)
    register: int
    press: int
    begun: datetime | None
    ended: datetime | None

    @property
    def changed(self) -> datetime | None:
        """When the public last saw something change."""
        return max(filter(None, (self.begun, self.ended)), default=None)


def public_state(language: str) -> PublicState:
    """Read the state of one language. One query."""
    # Doubled, since the query has parameters: in debug mode Django fills them in by Python's own formatting.
    now = SIX_DECIMALS[connection.vendor].format(now=clock.now_sql().replace("%", "%%"))
    with planned_cursor() as cursor:
        cursor.execute(SQL.format(now=now), [language, language])
        read, register, press, begun, ended = cursor.fetchone()
    return PublicState(
        language=language,
        now=clock.from_database(read),
        register=register or 0,
        press=press or 0,
        begun=clock.from_database(begun) if begun else None,
        ended=clock.from_database(ended) if ended else None,
    )
