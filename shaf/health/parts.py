"""The parts of an installation: one table, which /healthz, /readyz, /metrics and `manage.py doctor` ask."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from shaf.health import configured, database, files, outside, services
from shaf.health.findings import Finding

# What a part may have to wait for. Parts that wait for the same are asked one after the other.
DATABASE, REPLICA, MEDIA, CACHE, NOTHING = "database", "replica", "media", "cache", ""


@dataclass(frozen=True)
class Part:
    """`serves`: without it no page can be served (/healthz). `ready`: asked by /readyz; what is not asked there takes
    too long for a monitor, or asks others. `look` may raise: then it is at fault.
    """

    name: str
    title: Promise
    look: Callable[[], Iterable[Finding]]
    waits_for: str = NOTHING
    serves: bool = False
    ready: bool = True


PARTS = (
    Part("settings", _("settings"), configured.checks, ready=False),
    Part("database", _("database"), database.answers, DATABASE, serves=True),
    Part("guards", _("guards"), database.guards, DATABASE, serves=True),
    Part("storage", _("storage"), files.storage, MEDIA, serves=True),
    Part("object_storage", _("object storage"), files.object_storage, MEDIA),
    Part("static", _("static files"), files.static, serves=True),
    Part("migrations", _("migrations"), database.migrations, DATABASE),
    Part("printed", _("printed editions"), database.printed, DATABASE),
    Part("search", _("search index"), database.search_index, DATABASE),
    Part("pictures", _("pictures"), files.pictures, MEDIA),
    Part("worker", _("worker"), services.worker, DATABASE),
    Part("letters", _("letters"), services.letters, DATABASE),
    Part("cache", _("cache"), services.cache_keeps, CACHE),
    Part("disk", _("disk"), files.disk, MEDIA),
    Part("backup", _("backup"), services.backup, DATABASE),
    Part("replica", _("replica"), database.replica, REPLICA),
    Part("audit", _("audit log"), database.audit, DATABASE, ready=False),
    Part("clock", _("clock"), database.its_clock, DATABASE, ready=False),
    Part("mail", _("mail server"), services.mail_server, ready=False),
    Part("permissions", _("permissions"), files.permissions, MEDIA, ready=False),
    Part("address", _("public address"), outside.address, ready=False),
)
# Where this one is at fault, no other that waits for the same is asked.
FIRST = "database"
