"""Tasks that know which request set them, so that the worker's lines name it."""

from typing import Any

from django_tasks_db import DatabaseBackend

from shaf.logs import request_id
from shaf.logs.request_id import current

KEY = "request"


class NamingBackend(DatabaseBackend):
    """The library's, which notes beside a task's arguments the name of the request that set it."""

    def enqueue(self, task: Any, args: Any, kwargs: Any) -> Any:
        result = super().enqueue(task, args, kwargs)
        if name := current():
            row = result.db_result
            row.args_kwargs[KEY] = name
            row.save(update_fields=["args_kwargs"])
        return result


def set_by(row: Any) -> dict[str, str] | None:
    """The request that set this task (a DBTaskResult), as `request_id.request` has it; None where none did."""
    name = row.args_kwargs.get(KEY)
    return {request_id.KEY: name} if name else None
