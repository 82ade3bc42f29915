"""Figures for a monitoring system, in Prometheus' text format (prometheus.io/docs/instrumenting/exposition_formats)."""

import os
import threading
from collections.abc import Iterable, Iterator

from django.db.models import Count
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from articles.desk.notices.outbox import in_trouble
from articles.models import Notice, Track
from articles.press.models import Edition
from shaf import heartbeats
from shaf.db.clock import database_now
from shaf.health import asking, files
from shaf.health.database import size
from shaf.health.parts import DATABASE, MEDIA, PARTS

# Name, labels, value.
Sample = tuple[str, dict[str, str], float]
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
# Name → type, and what it says.
METRICS = {
    "shaf_requests_total": (
        "counter",
        "Requests that this process answered; kept: in front of Django.",
    ),
    "shaf_part_in_order": ("gauge", "1 where a part of the installation is not at fault (/readyz)."),
    "shaf_letters": ("gauge", "Letters of the desk that wait, and that a person should look at."),
    "shaf_tasks_waiting": ("gauge", "Tasks that wait for the worker, rounds that are due later among them."),
    "shaf_heartbeat_age_seconds": ("gauge", "How long ago the worker beat, a backup was complete."),
    "shaf_editions": ("gauge", "Editions that are public."),
    "shaf_articles": ("gauge", "Reports in each language, by state."),
    "shaf_database_bytes": ("gauge", "Bytes that the database takes."),
    "shaf_disk_free_bytes": ("gauge", "Bytes that are free for pictures and for the embedded database."),
}


class Requests:
    """How many requests this process has answered, by class of status and whether the page was kept."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.counts: dict[tuple[str, bool], int] = {}

    def count(self, status: str, kept: bool) -> None:
        key = (status[:1], kept)
        with self.lock:
            self.counts[key] = self.counts.get(key, 0) + 1

    def samples(self) -> Iterator[Sample]:
        process = str(os.getpid())
        for (status, kept), number in sorted(self.counts.items()):
            yield "shaf_requests_total", {"status": f"{status}xx", "kept": str(int(kept)), "process": process}, number


def exposition(requests: Requests) -> str:
    """All figures that can be had within the time of a monitor; those of a part that is away are not there."""
    samples = list(requests.samples())
    ready = [part for part in PARTS if part.ready]
    found = asking.asked(
        ready,
        {
            DATABASE: lambda: samples.extend(_of_database()),
            MEDIA: lambda: samples.extend(_of_disks()),
        },
    )
    samples += [
        ("shaf_part_in_order", {"part": name}, float(not asking.is_at_fault(findings)))
        for name, findings in found.items()
    ]
    return "".join(_lines(list(samples)))


def _of_database() -> Iterator[Sample]:
    try:
        yield from list(_counted())
    except Exception:  # the parts say what is away
        return


def _counted() -> Iterator[Sample]:
    waiting = Notice.objects.filter(mail=Notice.Mail.WAITING).count()
    yield "shaf_letters", {"state": "waiting"}, waiting
    yield "shaf_letters", {"state": "failed"}, Notice.objects.filter(mail=Notice.Mail.FAILED).count()
    yield "shaf_letters", {"state": "in_trouble"}, in_trouble().count()
    yield "shaf_tasks_waiting", {}, DBTaskResult.objects.filter(status=TaskResultStatus.READY).count()
    for name in (heartbeats.WORKER, heartbeats.BACKUP):
        if (age := heartbeats.age(name)) is not None:
            yield "shaf_heartbeat_age_seconds", {"name": name}, max(0.0, age.total_seconds())
    yield "shaf_editions", {}, Edition.live_at(database_now()).count()
    by_state = Track.objects.order_by().values_list("language", "state").annotate(n=Count("pk"))
    for language, state, number in by_state:
        yield "shaf_articles", {"language": language, "state": state}, number
    yield "shaf_database_bytes", {}, size()


def _of_disks() -> Iterator[Sample]:
    for what, folder in files.folders().items():
        yield "shaf_disk_free_bytes", {"of": what}, files.free(folder)


def _lines(samples: Iterable[Sample]) -> Iterator[str]:
    for metric, (kind, says) in METRICS.items():
        of_metric = [sample for sample in samples if sample[0] == metric]
        if of_metric:
            yield f"# HELP {metric} {says}\n# TYPE {metric} {kind}\n"
        for _name, labels, value in of_metric:
            told = ",".join(f'{label}="{said}"' for label, said in labels.items())
            yield f"{metric}{{{told}}} {round(value, 3)}\n" if told else f"{metric} {round(value, 3)}\n"
