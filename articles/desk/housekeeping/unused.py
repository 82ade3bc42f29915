"""Pictures and files that nothing has used for long: no draft, version, edition, unsaved text, preview link, nor the
register.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Model

from articles.desk.article import draft
from articles.desk.pictures.uses import in_register
from articles.models import Article, Autosave, Picture, PreviewLink, ReportFile, Revision
from articles.press.models import PictureIndex

OLD = timedelta(days=90)
NAME = re.compile(r"[0-9a-f]{64}\.[a-z]+")
BODIES = [f"body_{language}" for language in draft.LANGUAGES]


def unused(now: datetime) -> list[Picture]:
    """Those that were uploaded long ago and are used by nothing. Reads every text."""
    old = Picture.objects.filter(uploaded_at__lt=now - OLD).exclude(file__in=PictureIndex.objects.values("picture"))
    found = {picture.pk: picture for picture in old.exclude(pk__in=_covers()).order_by("pk")}
    for names, covers in _texts():
        if not found:
            break
        for pk in [pk for pk, picture in found.items() if pk in covers or picture.file.name in names]:
            del found[pk]
    return [picture for picture in found.values() if not in_register(picture.file.name)]


def _covers() -> Any:
    return Article.objects.exclude(cover=None).values("cover")


def _texts() -> Iterator[tuple[set[str], set[Any]]]:
    """The files that each text names, and the rows that are its cover."""
    for bodies in Article.objects.values_list(*BODIES).iterator(chunk_size=100):
        yield _names(bodies), set()
    for model in (Revision, Autosave):
        yield from _drafts(model)
    for (text,) in PreviewLink.objects.values_list("manuscript").iterator(chunk_size=100):
        yield _names([text]), set()


def _drafts(model: type[Model]) -> Iterator[tuple[set[str], set[Any]]]:
    for (text,) in model._default_manager.values_list("draft").iterator(chunk_size=100):
        yield _names(text.get(body) for body in BODIES), {text.get("cover")}


def _names(texts: Iterable[str | None]) -> set[str]:
    return {name for text in texts if text for name in NAME.findall(text)}


def unused_files(now: datetime) -> list[ReportFile]:
    """Those that were uploaded long ago and that nothing carries, nor did in any version. Reads every draft."""
    old = ReportFile.objects.filter(uploaded_at__lt=now - OLD, article=None)
    old = old.exclude(file__in=PictureIndex.objects.values("picture"))
    found = {file.pk: file for file in old.order_by("pk")}
    for model in (Revision, Autosave):
        for (text,) in model._default_manager.values_list("draft").iterator(chunk_size=100):
            for pk in text.get("files") or ():
                found.pop(pk, None)
    for (text,) in PreviewLink.objects.values_list("manuscript").iterator(chunk_size=100) if found else ():
        found = {pk: file for pk, file in found.items() if file.file.name not in text}
    return list(found.values())
