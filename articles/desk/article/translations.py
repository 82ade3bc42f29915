"""A text and the edition of the other language that it was made from: where it stands, and where it was left behind."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.desk.article import draft
from articles.models import Article, Edition, Track, Transition
from articles.press.models import Ended


def other(language: str) -> str:
    """The language that a text in this one is translated from."""
    return next(code for code in draft.LANGUAGES if code != language)


@dataclass(frozen=True)
class Translation:
    """`made_from` is None where nobody has said which edition of the original the text follows."""

    language: str
    made_from: Edition | None
    newest: Edition
    withdrawn: bool

    @property
    def stale(self) -> bool:
        """Whether the original has a newer public edition than the text follows."""
        return self.made_from is not None and self.newest.number > self.made_from.number


def translation_of(article: Article, track: Track, now: datetime) -> Translation | None:
    """How this language stands to the other; None where the other was never public, or this one was so before it."""
    public = [edition for edition in Edition.of(article.pk) if edition.was_public_by(now)]
    originals = [edition for edition in public if edition.language == other(track.language)]
    if not originals or is_original(track.language, public):
        return None
    newest = originals[-1]
    made_from = next((edition for edition in originals if edition.pk == track.made_from_id), None)
    return Translation(track.language, made_from, newest, withdrawn=newest.ended_why == Ended.WITHDRAWN)


def is_original(language: str, public: list[Edition]) -> bool:
    """Whether the language was public before the other: then it is nobody's translation.

    An archive dates both to the same noon; there, the one that was published first counts.
    """
    mine = [(edition.first_live_from, edition.pk) for edition in public if edition.language == language]
    others = [(edition.first_live_from, edition.pk) for edition in public if edition.language != language]
    return bool(mine) and (not others or min(mine) < min(others))


def written() -> Q:
    """The tracks in whose language something stands."""
    found = Q(pk__in=[])
    for language in draft.LANGUAGES:
        some = Q(**{f"article__title_{language}__gt": ""}) | Q(**{f"article__body_{language}__gt": ""})
        found |= Q(language=language) & some
    return found


def left_behind(now: datetime) -> QuerySet[Track]:
    """The translations whose original has a newer public edition, or was withdrawn since somebody last looked."""
    originals = (
        Edition.objects.filter(article=OuterRef("article"), live_from__lte=now)
        .exclude(language=OuterRef("language"))
        .exclude(ended_why=Ended.CANCELLED)
    )
    seen = Transition.objects.filter(
        article=OuterRef("article"),
        verb="translation_checked",
        at__gt=OuterRef("live_until"),
    ).exclude(language=OuterRef("language"))
    withdrawn = originals.filter(ended_why=Ended.WITHDRAWN, live_until__lte=now).filter(~Exists(seen))
    return (
        Track.objects.filter(written(), made_from__isnull=False, article__binned_at__isnull=True)
        .exclude(state=Track.State.WITHDRAWN)
        .filter(
            Exists(originals.filter(number__gt=OuterRef("made_from__number")))
            | (Exists(withdrawn) & ~Exists(originals.exclude(live_until__lte=now)))
        )
    )


def untranslated(now: datetime) -> QuerySet[Track]:
    """The languages in which nothing is written of a report that is public in the other."""
    originals = (
        Edition.objects.filter(article=OuterRef("article"), live_from__lte=now)
        .exclude(language=OuterRef("language"))
        .exclude(live_until__lte=now)
    )
    return Track.objects.filter(Exists(originals), state=Track.State.DRAFT, article__binned_at__isnull=True).exclude(
        written()
    )
