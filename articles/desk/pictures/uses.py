"""Where a picture is used, and its deletion, which only what is used nowhere suffers.

A cover names a row, a body and an edition name a file. Two branches may each have a row of the same file: then a body
or an edition counts for the row of its own branch, so that neither branch learns of the other's.
"""

from dataclasses import dataclass

from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth.models import AbstractBaseUser
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.desk.article import rights
from articles.desk.article.refusal import Refusal
from articles.models import Article, Autosave, Picture, PreviewLink, Revision
from articles.press.models import Edition, PictureIndex
from authors.models import Author, Branch, Membership, Page, Source
from shaf.db.clock import database_now
from shaf.pictures.encoding import WIDTHS, size_name


@dataclass(frozen=True)
class Use:
    """A report that uses a picture. `where`: 'cover', 'body'; `editions` newest first."""

    article: Article
    where: tuple[str, ...]
    editions: tuple[Edition, ...]


@dataclass(frozen=True)
class Uses:
    """`unseen` counts the reports that this person may not see, `unsaved` the texts that somebody is writing, `shared`
    the preview links that are still open, `revisions` the earlier versions that a restore would bring back."""

    reports: list[Use]
    unseen: int
    unsaved: int
    shared: int
    revisions: int

    def __bool__(self) -> bool:
        return bool(self.reports or self.unseen or self.unsaved or self.shared)


def uses(picture: Picture, user: AbstractBaseUser) -> Uses:
    """Everything that uses the picture, as far as this person may see it."""
    name, here = picture.file.name, _counts_here(picture)
    in_body = {
        language: set(Article.objects.filter(here, **{f"body_{language}__contains": name}).values_list("pk", flat=True))
        for language in ("ar", "en")
    }
    covered = set(Article.objects.filter(cover=picture).values_list("pk", flat=True))
    printed: dict[int, list[Edition]] = {}
    editions = Edition.objects.filter(
        pk__in=PictureIndex.objects.filter(picture=name).values("edition"),
        article__in=Article.objects.filter(here | Q(pk__in=covered)).values("pk"),
    )
    for edition in editions.order_by("-live_from", "-number").defer("body", "manuscript"):
        printed.setdefault(edition.article_id, []).append(edition)
    using = covered.union(*in_body.values(), printed)
    seen = rights.visible_articles(user).filter(pk__in=using)
    reports = [
        Use(
            article,
            ("cover",) * (article.pk in covered) + ("body",) * any(article.pk in ids for ids in in_body.values()),
            tuple(printed.get(article.pk, ())),
        )
        for article in seen
    ]
    articles = Article.objects.filter(here).values("pk")
    members = Membership.objects.filter(branch=picture.branch_id).values("user")
    return Uses(
        reports=reports,
        unseen=len(using) - len(reports),
        unsaved=_naming(Autosave, name).filter(Q(article=None, user__in=members) | Q(article__in=articles)).count(),
        shared=PreviewLink.objects.filter(article__in=articles, manuscript__contains=name)
        .filter(revoked_at=None, expires_at__gt=database_now())
        .count(),
        revisions=_naming(Revision, name).filter(article__in=articles).count(),
    )


def _counts_here(picture: Picture) -> Q:
    """The articles whose naming of the file means this row: its branch's, and those whose branch has no row of it."""
    others = Picture.objects.filter(file=picture.file.name).exclude(pk=picture.pk).exclude(branch=None)
    return ~Q(branch__in=others.exclude(branch=picture.branch_id).values("branch"))


def _naming(model: type[Autosave] | type[Revision], name: str) -> QuerySet:
    return model.objects.annotate(text=Cast("draft", TextField())).filter(text__contains=name)


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
    transaction.on_commit(lambda: _delete_files(name, width))


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


def in_register(name: str) -> bool:
    """Whether an author's photo or a logo is this file, or a page of the centre's own shows it."""
    return (
        Author.objects.filter(photo=name).exists()
        or Branch.objects.filter(logo=name).exists()
        or Source.objects.filter(logo=name).exists()
        or Page.objects.filter(Q(body_ar__contains=name) | Q(body_en__contains=name)).exists()
    )


def _delete_files(name: str, width: int) -> None:
    if Picture.objects.filter(file=name).exists() or in_register(name):
        return
    default_storage.delete(name)
    for smaller in WIDTHS:
        for extension in ("avif", "webp"):
            if smaller <= width:
                default_storage.delete(size_name(name, smaller, extension))


def used_names(user: AbstractBaseUser) -> set[str]:
    """The files that reports of the person's branches name in a body or an edition."""
    from articles.press.html.reading import PICTURE

    mine = Article.objects.filter(branch__in=rights.branches(user))
    names: set[str] = set()
    for language in ("ar", "en"):
        bodies = mine.filter(**{f"body_{language}__contains": "/media/"}).values_list(f"body_{language}", flat=True)
        for body in bodies.iterator():
            names.update(PICTURE.findall(body))
    printed = PictureIndex.objects.filter(edition__article__in=mine.values("pk"))
    return names | set(printed.values_list("picture", flat=True))
