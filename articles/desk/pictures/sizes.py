"""The smaller sizes of a picture: made after the upload, found again by width, made anew at will."""

from django.core.files.storage import default_storage
from django.db import transaction
from django_tasks import task

from articles.models import Picture, PictureSize
from articles.press.derived import change_counters
from articles.press.models import PictureIndex
from shaf.pictures import encoding


@task
def make_sizes(picture: int) -> None:
    """Make every size of the picture with this id anew; nothing where it is gone."""
    found = Picture.objects.filter(pk=picture).first()
    if found:
        make(found)


def order(picture: Picture) -> None:
    """Have the sizes made once the transaction around this has committed. The picture is usable meanwhile."""
    transaction.on_commit(lambda: make_sizes.enqueue(picture.pk), robust=True)


def make(picture: Picture) -> int:
    """Make every size anew; returns how many. Raises PictureRefused where the stored picture cannot be read."""
    name = picture.file.name
    with default_storage.open(name) as stored:
        made = encoding.sizes(stored.read(), picture.width)
    rows = [
        PictureSize(
            picture=picture,
            width=size.width,
            height=size.height,
            format=size.format,
            file=encoding.store_size(name, size),
        )
        for size in made
    ]
    with transaction.atomic():
        if Picture.objects.select_for_update().filter(pk=picture.pk).exists():
            PictureSize.objects.filter(picture=picture).delete()
            PictureSize.objects.bulk_create(rows)
            if PictureIndex.objects.filter(picture=name).exists():
                # Feeds name its size for reading, which was not there before.
                change_counters.move_press()
    return len(rows)


def thumbnail(picture: Picture, width: int = 320) -> str:
    """The address of the narrowest WebP of at least this width; the picture itself where there is none."""
    fitting = [size for size in picture.sizes.all() if size.format == "webp" and size.width >= width]
    return f"/media/{min(fitting, key=lambda size: size.width).file if fitting else picture.file.name}"
