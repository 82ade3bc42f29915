"""What a reader asks for, as the address says it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote_plus

from django.http import QueryDict

from shaf.text.arabic import ascii_digits
from shaf.text.search_words import LONGEST_QUERY

KINDS = ("branch", "type", "topic", "author", "source")
# What no text contains and no database takes.
UNSEARCHABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]+")
LONGEST_SLUG = 100
# How an address calls what was typed.
PARAMETERS = {"typed": "q"}
YEAR = re.compile("(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Asked:
    """`typed` is what was typed, cut to a sensible length. Slugs, year and cursor are '' where nothing was asked."""

    typed: str = ""
    branch: str = ""
    type: str = ""
    topic: str = ""
    author: str = ""
    source: str = ""
    year: str = ""
    before: str = ""
    cut: bool = False

    @property
    def filters(self) -> dict[str, str]:
        """Kind of the register → slug."""
        return {kind: slug for kind in KINDS if (slug := getattr(self, kind))}

    @property
    def anything(self) -> bool:
        return bool(self.typed or self.filters or self.year)

    def query_string(self, **changes: str) -> str:
        """Of the same question with these changes, from its first page unless `before` is among them."""
        kept = {"typed": self.typed, **{name: getattr(self, name) for name in (*KINDS, "year")}, "before": ""}
        said = {**kept, **changes}
        return "?" + "&".join(f"{PARAMETERS.get(name, name)}={_quoted(value)}" for name, value in said.items() if value)


# The same words and slugs stand in every link of a page.
_quoted = lru_cache(maxsize=2048)(quote_plus)


def asked(query: QueryDict) -> Asked:
    """Of any query string; what makes no sense as a year is none."""
    typed = _plain(query.get("q", ""))
    slugs = {kind: _plain(query.get(kind, ""))[:LONGEST_SLUG] for kind in KINDS}
    year = ascii_digits(_plain(query.get("year", "")))
    return Asked(
        typed=typed[:LONGEST_QUERY].strip(),
        **slugs,
        year=year if YEAR.fullmatch(year) else "",
        before=query.get("before", ""),
        cut=len(typed) > LONGEST_QUERY,
    )


def _plain(value: str) -> str:
    return UNSEARCHABLE.sub(" ", value).strip()
