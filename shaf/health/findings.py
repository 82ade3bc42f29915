"""What a part of the installation has to say of itself."""

from dataclasses import dataclass

# The part does not do what it is for.
FAULT = "fault"
# It does, and a person should look at something.
WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """`level`: FAULT or WARNING; `what` is wrong and the `remedy`, in the language that was active."""

    level: str
    what: str
    remedy: str


def fault(what: str, remedy: str) -> Finding:
    return Finding(FAULT, what, remedy)


def warning(what: str, remedy: str) -> Finding:
    return Finding(WARNING, what, remedy)
