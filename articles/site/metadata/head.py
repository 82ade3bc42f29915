"""All of it together, as the head of a page prints it."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from articles.press.models import Edition
from articles.site.frame import Frame
from articles.site.metadata import dublin_core, highwire, open_graph, schema_org
from articles.site.metadata.subject import Entry, described
from articles.site.sentences import reports_from

Tags = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Head:
    """`names`: <meta name>; `properties`: <meta property>; `graph`: JSON-LD, escaped for a script element."""

    description: str
    names: Tags
    properties: Tags
    graph: str

    @property
    def html(self) -> SafeString:
        """All of it as elements; written here, since a template takes ten times as long over so many."""
        lines = [_meta("name", "description", self.description)] if self.description else []
        lines += [_meta("name", name, content) for name, content in self.names]
        lines += [_meta("property", name, content) for name, content in self.properties]
        # The graph has no sign in it that could end the script or begin a comment (schema_org.py).
        return mark_safe(f'{"".join(lines)}<script type="application/ld+json">{self.graph}</script>\n')  # noqa: S308


def _meta(attribute: str, name: str, content: str) -> str:
    return f'<meta {attribute}="{name}" content="{escape(content)}">\n'


def of_report(
    edition: Edition, site: Frame, *, other: Edition | None = None, earlier: Iterable[Edition] = (), over: bool = False
) -> Head:
    """`other`: the live edition in the other language; `earlier`: those that are over; `over`: this one is."""
    work = described(edition, site, other=other, earlier=earlier, over=over)
    return Head(
        description=edition.description,
        names=(*open_graph.twitter(work.image), *highwire.tags(work), *dublin_core.tags(work)),
        properties=open_graph.of_report(work),
        graph=schema_org.of_report(work),
    )


def of_home(site: Frame) -> Head:
    description = reports_from(site.name)
    return Head(description, (), open_graph.of_page(site, site.name, description), schema_org.of_home(site))


def of_list(site: Frame, title: str, editions: Iterable[Edition], *, description: str) -> Head:
    """A list of reports that belongs to no entry, or a page without any."""
    graph = schema_org.of_list(site, title, editions)
    return Head(description, (), open_graph.of_page(site, title, description), graph)


def of_entry(site: Frame, entry: Entry, editions: Iterable[Edition]) -> Head:
    """The page of an author, a branch, a source, a topic or a series."""
    kind = "profile" if entry.kind == "author" else "website"
    return Head(
        description=entry.description,
        names=(),
        properties=open_graph.of_page(site, entry.name, entry.description, kind=kind),
        graph=schema_org.of_entry(site, entry, editions),
    )
