"""Open Graph (ogp.me), and the one tag of Twitter's that it does not say."""

from articles.site.frame import Frame
from articles.site.metadata.subject import Image, Report, media, page_of

LOCALES = {"ar": "ar_AR", "en": "en_US"}

Tags = tuple[tuple[str, str], ...]


def of_report(work: Report) -> Tags:
    edition = work.edition
    authors = [page_of("author", person, edition.language) for person in edition.byline["authors"]]
    return (
        *_common(work.site, edition.title, edition.description, "article"),
        ("og:url", work.url if work.over else work.site.canonical),
        *_image(work.image),
        ("article:published_time", work.published.isoformat(timespec="seconds")),
        ("article:modified_time", work.modified.isoformat(timespec="seconds")),
        *(("article:author", url) for url in authors if url),
        ("article:section", work.branch),
        *(("article:tag", topic["name"]) for topic in edition.topics),
    )


def of_page(site: Frame, title: str, description: str, *, kind: str = "website") -> Tags:
    logo = media(site.core.logo) if site.core.logo else ""
    image = (("og:image", logo), ("og:image:alt", site.name)) if logo else ()
    return (*_common(site, title, description, kind), ("og:url", site.canonical), *image)


def twitter(image: Image | None) -> Tags:
    """Title, text and picture it takes from Open Graph."""
    return (("twitter:card", "summary_large_image" if image else "summary"),)


def _common(site: Frame, title: str, description: str, kind: str) -> Tags:
    other = next((code for code in LOCALES if code != site.language), "")
    alternate = (("og:locale:alternate", LOCALES[other]),) if site.there and other else ()
    return (
        ("og:type", kind),
        ("og:site_name", site.name),
        ("og:title", title),
        ("og:description", description),
        ("og:locale", LOCALES[site.language]),
        *alternate,
    )


def _image(image: Image | None) -> Tags:
    if image is None:
        return ()
    return (
        ("og:image", image.url),
        ("og:image:type", image.type),
        ("og:image:width", str(image.width)),
        ("og:image:height", str(image.height)),
        ("og:image:alt", image.alt),
    )
