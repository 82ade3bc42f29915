"""A document of our own as a PDF. It reads pictures from our storage, and fetches nothing."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.storage import default_storage
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from shaf.pictures.storage import CONTENT_NAME, media_type


class Lacking(Exception):
    """A picture that cannot be read now, or is none of ours: without it there is no PDF, which is made for good."""


class _Stop(FatalURLFetchingError):
    """What WeasyPrint lets through; it sets a document without whatever else it cannot fetch."""


class OurPictures(URLFetcher):
    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """Raises _Stop."""
        path = urlsplit(url).path
        name = path.removeprefix(settings.MEDIA_URL)
        if path == name or not CONTENT_NAME.fullmatch(name):
            raise _Stop(url)
        try:
            with default_storage.open(name) as file:
                return URLFetcherResponse(url, file.read(), {"Content-Type": media_type(name)})
        except OSError as error:
            raise _Stop(f"{name}: {error}") from error


def pdf_of(html: str) -> bytes:
    """A tagged PDF (PDF/UA-1). Raises Lacking."""
    document = HTML(string=html, base_url=settings.SITE_URL, url_fetcher=OurPictures())
    try:
        return bytes(document.write_pdf(pdf_variant="pdf/ua-1"))
    except _Stop as stop:
        raise Lacking(str(stop)) from stop
