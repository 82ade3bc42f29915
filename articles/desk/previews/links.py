"""The token of a preview link, and whether it still opens."""

from datetime import datetime

from django.core import signing

from articles.models import PreviewLink
from articles.press.models import Edition, Ended

SIGNER = signing.Signer(salt="articles.previews", sep=".")


def token_of(link: PreviewLink) -> str:
    """What stands in the address: the link's key, signed."""
    return SIGNER.sign(link.key)


def open_link(token: str, now: datetime) -> PreviewLink | None:
    """The link of this token; None if it is forged, unknown, expired or revoked, or its report is gone.

    What was withdrawn after the link was made is gone, too, whatever became of the text since.
    """
    try:
        key = SIGNER.unsign(token)
    except signing.BadSignature:
        return None
    links = PreviewLink.objects.filter(
        key=key, revoked_at=None, expires_at__gt=now, article__binned_at=None
    ).select_related("article")
    link = links.first()
    if link is None or withdrawn_since(link):
        return None
    return link


def withdrawn_since(link: PreviewLink) -> bool:
    withdrawn = Edition.objects.filter(article=link.article_id, language=link.language, ended_why=Ended.WITHDRAWN)
    return withdrawn.filter(live_until__gte=link.at).exists()
