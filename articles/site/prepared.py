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
from django.db.models.base import ModelState

from shaf.db.planned import planned_cursor

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
    rows: "Rows | None"

    def filled(self, values: dict[str, Value]) -> list[Any]:
        """The statement's parameters with these values."""
        return [_adapted(values[name]) if name else own for name, own in self.parameters]


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes an object of a part of a row, as django/db/models/query.py does, but without a model's `__init__`, which
    takes longer over a row than the database.

    `columns`: attributes of the model, which stand in the row from `begin` to `end`; `key`: where its primary key is;
    `beside`: the objects that belong to it, with what ties both together; `annotations`: attribute → place.
    """

    model: type[Model]
    columns: tuple[str, ...]
    begin: int
    end: int
    key: int
    beside: tuple[tuple["Reader", Callable[[Any, Any], None], Callable[[Any, Any], None]], ...]
    annotations: tuple[tuple[str, int], ...]

    def read(self, row: list[Any]) -> Any:
        """The object; None where an outer join found nothing."""
        if row[self.key] is None:
            return None
        one = self.model.__new__(self.model)
        # A column that was not read is missing here, and Django reads it when it is asked for.
        one.__dict__.update(zip(self.columns, row[self.begin : self.end], strict=True))
        one._state = ModelState()
        one._state.adding, one._state.db = False, connection.alias
        for reader, tie_to_it, tie_to_one in self.beside:
            other = reader.read(row)
            tie_to_it(one, other)
            if other is not None:
                tie_to_one(other, one)
        for name, place in self.annotations:
            setattr(one, name, row[place])
        return one


@dataclass(frozen=True, slots=True)
class Rows:
    """`converters`: place → what makes of the database's value ours."""

    reader: Reader
    converters: tuple[tuple[int, Any, tuple[Callable, ...]], ...]

    def read(self, row: tuple[Any, ...]) -> Any:
        found = list(row)
        for place, expression, converters in self.converters:
            value = found[place]
            for convert in converters:
                value = convert(value, expression, connection)
            found[place] = value
        return self.reader.read(found)


def rows(build: Build, *shape: Hashable, **values: Value) -> list[Any]:
    """What `build(*shape, **values)` finds."""
    statement = _statement(build, shape, values)
    with planned_cursor() as cursor:
        cursor.execute(statement.sql, statement.filled(values))
        return [statement.rows.read(row) for row in cursor.fetchall()]


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
    return Statement(sql, found, _rows(compiler) if compiler.klass_info else None)


def _rows(compiler: Any) -> Rows:
    converters = compiler.get_converters([expression for expression, _sql, _alias in compiler.select])
    return Rows(
        _reader(compiler.select, compiler.klass_info, tuple(compiler.annotation_col_map.items())),
        tuple((place, expression, tuple(found)) for place, (found, expression) in converters.items()),
    )


def _reader(select: Any, known: dict[str, Any], annotations: tuple[tuple[str, int], ...] = ()) -> Reader:
    places, model = known["select_fields"], known["model"]
    columns = tuple(select[place][0].target.attname for place in places)
    return Reader(
        model=model,
        columns=columns,
        begin=places[0],
        end=places[-1] + 1,
        key=places[columns.index(model._meta.pk.attname)],
        beside=tuple(
            (_reader(select, other), other["local_setter"], other["remote_setter"])
            for other in known.get("related_klass_infos", [])
        ),
        annotations=annotations,
    )


def _stand_in(place: int, of: type) -> Value:
    if issubclass(of, datetime):
        return TIME + place * SECOND
    return NUMBER + place if of is int else f"\ue000{place}"


def _adapted(value: Value) -> Any:
    """As the database's driver takes it."""
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
