"""A verb that has happened already is told as what is, and not as a mistake."""

from datetime import datetime
from typing import Any

from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format

from articles.desk.article.four_eyes import printed_name
from articles.desk.article.refusal import Already, Refusal
from articles.desk.article.verbs import VERBS
from articles.models import Article, Track, Transition


def already(verb: str, who: str, at: datetime, *, code: str = "already") -> Already:
    return Already(code, VERBS[verb].already % {"who": f"\u2068{who}\u2069", "when": when(at)})


def when(at: datetime) -> str:
    """The time alone where it was today."""
    local = timezone.localtime(at)
    return date_format(local, "TIME_FORMAT" if local.date() == timezone.localdate() else "SHORT_DATETIME_FORMAT")


def not_again(track: Track, verb: str, to: str, typed: str = "") -> None:
    """Raises Already where the track is in state `to` because of this very verb.

    Where something else was `typed` (a reason) than is on record, it raises a plain Refusal that says the same, so that
    the page keeps what was typed.
    """
    if track.state == to:
        moved = track.article.transitions.filter(language=track.language).exclude(from_state=F("to_state"))
        _raise_if(verb, moved.first(), typed, code="state")


def no_change(article: Article, verb: str, language: str = "", **recorded: Any) -> None:
    """What was asked for is what stands. Raises Already where the verb put it there, with this on record."""
    last = article.transitions.filter(language=language, verb=verb).first() if verb else None
    if last and all(getattr(last, name) == value for name, value in recorded.items()):
        _raise_if(verb, last)


def last_of(track: Track, *verbs: str) -> Transition | None:
    """The last of these verbs that was done to the track."""
    return track.article.transitions.filter(language=track.language, verb__in=verbs).first()


def _raise_if(verb: str, last: Transition | None, typed: str = "", *, code: str = "already") -> None:
    if last is None or last.verb != verb:
        return
    found = already(verb, printed_name(last.by), last.at, code=code)
    if typed and typed.strip() != last.reason:
        raise Refusal(code, *found.messages)
    raise found
