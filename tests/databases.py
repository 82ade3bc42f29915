"""Databases beside the test's own, on the same engine: for processes that migrate them themselves."""

import itertools
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
from django.db import connection
from psycopg import sql

serial = itertools.count(1)


def new_database(folder: Path, *, like: str = "") -> str:
    """Return the DATABASE_URL of a new database, empty or a copy of the one at `like`, which nobody may have open.

    SQLite: a file in `folder`. PostgreSQL: on the server of this run, which goes with all it holds.
    """
    if connection.vendor == "sqlite":
        file = folder / f"{next(serial)}.sqlite3"
        if like:
            source, target = (sqlite3.connect(path) for path in (like.removeprefix("sqlite:///"), file))
            with closing(source), closing(target):
                source.backup(target)
        return f"sqlite:///{file}"
    server = os.environ["DATABASE_URL"]
    name = f"beside_{next(serial)}"
    with psycopg.connect(server, autocommit=True) as session:
        template = like.rpartition("/")[2] or "template0"
        session.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        )
    return f"{server.rpartition('/')[0]}/{name}"
