"""The worker that outlives its database: while that is away it waits, and it says so once.

A task that it was at when the database went stays marked as running; a later round takes it up
(articles/desk/notices/worker.py).
"""

import logging
import threading
import time
from typing import Any

from django.conf import settings
from django.db import Error, InterfaceError, OperationalError, connections
from django_tasks_db.management.commands.db_worker import Worker

from shaf import heartbeats
from shaf.logs import request_id, tasks

# Seconds.
BEAT_EVERY = 10
LONGEST_TASK = 600
FIRST_PAUSE, LONGEST_PAUSE = 1, 30
# A worker that ran for so long again has found its database in order.
IN_ORDER = 60

logger = logging.getLogger(__name__)


class LastingWorker(Worker):
    """The library's, with a heartbeat. One that is to end by itself (`batch`, `max_tasks`) has neither."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.pause = FIRST_PAUSE
        self.busy_since: float | None = None

    def run(self) -> None:
        """Work until told to end."""
        if self.batch or self.max_tasks is not None:
            super().run()
            return
        threading.Thread(target=self._keep_beating, name="heartbeat", daemon=True).start()
        while self.running:
            begun = time.monotonic()
            try:
                super().run()
            except (OperationalError, InterfaceError) as error:
                if time.monotonic() - begun > IN_ORDER:
                    self.pause = FIRST_PAUSE
                self._wait_for_database(error)

    def run_task(self, db_task_result: Any) -> None:
        self.busy_since = time.monotonic()
        named = request_id.current.set(tasks.set_by(db_task_result))
        try:
            super().run_task(db_task_result)
        finally:
            request_id.current.reset(named)
            self.busy_since = None

    def _wait_for_database(self, error: Exception) -> None:
        logger.error("The database is away, and the worker waits for it: %s", " ".join(str(error).split()))
        while self.running:
            connections.close_all()
            time.sleep(self.pause)
            try:
                heartbeats.beat(heartbeats.WORKER)
            except Error:
                continue
            logger.warning("The database is back, and the worker goes on.")
            self.pause = min(self.pause * 2, LONGEST_PAUSE)
            self.startup_delay = False
            return

    def _keep_beating(self) -> None:
        """In a thread, since a replica is looked at each second, and one task may take minutes."""
        has_replica = bool(getattr(settings, "DATABASE_REPLICA_URL", ""))
        due = 0.0
        while self.running:
            now, busy_since = time.monotonic(), self.busy_since
            stuck = busy_since is not None and now - busy_since > LONGEST_TASK
            try:
                if has_replica:
                    heartbeats.beat(heartbeats.PRIMARY)
                if now >= due and not stuck:
                    heartbeats.beat(heartbeats.WORKER)
                    due = now + BEAT_EVERY
            except Error:
                # The loop meets the same, and says it.
                connections.close_all()
            time.sleep(1)
        connections.close_all()
