"""A card of which only a part is the one that the press set, built from columns: among results, and beside a report.

It has the shape of the card that the press sets (templates/press/card.html); a test holds the two together.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from html import escape

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext

from articles.press.models import CorrectionKind, Edition
from articles.site.addresses import report_path
from articles.site.frame import branch_name
from articles.templatetags.typography import printed_name

# What it is built of, of an edition or of anything that says the same.
COLUMNS = (
    *("article_id", "language", "slug", "title", "credits", "series", "report_type"),
    *("byline_date", "live_from", "correction_kind"),
)
NOTHING = SafeString()
Mark = Callable[[str], SafeString]


def built_card(edition: Edition, *, text: SafeString = NOTHING, mark: Mark = conditional_escape) -> SafeString:
    """Return the card, under a heading, with what stands in the place of the summary.

    `mark` makes HTML of a name: one in which something is marked, for instance.
    """
    return mark_safe(  # noqa: S308 -- every piece is HTML already (`text`, `mark`, the two parts), or escaped here
        f'<article class="card">\n<p class="kicker">{_kicker(edition, mark)}</p>\n'
        f'<h3 class="headline"><a href="{escape(report_path(edition))}">{mark(edition.title)}</a></h3>\n'
        f'{text}<p class="byline">{_byline(edition, mark)}</p>\n</article>\n'
    )


def _kicker(edition: Edition, mark: Mark) -> str:
    """HTML."""
    kicker = f"<span>{mark(branch_name(edition.credits['branch']['name']))}</span>"
    if edition.report_type:
        kicker += f" <span><bdi>{mark(edition.report_type['name'])}</bdi></span>"
    if not edition.series:
        return kicker
    number = edition.series["number"]
    place = f"{escape(_between_parts())}<span>{escape(_number(number))}</span>" if number is not None else ""
    return f"{kicker} <span><bdi>{mark(edition.series['series']['name'])}</bdi>{place}</span>"


def _between_parts() -> str:
    return pgettext("between two parts of a citation", ", ")


def _number(number: int) -> str:
    return pgettext("place in a series", "no. %(number)s") % {"number": number}


def _byline(edition: Edition, mark: Mark) -> str:
    """HTML."""
    corrected = edition.live_from if edition.correction_kind == CorrectionKind.SUBSTANTIVE else None
    dates = _dates(edition.language, edition.byline_date, corrected)
    people = edition.byline["authors"]
    if not people:
        return dates
    between = escape(pgettext("between two names", ", "))
    names = between.join(f"<bdi>{mark(printed_name(person))}</bdi>" for person in people)
    return f'<span class="names">{names}</span> {dates}'


@lru_cache(maxsize=4096)
def _dates(language: str, day: date, corrected: datetime | None) -> SafeString:
    """Return what a card says of dates; it takes longer to write than all the rest."""
    with translation.override(language):
        shown = format_html('<time datetime="{}">{}</time>', day.isoformat(), date_format(day))
        if corrected is None:
            return shown
        said = gettext("corrected on %(date)s") % {"date": date_format(timezone.localtime(corrected))}
        return format_html('{} <span class="corrected">{}</span>', shown, said)
