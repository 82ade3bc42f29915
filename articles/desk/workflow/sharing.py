"""Preview links: one version of a report for somebody without an account, for a time."""

from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.desk.article.refusal import Refusal
from articles.desk.article.to_manuscript import manuscript
from articles.desk.workflow.repeated import already
from articles.desk.workflow.steps import note, require_applies, require_printable, track_of
from articles.models import PreviewLink
from articles.press.manuscript import canonical_text, fingerprint
from shaf.db.clock import database_now

DEFAULT_HOURS = 72
MAX_HOURS = 30 * 24
RECIPIENT_LIMIT = PreviewLink._meta.get_field("recipient").max_length


@transaction.atomic
def share_preview(
    article_id: int, language: str, *, by: AbstractBaseUser, recipient: str = "", hours: int = DEFAULT_HOURS
) -> PreviewLink:
    """A link to exactly this version as it stands, valid for `hours`; `recipient` says for whom, to the desk alone."""
    article, track = track_of(article_id, language, "share_preview", by)
    require_applies(track, "share_preview")
    if not 1 <= hours <= MAX_HOURS:
        raise Refusal("hours", _("A preview link is valid for at most 30 days. Choose a shorter time."))
    recipient = " ".join(recipient.split())
    if len(recipient) > RECIPIENT_LIMIT:
        raise Refusal("recipient", _("The name of the recipient is too long. Shorten it to 200 characters."))
    text = manuscript(article, language)
    require_printable(text)
    canonical, now = canonical_text(text), database_now()
    link = PreviewLink.objects.create(
        article=article,
        language=language,
        version=article.version,
        manuscript=canonical,
        recipient=recipient,
        by_id=by.pk,
        at=now,
        expires_at=now + timedelta(hours=hours),
    )
    note(track, "share_preview", by=by, now=now, reason=recipient, fingerprint=fingerprint(canonical))
    return link


@transaction.atomic
def revoke_preview(link_id: int, *, by: AbstractBaseUser) -> PreviewLink:
    """The link opens nothing from now on. Raises Already where it opens nothing by now."""
    link = PreviewLink.objects.filter(pk=link_id).first()
    if link is None:
        raise Refusal("gone", _("This link does not exist any more."))
    _article, track = track_of(link.article_id, link.language, "share_preview", by)
    link = PreviewLink.objects.select_for_update().get(pk=link_id)
    if link.revoked_at:
        raise already("revoke_preview", "", link.revoked_at)
    now = database_now()
    link.revoked_at = now
    link.save(update_fields=["revoked_at"])
    note(track, "revoke_preview", by=by, now=now, reason=link.recipient)
    return link
