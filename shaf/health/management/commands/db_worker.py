"""The worker."""

import os
from typing import Any

from django.core.management.base import CommandError
from django.utils.autoreload import DJANGO_AUTORELOAD_ENV, run_with_reloader
from django_tasks_db.management.commands import db_worker

from shaf.health.worker import LastingWorker


class Command(db_worker.Command):
    help = (
        "Send mail, reminders and digests, and make picture sizes. While the database is away it waits. "
        "SIGTERM finishes the task that is begun."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.configure_logging(options["verbosity"])
        excluded = options["exclude_queues"].split(",") if options["exclude_queues"] else []
        if excluded and "*" not in options["queue_name"]:
            raise CommandError("--exclude-queues can only be used with --queue-name=*")
        names = ("interval", "batch", "backend_name", "startup_delay", "max_tasks", "worker_id")
        worker = LastingWorker(
            queue_names=options["queue_name"].split(","),
            excluded_queue_names=excluded,
            **{name: options[name] for name in names},
        )
        reload = options["reload"] and not options["batch"]
        if not reload or os.environ.get(DJANGO_AUTORELOAD_ENV) == "true":
            # Of two processes only the child has a worker to end.
            worker.configure_signals()
        if reload:
            run_with_reloader(worker.run)
        else:
            worker.run()
