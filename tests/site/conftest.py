"""The desk is closed to every request of these tests: SQL that names one of its tables fails."""

import re

import pytest
from django.db import connection
from django.test import Client

from tests.clock import stop

DESK = re.compile(r"\barticles_(article|track|attribution|credit|revision|transition|picture|reportfile)(_\w+)?\b")


def refuse_the_desk(execute, sql, params, many, context):
    assert not DESK.search(sql), f"the site reads the desk: {sql}"
    return execute(sql, params, many, context)


class Reader(Client):
    """An anonymous visitor. Keeps the SQL of the last request in `queries`."""

    def request(self, **request):
        self.queries: list[str] = []

        def note(execute, sql, params, many, context):
            self.queries.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(refuse_the_desk), connection.execute_wrapper(note):
            return super().request(**request)


@pytest.fixture
def client() -> Reader:
    return Reader()


@pytest.fixture
def at(monkeypatch):
    """Call it with a moment, and that is what readers' requests take for now."""
    return lambda moment: stop(monkeypatch, moment)
