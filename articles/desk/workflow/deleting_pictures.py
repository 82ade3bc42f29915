"""Deleting a picture, which only what is used nowhere suffers."""

from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth.models import AbstractBaseUser
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.desk.article import rights
from articles.desk.article.refusal import Refusal
from articles.desk.pictures.uses import Uses, in_register, uses
from articles.models import Article, Picture
from articles.press.models import PictureIndex
from shaf.pictures.encoding import WIDTHS, size_name


def may_delete(user: AbstractBaseUser, picture: Picture) -> bool:
    """An editor of its branch."""
    if picture.branch_id is None:
        return user.is_superuser
    return rights.may(user, "delete_picture", picture.branch_id)


@transaction.atomic
def delete_picture(picture_id: int, *, by: AbstractBaseUser) -> None:
    """Delete a picture that no draft uses and no edition ever printed; the files too, unless another row has them.

    Earlier versions that name it do not hold it back: their restore finds it gone, and the page that asks says so.
    Raises Refusal.
    """
    picture = rights.visible_pictures(by).select_for_update(of=("self",)).filter(pk=picture_id).first()
    if picture is None:
        raise Refusal("gone", _("This picture does not exist any more."))
    if not may_delete(by, picture):
        raise Refusal("role", _("Only an editor of the picture’s branch deletes it."))
    found = uses(picture, by)
    if found:
        raise Refusal("used", _("This picture is used, so it stays."), *_said(found))
    LogEntry.objects.log_actions(by.pk, [picture], DELETION, single_object=True)
    name, width = picture.file.name, picture.width
    picture.delete()
    # A file that a storage keeps because it does not answer is nobody's: no row names it, so it is a 404.
    transaction.on_commit(lambda: _delete_files(name, width), robust=True)


@transaction.atomic
def delete_unused(picture_id: int) -> bool:
    """Delete a picture that housekeeping has found used by nothing, unless a draft has taken it up since."""
    picture = Picture.objects.select_for_update(of=("self",)).filter(pk=picture_id).first()
    if picture is None:
        return False
    name, width = picture.file.name, picture.width
    shown = Q(cover=picture) | Q(body_ar__contains=name) | Q(body_en__contains=name)
    if Article.objects.filter(shown).exists() or PictureIndex.objects.filter(picture=name).exists():
        return False
    picture.delete()
    transaction.on_commit(lambda: _delete_files(name, width))
    return True


def _said(found: Uses) -> list[str]:
    """Where it is used, in sentences."""
    said = []
    for use in found.reports:
        title = {"title": f"\u2068{use.article}\u2069"}
        if use.where:
            said.append(_("The draft of “%(title)s” uses it.") % title)
        if use.editions:
            said.append(_("An edition of “%(title)s” prints it.") % title)
    if found.unseen:
        message = ngettext(
            "And %(n)d report that you may not see.", "And %(n)d reports that you may not see.", found.unseen
        )
        said.append(message % {"n": found.unseen})
    if found.unsaved:
        message = ngettext(
            "And %(n)d text that is not saved yet.", "And %(n)d texts that are not saved yet.", found.unsaved
        )
        said.append(message % {"n": found.unsaved})
    if found.shared:
        said.append(_("A preview link that is still valid shows it."))
    return said


def _delete_files(name: str, width: int) -> None:
    if Picture.objects.filter(file=name).exists() or in_register(name):
        return
    default_storage.delete(name)
    for smaller in WIDTHS:
        for extension in ("avif", "webp"):
            if smaller <= width:
                default_storage.delete(size_name(name, smaller, extension))
