"""The kinds of rows and files that go once they are of no use. shaf/docs/operating.md says what stays, and why."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from articles.desk.autosave import autosaves
from articles.models import Notice, Presence, PreviewLink
from shaf.attempts.models import Attempts
from shaf.audit import keeping as log
from shaf.db.clock import database_now
from shaf.devices.models import DeskSession
from shaf.once.answering import KEPT as SENT_FORMS_KEPT
from shaf.once.models import SentForm
from shaf.pictures.storage import BROKEN_UPLOAD

# Rows of one transaction: on SQLite nobody else writes meanwhile.
AT_ONCE = 500
TASKS_KEPT, FAILED_TASKS_KEPT = timedelta(days=7), timedelta(days=30)
LINKS_KEPT = timedelta(days=90)
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Kind:
    """`what`: in words. `old`: what there is of it that goes, at a time. `delete`: lets it go; returns how much."""

    name: str
    what: str
    old: Callable[[datetime], QuerySet | list[str]]
    delete: Callable[[Any], int]


@dataclass(frozen=True, slots=True)
class Swept:
    """How many of one kind went, or would go."""

    kind: Kind
    count: int


def _count(old: QuerySet | list[str]) -> int:
    return len(old) if isinstance(old, list) else old.count()


def _rows(old: QuerySet) -> int:
    """Delete rows, some at a time."""
    gone = 0
    while ids := list(old.values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            _delete(old.model, ids)
        gone += len(ids)
    return gone


def _delete(model: type[Model], ids: list[object]) -> None:
    model._default_manager.filter(pk__in=ids).delete()


def _files(names: list[str]) -> int:
    for name in names:
        default_storage.delete(name)
    return len(names)


def _notices(now: datetime) -> QuerySet[Notice]:
    """Read, or told to somebody who does not come any more; not what is still to be mailed, or could not be."""
    before = now - timedelta(days=settings.NOTICES_KEPT_DAYS)
    told = Q(read_at__lt=before) | Q(at__lt=before, to__is_active=False)
    return Notice.objects.filter(told, mail__in=(Notice.Mail.NONE, Notice.Mail.SENT))


def _tasks(now: datetime) -> QuerySet[DBTaskResult]:
    done = Q(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - TASKS_KEPT)
    return DBTaskResult.objects.filter(
        done | Q(status=TaskResultStatus.FAILED, finished_at__lt=now - FAILED_TASKS_KEPT)
    )


def _links(now: datetime) -> QuerySet[PreviewLink]:
    before = now - LINKS_KEPT
    return PreviewLink.objects.filter(Q(expires_at__lt=before) | Q(revoked_at__lt=before))


def _uploads(now: datetime) -> list[str]:
    """What an upload left that broke off: its name goes on behind that of a picture."""
    try:
        _folders, names = default_storage.listdir("")
    except FileNotFoundError:
        return []
    left = [name for name in names if BROKEN_UPLOAD.fullmatch(name)]
    return [name for name in left if default_storage.get_modified_time(name) < now - A_DAY]


KINDS = (
    Kind("sessions", "logins that have expired", lambda now: DeskSession.objects.filter(expire_date__lt=now), _rows),
    Kind("tasks", "tasks that were done 7 days ago, or failed 30 days ago", _tasks, _rows),
    Kind("notices", "notices that were read long ago (NOTICES_KEPT_DAYS)", _notices, _rows),
    Kind("autosaves", "unsaved texts of 30 days ago", autosaves.old, _rows),
    Kind(
        "presences", "tabs last heard of a day ago", lambda now: Presence.objects.filter(seen_at__lt=now - A_DAY), _rows
    ),
    Kind("preview links", "preview links that ended 90 days ago, with their texts", _links, _rows),
    Kind(
        "sent forms",
        "forms that were sent 2 days ago",
        lambda now: SentForm.objects.filter(at__lt=now - SENT_FORMS_KEPT),
        _rows,
    ),
    Kind("attempts", "attempts that count no more", lambda now: Attempts.objects.filter(empty_at__lt=now), _rows),
    Kind("audit log", "events of the audit log of long ago (AUDIT_KEPT_DAYS); a stub of them stays", log.old, log.drop),
    Kind("uploads", "what broken uploads left a day ago", _uploads, _files),
)


def sweep(*, dry_run: bool = False) -> list[Swept]:
    """Let everything go that is old by the database's clock; returns how much of each kind."""
    now, swept = database_now(), []
    for kind in KINDS:
        old = kind.old(now)
        swept.append(Swept(kind, _count(old) if dry_run else kind.delete(old)))
    return swept
