"""The home page: the newest report, the latest, and the newest of each branch and topic.

All of it depends on the public state alone, so it is made once for each.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString

from articles.press.models import Edition
from articles.site import lists
from articles.site.addresses import path_of
from articles.site.built_card import COLUMNS, built_card
from articles.site.frame import Link, branch_name
from articles.site.list_cards import card
from articles.site.public_state import PublicState
from articles.site.related import SHOWN_MOST

LATEST = 9
# Reports that are looked through for branches and topics, and how many of each are shown.
NEWEST = 60
EACH = 3
TOPICS = 18
LEAD = (
    *("credits", "standfirst", "description", "byline_date", "series", "cover", "topics", "correction_kind"),
    *("report_type", "live_from"),
)


@dataclass(frozen=True, slots=True)
class Section:
    """The newest reports of a branch or a topic."""

    link: Link
    cards: list[SafeString]


@dataclass(frozen=True, slots=True)
class Home:
    """`lead` is None where nothing has been published yet."""

    lead: Edition | None
    latest: list[SafeString]
    branches: list[Section]
    topics: list[Link]


def home_at(state: PublicState) -> Home:
    """One query."""
    editions = lists.everything(state.language, state.now).newest(NEWEST, *LEAD)
    by_branch: dict[tuple[str, str], list[Edition]] = defaultdict(list)
    topics: dict[str, str] = {}
    for place, edition in enumerate(editions):
        branch = edition.credits["branch"]
        # What stands among the latest is not said twice on one page.
        if place > LATEST:
            by_branch[branch["slug"], branch["name"]].append(edition)
        topics |= {topic["slug"]: topic["name"] for topic in edition.topics if topic["slug"]}
    return Home(
        lead=editions[0] if editions else None,
        latest=[card(edition, under_heading=True) for edition in editions[1 : LATEST + 1]],
        branches=[
            Section(
                Link(branch_name(name), path_of(state.language, "branch", slug)),
                [card(edition, under_heading=True) for edition in found[:EACH]],
            )
            for (slug, name), found in by_branch.items()
            if slug
        ],
        topics=[Link(name, path_of(state.language, "topic", slug)) for slug, name in list(topics.items())[:TOPICS]],
    )


def recent_beside(article: int, related: set[int], state: PublicState) -> list[SafeString]:
    """«المقالات الأخيرة» at the foot of a report: neither itself nor, where there are others to fill the list, what
    stands above it as related.
    """
    others = [(another, card) for another, card in _recent(state) if another != article]
    fresh = [another for another, _card in others if another not in related][: lists.RECENT]
    again = [another for another, _card in others if another in related][: lists.RECENT - len(fresh)]
    return [card for another, card in others if another in fresh or another in again]


@lru_cache(maxsize=8)
def _recent(state: PublicState) -> list[tuple[int, SafeString]]:
    """(article, card) of the newest: as many as are shown, whichever of them a report leaves out."""
    editions = lists.everything(state.language, state.now).newest(lists.RECENT + 1 + SHOWN_MOST, *COLUMNS)
    return [(edition.article_id, built_card(edition)) for edition in editions]
