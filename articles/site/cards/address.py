"""Where a card is, and what of the edition it shows. Its address changes whenever its picture would."""

import hashlib

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext

from articles.press.models import Edition
from articles.site.addresses import path_of_report
from articles.site.cards import fonts
from articles.site.cards.drawing import HEIGHT, WIDTH, Card
from authors.models import Source
from shaf.product import release

SIZE = (WIDTH, HEIGHT)
NO_VERSION = "0" * 12


def card_path(edition: Edition, publisher: Source | None, name: str) -> str:
    """The path of the edition's card; '' where none can be drawn. `name`: the publisher's, in the edition's language.

    No query: the report's page says it in its head.
    """
    if not fonts.available():
        return ""
    pattern = path_of_report(edition.language, "card", edition.article_id, NO_VERSION, extension_of(edition))
    return pattern.replace(NO_VERSION, version_of(edition, publisher, name))


def extension_of(edition: Edition) -> str:
    return "jpg" if edition.cover else "png"


def version_of(edition: Edition, publisher: Source | None, name: str) -> str:
    """12 hexadecimal digits of a hash over all that the card shows and what draws it: messengers keep it by address."""
    accent = publisher.accent_colour if publisher else ""
    shown = "\n".join([release.identifier(), edition.fingerprint, name, accent, settings.TIME_ZONE])
    return hashlib.sha256(shown.encode()).hexdigest()[:12]


def card_of(edition: Edition, publisher: Source | None, name: str) -> Card:
    """What is printed on it. The edition's language must be the active one."""
    people = [f"{person['honorific']} {person['name']}".strip() for person in edition.byline["authors"]]
    return Card(
        language=edition.language,
        publisher=name,
        title=edition.title,
        branch=pgettext("an office of the centre", "%(city)s branch") % {"city": edition.credits["branch"]["name"]},
        byline=pgettext("between two names", ", ").join(people),
        date=date_format(edition.byline_date),
        accent=publisher.accent_colour if publisher else "",
        picture=edition.cover["picture"] if edition.cover else "",
    )


def alternative(edition: Edition, name: str) -> str:
    """What a reader hears in place of the picture."""
    return gettext("“%(title)s”, a report of %(publisher)s") % {"title": edition.title, "publisher": name}
