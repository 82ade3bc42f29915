"""Resumption tokens: what was asked and where the last page ended, so that a server keeps nothing of a harvest."""

import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from articles.site.oai.asked import Refused
from articles.site.oai.records import Position

LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Harvest:
    """A list that is asked for page by page. `after`: where the last page ended, None at the beginning."""

    spec: str
    begin: datetime
    end: datetime
    after: Position | None = None


def token_of(harvest: Harvest, after: Position) -> str:
    said = [harvest.spec, harvest.begin.isoformat(), harvest.end.isoformat(), after[0].isoformat(), after[1]]
    return base64.urlsafe_b64encode(json.dumps(said).encode()).decode()


def harvest_of(token: str) -> Harvest:
    """Raises Refused for what never was a token."""
    try:
        if len(token) > LONGEST:
            raise ValueError(token)
        spec, *times, pk = json.loads(base64.b64decode(token, "-_", validate=True))
        begin, end, at = (_moment(time) for time in times)
        if not isinstance(spec, str) or type(pk) is not int or not 0 < pk < 2**63:
            raise ValueError(token)
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise Refused("badResumptionToken", "This token was never given out. Begin again.") from error
    return Harvest(spec, begin, end, (at, pk))


def _moment(time: str) -> datetime:
    """Raises ValueError, TypeError or OverflowError."""
    moment = datetime.fromisoformat(time)
    if moment.utcoffset() is None:
        raise ValueError(time)
    return moment.astimezone(UTC)
