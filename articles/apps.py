from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Desk")

    def ready(self) -> None:
        from articles.desk.demo.checks import database_is_no_demo
        from articles.desk.demo.other_release import made_by_this_release
        from articles.models.checks import record_guards_stand
        from articles.press.checks import guards_stand, printed_by_this_release
        from shaf.backup.checks import restore_finished
        from shaf.startup.configuration import DATABASE_TAG, TAG

        checks.register(guards_stand, checks.Tags.database)
        checks.register(record_guards_stand, checks.Tags.database)
        checks.register(printed_by_this_release, checks.Tags.database)
        checks.register(database_is_no_demo, TAG)
        checks.register(made_by_this_release, DATABASE_TAG)
        checks.register(restore_finished, DATABASE_TAG)
        pre_migrate.connect(lift_guards, sender=self)
        post_migrate.connect(install_guards, sender=self)


def lift_guards(using: str, plan: list[Any], **_kwargs: Any) -> None:
    """Those that stand on one table and name another, where something is to be migrated (shaf/db/guards.py)."""
    from articles.models import guards as record_guards

    if plan:
        record_guards.lift(connections[using])


def install_guards(using: str, **_kwargs: Any) -> None:
    """Put up what a migration may have dropped; shaf/db/guards.py says why."""
    from articles.models import guards as record_guards
    from articles.press import guards
    from articles.press.derived import change_counters

    connection = connections[using]
    tables = connection.introspection.table_names()
    if guards.TABLE in tables:
        guards.install(connection)
    if {guards.TABLE, *record_guards.TABLES} <= set(tables):
        record_guards.install(connection)
    if {change_counters.TABLE, *change_counters.watched()} <= set(tables):
        change_counters.install(connection)
