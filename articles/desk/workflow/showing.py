"""The pictures that a save newly shows: the branch's own from then on, or refused."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import TextField
from django.db.models.functions import Cast

from articles.desk.article import draft, fields, rights
from articles.desk.article.fields import FieldKind
from articles.desk.article.own_pictures import not_in_library, of_report
from articles.desk.article.refusal import WrongFields
from articles.models import Picture, PictureSize, Revision
from articles.press.html import reading

BODIES = tuple(fields.keys(FieldKind.HTML))
COPIED = ("alt_ar", "alt_en", "caption_ar", "caption_en", "credit", "licence", "width", "height")


def bring_in(
    changed: draft.Draft, stored: draft.Draft, *, by: AbstractBaseUser, article: int | None, branch: int
) -> None:
    """Have the report's branch own what a save newly shows; called in the save, where `stored` is the text so far.

    A picture of another of the person's branches gets a row here. What is not theirs to show is refused: whether it is
    somebody else's or never was here, they are told the same. Raises WrongFields.
    """
    before = {name for field in BODIES for name in reading.PICTURE.findall(stored.get(field, ""))}
    places = {field: reading.picture_places(changed[field]) for field in BODIES if field in changed}
    new = {name for shown in places.values() for name in shown} - before
    new -= of_report(new, article, branch)
    own = {picture.file.name: picture for picture in rights.visible_pictures(by).filter(file__in=new)}
    refused = {name for name in new - own.keys() if not _was_stored(name, article)}
    if refused:
        raise WrongFields(
            "picture",
            {
                field: [not_in_library(*shown[name]) for name in shown if name in refused]
                for field, shown in places.items()
                if refused & shown.keys()
            },
        )
    for picture in own.values():
        _copy(picture, branch, by)


def _was_stored(name: str, article: int | None) -> bool:
    """Whether an earlier version has it: to restore that is no theft, and to see or to publish it takes more."""
    revisions = Revision.objects.filter(article=article).annotate(text=Cast("draft", TextField()))
    return article is not None and revisions.filter(text__contains=name).exists()


def _copy(picture: Picture, branch: int, by: AbstractBaseUser) -> None:
    """The files are the same, so nothing is made anew."""
    defaults = {field: getattr(picture, field) for field in COPIED} | {"uploaded_by_id": by.pk}
    copy, made = Picture.objects.get_or_create(file=picture.file.name, branch_id=branch, defaults=defaults)
    if made:
        rows = picture.sizes.values("width", "height", "format", "file")
        PictureSize.objects.bulk_create(PictureSize(picture=copy, **row) for row in rows)
