"""The register's stock forms at the desk (authors/admin.py), with who may change what readers see, logged and told."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest

from articles.desk.article import entry_rights
from articles.desk.notices import worker
from articles.desk.notices.notify import notify
from articles.desk.workflow.membership import stamp
from authors.admin import AuthorAdmin, BranchAdmin, EntryAdmin, SeriesAdmin, SourceAdmin, TopicAdmin
from authors.models import Author, Branch, Entry, Series, Source, Topic
from shaf.audit.recording import record
from shaf.audit.stock_forms import Logged
from shaf.db.clock import database_now


class Kept(Logged, EntryAdmin):
    """What a live edition prints is changed by an editor of its branch and language; a change is logged and told."""

    logged_as: ClassVar = ("entry_added", "entry_changed", "entry_deleted")

    def has_change_permission(self, request: HttpRequest, obj: Entry | None = None) -> bool:
        if not super().has_change_permission(request, obj):
            return False
        columns = self.names + self.details
        return obj is None or len(entry_rights.not_theirs(request.user, obj, columns)) < len(columns)

    def get_readonly_fields(self, request: HttpRequest, obj: Entry | None = None) -> tuple[str, ...]:
        fields = tuple(super().get_readonly_fields(request, obj))
        if obj is None:
            return fields
        theirs = entry_rights.not_theirs(request.user, obj, tuple(self.get_fields(request, obj)))
        return (*fields, *(field for field in theirs if field not in fields))

    def was_changed(self, request: HttpRequest, obj: Entry, changed: dict[str, list[Any]]) -> None:
        """Tell those whom it concerns, where readers see it."""
        if not entry_rights.printing(obj).exists():
            return
        now = database_now()
        people = entry_rights.concerned(obj, set(changed)).exclude(pk=request.user.pk)
        key = f"entry:{obj._meta.model_name}:{obj.pk}:{stamp(now)}"
        branch = obj if isinstance(obj, Branch) else getattr(obj, "branch", None)
        if notify(people, kind="entry_changed", key=key, at=now, branch=branch, by=request.user.pk, reason=str(obj)):
            worker.soon()


@admin.register(Branch)
class KeptBranch(Kept, BranchAdmin):
    """Its managers alone change it, whatever is printed."""

    logged_as: ClassVar = ("settings", "settings", "settings")

    def logged_branch(self, obj: Branch) -> int | None:
        return obj.pk

    def has_change_permission(self, request: HttpRequest, obj: Branch | None = None) -> bool:
        return BranchAdmin.has_change_permission(self, request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Entry | None = None) -> tuple[str, ...]:
        return tuple(BranchAdmin.get_readonly_fields(self, request, obj))


@admin.register(Author)
class KeptAuthor(Kept, AuthorAdmin):
    pass


@admin.register(Source)
class KeptSource(Kept, SourceAdmin):
    """The centre's own entry is a setting."""

    def logged_kind(self, obj: Source, place: int) -> str:
        return "settings" if obj.kind == Source.Kind.OWN else super().logged_kind(obj, place)


@admin.register(Topic)
class KeptTopic(Kept, TopicAdmin):
    pass


@admin.register(Series)
class KeptSeries(Kept, SeriesAdmin):
    pass


admin.site.unregister(get_user_model())


@admin.register(get_user_model())
class LoggedUserAdmin(Logged, UserAdmin):
    """A superuser's view of the accounts."""

    logged_as: ClassVar = ("account_changed", "account_changed", "account_changed")

    def log_change(self, request: HttpRequest, obj: AbstractBaseUser, message: Any) -> Any:
        """A password has a page of its own, which stores it past `save_model`."""
        if "password" in str(message):
            record("password_set", by=request.user, request=request, about=obj)
        return super().log_change(request, obj, message)
