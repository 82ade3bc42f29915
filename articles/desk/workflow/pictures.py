"""The one way in for a picture: editor, cover, library and import all call `add_picture`."""

from datetime import timedelta
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.desk.article import rights
from articles.desk.article.refusal import Refusal
from articles.desk.pictures import sizes
from articles.models import Picture
from shaf.db.clock import database_now
from shaf.pictures.encoding import PictureRefused, Reencoded, reencode, store

# What one person may add to the library within a day; a file is at most PICTURE_MB.
DAILY_PICTURES = 300
TEXTS = ("alt_ar", "alt_en", "caption_ar", "caption_en", "credit", "licence")


def branch_for(user: AbstractBaseUser, asked: str | None, article: str | None = None) -> int:
    """The branch that an upload is for: the one asked for, else the article's, else the person's only one.

    `asked` and `article` are ids as a browser sends them. Raises Refusal.
    """
    mine = list(rights.branches(user, "write"))
    if asked and asked.isdecimal():
        branch = int(asked[:18])
    elif article and article.isdecimal():
        found = rights.visible_articles(user).filter(pk=int(article[:18])).values_list("branch", flat=True).first()
        branch = found or 0
    elif len(mine) == 1:
        return mine[0]
    elif not mine:
        raise Refusal("role", _("You may not upload pictures. Ask a manager of your branch for a role."))
    else:
        raise Refusal("branch.missing", _("Choose the branch that the picture belongs to, then upload it once more."))
    if branch not in mine:
        raise Refusal("branch", _("You may not upload pictures for this branch. Choose one of yours."))
    return branch


def add_picture(
    data: bytes, *, by: AbstractBaseUser, branch: int, encoded: Reencoded | None = None, is_counted: bool = True
) -> Picture:
    """Re-encode, store and record an upload, and have its smaller sizes made. Raises Refusal.

    `encoded`: the re-encoded picture, where that was made before a transaction opened. `is_counted`: whether it is one
    of those that a person may upload within a day; an archive's are not.
    The row is the record of who uploaded what and when. The same picture again in the same branch is the one that is
    there; another branch's is never looked at.
    """
    if not rights.may(by, "write", branch):
        raise Refusal("branch", _("You may not upload pictures for this branch. Choose one of yours."))
    if is_counted:
        _check_quota(by)
    try:
        encoded = encoded or reencode(data)
        name = store(encoded)
        defaults = {"uploaded_by_id": by.pk, "width": encoded.width, "height": encoded.height}
        with transaction.atomic():
            picture, made = Picture.objects.get_or_create(file=name, branch_id=branch, defaults=defaults)
            if made:
                # Once more, for the case that the last other row of these bytes was deleted in between.
                store(encoded)
                sizes.order(picture)
    except PictureRefused as refused:
        raise Refusal(refused.code, refused.message) from refused
    return picture


def _check_quota(by: AbstractBaseUser) -> None:
    since = database_now() - timedelta(days=1)
    if Picture.objects.filter(uploaded_by=by.pk, uploaded_at__gt=since).count() >= DAILY_PICTURES:
        message = ngettext(
            "You have uploaded %(n)d picture within a day, and no more are let in. Go on tomorrow.",
            "You have uploaded %(n)d pictures within a day, and no more are let in. Go on tomorrow.",
            DAILY_PICTURES,
        )
        raise Refusal("quota", message % {"n": DAILY_PICTURES})


def may_describe(user: AbstractBaseUser, picture: Picture) -> bool:
    """Whoever writes in its branch."""
    if picture.branch_id is None:
        return user.is_superuser or picture.uploaded_by_id == user.pk
    return rights.may(user, "write", picture.branch_id)


def describe(picture: Picture, texts: dict[str, Any], *, by: AbstractBaseUser) -> Picture:
    """Set some of TEXTS of a picture and log who did. Editions keep what they printed. Raises Refusal."""
    if not may_describe(by, picture):
        raise Refusal("branch", _("This picture belongs to another branch. Choose one of yours, or upload it."))
    changed = []
    for name in TEXTS:
        if name not in texts:
            continue
        text = " ".join(str(texts[name]).split())
        field = Picture._meta.get_field(name)
        if len(text) > field.max_length:
            raise Refusal(
                "too_long",
                _("“%(field)s” has %(n)d characters, and at most %(limit)d fit. Shorten it.")
                % {"field": capfirst(str(field.verbose_name)), "n": len(text), "limit": field.max_length},
            )
        if text != (getattr(picture, name) or ""):
            setattr(picture, name, text)
            changed.append(name)
    if changed:
        picture.save(update_fields=changed)
        message = [{"changed": {"fields": [str(Picture._meta.get_field(name).verbose_name) for name in changed]}}]
        LogEntry.objects.log_actions(by.pk, [picture], CHANGE, change_message=message, single_object=True)
    return picture
