"""The pictures that came with a file: re-encoded before a transaction opens, uploaded within it."""

import re
from collections.abc import Iterable, Mapping

from django.contrib.auth.models import AbstractBaseUser

from articles.desk.article.said import gettext as _
from articles.desk.importers.document import Document, FilePicture
from articles.desk.workflow.pictures import add_picture, describe
from articles.models import Picture
from authors.models import Branch
from shaf.pictures.encoding import PictureRefused, Reencoded, reencode
from shaf.text import arabic

# A picture's name in the text → its re-encoding, or why there is none.
Encoded = Mapping[str, Reencoded | PictureRefused]
FIGURE = r'<figure class="image"><img [^>]*src="/media/{name}"[^>]*>(?:<figcaption[^>]*>(.*?)</figcaption>)?</figure>'
IMAGE = r'<img [^>]*src="/media/{name}"[^>]*>'


def encoded(documents: Iterable[Document]) -> dict[str, Reencoded | PictureRefused]:
    found: dict[str, Reencoded | PictureRefused] = {}
    for picture in (picture for document in documents for picture in document.pictures):
        if picture.name not in found:
            try:
                found[picture.name] = reencode(picture.data)
            except PictureRefused as refused:
                found[picture.name] = refused
    return found


def placed(html: str, document: Document, pictures: Encoded | None) -> str:
    """The text with its pictures as the library will have them, and without those that it will not."""
    for one in document.pictures:
        made = pictures.get(one.name) if pictures is not None else None
        html = _with(html, one, made) if isinstance(made, Reencoded) else _without(html, one.name)
    return html


def upload(
    document: Document,
    pictures: Encoded | None,
    notes: list[str],
    *,
    by: AbstractBaseUser,
    branch: Branch,
    is_archive: bool = False,
) -> None:
    """Put the document's pictures into the library. One that was refused is said. Raises Refusal.

    `is_archive`: those of an archive that an operator brings are not what a person uploads within a day.
    """
    for one in document.pictures:
        made = pictures.get(one.name) if pictures is not None else None
        if isinstance(made, Reencoded):
            picture = add_picture(one.data, by=by, branch=branch.pk, encoded=made, is_counted=not is_archive)
            alt = f"alt_{document.language}"
            if one.alt and not getattr(picture, alt):
                describe(picture, {alt: one.alt[: Picture._meta.get_field(alt).max_length]}, by=by)
        elif made is not None:
            notes.append(_refused(one, made))


def _with(html: str, one: FilePicture, made: Reencoded) -> str:
    def image(found: re.Match[str]) -> str:
        tag = found[0].replace(f"/media/{one.name}", f"/media/{made.name}")
        return f'{tag[:-1]} width="{made.width}" height="{made.height}">' if " width=" not in tag else tag

    return re.sub(IMAGE.format(name=re.escape(one.name)), image, html)


def _without(html: str, name: str) -> str:
    """No word of a caption goes with its picture."""
    html = re.sub(
        FIGURE.format(name=re.escape(name)), lambda found: f"<p>{found[1]}</p>" if found[1] else "", html, flags=re.S
    )
    return re.sub(IMAGE.format(name=re.escape(name)), "", html)


def _refused(one: FilePicture, refused: PictureRefused) -> str:
    place = _("after “%(words)s”") % {"words": f"\u2068{one.after}\u2069"} if one.after else _("at the beginning")
    about = f"\u2068{arabic.without_reordering(one.alt)}\u2069 " if one.alt else ""
    return _("A picture %(about)swas left out, %(place)s: %(why)s") % {
        "about": about,
        "place": place,
        "why": refused.message,
    }
