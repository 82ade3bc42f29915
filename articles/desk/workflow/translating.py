"""Translation as a duty: which edition of the other language a text follows. No text and no version changes here."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.desk.article.refusal import Refusal
from articles.desk.article.states import WITHDRAWN
from articles.desk.article.translations import is_original, other
from articles.desk.workflow.repeated import no_change
from articles.desk.workflow.steps import note, track_of
from articles.models import Article, Edition, Revision, Track
from shaf.db.clock import database_now


@transaction.atomic
def translation_checked(article_id: int, language: str, *, by: AbstractBaseUser, edition: int) -> Track:
    """The text in `language` now follows the edition with this number of the other language; in any state."""
    article, track = track_of(article_id, language, "write", by)
    now = database_now()
    public = [edition for edition in Edition.of(article.pk) if edition.was_public_by(now)]
    if is_original(language, public):
        raise Refusal("original", _("This language was public first, so it is the original and follows no other."))
    followed = next((e for e in public if e.language == other(language) and e.number == edition), None)
    if followed is None:
        raise Refusal("edition", _("The other language has no such public edition. Open the page again."))
    if track.made_from == followed:
        no_change(article, "translation_checked", language)
    track.made_from = followed
    track.save(update_fields=["made_from"])
    note(track, "translation_checked", by=by, now=now)
    return track


def note_original(article: Article, track: Track, *, now: datetime, written: bool = False) -> None:
    """Note the edition that a text is made from, once: when it is first written or sent to review beside a public one.

    It is the newest that was public when the text was last changed, which is now unless it is `written` already; else
    the first: whoever wrote before a correction has not seen it. A language that was ever public itself has had its
    chance, or is the original.
    """
    if track.made_from_id:
        return
    public = [edition for edition in Edition.of(article.pk) if edition.was_public_by(now)]
    if not public or any(edition.language == track.language for edition in public):
        return
    if not any(edition.is_live_at(now) for edition in public):
        return
    read_at = last_written(article, track.language) if written else None
    seen = [edition for edition in public if edition.live_from <= (read_at or now)]
    track.made_from = seen[-1] if seen else public[0]
    track.save(update_fields=["made_from"])


def last_written(article: Article, language: str) -> datetime | None:
    """When somebody last changed a field of this language."""
    revisions = Revision.objects.filter(article=article).order_by("-version").values_list("at", "changed")
    return next((at for at, changed in revisions if any(f.endswith(f"_{language}") for f in changed)), None)


def original_moved(
    article: Article,
    language: str,
    *,
    by: AbstractBaseUser,
    now: datetime,
    edition: Edition | None = None,
    reason: str = "",
) -> None:
    """Record against the translation that its original in `language` has a new edition, or (None) was withdrawn."""
    translation = article.track(other(language))
    if translation.made_from is None or translation.state == WITHDRAWN:
        return
    if edition is not None and edition.number <= translation.made_from.number:
        return
    note(translation, "translation_stale", by=by, now=now, reason=reason)
