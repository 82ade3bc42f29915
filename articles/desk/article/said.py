"""Sentences that can be said again in another language: what one person's run finds, another reads at the desk."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils import translation
from django.utils.functional import Promise


class Said(str):
    """A text in the language of the moment in which it was made, which knows how to say itself anew.

    `msgid`: what it was made of, by which its kind is known.
    """

    again: Callable[[], str]
    msgid: str

    def __new__(cls, again: Callable[[], str], msgid: str = "") -> "Said":
        text = super().__new__(cls, again())
        text.again, text.msgid = again, msgid
        return text

    def __mod__(self, values: Any) -> "Said":
        return Said(lambda: self.again() % _now(values), self.msgid)


def gettext(msgid: str) -> Said:
    return Said(lambda: translation.gettext(msgid), msgid)


def joined(sentences: Iterable[str | Promise]) -> Said:
    """One after another."""
    parts = list(sentences)
    first = next((part.msgid for part in parts if isinstance(part, Said)), "")
    return Said(lambda: " ".join(str(_now(part)) for part in parts), first)


def said_in(text: str | Promise, language: str) -> str:
    """The text in this language, where it can be said again; else as it is."""
    with translation.override(language):
        return str(_now(text))


def _now(value: Any) -> Any:
    if isinstance(value, Said):
        return value.again()
    if isinstance(value, dict):
        return {name: _now(one) for name, one in value.items()}
    return value
