"""Whom a transition concerns."""

from collections.abc import Callable
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet

from articles.desk.article import draft, rights
from articles.desk.article.four_eyes import contributions_since, standing_on
from articles.desk.article.verb import Whom
from articles.desk.article.verbs import VERBS
from articles.models import Article, Edition, Transition

People = set[int]


def recipients(transition: Transition) -> list[AbstractBaseUser]:
    """The people to tell: those whom the verb concerns and who see the article, and never the one who did it."""
    told = VERBS[transition.verb].told
    ids = set().union(*(PEOPLE[whom](transition) for whom in told.whom)) if told else set()
    return rights.seeing(transition.article, ids - {transition.by_id})


def reviewers(article: Article, language: str, now: datetime) -> People:
    """Who may decide on this language at `now`: not those whom four eyes shuts out."""
    live = Edition.live_in(article.pk, language, now)
    wrote = set(contributions_since(live, article, language).values_list("by", flat=True))
    return _ids(rights.who_decides(article, article.track(language))) - wrote - standing_on(wrote)


def writers(article: Article, language: str, now: datetime) -> People:
    """Who contributed since the edition that is live; where nobody has yet, who wrote the newest edition."""
    editions = Edition.of(article.pk, language)
    live = next((edition for edition in editions if edition.is_live_at(now)), None)
    found = contributions_since(live, article, language).values_list("by", flat=True)
    return set(found) or _written_by(editions[-1] if editions else None)


def _reviewers(transition: Transition) -> People:
    return reviewers(transition.article, transition.language, transition.at)


def _writers(transition: Transition) -> People:
    return writers(transition.article, transition.language, transition.at)


def _all_writers(transition: Transition) -> People:
    """Of every language: what concerns the whole report."""
    return set().union(*(writers(transition.article, language, transition.at) for language in draft.LANGUAGES))


def _writers_of_edition(transition: Transition) -> People:
    """Of the edition that was approved, moved or cancelled."""
    return _written_by(transition.edition) or _writers(transition)


def _everybody_concerned(transition: Transition) -> People:
    """Whoever ever wrote this language, and the branch's editors."""
    article, language = transition.article, transition.language
    wrote = contributions_since(None, article, language).values_list("by", flat=True)
    return set(wrote) | _ids(rights.who_decides(article, article.track(language)))


def _writers_and_approver(transition: Transition) -> People:
    editions = Edition.of(transition.article_id, transition.language)
    newest = editions[-1] if editions else None
    return _writers(transition) | _written_by(newest) | ({newest.approved_by_id} if newest else set())


def _called_in(transition: Transition) -> People:
    return {transition.article.track(transition.language).guest_editor_id} - {None}


def _in_discussion(transition: Transition) -> People:
    """The writers, and who else has remarked on this language."""
    notes = transition.article.notes.filter(language=transition.language)
    return _writers(transition) | set(notes.values_list("by", flat=True))


def _remarked(transition: Transition) -> People:
    return {transition.note.by_id} if transition.note else set()


PEOPLE: dict[Whom, Callable[[Transition], People]] = {
    Whom.REVIEWERS: _reviewers,
    Whom.WRITERS: _writers,
    Whom.WRITERS_OF_ALL: _all_writers,
    Whom.WRITERS_OF_EDITION: _writers_of_edition,
    Whom.WRITERS_AND_APPROVER: _writers_and_approver,
    Whom.ALL_CONCERNED: _everybody_concerned,
    Whom.CALLED_IN: _called_in,
    Whom.IN_DISCUSSION: _in_discussion,
    Whom.WHO_REMARKED: _remarked,
}


def _written_by(edition: Edition | None) -> People:
    return {person["id"] for person in edition.written_by} if edition else set()


def _ids(users: QuerySet[AbstractBaseUser]) -> People:
    return set(users.values_list("pk", flat=True))
