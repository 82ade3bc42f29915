"""What is said to a person who has not read it yet is not said again."""

from typing import Any

from django.contrib.messages.storage.base import Message
from django.contrib.messages.storage.session import SessionStorage


class SaidOnce(SessionStorage):
    """The stock store in the session, in which the same sentence waits once."""

    def add(self, level: int, message: Any, extra_tags: str | None = "") -> None:
        waiting = [*(() if self.used else self._loaded_messages), *self._queued_messages]
        if not any((one.level, str(one.message)) == (level, str(message)) for one in waiting):
            super().add(level, message, extra_tags)

    def queued(self) -> list[Message]:
        """What this request has said so far."""
        return self._queued_messages
