"""The public state: what the public sees at the database's present time, as a value that can be compared.

Two states are equal when the public sees the same in both, so whatever depends on nothing else is remembered by the
state (`functools.lru_cache`) and asked for no more, in this process, until something is published, ends, begins by the
clock, or changes in the register.
"""

from dataclasses import dataclass, field
from datetime import datetime

from articles.press.models import Edition, Version
from articles.site.addresses import LANGUAGES
from shaf.db import clock, reading
from shaf.db.reading import connection

EDITION, VERSION = Edition._meta.db_table, Version._meta.db_table
# SQL, over VERSION: a number that rises with each change of a table that a public page reads.
NUMBER = "coalesce(sum(number), 0)"
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
        ORDER BY live_until DESC LIMIT 1),
    (SELECT min(live_from) FROM {EDITION}
        WHERE language = %s AND live_from > (SELECT now FROM clock) AND {NEVER_EMPTY}),
    (SELECT min(live_until) FROM {EDITION}
        WHERE language = %s AND live_until > (SELECT now FROM clock) AND {NEVER_EMPTY})
"""  # noqa: S608
# SQLite's times are text, which Django writes with six decimals where its clock has three.
SIX_DECIMALS = {"sqlite": "({now} || '000')", "postgresql": "{now}"}


@dataclass(frozen=True, slots=True)
class PublicState:
    """`register`, `press`: how often each was changed. `begun`, `ended`: when an edition last became public, and last
    ceased to be, by `now`; `begins`, `ends`: when one next will. None where there is no such time.
    """

    language: str
    now: datetime = field(compare=False)
    register: int
    press: int
    begun: datetime | None
    ended: datetime | None
    begins: datetime | None
    ends: datetime | None

    @property
    def changed(self) -> datetime | None:
        """When the public last saw something change."""
        return max(filter(None, (self.begun, self.ended)), default=None)

    @property
    def next_change(self) -> datetime | None:
        """When time alone will change what the public sees."""
        return min(filter(None, (self.begins, self.ends)), default=None)


def public_state(language: str) -> PublicState:
    """The state of one language. One query; none where this very state was read before, and then its `now` is of that
    time: until the next state the public sees the same."""
    known = reading.of_the_state()
    if known is None:
        return _read(language)
    if language not in known:
        known[language] = _read(language)
    return known[language]


def _read(language: str) -> PublicState:
    # Doubled, since the query has parameters: in debug mode Django fills them in by Python's own formatting.
    now = SIX_DECIMALS[connection.vendor].format(now=clock.now_sql().replace("%", "%%"))
    with connection.cursor() as cursor:
        cursor.execute(SQL.format(now=now), [language] * 4)
        read, register, press, *times = cursor.fetchone()
    begun, ended, begins, ends = (clock.from_database(time) if time else None for time in times)
    return PublicState(
        language=language,
        now=clock.from_database(read),
        register=register or 0,
        press=press or 0,
        begun=begun,
        ended=ended,
        begins=begins,
        ends=ends,
    )


def next_change_sql(vendor: str) -> str:
    """SQL for when time alone changes what the public sees next, as each database writes a time; NULL where nothing is
    decided.
    """
    now = SIX_DECIMALS[vendor].format(now=clock.NOW_SQL[vendor])
    moments = " UNION ALL ".join(
        f"SELECT min({column}) AS moment FROM {EDITION} WHERE language = '{language}' AND {column} > {now} "  # noqa: S608
        f"AND {NEVER_EMPTY}"
        for language in LANGUAGES
        for column in ("live_from", "live_until")
    )
    return f"SELECT min(moment) FROM ({moments}) AS decided"  # noqa: S608
