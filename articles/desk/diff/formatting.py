"""What happened to words that stayed: links, emphasis, language, said in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.diff.result import Piece, named

FORMATS: dict[str, Promise] = {
    "strong": gettext_lazy("bold"),
    "i": gettext_lazy("italics"),
    "u": gettext_lazy("underlining"),
    "s": gettext_lazy("strike-through"),
    "sub": gettext_lazy("subscript"),
    "sup": gettext_lazy("superscript"),
    "code": gettext_lazy("code"),
    "q": gettext_lazy("inline quotation"),
    "cite": gettext_lazy("title of a work (format)"),
    "mark": gettext_lazy("highlighting"),
    "small": gettext_lazy("small print"),
    "bdi": gettext_lazy("isolated direction"),
    "bdo": gettext_lazy("forced direction"),
    "abbr": gettext_lazy("explanation of an abbreviation"),
    "time": gettext_lazy("time mark"),
}
LANGUAGES: dict[str, Promise] = {
    "ar": gettext_lazy("Arabic"),
    "en": gettext_lazy("English"),
    "fr": gettext_lazy("French"),
    "fa": gettext_lazy("Persian"),
    "he": gettext_lazy("Hebrew"),
    "tr": gettext_lazy("Turkish"),
    "ur": gettext_lazy("Urdu"),
}
DIRECTIONS: dict[str, Promise] = {
    "rtl": gettext_lazy("right to left"),
    "ltr": gettext_lazy("left to right"),
    "auto": gettext_lazy("by its first letter"),
    "": gettext_lazy("as its surroundings"),
}


def language_name(code: str) -> str:
    return str(LANGUAGES.get(code.partition("-")[0].lower(), code))


@dataclass(frozen=True, slots=True)
class Stayed:
    """A token that stayed: its pieces before and after, and whether a space stands before it."""

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    spaced: bool = False

    @classmethod
    def end(cls) -> "Stayed":
        """Where words that stayed are interrupted."""
        return cls((), ())

    @property
    def differs(self) -> bool:
        if self.old == self.new:
            return False
        if _text(self.old) == _text(self.new) or self.new[0].kind != "text":
            return any(before != after for _shared, before, after in self.stretches())
        return False

    def stretches(self) -> Iterator[tuple[str, dict[str, dict], dict[str, dict]]]:
        """Text with its marks before and after, cut wherever one of them changes."""
        if not self.new:
            return
        if self.new[0].kind != "text":
            yield self.new[0].plain, _marks(self.old[0]), _marks(self.new[0])
            return
        if _text(self.old) != _text(self.new):
            return
        old, new = ([(c, piece) for piece in side for c in piece.text] for side in (self.old, self.new))
        start = 0
        for n in range(1, len(new) + 1):
            if n == len(new) or old[n][1] is not old[start][1] or new[n][1] is not new[start][1]:
                text = "".join(c for c, _piece in new[start:n])
                yield text, _marks(old[start][1]), _marks(new[start][1])
                start = n


def _text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def _marks(piece: Piece) -> dict[str, dict]:
    marks = {name: dict(attributes) for name, attributes in piece.marks}
    return marks | {"img": {"alt": piece.text}} if piece.kind == "image" else marks


Fate = tuple[str, dict | None, dict | None]


def formatting_notes(stayed: list[Stayed]) -> list[SafeString]:
    """One sentence for each stretch of words that kept their letters and changed their formatting."""
    spans: list[tuple[Fate, list[str]]] = []
    open_spans: dict[str, tuple[Fate, list[str]]] = {}
    for token in stayed:
        if not token.new:
            open_spans = {}
            continue
        if not open_spans and token.old == token.new:
            continue
        for place, (text, before, after) in enumerate(token.stretches()):
            still = {}
            for name in [*after, *(name for name in before if name not in after)]:
                fate = (name, before.get(name), after.get(name))
                if fate[1] == fate[2]:
                    continue
                if name in open_spans and open_spans[name][0] == fate:
                    open_spans[name][1].append(" " * (token.spaced and not place) + text)
                    still[name] = open_spans[name]
                else:
                    still[name] = (fate, [text])
                    spans.append(still[name])
            open_spans = still
    return [_note(*fate, "".join(texts)) for fate, texts in spans]


def _note(name: str, before: dict | None, after: dict | None, text: str) -> SafeString:
    where = named(text)
    if name == "a":
        return _link_note(before, after, where)
    if name == "img":
        return format_html(
            _("The alternative text changed from “{old}” to “{new}”."),
            old=named((before or {})["alt"]),
            new=named((after or {})["alt"]),
        )
    if name == "span":
        return _language_note(before or {}, after or {}, where)
    shown = FORMATS.get(name, name)
    if before is None:
        return format_html(_("Added {format}: “{text}”."), format=shown, text=where)
    if after is None:
        return format_html(_("Removed {format}: “{text}”."), format=shown, text=where)
    return format_html(_("Changed {format}: “{text}”."), format=shown, text=where)


def _link_note(before: dict | None, after: dict | None, where: SafeString) -> SafeString:
    old, new = (named(side.get("href", ""), "address") if side else None for side in (before, after))
    if old is None:
        return format_html(_("A link was added on “{text}” to {new}."), text=where, new=new)
    if new is None:
        return format_html(_("The link on “{text}” to {old} was removed."), text=where, old=old)
    return format_html(_("The target of the link “{text}” changed from {old} to {new}."), text=where, old=old, new=new)


def _language_note(before: dict, after: dict, where: SafeString) -> SafeString:
    if before.get("lang") == after.get("lang"):
        return format_html(
            _("The direction of “{text}” was set: {direction}."),
            text=where,
            direction=DIRECTIONS[after.get("dir", "")],
        )
    if "lang" in after:
        return format_html(_("“{text}” was marked as {language}."), text=where, language=language_name(after["lang"]))
    return format_html(
        _("“{text}” is no longer marked as {language}."), text=where, language=language_name(before["lang"])
    )
