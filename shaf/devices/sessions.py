"""The devices in which a person is logged in."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.utils import timezone

from shaf.attempts.address import address
from shaf.attempts.counting import hashed
from shaf.devices.models import DeskSession

KEY = "device"
# A browser calls itself by all those that it resembles: the first that is found is the one that it is.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True)
class Device:
    """`id` names the session among one person's, and opens nothing. `what` is '' for a browser that we do not know."""

    id: str
    what: str
    address: str
    since: datetime | None
    seen_at: datetime
    here: bool


def note_device(request: HttpRequest) -> None:
    """Write into the session which device it is of."""
    request.session[KEY] = {
        "what": described(request.headers.get("User-Agent", "")),
        "address": address(request),
        "since": timezone.now().isoformat(),
    }


def described(agent: str) -> str:
    """“Firefox · Windows” of what a browser says of itself."""
    found = [next((name for mark, name in table if mark in agent), "") for table in (BROWSERS, SYSTEMS)]
    return " · ".join(name for name in found if name)


def devices(user: AbstractBaseUser, here: str | None) -> list[Device]:
    """Newest first, but the one `here` (a session's key) before all."""
    found = []
    for row in _rows(user):
        told = row.get_decoded().get(KEY, {})
        since = datetime.fromisoformat(told["since"]) if told else None
        mine = row.pk == here
        found.append(Device(_id(row), told.get("what", ""), told.get("address", ""), since, row.seen_at, mine))
    return sorted(found, key=lambda device: (device.here, device.seen_at), reverse=True)


def end(user: AbstractBaseUser, device: str) -> bool:
    """End one session; return whether there was such a one."""
    if not re.fullmatch(r"[0-9a-f]{64}", device):
        return False
    ending = [row.pk for row in _rows(user) if _id(row) == device]
    return bool(DeskSession.objects.filter(pk__in=ending).delete()[0])


def end_all(user: AbstractBaseUser, but: str | None = None) -> int:
    """End every session of the person `but` the one with this key; return how many."""
    return DeskSession.objects.filter(user_id=user.pk).exclude(pk=but or "").delete()[0]


def _rows(user: AbstractBaseUser) -> list[DeskSession]:
    return list(DeskSession.objects.filter(user_id=user.pk, expire_date__gt=timezone.now()))


def _id(row: DeskSession) -> str:
    return hashed(f"session {row.pk}")
