"""Pictures over HTTP: the editor's upload, and every byte that is served under /media/."""

import mimetypes
import re

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.storage import default_storage
from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from articles import rights
from articles.models import Article, Picture
from articles.press.models import Edition, Ended, PictureIndex
from authors.models import Author, Branch, Source
from shaf import clock
from shaf.pictures import MAX_BYTES, PictureRefused, reencode, store

# A browser keeps what never changes; a cache shared by many asks again, so that a withdrawal reaches its readers.
FOREVER = "public, max-age=31536000, s-maxage=60, immutable"
# Names of pictures that this person sent although somebody else had before: he may see them, too.
SENT_AGAIN = "pictures_sent_again"
NAME = re.compile(r"[0-9a-f]{64}\.(png|jpg|webp|gif|avif)")


@require_POST
def upload(request: HttpRequest) -> JsonResponse:
    """CKEditor's simple upload: the file in `upload`; answers {"url"} or {"error": {"message"}}."""
    if not request.user.is_authenticated:
        return _error(_("You are logged out. Log in again in another tab, then upload the picture once more."), 403)
    if not request.user.has_perm("articles.add_picture"):
        return _error(_("You may not upload pictures. Ask a manager of your branch for a role."), 403)
    sent = request.FILES.get("upload")
    if sent is None:
        return _error(_("No file was sent. Choose a picture."), 400)
    if sent.size > MAX_BYTES:
        return _error(PictureRefused("size").message, 413)
    try:
        picture = add_picture(sent.read(), by=request.user)
    except PictureRefused as refused:
        return _error(refused.message, 400)
    if picture.uploaded_by_id != request.user.pk:
        request.session[SENT_AGAIN] = [*request.session.get(SENT_AGAIN, []), picture.file.name][-50:]
    return JsonResponse({"url": f"/media/{picture.file.name}"})


def add_picture(data: bytes, *, by: AbstractBaseUser) -> Picture:
    """Re-encode, store and record an upload; the same picture again is the one that is there. Raises PictureRefused."""
    encoded = reencode(data)
    name = store(encoded)
    picture, _made = Picture.objects.get_or_create(file=name, defaults={"uploaded_by_id": by.pk})
    return picture


def _error(message: str | Promise, status: int) -> JsonResponse:
    return JsonResponse({"error": {"message": str(message)}}, status=status)


@require_safe
def media(request: HttpRequest, name: str) -> HttpResponse:
    """A picture: public if and only if a public edition prints it or the register shows it; else with the right.

    Whoever may not see it is answered as if it did not exist; a picture of withdrawn editions only is 410.
    """
    if not NAME.fullmatch(name):
        raise Http404
    public, withdrawn = _printed(name)
    if public or _in_register(name):
        return _file(request, name, FOREVER)
    if _may_see(request.user, name) or name in request.session.get(SENT_AGAIN, []):
        return _file(request, name, "private, no-store")
    if withdrawn:
        return HttpResponse(status=410)
    raise Http404


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


def _in_register(name: str) -> bool:
    return (
        Author.objects.filter(photo=name).exists()
        or Branch.objects.filter(logo=name).exists()
        or Source.objects.filter(logo=name).exists()
    )


def _may_see(user: AbstractBaseUser, name: str) -> bool:
    """Its uploader, and whoever may see an article whose draft uses it."""
    if not user.is_authenticated or not user.is_active:
        return False
    if user.is_superuser or Picture.objects.filter(file=name, uploaded_by=user.pk).exists():
        return True
    used = Q(cover__file=name) | Q(body_ar__contains=name) | Q(body_en__contains=name)
    return (
        bool(rights.branches(user))
        and Article.objects.filter(used, pk__in=rights.visible_articles(user).values("pk")).exists()
    )


def _file(request: HttpRequest, name: str, cache_control: str) -> HttpResponse:
    etag = f'"{name}"'
    if not default_storage.exists(name):
        raise Http404
    headers = {"Cache-Control": cache_control, "ETag": etag, "X-Content-Type-Options": "nosniff"}
    if request.headers.get("If-None-Match") == etag:
        return HttpResponseNotModified(headers=headers)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if request.method == "HEAD":
        headers["Content-Length"] = str(default_storage.size(name))
        return HttpResponse(content_type=kind, headers=headers)
    return FileResponse(default_storage.open(name), content_type=kind, headers=headers)
