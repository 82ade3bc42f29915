"""The database's clock, stopped: for tests that only read."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from shaf.db import clock


def stop(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """From now on every reading of the database's clock is this moment; the guards keep the real one."""
    text = moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    sql = {"sqlite": f"'{text[:-3]}'", "postgresql": f"'{text}+00'::timestamptz"}
    monkeypatch.setattr(clock, "now_sql", lambda: sql[connection.vendor])
