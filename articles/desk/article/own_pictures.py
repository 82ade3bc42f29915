"""Whose pictures a text may show. A text names a file, and each branch may have a row of it: its own is what counts.

Without that a name alone would be a key: whoever typed another branch's would see its picture, and publish it.
"""

from collections.abc import Collection, Iterator

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.models import Picture, Revision
from articles.press.findings import lazy_text
from articles.press.html import reading
from articles.press.models import Edition, PictureIndex
from shaf.db.clock import database_now


def of_report(names: Collection[str], article: int | None, branch: int) -> set[str]:
    """Those of these files that are the report's: uploaded in its branch, or in one from which it was moved here.

    What belongs to no branch is the report's where whoever uploaded it wrote in it.
    """
    if not names:
        return set()
    found = set(Picture.objects.filter(file__in=names, branch=branch).values_list("file", flat=True))
    if found >= set(names) or article is None:
        return found
    revisions = Revision.objects.filter(article=article)
    moved = revisions.filter(changed__has_key="branch")
    was = {pk for pk in moved.order_by().values_list("draft__branch", flat=True) if pk}
    theirs = Q(branch__in=was) | Q(branch=None, uploaded_by__in=revisions.order_by().values("by"))
    return found | set(Picture.objects.filter(theirs, file__in=names).values_list("file", flat=True))


def of_others(body: str, article: int, branch: int) -> Iterator[Promise]:
    """What to say of each picture that a stored text shows and that may not go out with it.

    What an edition of the report printed before is no secret of anybody's any more.
    """
    places = reading.picture_places(body)
    rest = places.keys() - of_report(places, article, branch)
    if rest:
        public = Edition.public_by(database_now()).filter(article=article).values("pk")
        rest -= set(PictureIndex.objects.filter(picture__in=rest, edition__in=public).values_list("picture", flat=True))
    return (not_in_library(*places[name]) for name in places if name in rest)


@lazy_text
def not_in_library(number: int, words: str) -> str:
    """`number`: its place among the pictures; `words`: those before it, '' at the beginning."""
    if not words:
        message = _(
            "Picture %(n)d, at the beginning of the text, is not in your branch’s library. "
            "Delete it from the text, then upload it anew."
        )
        return message % {"n": number}
    message = _(
        "Picture %(n)d, after “%(words)s”, is not in your branch’s library. "
        "Delete it from the text, then upload it anew."
    )
    return message % {"n": number, "words": f"\u2068{words}\u2069"}
