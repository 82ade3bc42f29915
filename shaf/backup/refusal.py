"""Why no backup was made, or none restored, and the exit status by which scripts know it."""

from enum import IntEnum


class Status(IntEnum):
    """Exit statuses of `backup` and `restore`. 1 and 2 are every command's: something failed, or was asked wrongly."""

    FAILED = 1
    DAMAGED = 3
    NOT_EMPTY = 4
    NEWER = 5
    LOST = 6
    BUSY = 7
    UNSOUND = 8


class Refused(Exception):
    """Says in a line or more what stands in the way and what to do."""

    def __init__(self, text: str, status: Status = Status.FAILED) -> None:
        super().__init__(text)
        self.status = status
