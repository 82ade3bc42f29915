"""Shortcodes: `[name attribute="value"]…[/name]`, in a text that also has brackets of its own."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"\[(?P<escaped>\[?)(?P<end>/?)(?P<name>[A-Za-z][\w-]{1,40})(?P<attributes>(?:\s[^\[\]<>]*|\s[^\[\]]*?=[^\[\]]*)?)"
    r"(?P<alone>/?)\](?P<closed>\]?)",
    re.ASCII,
)
ATTRIBUTE = re.compile(
    r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|&(?:quot|#8221|#8243);(.*?)&(?:quot|#8221|#8243);|([^\s\"']+))"
)
DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Shortcode:
    """`inner` is None for one without an end; `typed`: as it stood there."""

    name: str
    attributes: dict[str, str]
    inner: str | None
    typed: str


# What stands for it; None: it is none, and stays as it was typed.
Handler = Callable[[Shortcode], str | None]


@dataclass(slots=True)
class _Tokens:
    text: str
    found: Sequence[re.Match[str]]
    handler: Handler
    # Opening → closing, as places in `found`.
    pairs: dict[int, int] = field(default_factory=dict)


def replaced(text: str, handler: Handler) -> str:
    """The text with each shortcode as its handler says, those within others first."""
    if "[" not in text:
        return text
    tokens = _Tokens(text, list(TOKEN.finditer(text)), handler)
    _pair(tokens)
    return _between(tokens, 0, len(tokens.found), 0, len(text), 0)


def _pair(tokens: _Tokens) -> None:
    open_: list[tuple[str, int]] = []
    for place, token in enumerate(tokens.found):
        if token["escaped"] and token["closed"]:
            continue
        if not token["end"]:
            if not token["alone"] and len(open_) < 1_000:
                open_.append((token["name"], place))
            continue
        for back in range(len(open_) - 1, -1, -1):
            if open_[back][0] == token["name"]:
                tokens.pairs[open_[back][1]] = place
                del open_[back:]
                break


def _between(tokens: _Tokens, first: int, last: int, start: int, end: int, depth: int) -> str:
    pieces, place = [], first
    while place < last:
        token = tokens.found[place]
        pieces.append(tokens.text[start : token.start()])
        start, close = token.end(), tokens.pairs.get(place)
        if token["escaped"] and token["closed"]:
            pieces.append(token[0][1:-1])
        elif token["end"]:
            pieces.append(token[0])
        else:
            inner = None
            if close is not None and close < last and depth < DEEPEST:
                closing = tokens.found[close]
                inner = _between(tokens, place + 1, close, token.end(), closing.start(), depth + 1)
                start, place = closing.end(), close
            attributes = _attributes(token["attributes"])
            answer = tokens.handler(Shortcode(token["name"].lower(), attributes, inner, token[0]))
            if answer is None:
                ending = tokens.found[close][0] if inner is not None and close is not None else ""
                answer = f"{token[0]}{inner or ''}{ending}"
            pieces.append(answer)
        place += 1
    pieces.append(tokens.text[start:end])
    return "".join(pieces)


def _attributes(typed: str) -> dict[str, str]:
    return {
        found[1].lower(): next((value for value in found.groups()[1:] if value is not None), "")
        for found in ATTRIBUTE.finditer(typed)
    }
