"""Whose database this is: nobody's yet, the demo's, or somebody's."""

from django.contrib.auth import get_user_model
from django.db import connection

from articles.models import Article, DemoMark
from authors.models import Branch


def stands() -> bool:
    """Whether `demo` made this database. Raises DatabaseError where it cannot be asked."""
    return DemoMark._meta.db_table in connection.introspection.table_names() and DemoMark.objects.exists()


def is_empty() -> bool:
    """Whether there is nothing in it, or nothing but what `migrate` makes. Raises DatabaseError."""
    tables = set(connection.introspection.table_names())
    filled = (get_user_model(), Branch, Article)
    if not tables.issuperset(model._meta.db_table for model in filled):
        return not tables
    return not any(model.objects.exists() for model in filled)


def put() -> None:
    """Mark it as the demo's. Whoever calls has seen that it is empty."""
    if not DemoMark.objects.exists():
        DemoMark.objects.create()
