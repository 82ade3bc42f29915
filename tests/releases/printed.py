"""What the public is shown at an address, without how it looks.

What a release shows is written down in this form once; a later one that shows the same in other markup teaches
`printed_at` its markup. Left out, since it may differ: the release's identifier, the names of static files, labels, the
spelling of dates, the sizes in which a picture is offered, what stands around a report (menu, related and recent
reports, disclaimer, minutes of reading, ways to share it), what else an entry's page says of it, HTTP headers.
"""

import hashlib
import json
from itertools import chain
from typing import Any
from urllib.parse import unquote, urlsplit

import feedparser
from django.core.management import call_command
from django.test import Client
from lxml import etree, html

from articles.press.derived.index import index_anew
from articles.press.models import AuthorIndex, Edition, Printed
from authors.models import Author
from shaf.pictures.storage import CONTENT_NAME
from tests.site.reading import select, text

Shown = dict[str, Any]
LOCATIONS = "//*[local-name() = 'loc']/text()"


def printed(addresses: list[str]) -> dict[str, Shown]:
    """Return what anybody is shown at these addresses now."""
    client = Client()
    shown = {address: printed_at(client, address) for address in dict.fromkeys(addresses)}
    for entry in (entry for page in shown.values() for entry in page.get("entries", ())):
        # In full: the report's text and credits stand in the feed.
        written, report = entry.pop("text"), shown[entry["address"]]
        said = chain(report["body"], *report["credits"])
        entry["lacks"] = [words for words in said if words not in written]
    return shown


def printed_twice(addresses: list[str]) -> list[dict[str, Shown]]:
    """Return what is shown as an earlier release had set it, and what once all that is derived was made anew."""
    before = printed(addresses)
    call_command("repress", verbosity=0)
    call_command("rebuild_search", verbosity=0)
    return [before, printed(addresses)]


def bylines_twice(_addresses: list[str]) -> list[list[list[int]]]:
    """Return which rows of authors are of a byline, as they were migrated and as the press writes them."""

    def bylines() -> list[list[int]]:
        return sorted(map(list, AuthorIndex.objects.filter(in_byline=True).values_list("edition", "entry")))

    before = bylines()
    merged = dict(Author.objects.exclude(merged_into=None).values_list("pk", "merged_into"))
    for edition in Edition.objects.all():
        index_anew(edition, merged_authors=merged)
    return [before, bylines()]


def printed_with_a_word_changed_and_a_name_lost(addresses: list[str]) -> dict[str, Shown]:
    """Return what is shown once a page was tampered with, and the entry of a feed: a control."""
    for row in Printed.objects.all():
        row.page = row.page.replace("ميناء جدة".encode(), "ميناء عدن".encode())
        row.item = row.item.replace("باسل المحمد".encode(), b"")
        row.save()
    return printed(addresses)


def printed_at(client: Client, address: str) -> Shown:
    response = client.get(address)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    shown: Shown = {"status": response.status_code}
    if response.has_header("Location"):
        return shown | {"location": unquote(response["Location"])}
    kind = response.get("Content-Type", "").partition(";")[0]
    if kind.startswith("image/"):
        return shown | {"picture": hashlib.sha256(content).hexdigest()}
    if kind.endswith("xml"):
        return shown | _document(content)
    if kind == "text/html" and response.status_code in (200, 410):
        return shown | _page(html.fromstring(content.decode()))
    if kind.endswith("json"):
        return shown | {"entries": [_json_entry(item) for item in json.loads(content)["items"]]}
    return shown


def _page(page: html.HtmlElement) -> Shown:
    shown = {"language": page.get("lang"), "direction": page.get("dir")}
    if reports := select(page, "article.report"):
        return shown | _report(reports[0])
    if withdrawn := select(page, "dl.withdrawal"):
        return shown | {"title": text(select(page, "main h1")[0]), "reason": text(select(withdrawn[0], "dd")[0])}
    return shown | {"headlines": [[text(link), unquote(link.get("href"))] for link in select(page, ".headline a")]}


def _report(report: html.HtmlElement) -> Shown:
    (body,) = select(report, ".text")
    return {
        "title": text(select(report, "h1")[0]),
        "standfirst": [text(line) for line in select(report, ".standfirst")],
        "names": [text(names) for names in select(report, ".opening .names")],
        "date": [time.get("datetime") for time in select(report, ".opening time")],
        "key points": [text(point) for point in select(report, ".key-points li")],
        "contents": [[text(link), link.get("href")] for link in select(report, ".contents a")],
        "body": [text(block) for block in body],
        "links": [link.get("href") for link in select(body, "a") if "anchor" not in link.get("class", "")],
        "pictures": [[_original(image.get("src")), image.get("alt")] for image in select(report, "img")],
        "captions": [text(caption) for caption in select(report, "figcaption")],
        "credits": [
            [text(part) for part in select(credit, "dd") if not select(part, "time")]
            for credit in select(report, ".attributions dl")
        ],
        "dates of credits": [time.get("datetime") for time in select(report, ".attributions time")],
        "topics": [text(topic) for topic in select(report, ".topics bdi")],
        "correction": [text(note) for note in select(report, "aside.correction p") if note.get("class") != "label"],
    }


def _document(content: bytes) -> Shown:
    if locations := etree.fromstring(content).xpath(LOCATIONS):
        return {"locations": [_address(location) for location in locations]}
    return {"entries": [_entry(entry) for entry in feedparser.parse(content).entries]}


def _entry(entry: feedparser.FeedParserDict) -> Shown:
    written = (*(one.value for one in entry.get("content", ())), entry.get("summary", ""))[0]
    times = {name: list(entry[f"{name}_parsed"])[:6] for name in ("published", "updated") if f"{name}_parsed" in entry}
    return {"id": entry.id, "title": entry.title, "address": _address(entry.link)} | times | _written(written)


def _json_entry(item: Shown) -> Shown:
    names = ("id", "title", "date_published", "date_modified", "language")
    return (
        {name: item.get(name) for name in names} | {"address": _address(item["url"])} | _written(item["content_html"])
    )


def _written(markup: str) -> Shown:
    content = html.fromstring(f"<div>{markup}</div>")
    return {"text": text(content), "pictures": [_original(image.get("src")) for image in content.iter("img")]}


def _address(url: str) -> str:
    return unquote(urlsplit(url).path)


def _original(address: str) -> str:
    return CONTENT_NAME.fullmatch(address.rpartition("/")[2])["original"]


def differences(then: dict[str, Shown], now: dict[str, Shown]) -> list[str]:
    """Name each part of each address that is not shown now as it was then."""
    return [
        f"{address}: {part} was {shown.get(part)!r} and is {now[address].get(part)!r}"
        for address, shown in then.items()
        for part in {**shown, **now[address]}
        if shown.get(part) != now[address].get(part)
    ]
