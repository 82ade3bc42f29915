"""What a harvester asks: a verb with its arguments, refused as the protocol says where they are wrong (3.6)."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

PREFIX = "oai_dc"
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
# The two granularities of a date, each with what its last moment lies within.
DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d", re.ASCII), "%Y-%m-%d", DAY),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII), "%Y-%m-%dT%H:%M:%SZ", SECOND),
)
FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
SET = re.compile(r"[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*", re.ASCII)
TOKEN = "resumptionToken"  # noqa: S105 - the name of an argument


class Refused(Exception):
    """`code`: one of the protocol's."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code = code


@dataclass(frozen=True, slots=True)
class Verb:
    """`whole`: whether a resumption token stands for all other arguments."""

    required: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    whole: bool = False


_LISTED = Verb(frozenset({"metadataPrefix"}), frozenset({"from", "until", "set"}), whole=True)
VERBS = MappingProxyType(
    {
        "Identify": Verb(),
        "ListMetadataFormats": Verb(optional=frozenset({"identifier"})),
        "ListSets": Verb(whole=True),
        "ListIdentifiers": _LISTED,
        "ListRecords": _LISTED,
        "GetRecord": Verb(frozenset({"identifier", "metadataPrefix"})),
    }
)


def arguments(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The arguments of a request, its verb among them. Raises Refused."""
    given = list(pairs)
    verbs = [value for name, value in given if name == "verb"]
    if len(verbs) != 1 or verbs[0] not in VERBS:
        raise Refused("badVerb", f"Give one verb: {', '.join(VERBS)}.")
    verb = VERBS[verbs[0]]
    names = Counter(name for name, _value in given if name != "verb")
    if repeated := [name for name, times in names.items() if times > 1]:
        raise Refused("badArgument", f"Given more than once: {', '.join(repeated)}.")
    if TOKEN in names and verb.whole:
        if len(names) > 1:
            raise Refused("badArgument", f"{TOKEN} stands alone.")
        return dict(given)
    if unknown := names.keys() - verb.required - verb.optional:
        raise Refused("badArgument", f"{verbs[0]} takes no {', '.join(sorted(unknown))}.")
    if missing := verb.required - names.keys():
        raise Refused("badArgument", f"{verbs[0]} needs {', '.join(sorted(missing))}.")
    found = dict(given)
    if "metadataPrefix" in found and found["metadataPrefix"] != PREFIX:
        raise Refused("cannotDisseminateFormat", f"The one format is {PREFIX}.")
    return found


def span(found: dict[str, str]) -> tuple[datetime, datetime]:
    """From when, and before when. Raises Refused."""
    begin = _date(found["from"]) if "from" in found else None
    end = _date(found["until"]) if "until" in found else None
    if begin and end and begin[1] != end[1]:
        raise Refused("badArgument", "from and until must have the same granularity.")
    if begin and end and begin[0] > end[0]:
        raise Refused("badArgument", "from must not be later than until.")
    if end and end[0] < LAST - end[1]:
        return begin[0] if begin else FIRST, end[0] + end[1]
    return begin[0] if begin else FIRST, LAST


def set_of(found: dict[str, str]) -> str:
    """'' for everything. Raises Refused."""
    spec = found.get("set", "")
    if "set" in found and not SET.fullmatch(spec):
        raise Refused("badArgument", "This is no setSpec.")
    return spec


def written(moment: datetime) -> str:
    """A datestamp, in whole seconds."""
    return moment.astimezone(UTC).strftime(DATES[1][1])


def _date(text: str) -> tuple[datetime, timedelta]:
    for pattern, form, within in DATES:
        if pattern.fullmatch(text):
            try:
                return datetime.strptime(text, form).replace(tzinfo=UTC), within
            except ValueError:
                break
    raise Refused("badArgument", "Dates are YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.")
