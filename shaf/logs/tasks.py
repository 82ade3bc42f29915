"""Tasks that know which request set them, so that the worker's lines name it."""

from typing import Any

from django_tasks_db import DatabaseBackend

from shaf.logs.request_id import current

KEY = "request"


class NamingBackend(DatabaseBackend):
    """The library's, which notes beside a task's arguments the name of the request that set it."""

    def enqueue(self, task: Any, args: Any, kwargs: Any) -> Any:
        result = super().enqueue(task, args, kwargs)
        if name := current.get():
            row = result.db_result
            row.args_kwargs[KEY] = name
            row.save(update_fields=["args_kwargs"])
        return result


def set_by(row: Any) -> str:
    """The name of the request that set this task (a DBTaskResult); empty where none did."""
    return str(row.args_kwargs.get(KEY, ""))
