"""Is the installation in order? For monitors: a status and nothing else."""

import logging

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.press import guards
from articles.press.derived import change_counters
from shaf.db import clock
from shaf.http import static_files

logger = logging.getLogger(__name__)


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 with database, guards, storage and static files in order, 503 otherwise; why is in the log."""
    troubles = [*_database(), *_storage(), *_static_files()]
    for trouble in troubles:
        logger.error("healthz: %s", trouble)
    return HttpResponse(b"", status=503 if troubles else 200, content_type="text/plain; charset=utf-8")


def _database() -> list[str]:
    try:
        clock.database_now()
        missing = [*guards.missing(connection), *change_counters.missing(connection)]
        return [f"trigger {name} does not stand" for name in missing]
    except DatabaseError as error:
        return [f"database: {error}"]


def _storage() -> list[str]:
    """Asked of a folder alone: object storage is of all servers, and pages stand without it."""
    if settings.STORAGE_URL:
        return []
    trouble = default_storage.trouble()
    return [f"media root: {trouble}"] if trouble else []


def _static_files() -> list[str]:
    lacks = static_files.trouble()
    return [f"{lacks} {static_files.REMEDY}"] if lacks else []
