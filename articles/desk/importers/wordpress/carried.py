"""Where each thing of the former site is now: its old addresses, handed to the press."""

from collections.abc import Iterable

from articles.desk.importers.wordpress.markup import Attachment
from articles.desk.importers.wordpress.posts import Post, day_of
from articles.desk.importers.wordpress.survey import Survey
from articles.press.models import OldAddress
from articles.press.old_addresses import GONE, Former, Leads, remember
from authors.models import Author, Branch, Entry, Page, ReportType, Series, Topic

Place = OldAddress.Place
PLACES: dict[type[Entry], Place] = {
    Branch: Place.BRANCH,
    Topic: Place.TOPIC,
    Series: Place.SERIES,
    ReportType: Place.TYPE,
    Author: Place.AUTHOR,
    Page: Place.PAGE,
}
TAXONOMIES = {"post_tag": "tag"}


def report(post: Post, article: int, language: str, home: str) -> None:
    for former in _formers(post, home):
        remember(former, Leads(Place.REPORT, article, language=language))


def page(post: Post, entry: Page, language: str, home: str) -> None:
    for former in _formers(post, home):
        remember(former, Leads(Place.PAGE, entry.pk, language=language))


def gone(post: Post, home: str) -> None:
    """It was public there and is not brought."""
    for former in _formers(post, home):
        remember(former, GONE)


def picture(attachment: Attachment, file: str, home: str) -> None:
    former = Former(
        kind="attachment",
        number=attachment.number,
        slug=attachment.slug,
        link=attachment.link,
        file=attachment.file,
        home=home,
    )
    remember(former, Leads(Place.PICTURE, file=file))


def term(found: Survey, key: tuple[str, str], entry: Entry) -> None:
    one = found.terms[key]
    former = Former(
        kind=TAXONOMIES.get(one.taxonomy, one.taxonomy),
        number=one.number,
        slug=one.slug,
        parents=tuple(_parents(found, key)),
        is_term=True,
        home=found.site.home,
    )
    remember(former, _leads(entry))


def person(found: Survey, login: str, entry: Author) -> None:
    one = found.people.get(login)
    former = Former(kind="author", number=one.number if one else 0, slug=login.lower(), home=found.site.home)
    remember(former, _leads(entry))


def _leads(entry: Entry) -> Leads:
    return Leads(PLACES[type(entry)], entry.pk, language="ar" if entry.name_ar else "en")


def _formers(post: Post, home: str) -> Iterable[Former]:
    entry = post.entry
    yield Former(
        kind=entry["wp:post_type"] or "post",
        number=post.number,
        slug=post.slug,
        link=post.link,
        day=day_of(entry),
        home=home,
    )
    guid = entry["guid"].strip()
    if entry.guid_is_address or guid.startswith(("http://", "https://")):
        yield Former(kind="guid", link=guid)


def _parents(found: Survey, key: tuple[str, str]) -> list[str]:
    parents: list[str] = []
    taxonomy, slug = key
    while (one := found.terms.get((taxonomy, slug))) and one.parent and one.parent not in parents:
        slug = one.parent
        parents.insert(0, slug)
    return parents
