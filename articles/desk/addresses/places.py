"""What a row of the old addresses leads to, in words and as an address."""

from urllib.parse import unquote, urlsplit

from django.urls import reverse
from django.utils import translation

from articles.press.models import OldAddress
from articles.press.old_addresses import Place
from authors.models import Author, Branch, Entry, Page, ReportType, Series, Source, Topic
from shaf.text import old_address

ENTRIES: dict[str, type[Entry]] = {
    "page": Page,
    "branch": Branch,
    "author": Author,
    "source": Source,
    "topic": Topic,
    "series": Series,
    "type": ReportType,
}


def described(row: OldAddress) -> str:
    """What is there, in words."""
    label = str(row.get_place_display())
    if row.place == Place.REPORT:
        return f"{label} {row.target}"
    if model := ENTRIES.get(row.place):
        entry = model.objects.filter(pk=row.target).first()
        return f"{label}: {entry}" if entry else label
    return label


def path_here(row: OldAddress) -> str:
    """The path of its place, decoded; '' where there is none, or none now."""
    with translation.override(row.language):
        if row.place == Place.HOME:
            return reverse("site:home")
        if row.place == Place.REPORT:
            return reverse("site:short", args=[row.target])
        if row.place in (Place.PICTURE, Place.FILE):
            return reverse("media", args=[row.file])
        model = ENTRIES.get(row.place)
        entry = model.objects.filter(pk=row.target).first() if model else None
        slug = entry.slug_in(row.language) if entry else ""
        return unquote(reverse(f"site:{row.place}", args=[slug])) if slug else ""


def known_place(address: str) -> str:
    """The path here to which an old address leads; '' where it leads nowhere."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    keys = [asked.key for asked in old_address.keys(parts.path, parts.query) if not asked.feed]
    rows = {row.address: row for row in OldAddress.objects.filter(address__in=keys)}
    found = next((rows[key] for key in keys if key in rows), None)
    return path_here(found) if found else ""
