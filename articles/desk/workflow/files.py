"""The one way in for a file that a report carries, its titles, and the way out for one that nothing uses."""

from typing import Any

from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.contrib.auth.models import AbstractBaseUser
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.desk.article import rights
from articles.desk.article.refusal import Refusal
from articles.models import Article, ReportFile
from articles.press.models import PictureIndex
from shaf.files.checking import FileRefused, extension_of
from shaf.pictures.storage import content_name
from shaf.text import arabic

TITLES = ("title_ar", "title_en")


def add_file(data: bytes, *, by: AbstractBaseUser, branch: int, **titles: str) -> ReportFile:
    """Check, store and record a file. The same bytes again in the same branch are the file that is there, with its
    titles. Raises Refusal.
    """
    if not rights.may(by, "write", branch):
        raise Refusal("branch", _("You may not upload files for this branch. Choose one of yours."))
    given = _checked(titles)
    if not any(given.values()):
        raise Refusal("title.missing", _("Give the file a title, in one language at least: readers see it."))
    try:
        name = content_name(data, extension_of(data))
        _store(name, data)
        defaults = {"uploaded_by_id": by.pk, "size": len(data), **given}
        with transaction.atomic():
            file, made = ReportFile.objects.get_or_create(file=name, branch_id=branch, defaults=defaults)
            if made:
                # Once more, for the case that the last other row of these bytes was deleted in between.
                _store(name, data)
    except FileRefused as refused:
        raise Refusal(refused.code, refused.message) from refused
    return file


def _store(name: str, data: bytes) -> None:
    try:
        default_storage.save(name, ContentFile(data))
    except OSError as error:
        raise FileRefused("storage") from error


def may_title(user: AbstractBaseUser, file: ReportFile) -> bool:
    """Whoever writes in its branch."""
    return rights.may(user, "write", file.branch_id)


def title_file(file: ReportFile, titles: dict[str, Any], *, by: AbstractBaseUser) -> ReportFile:
    """Change titles and log who did. Editions keep what they printed. Raises Refusal."""
    if not may_title(by, file):
        raise Refusal("branch", _("This file belongs to another branch. Choose one of yours, or upload it."))
    given = _checked(titles)
    if not any(given.get(name, getattr(file, name)) for name in TITLES):
        raise Refusal("title.missing", _("Give the file a title, in one language at least: readers see it."))
    changed = [name for name, title in given.items() if title != (getattr(file, name) or "")]
    for name in changed:
        setattr(file, name, given[name])
    if changed:
        file.save(update_fields=changed)
        message = [{"changed": {"fields": [str(ReportFile._meta.get_field(name).verbose_name) for name in changed]}}]
        LogEntry.objects.log_actions(by.pk, [file], CHANGE, change_message=message, single_object=True)
    return file


def _checked(titles: dict[str, Any]) -> dict[str, str]:
    given = {}
    for name in TITLES:
        if name not in titles:
            continue
        title = " ".join(arabic.separated(arabic.without_reordering(str(titles[name] or ""))).split())
        field = ReportFile._meta.get_field(name)
        if len(title) > field.max_length:
            message = _("“%(field)s” has %(n)d characters, and at most %(limit)d fit. Shorten it.")
            said = {"field": capfirst(str(field.verbose_name)), "n": len(title), "limit": field.max_length}
            raise Refusal("too_long", message % said)
        given[name] = title
    return given


def may_delete(user: AbstractBaseUser, file: ReportFile) -> bool:
    """An editor of its branch."""
    return rights.may(user, "delete_file", file.branch_id)


@transaction.atomic
def delete_file(file_id: int, *, by: AbstractBaseUser) -> None:
    """Delete a file that no report carries and no edition ever printed; the bytes too, unless another row has them.

    Raises Refusal.
    """
    file = rights.visible_files(by).select_for_update(of=("self",)).filter(pk=file_id).first()
    if file is None:
        raise Refusal("gone", _("This file does not exist any more."))
    if not may_delete(by, file):
        raise Refusal("role", _("Only an editor of the file’s branch deletes it."))
    carrying = [*Article.objects.filter(files=file), *_printing(file)]
    if carrying:
        said = [_("“%(title)s” carries it.") % {"title": f"\u2068{one}\u2069"} for one in dict.fromkeys(carrying)]
        raise Refusal("used", _("This file is used, so it stays."), *said)
    LogEntry.objects.log_actions(by.pk, [file], DELETION, single_object=True)
    _delete(file)


@transaction.atomic
def delete_unused_file(file_id: int) -> bool:
    """Delete a file that housekeeping has found used by nothing, unless a draft has taken it up since."""
    file = ReportFile.objects.select_for_update(of=("self",)).filter(pk=file_id).first()
    if file is None or Article.objects.filter(files=file).exists() or _printing(file):
        return False
    _delete(file)
    return True


def _printing(file: ReportFile) -> list[Article]:
    """The articles of its branch of which an edition prints these bytes."""
    printed = PictureIndex.objects.filter(picture=file.file.name).values("edition__article")
    return list(Article.objects.filter(pk__in=printed, branch=file.branch_id))


def _delete(file: ReportFile) -> None:
    name = file.file.name
    file.delete()
    transaction.on_commit(lambda: _delete_bytes(name), robust=True)


def _delete_bytes(name: str) -> None:
    if not (ReportFile.objects.filter(file=name).exists() or PictureIndex.objects.filter(picture=name).exists()):
        default_storage.delete(name)
