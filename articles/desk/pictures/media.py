"""Every byte that is served under /media/."""

import logging
from functools import lru_cache

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.storage import default_storage
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from articles.desk.article import rights
from articles.desk.article.own_pictures import of_report
from articles.desk.pictures.uses import in_register
from articles.models import Picture
from articles.press.models import Edition, Ended, PictureIndex
from shaf.db import clock, reading
from shaf.pictures.away import storage_is_away
from shaf.pictures.encoding import WIDTHS
from shaf.pictures.storage import CONTENT_NAME, media_type

logger = logging.getLogger(__name__)

# A browser keeps what never changes; a cache shared by many asks again, so that a withdrawal reaches its readers.
FOREVER = "public, max-age=31536000, s-maxage=60, immutable"

logger = logging.getLogger(__name__)


@require_safe
def media(request: HttpRequest, name: str) -> HttpResponse:
    """A picture, or a file that a report carries: public if and only if a public edition prints it or the register
    shows it; else with the right.

    A picture's other sizes follow it. Whoever may not see it is answered as if it did not exist; what withdrawn
    editions alone print is 410.
    """
    picture = original(name)
    if picture is None:
        raise Http404
    public, withdrawn = _printed(picture)
    if public or in_register(picture):
        return picture_file(request, name, FOREVER)
    if _may_see(request.user, picture):
        return picture_file(request, name, "private, no-store")
    if withdrawn:
        return HttpResponse(status=410)
    raise Http404


def original(name: str) -> str | None:
    """The name of the picture that a file is, or is another size of; None where it is none."""
    match = CONTENT_NAME.fullmatch(name)
    return match["original"] if match else None


def _printed(name: str) -> tuple[bool, bool]:
    """Whether an edition that is or was public prints it, and whether only withdrawn ones do (DESIGN 5)."""
    now = clock.database_now()
    rows = PictureIndex.objects.filter(picture=name).values("edition")
    seen = Edition.public_by(now).filter(pk__in=rows).values("article", "language", "number")
    withdrawn = False
    for edition in seen:
        gone = Edition.past_at(now).filter(
            article=edition["article"],
            language=edition["language"],
            number__gte=edition["number"],
            ended_why=Ended.WITHDRAWN,
        )
        if not gone.exists():
            return True, False
        withdrawn = True
    return False, withdrawn


def _may_see(user: AbstractBaseUser, name: str) -> bool:
    """Whoever has it in their library or among their files, and whoever may see an article that has it as its cover,
    carries it, or shows it by right."""
    with reading.read_from(DEFAULT_DB_ALIAS):
        return _has_right(user, name)


def _has_right(user: AbstractBaseUser, name: str) -> bool:
    if not user.is_authenticated or not user.is_active:
        return False
    library = (rights.visible_pictures(user), rights.visible_files(user))
    if user.is_superuser or any(files.filter(file=name).exists() for files in library):
        return True
    articles = rights.visible_articles(user)
    if articles.filter(Q(cover__file=name) | Q(files__file=name)).exists():
        return True
    shown = articles.filter(Q(body_ar__contains=name) | Q(body_en__contains=name)).values_list("pk", "branch")
    return any(of_report({name}, article, branch) for article, branch in shown)


def _is_to_be_made(name: str) -> bool:
    """Whether this is a size that its picture reaches."""
    match = CONTENT_NAME.fullmatch(name)
    width = int(match["width"] or 0) if match else 0
    if match is None or width not in WIDTHS:
        return False
    return Picture.objects.filter(file=match["original"], width__gte=width).exists()


@lru_cache(maxsize=1000)
def _say_that_it_is_lost(name: str) -> None:
    """In the log, once in each process."""
    logger.error("The file %s is lost, and a reader asked for it; `manage.py doctor` finds every lost one.", name)


def picture_file(request: HttpRequest, name: str, cache_control: str) -> HttpResponse:
    """The stored bytes of this name; where a size is not made yet, those of its original, for the time being; 503
    where the storage does not give them.

    Raises Http404 where there are none.
    """
    try:
        try:
            return _stored(request, name, cache_control)
        except FileNotFoundError:
            if not _is_to_be_made(name):
                _say_that_it_is_lost(name)
                raise
            return _stored(request, str(original(name)), "no-store")
    except FileNotFoundError as error:
        raise Http404 from error
    except OSError as error:
        logger.error("The picture %s cannot be read: %s", name, error)
        return storage_is_away()


def _stored(request: HttpRequest, name: str, cache_control: str) -> HttpResponse:
    """Raises OSError."""
    etag = f'"{name}"'
    headers = {"Cache-Control": cache_control, "ETag": etag, "X-Content-Type-Options": "nosniff"}
    if request.headers.get("If-None-Match") == etag:
        # Whoever has it has it whole: a name is of the bytes.
        return HttpResponseNotModified(headers=headers)
    kind = media_type(name)
    if not kind.startswith("image/"):
        # A download, which no browser opens at this address; what it is called the link says.
        headers["Content-Disposition"] = "attachment"
    if request.method == "HEAD":
        headers["Content-Length"] = str(default_storage.size(name))
        return HttpResponse(content_type=kind, headers=headers)
    response = FileResponse(default_storage.open(name), content_type=kind, headers=headers)
    for header in headers.keys() & {"Content-Disposition"}:
        response[header] = headers[header]
    return response
