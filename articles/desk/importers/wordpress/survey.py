"""The first reading of an export: whether it is whole, and what entries refer to before it is their turn."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from articles.desk.article.said import gettext as _
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.wordpress.export import Entry, Person, Site, Term, entries
from articles.desk.importers.wordpress.markup import Attachment
from shaf.text import arabic

# Of the texts of reusable blocks together, in characters.
BLOCKS_CHARACTERS = 20_000_000
ATTACHMENT, REUSABLE = "attachment", "wp_block"
# Post types that WordPress keeps for itself.
OWN_TYPES = {
    *("attachment", "revision", "nav_menu_item", "wp_block", "custom_css", "customize_changeset", "oembed_cache"),
    *("user_request", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family"),
    *("wp_font_face", "acf-field", "acf-field-group"),
}


@dataclass(slots=True)
class Survey:
    """`terms`: by taxonomy and slug; `uses`: how many posts have each; `writes`: how many each person has,
    by login; `galleries`: the attachments of a post."""

    site: Site = field(default_factory=Site)
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    attachments: dict[int, Attachment] = field(default_factory=dict)
    galleries: dict[int, list[int]] = field(default_factory=dict)
    blocks: dict[int, str] = field(default_factory=dict)
    uses: Counter[tuple[str, str]] = field(default_factory=Counter)
    writes: Counter[str] = field(default_factory=Counter)
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    entries: int = 0


def survey(paths: Iterable[Path], encoding: str = "") -> tuple[Survey, list[tuple[Path, Unimportable]]]:
    """What is in those of the files that can be read whole, and why the others cannot.

    Files of several sites are refused: numbers of one are not those of the other.
    """
    whole, broken = Survey(), []
    for path in paths:
        try:
            found = _one(path, encoding)
            if whole.site.home and found.site.home != whole.site.home:
                raise _other_site(found.site, whole.site)
        except Unimportable as problem:
            broken.append((path, problem))
            continue
        _add(whole, found)
    return whole, broken


def _one(path: Path, encoding: str) -> Survey:
    found = Survey()
    for one in entries(path, encoding):
        match one:
            case Site():
                found.site = one
            case Term():
                found.terms[one.taxonomy, one.slug] = one
            case Person():
                found.people[one.login] = one
            case Entry():
                _entry(found, one)
    return found


def _entry(found: Survey, entry: Entry) -> None:
    kind = entry["wp:post_type"] or "post"
    if kind == ATTACHMENT:
        attachment = attachment_of(entry)
        found.attachments[entry.number] = attachment
        if attachment.parent:
            found.galleries.setdefault(attachment.parent, []).append(entry.number)
        return
    if kind == REUSABLE:
        if sum(map(len, found.blocks.values())) < BLOCKS_CHARACTERS:
            found.blocks[entry.number] = entry["content:encoded"]
        return
    if kind in OWN_TYPES:
        return
    found.entries += 1
    found.types[kind, entry["wp:status"]] += 1
    found.writes[entry["dc:creator"].strip()] += 1
    for term in entry.terms:
        found.terms.setdefault((term.taxonomy, term.slug), term)
        found.uses[term.taxonomy, term.slug] += 1


def attachment_of(entry: Entry) -> Attachment:
    parent = entry["wp:post_parent"].strip()
    return Attachment(
        number=entry.number,
        file=entry["wp:attachment_url"].strip() or entry["guid"].strip(),
        alt=_line(entry.meta.get("_wp_attachment_image_alt", "")),
        caption=_line(entry["excerpt:encoded"]),
        title=_line(entry["title"]),
        parent=int(parent) if parent.isdecimal() and len(parent) < 18 else 0,
        link=entry["link"].strip(),
        slug=entry["wp:post_name"].strip(),
    )


def _add(whole: Survey, found: Survey) -> None:
    whole.site = whole.site if whole.site.home else found.site
    for name in ("terms", "people", "attachments", "galleries", "blocks", "uses", "writes", "types"):
        getattr(whole, name).update(getattr(found, name))
    whole.entries += found.entries


def _line(text: str) -> str:
    return " ".join(arabic.without_reordering(text).split())[:300]


def kinds(whole: Survey) -> Iterator[str]:
    yield from dict.fromkeys(kind for kind, _status in whole.types)


def _other_site(found: Site, first: Site) -> Unimportable:
    return Unimportable(
        "other_site",
        _("The file is of another site: %(other)s, and not %(site)s.") % {"other": found.home, "site": first.home},
        _("Import the files of each site in a run of its own."),
    )
