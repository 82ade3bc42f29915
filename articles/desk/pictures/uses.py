"""Where a picture is used.

A cover names a row, a body and an edition name a file. Two branches may each have a row of the same file: then a body
or an edition counts for the row of its own branch, so that neither branch learns of the other's.
"""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from articles.desk.article import rights
from articles.models import Article, Autosave, Picture, PreviewLink, Revision
from articles.press.models import Edition, PictureIndex
from authors.models import Author, Branch, Membership, Page, Source
from shaf.db.clock import database_now


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


def in_register(name: str) -> bool:
    """Whether an author's photo or a logo is this file, or a page of the centre's own shows it."""
    return (
        Author.objects.filter(photo=name).exists()
        or Branch.objects.filter(logo=name).exists()
        or Source.objects.filter(logo=name).exists()
        or Page.objects.filter(Q(body_ar__contains=name) | Q(body_en__contains=name)).exists()
    )


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
