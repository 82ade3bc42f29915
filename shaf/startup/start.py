"""Starting, or saying in a line why not."""

import logging
import sys
from collections.abc import Callable, Iterable

from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db import connections

from shaf.http import static_files
from shaf.startup import configuration

# What gunicorn takes for “this will not work with another worker either”.
REFUSED = 3

logger = logging.getLogger(__name__)


def read_settings() -> None:
    """Read the settings; ends the process where they cannot be."""
    try:
        _ = settings.DEBUG
    except (ImproperlyConfigured, ValueError, OSError) as error:
        _refuse([str(error)])


def application() -> Callable[..., Iterable[bytes]]:
    """The WSGI application: Django's, behind the public pages that are kept and what monitors ask. Ends the process
    where it must not serve.

    With DEBUG nothing is kept: a template that is changed moves no public state.
    """
    # Models are there only once Django is set up, which this does.
    django = get_wsgi_application()
    refuse_what_is_unsafe()
    from shaf.health.endpoints import Endpoints

    if settings.DEBUG:
        return Endpoints(django)
    from shaf.http import replica
    from shaf.http.page_cache import PageCache
    from shaf.http.state_watch import StateWatch

    watch = StateWatch()
    state = replica.ReplicaWatch(watch, settings.REPLICA_MAX_LAG) if replica.is_there() else watch
    return Endpoints(PageCache(django, size=settings.PAGE_CACHE_MB * 1024 * 1024, state=state))


def refuse_what_is_unsafe() -> None:
    """End the process that is to serve the public where `check` finds an error of ours, or pages would be bare."""
    messages = checks.run_checks(tags=[configuration.TAG, configuration.DATABASE_TAG])
    # A server that forks now must not have its workers share one.
    connections.close_all()
    errors = [f"{message.msg} {message.hint} ({message.id})" for message in messages if message.level >= checks.ERROR]
    lacks = static_files.trouble()
    if lacks == static_files.MISSING:
        errors.append(f"{lacks} {static_files.REMEDY}")
    elif lacks:
        logger.error("%s %s", lacks, static_files.REMEDY)
    if errors:
        _refuse(errors)


def _refuse(reasons: list[str]) -> None:
    sys.stderr.write("".join(f"Shaf does not start. {reason}\n" for reason in reasons))
    sys.exit(REFUSED)
