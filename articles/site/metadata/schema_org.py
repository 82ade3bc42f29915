"""schema.org as JSON-LD, one @graph a page.

A report is both a Report and an AnalysisNewsArticle: the first says what it is, the second is among the types that
search engines show as articles.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext

from articles.press.models import Edition
from articles.site.addresses import absolute, report_path
from articles.site.frame import Frame
from articles.site.metadata.subject import Entry, Image, Report, media, page_of
from shaf.pictures.storage import media_type

Node = dict[str, Any]

# None of these may stand in a script element as itself: «</script>» and «<!--» would end it or swallow the page.
ESCAPES = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# The types of what an entry's page is about.
ABOUT = {
    "branch": "Organization",
    "source": "Organization",
    "topic": "Thing",
    "series": "CreativeWorkSeries",
    "type": "DefinedTerm",
}


def script(nodes: Iterable[Node]) -> str:
    """The graph as the text of a `<script type="application/ld+json">`."""
    value = {"@context": "https://schema.org", "@graph": [_filled(node) for node in nodes]}
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in ESCAPES.items():
        text = text.replace(sign, escaped)
    return LONE_SURROGATE.sub("\ufffd", text)


def of_report(work: Report) -> str:
    edition = work.edition
    return script([_report(work), *_sources(work), _publisher(work.site), _trail(work.site, edition.title, work.url)])


def of_home(site: Frame) -> str:
    home = absolute(site.home)
    target = f"{home}search/?q={{q}}"
    website = {
        "@type": "WebSite",
        "@id": f"{home}#website",
        "url": home,
        "name": site.name,
        "inLanguage": site.language,
        "publisher": {"@id": _publisher_id()},
        "potentialAction": {"@type": "SearchAction", "target": target, "query-input": "required name=q"},
    }
    return script([website, _publisher(site)])


def of_list(site: Frame, title: str, editions: Iterable[Edition]) -> str:
    return script([_collection(site, title, editions), _publisher(site), _trail(site, title, site.canonical)])


def of_entry(site: Frame, entry: Entry, editions: Iterable[Edition]) -> str:
    if entry.kind == "author":
        page = {
            "@type": "ProfilePage",
            "@id": site.canonical,
            "url": site.canonical,
            "inLanguage": site.language,
            "mainEntity": _person(site, entry),
        }
    else:
        about = {"@type": ABOUT[entry.kind], "name": entry.name, "url": entry.fields.get("url") or site.canonical}
        if entry.kind == "branch":
            about["parentOrganization"] = {"@id": _publisher_id()}
        page = _collection(site, entry.name, editions) | {"description": entry.description, "about": _filled(about)}
    return script([page, _publisher(site), _trail(site, entry.name, site.canonical)])


def _report(work: Report) -> Node:
    edition = work.edition
    series = edition.series
    return {
        "@type": ["Report", "AnalysisNewsArticle"],
        "@id": work.url,
        "url": work.url,
        "mainEntityOfPage": work.url,
        "headline": edition.title,
        "description": edition.description,
        "inLanguage": edition.language,
        "datePublished": work.published.isoformat(timespec="seconds"),
        "dateModified": work.modified.isoformat(timespec="seconds"),
        "wordCount": edition.word_count,
        "isAccessibleForFree": True,
        "author": [_credited(person, edition.language) for person in edition.byline["authors"]],
        "publisher": {"@id": _publisher_id()},
        "sourceOrganization": {
            "@type": "Organization",
            "name": work.branch,
            "url": page_of("branch", edition.credits["branch"], edition.language),
            "parentOrganization": {"@id": _publisher_id()},
        },
        "image": [_image(image) for image in dict.fromkeys((work.image, work.cover)) if image],
        "encoding": [
            {
                "@type": "MediaObject",
                "name": file["title"],
                "contentUrl": media(file["file"]),
                "encodingFormat": media_type(file["file"]),
                "contentSize": str(file["size"]),
                "inLanguage": edition.language,
            }
            for file in edition.files
        ],
        "about": [_topic(topic, edition.language) for topic in edition.topics],
        "isPartOf": _series(series["series"], edition.language) if series else None,
        "position": series["number"] if series else None,
        "genre": edition.report_type["name"] if edition.report_type else "",
        "reportNumber": str(series["number"]) if series and series["number"] is not None else "",
        "correction": [
            {"@type": "CorrectionComment", "text": c.text, "datePublished": c.at.isoformat(timespec="seconds")}
            for c in work.corrections
        ],
        # The same works, named twice: libraries read the one property, search engines the other.
        "citation": [{"@id": _source_id(n)} for n, _ in enumerate(edition.references, 1)],
        "isBasedOn": [{"@id": _source_id(n)} for n, _ in enumerate(edition.references, 1)],
        "creativeWorkStatus": "Superseded" if work.over else "Published",
        **_translation(work),
    }


def _translation(work: Report) -> Node:
    """Which of the two is the other's translation: whichever came out first is the original, and Arabic if both did."""
    other, edition = work.other, work.edition
    if other is None:
        return {}
    first = min(edition, other, key=lambda e: (e.first_live_from, e.language))
    relation = "workTranslation" if first is edition else "translationOfWork"
    return {relation: {"@type": "Report", "@id": absolute(report_path(other)), "inLanguage": other.language}}


def _sources(work: Report) -> list[Node]:
    """The references and reprints, each a work of its own."""
    language = work.edition.language
    return [
        {
            "@type": "CreativeWork",
            "@id": _source_id(n),
            "name": credit["title"],
            "inLanguage": credit["title_language"],
            "author": [_credited(person, language) for person in credit["authors"]],
            "publisher": _organization(credit["source"], language) if credit["source"] else None,
            "datePublished": credit["date"],
            "url": credit["url"],
        }
        for n, credit in enumerate(work.edition.references, 1)
    ]


def _source_id(number: int) -> str:
    """Relative to the page, whose long address need not be said again."""
    return f"#source-{number}"


def _credited(person: Node, language: str) -> Node:
    """An author as the edition names them; what the register says of them stands on their page."""
    return _filled(
        {
            "@type": "Person",
            "name": person["name"],
            "honorificPrefix": person["honorific"],
            "givenName": person["given_name"],
            "familyName": person["family_name"],
            "url": page_of("author", person, language),
        }
    )


def _person(site: Frame, entry: Entry) -> Node:
    fields = entry.fields
    orcid = f"https://orcid.org/{fields['orcid']}" if fields["orcid"] else ""
    return _filled(
        {
            "@type": "Person",
            "@id": f"{site.canonical}#person",
            "name": entry.name,
            "honorificPrefix": fields["honorific"],
            "jobTitle": fields["position"],
            "description": " ".join(fields["biography"].split()),
            "image": media(str(fields["photo"])) if fields.get("photo") else "",
            "identifier": orcid,
            "sameAs": [url for url in (orcid, *fields["links"].split()) if url],
            "worksFor": {"@id": _publisher_id()},
            "url": site.canonical,
        }
    )


def _publisher_id() -> str:
    """One for both languages: it is the same body."""
    return absolute("/#publisher")


def _publisher(site: Frame) -> Node:
    own = site.core.publisher
    elsewhere = own.url if own and own.url and not own.url.startswith(absolute("/")) else ""
    return {
        "@type": "Organization",
        "@id": _publisher_id(),
        "name": site.name,
        "url": absolute(site.home),
        "logo": {"@type": "ImageObject", "url": media(site.core.logo)} if site.core.logo else None,
        "sameAs": elsewhere,
        "correctionsPolicy": absolute(site.corrections),
    }


def _organization(source: Node, language: str) -> Node:
    return _filled({"@type": "Organization", "name": source["name"], "url": page_of("source", source, language)})


def _topic(topic: Node, language: str) -> Node:
    return _filled({"@type": "Thing", "name": topic["name"], "url": page_of("topic", topic, language)})


def _series(series: Node, language: str) -> Node:
    url = page_of("series", series, language)
    return _filled({"@type": "CreativeWorkSeries", "name": series["name"], "url": url})


def _image(image: Image) -> Node:
    sizes = {"width": image.width, "height": image.height}
    return _filled({"@type": "ImageObject", "url": image.url, **sizes, "caption": image.alt})


def _collection(site: Frame, title: str, editions: Iterable[Edition]) -> Node:
    return {
        "@type": "CollectionPage",
        "@id": site.canonical,
        "url": site.canonical,
        "name": title,
        "inLanguage": site.language,
        "publisher": {"@id": _publisher_id()},
        "mainEntity": {
            "@type": "ItemList",
            "itemListElement": [
                {"@type": "ListItem", "position": n, "url": absolute(report_path(edition))}
                for n, edition in enumerate(editions, 1)
            ],
        },
    }


def _trail(site: Frame, title: str, url: str) -> Node:
    """The way from the home page. The last step is the page itself."""
    steps = [(site.name, absolute(site.home)), (gettext("All reports"), absolute(site.all_reports)), (title, url)]
    kept = [step for n, step in enumerate(steps) if n == len(steps) - 1 or step[1] != url]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": name, "item": item} for n, (name, item) in enumerate(kept, 1)
        ],
    }


def _filled(node: Node) -> Node:
    """Without what is empty: an empty property says something false."""
    return {name: value for name, value in node.items() if value not in ("", None, [], {})}
