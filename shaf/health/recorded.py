"""What the audit log tells of editions, compared with them: seals say nothing of one that is gone altogether."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.press.models import Edition, Ended
from shaf.audit.models import Event

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`what`: gone, seal (another than was published), or revived (withdrawn by the log, and not in the table)."""

    what: str
    event: int
    article: str
    language: str
    number: int


def contradictions(using: str = "default") -> Iterator[Contradiction]:
    """Every edition that the log says was published or withdrawn, and that does not stand so."""
    events = Event.objects.using(using).filter(what__in=("published", "withdrawn")).order_by("pk")
    batch: list[Event] = []
    for event in events.iterator(chunk_size=AT_ONCE):
        batch.append(event)
        if len(batch) == AT_ONCE:
            yield from _compared(batch, using)
            batch = []
    yield from _compared(batch, using)


def _compared(events: list[Event], using: str) -> Iterator[Contradiction]:
    ids = {event.details.get("edition") for event in events}
    rows = Edition.objects.using(using).filter(pk__in=ids).values_list("pk", "seal", "ended_why")
    found = {pk: (seal, ended_why) for pk, seal, ended_why in rows}
    for event in events:
        said = event.details
        seal, ended_why = found.get(said.get("edition"), (None, ""))
        what = ""
        if seal is None:
            what = "gone"
        elif event.what == "published" and seal != said.get("seal"):
            what = "seal"
        elif event.what == "withdrawn" and ended_why != Ended.WITHDRAWN:
            what = "revived"
        if what:
            yield Contradiction(what, event.pk, event.about, str(said.get("language")), int(said.get("number") or 0))
