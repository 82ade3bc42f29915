"""A better spelling of a typed title, and what no spelling mends. The letters of a word are never touched."""

import re

from articles.desk.article.said import gettext as _

SUBTITLE = re.compile(r"(?P<title>.*[^\s:،؛.–-])\s*[“”„\"]\s+(?P<subtitle>[^“”„\"«»]+?)\s+[“”„\"]")
QUOTED = re.compile(r"[“”„\"]\s*([^“”„\"«»]+?)\s*[“”„\"]")
TURNED = re.compile(r"”\s*([^“”]+?)\s*“")
# What a word processor's justified line leaves at the edge of a word, and a comma or a dash at the end of a title.
STRAY = re.compile(r"(?<!\S)[_\u0640]+|[_\u0640]+(?!\S)|[\s،؛,;–—-]+$")
PAIRS = {"«": "»", "“": "”", "‹": "›", "(": ")", "[": "]"}


def proposed(title: str, language: str = "ar") -> str:
    """The title without stray signs, its quotes paired: in Arabic as «», a subtitle in them after a colon."""
    title = " ".join(STRAY.sub("", title).split())
    if language != "ar":
        return TURNED.sub(r"“\1”", title)
    if found := SUBTITLE.fullmatch(title):
        return f"{found['title']}: «{found['subtitle']}»"
    return QUOTED.sub(r"«\1»", title)


def damage(title: str) -> str:
    """What is wrong with a title that no repair mends, as a sentence; '' where nothing is."""
    if "_" in title:
        return _("An underscore stands within the title “%(title)s”.") % {"title": title}
    if title.endswith((":", "،", "؛", ",", ";")):
        return _("The title “%(title)s” breaks off.") % {"title": title}
    if not _paired(title):
        return _("A quotation mark or bracket of the title “%(title)s” has no partner.") % {"title": title}
    return ""


def _paired(title: str) -> bool:
    awaited: list[str] = []
    for sign in title:
        if sign in PAIRS:
            awaited.append(PAIRS[sign])
        elif sign in PAIRS.values() and (not awaited or awaited.pop() != sign):
            return False
    return not awaited and title.count('"') % 2 == 0 and "„" not in title
