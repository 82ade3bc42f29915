"""What public templates need to print dates, names, directions and pictures."""

import re
from datetime import date, datetime
from math import ceil
from typing import Any

from django import template
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info, pgettext

from shaf.pictures.markup import IN_TEXT, picture_markup
from shaf.pictures.storage import media_type
from shaf.text.arabic import slugify

register = template.Library()

WORDS_A_MINUTE = 190
# A run of digits in groups, as telephone numbers are written.
TELEPHONE = re.compile(r"\+?\(?[0-9][0-9() \u00a0-]{5,}[0-9]")


@register.filter
def from_iso(value: str | None) -> date | None:
    """A credit's date; JSON holds it as ISO 8601."""
    return date.fromisoformat(value) if value else None


@register.filter(expects_localtime=True)
def to_iso(value: datetime) -> str:
    """The value of `datetime` on a `<time>`; in whole seconds, for HTML knows no microseconds."""
    return value.isoformat(timespec="seconds")


@register.filter
def credit_date(day: date) -> str:
    """As attributions print it: 16/11/2025 in Arabic; in English, where that is read in two ways, 16 November 2025."""
    return date_format(day, "DATE_FORMAT" if get_language() == "en" else "SHORT_DATE_FORMAT")


@register.filter
def minutes(words: int) -> int:
    """Reading time in whole minutes, at least one."""
    return max(1, ceil(words / WORDS_A_MINUTE))


@register.filter
def direction(language: str) -> str:
    """The value of `dir` for a text in this language (BCP 47); 'auto' where it is not known."""
    try:
        return "rtl" if get_language_info(language.lower())["bidi"] else "ltr"
    except KeyError:
        return "auto"


@register.filter
def printed_name(person: dict[str, Any]) -> str:
    """An author as credited, with the honorific before the name."""
    return f"{person['honorific']} {person['name']}".strip()


@register.filter
def picture_url(name: str) -> str:
    """The path of a picture of an edition, from its stored name."""
    return f"{settings.MEDIA_URL}{name}"


@register.filter
def file_facts(size: int, name: str) -> SafeString:
    """What a file is and how large: (PDF, 1.2 MB), its kind in one piece whatever the direction."""
    kind = name.rpartition(".")[2].upper()
    return format_html("<bdi>{}</bdi>{}{}", kind, pgettext("between two names", ", "), filesizeformat(size))


@register.filter
def download_name(title: str, name: str) -> str:
    """Under which a browser keeps a file: its title, and the extension that its content has."""
    return f"{slugify(title) or 'file'}.{name.rpartition('.')[2]}"


@register.filter
def file_type(name: str) -> str:
    return media_type(name)


@register.filter
def contact(text: str) -> SafeString:
    """Lines of an address, with telephone numbers in one piece: their groups would stand in Arabic order."""
    lines = linebreaks(text, autoescape=True)
    # Safe: escaped by linebreaks, and a number is digits and signs.
    return mark_safe(TELEPHONE.sub(r'<bdi dir="ltr">\g<0></bdi>', lines))  # noqa: S308


@register.simple_tag
def picture(name: str, width: int, height: int, alt: str, sizes: str = IN_TEXT, lazy: bool = True) -> SafeString:
    """A picture of an edition in every size that there is of it; see shaf/pictures/markup.py."""
    return picture_markup(name, width, height, alt=alt, sizes=sizes, lazy=lazy)
