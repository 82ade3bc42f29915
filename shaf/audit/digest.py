"""What is computed of an event and of its place in the chain: SHA-256, in hexadecimal, over canonical JSON.

Nobody needs a key to verify it, and a backup is verified anywhere. Whoever could write all of the tables could compute
a chain anew: so its head is in each backup's event, and is printed by `manage.py verify_audit`, to be kept elsewhere.
"""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from shaf.audit.models import Dropped, Event, Link

COLUMNS = ("at", "what", "by", "by_name", "address", "branch", "about", "name", "details")
OF_DROPPED = ("first", "last", "began_at", "ended_at", "kinds", "seal")


def digest(event: Event) -> str:
    """Of all that an event says."""
    return _hash({column: _plain(getattr(event, column)) for column in COLUMNS})


def seal(link: Link, of_event: str, *, before: str) -> str:
    """Of a link: its number, its event by id and digest, and the seal before it, '' for the first."""
    return _hash({"number": link.number, "event": link.event, "digest": of_event, "before": before})


def said_of(dropped: Dropped) -> dict[str, Any]:
    """What the event of a dropped part says of it."""
    return {column: _plain(getattr(dropped, column)) for column in OF_DROPPED}


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat(timespec="microseconds") if isinstance(value, datetime) else value


def _hash(value: dict[str, Any]) -> str:
    said = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
