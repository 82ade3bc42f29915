"""Queries whose SQL Django writes once a process, and a request only fills in.

To write the SQL of a query over editions takes Django several times what either database takes to answer it.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators

Value = datetime | int | str
Build = Callable[..., "QuerySet[Any]"]
# What stands for a value while the SQL is written: nothing that a query says of itself.
TIME, SECOND = datetime(9998, 7, 6, 5, 4, 3, tzinfo=UTC), timedelta(seconds=1)
NUMBER = 987_654_321


@dataclass(frozen=True, slots=True)
class Statement:
    """`parameters`: for each its value's name, or '' and the parameter itself."""

    sql: str
    parameters: tuple[tuple[str, Any], ...]
    reader: "Reader | None"

    def filled(self, values: dict[str, Value]) -> list[Any]:
        """The statement's parameters with these values."""
        return [_adapted(values[name]) if name else own for name, own in self.parameters]


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes objects of rows, as ModelIterable in django/db/models/query.py does.

    `columns`: attributes of the model, which begin every row; `related`: what makes the objects beside it;
    `annotations`: attribute → place; `converters`: place → what makes of the database's value ours.
    """

    model: type[Model]
    columns: tuple[str, ...]
    related: tuple[Any, ...]
    annotations: dict[str, int]
    converters: tuple[tuple[int, Any, tuple[Callable, ...]], ...]

    def read(self, row: tuple[Any, ...]) -> Any:
        found = list(row)
        for place, expression, converters in self.converters:
            for convert in converters:
                found[place] = convert(found[place], expression, connection)
        one = self.model.from_db(connection.alias, self.columns, found[: len(self.columns)])
        for populator in self.related:
            populator.populate(found, one)
        for name, place in self.annotations.items():
            setattr(one, name, found[place])
        return one


def rows(build: Build, *shape: Hashable, **values: Value) -> list[Any]:
    """What `build(*shape, **values)` finds."""
    statement = _statement(build, shape, values)
    with connection.cursor() as cursor:
        cursor.execute(statement.sql, statement.filled(values))
        return [statement.reader.read(row) for row in cursor.fetchall()]


def sql(build: Build, *shape: Hashable, **values: Value) -> tuple[str, list[Any]]:
    """The SQL of `build(*shape, **values)` and its parameters.

    `build` is a function of a module. It sees `shape` as it is, and in the place of the values others like them; it may
    do nothing with them but ask for them.
    """
    statement = _statement(build, shape, values)
    return statement.sql, statement.filled(values)


def _statement(build: Build, shape: tuple[Hashable, ...], values: dict[str, Value]) -> Statement:
    return _written(build, shape, tuple((name, type(value)) for name, value in values.items()), connection.vendor)


@lru_cache(maxsize=256)
def _written(build: Build, shape: tuple[Hashable, ...], values: tuple[tuple[str, type], ...], vendor: str) -> Statement:
    standing = {name: _stand_in(place, of) for place, (name, of) in enumerate(values)}
    compiler = build(*shape, **standing).query.get_compiler(connection=connection)
    sql, parameters = compiler.as_sql()
    names = {_adapted(value): name for name, value in standing.items()}
    found = tuple((names[own], None) if own in names else ("", own) for own in parameters)
    return Statement(sql, found, _reader(compiler) if compiler.klass_info else None)


def _reader(compiler: Any) -> Reader:
    select, known = compiler.select, compiler.klass_info
    converters = compiler.get_converters([expression for expression, _sql, _alias in select])
    return Reader(
        model=known["model"],
        columns=tuple(select[place][0].target.attname for place in known["select_fields"]),
        related=tuple(get_related_populators(known, select, connection.alias)),
        annotations=compiler.annotation_col_map,
        converters=tuple((place, expression, tuple(found)) for place, (found, expression) in converters.items()),
    )


def _stand_in(place: int, of: type) -> Value:
    if issubclass(of, datetime):
        return TIME + place * SECOND
    return NUMBER + place if of is int else f"\ue000{place}"


def _adapted(value: Value) -> Any:
    """As the database's driver takes it."""
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
