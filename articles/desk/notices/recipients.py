"""Whom a transition concerns."""

from collections.abc import Callable

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet

from articles.desk.article import draft, rights
from articles.desk.article.four_eyes import contributors
from articles.desk.article.verb import Whom
from articles.desk.article.verbs import VERBS
from articles.models import Article, Edition, Transition
from shaf.db.clock import database_now

People = set[int]


def recipients(transition: Transition) -> QuerySet[AbstractBaseUser]:
    """The people to tell: those whom the verb concerns and who see the article, and never the one who did it."""
    told = VERBS[transition.verb].told
    ids = set().union(*(PEOPLE[whom](transition) for whom in told.whom)) if told else set()
    return rights.who_sees(transition.article).filter(pk__in=ids - {transition.by_id})


def reviewers(article: Article, language: str) -> People:
    """Who may decide on this language now: not those whom four eyes shuts out."""
    track = article.tracks.get(language=language)
    live = Edition.live_in(article.pk, language, database_now())
    return _ids(rights.who_decides(article, track)) - _ids(contributors(article, language, live))


def writers(article: Article, language: str) -> People:
    """Who contributed since the edition that is live; where nobody has yet, who wrote the newest edition."""
    found = _ids(contributors(article, language, Edition.live_in(article.pk, language, database_now())))
    if not found:
        newest = article.editions.filter(language=language).order_by("-number").first()
        found = _written_by(newest)
    return found


def _reviewers(transition: Transition) -> People:
    return reviewers(transition.article, transition.language)


def _writers(transition: Transition) -> People:
    return writers(transition.article, transition.language)


def _all_writers(transition: Transition) -> People:
    """Of every language: what concerns the whole report."""
    return set().union(*(writers(transition.article, language) for language in draft.LANGUAGES))


def _writers_of_edition(transition: Transition) -> People:
    """Of the edition that was approved, moved or cancelled."""
    return _written_by(transition.edition) or _writers(transition)


def _everybody_concerned(transition: Transition) -> People:
    """Whoever ever wrote this language, and the branch's editors."""
    article, language = transition.article, transition.language
    decide = rights.who_decides(article, article.tracks.get(language=language))
    return _ids(contributors(article, language, None)) | _ids(decide)


def _writers_and_approver(transition: Transition) -> People:
    newest = transition.article.editions.filter(language=transition.language).order_by("-number").first()
    return _writers(transition) | _written_by(newest) | ({newest.approved_by_id} if newest else set())


def _called_in(transition: Transition) -> People:
    return {transition.article.tracks.get(language=transition.language).guest_editor_id} - {None}


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
