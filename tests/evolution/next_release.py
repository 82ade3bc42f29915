"""A release that prints more: each report a recording, each author an ORCID iD. In a format of its own."""

import inspect
from pathlib import Path
from typing import Any

from articles.desk.article import to_manuscript
from articles.press import compose, formats
from articles.press.manuscript import Manuscript, Person
from articles.press.models import Edition
from articles.press.seal import seal
from tests.tree import THIS, Tree

NEXT_FORMAT = """
FORMATS[{next}] = Format(
    sealed=(*FORMATS[{last}].sealed, "audio_url"),
    fields=FORMATS[{last}].fields
    | {{
        "Manuscript": (*FORMATS[{last}].fields["Manuscript"], "audio_url"),
        "Person": (*FORMATS[{last}].fields["Person"], "orcid"),
    }},
)
CURRENT = {next}
"""
# What it is in, the line after which it stands, the new line.
NEW_LINES = (
    (Edition, '    manuscript = models.TextField(_("manuscript"))\n', '    audio_url = models.URLField(default="")\n'),
    (Manuscript, '    correction_kind: str = ""\n', '    audio_url: str = ""\n'),
    (Person, '    family_name: str = ""\n', '    orcid: str = ""\n'),
    (
        compose.compose,
        "        **{name: getattr(manuscript, name) for name in Manuscript.AS_WRITTEN},\n",
        "        audio_url=manuscript.audio_url,\n",
    ),
    (
        to_manuscript.manuscript,
        "    texts |= {field.name: _text(field, getattr(track, field.name)) for field in ON_TRACK}\n",
        '    texts["audio_url"] = "https://example.org/1.mp3" if article.title_ar == "مسموع" else ""\n',
    ),
    (
        to_manuscript.manuscript,
        '        family_name=getattr(author, f"family_name_{language}") or "",\n',
        "        orcid=author.orcid,\n",
    ),
)
SEALED = "for name in FORMATS[edition.manuscript_format].sealed}"
ALL_COLUMNS = "for name in (f.attname for f in Edition._meta.concrete_fields) if name not in NO_EVIDENCE}"
NO_EVIDENCE = '\n\nNO_EVIDENCE = {"id", "seal", *Edition.MUTABLE}\n'
NAMED = "        if field.name in known or getattr(value, field.name) != _default(field)\n"


def file_of(thing: Any) -> Path:
    """Return where in a tree something of ours is written."""
    return Path(inspect.getsourcefile(thing)).relative_to(THIS.root)


def make_next_release(folder: Path) -> Tree:
    """Write it into a folder: this tree, a few lines more, and the migration that they need."""
    tree = THIS.copy(folder)
    for thing, line, new in NEW_LINES:
        tree.edit(file_of(thing), line, line + new)
    last = formats.CURRENT
    tree.edit(file_of(formats), f"CURRENT = {last}\n", NEXT_FORMAT.format(last=last, next=last + 1))
    made = tree.manage(f"sqlite:///{folder}/none.sqlite3", "makemigrations", "articles", "--name", "audio")
    assert made.returncode == 0, made.stderr
    return tree


def seal_all_columns(tree: Tree) -> None:
    """Have a seal cover whatever columns there are."""
    tree.edit(file_of(seal), SEALED, ALL_COLUMNS)
    with (tree.root / file_of(seal)).open("a") as file:
        file.write(NO_EVIDENCE)


def fingerprint_all_fields(tree: Tree) -> None:
    """Have a fingerprint cover whatever fields there are."""
    tree.edit(file_of(Manuscript), NAMED, "")
