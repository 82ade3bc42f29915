"""Identifiers by the guidelines' scheme `oai`: they hang on neither the site's present host nor a slug."""

import re

IDENTIFIER = re.compile(r"oai:([^:/]+):([1-9][0-9]{0,17})/([a-z]{2})", re.ASCII)


def identifier(authority: str, article: int, language: str) -> str:
    return f"oai:{authority}:{article}/{language}"


def article_of(named: str, authority: str) -> tuple[int, str]:
    """The report's number and language; 0 and '' for what is no identifier of this place."""
    found = IDENTIFIER.fullmatch(named)
    return (int(found[2]), found[3]) if found and found[1] == authority else (0, "")
