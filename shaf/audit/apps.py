from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core import checks
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    name = "shaf.audit"
    verbose_name = _("Audit log")

    def ready(self) -> None:
        from shaf.audit import logins
        from shaf.audit.checks import guards_stand

        checks.register(guards_stand, checks.Tags.database)
        pre_migrate.connect(lift_guards, sender=self)
        post_migrate.connect(install_guards, sender=self)
        user_logged_in.connect(logins.logged_in, dispatch_uid="audit")
        user_logged_out.connect(logins.logged_out, dispatch_uid="audit")
        user_login_failed.connect(logins.login_failed, dispatch_uid="audit")


def lift_guards(using: str, plan: list[Any], **_kwargs: Any) -> None:
    """For the time of a migration (shaf/db/guards.py)."""
    from shaf.audit import guards

    if plan:
        guards.lift(connections[using])


def install_guards(using: str, **_kwargs: Any) -> None:
    """Put the guards up wherever their tables stand."""
    from shaf.audit import guards

    connection = connections[using]
    if {guards.EVENT, guards.LINK, guards.DROPPED} <= set(connection.introspection.table_names()):
        guards.install(connection)
