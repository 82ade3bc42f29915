"""A report's card: public if and only if the edition that it shows is live."""

import logging
from functools import lru_cache

from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from articles.site import lists
from articles.site.cards import fonts
from articles.site.cards.address import card_of, extension_of, version_of
from articles.site.cards.drawing import Card, encoded
from articles.site.errors import absent, withdrawn_or_absent
from articles.site.frame import core_of
from articles.site.public_state import public_state
from shaf.pictures.away import storage_is_away

# A copy may outlive a withdrawal by this much (seconds), wherever it is kept.
REST = "public, max-age=60"
TYPES = {"png": "image/png", "jpg": "image/jpeg"}
SHOWN = ("article_id", "language", "fingerprint", "title", "credits", "byline_date", "cover")

logger = logging.getLogger(__name__)


@require_safe
def social_card(request: HttpRequest, article: int, card: str, extension: str) -> HttpResponse:
    """410 and 404 as for the report; an address of another text than the present one is a 404."""
    state = public_state(request.LANGUAGE_CODE)
    editions = lists.live_of(article, state.now).only(*SHOWN)
    edition = next((edition for edition in editions if edition.language == state.language), None)
    if edition is None:
        return withdrawn_or_absent(state, lists.past(article, state.language, state.now))
    core = core_of(state)
    publisher, name = core.publisher, core.name
    present = (version_of(edition, publisher, name), extension_of(edition))
    if (card, extension) != present or not fonts.available():
        return absent(state)
    headers = {"ETag": f'"{card}"', "Cache-Control": REST}
    if request.headers.get("If-None-Match") == headers["ETag"]:
        return HttpResponseNotModified(headers=headers)
    try:
        drawn = _picture(card_of(edition, publisher, name), extension)
    except OSError as error:
        logger.error("The cover of report %s cannot be read: %s", article, error)
        return storage_is_away()
    return HttpResponse(drawn, TYPES[extension], headers=headers)


@lru_cache(maxsize=64)
def _picture(shown: Card, extension: str) -> bytes:
    """Drawn once for as long as it is among the last 64 asked for: some 2 MB, and 7 with photographs."""
    return encoded(shown, extension, _cover(shown.picture) if shown.picture else None)


def _cover(picture: str) -> bytes | None:
    """The stored bytes. A card without its cover is better than none, so a file that is missing is left out.

    Raises OSError where it is not known whether it is.
    """
    try:
        with default_storage.open(picture) as file:
            return file.read()
    except FileNotFoundError:
        return None
