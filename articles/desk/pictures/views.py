"""Uploads and the picker's JSON.

Every answer that names a picture has the shape of `shape`; every refusal is {"error": {"message"}}, which is also what
CKEditor's simple upload reads.
"""

from typing import Any

from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from articles.desk.article import rights
from articles.desk.article.refusal import Refusal
from articles.desk.pictures.search import matching
from articles.desk.pictures.sizes import thumbnail
from articles.desk.workflow.pictures import TEXTS, add_picture, branch_for, describe, may_describe
from articles.models import Picture
from shaf.once.answering import may_be_repeated
from shaf.pictures.decoder import MAX_PIXELS
from shaf.pictures.encoding import PictureRefused
from shaf.product.limits import PICTURE_BYTES, REQUEST_PIXELS
from shaf.text import arabic

PAGE = 24
# Refused before a pixel was decoded.
CHEAP = {"size", "empty", "format", "pixels", "quota", "role", "branch", "branch.missing"}
STATUS = {"size": 413, "quota": 429, "role": 403, "branch": 403, "storage": 503}


def shape(picture: Picture, request: HttpRequest) -> dict[str, Any]:
    """A picture as the picker knows it. `describable`: whether this person may change its texts."""
    return {
        "id": picture.pk,
        "name": str(picture),
        "url": f"/media/{picture.file.name}",
        "thumb": thumbnail(picture),
        "width": picture.width,
        "height": picture.height,
        "describable": may_describe(request.user, picture),
        **{text: getattr(picture, text) or "" for text in TEXTS},
    }


@require_GET
@never_cache
def choose(request: HttpRequest) -> JsonResponse:
    """?q= &branch= or &article= &page=, or ?id= → {"pictures": […], "next": the next page's number or null}."""
    found = rights.visible_pictures(request.user).prefetch_related("sizes")
    if branch := _number(request, "branch"):
        found = found.filter(branch=branch)
    if article := _number(request, "article"):
        found = found.filter(branch__in=rights.visible_articles(request.user).filter(pk=article).values("branch"))
    if picture := _number(request, "id"):
        found = found.filter(pk=picture)
    if words := request.GET.get("q", "")[:200]:
        found = found.filter(matching(words))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return JsonResponse(
        {
            "pictures": [shape(picture, request) for picture in page],
            "next": page.next_page_number() if page.has_next() else None,
        }
    )


@may_be_repeated
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """The library's form: `file`, once or many times, and `branch`. JSON, of one file, to whoever wants no HTML.

    Of many files those are taken that fit into what one request may have decoded, in their order; each of the others
    is named with what to do. With JavaScript each file is a request of its own (pictures.js).
    """
    files = request.FILES.getlist("file")
    if not request.accepts("text/html"):
        return _uploaded(request, files[0] if files else None, lambda picture: shape(picture, request))
    done = pixels = 0
    left: list[str] = []
    for file in files:
        if pixels >= REQUEST_PIXELS:
            left.append(_plain(file.name))
            continue
        try:
            picture = _add(request, file)
            pixels += picture.width * picture.height
            done += 1
        except Refusal as refusal:
            # What could not be read may have taken as long as the largest that can.
            pixels += 0 if refusal.code in CHEAP else MAX_PIXELS
            messages.error(request, f"{_plain(file.name)}: {' '.join(map(str, refusal.messages))}")
    if left:
        names = pgettext("list separator", ", ").join(left)
        messages.error(
            request,
            _(
                "Not taken, because these pictures are too large together for one upload: %(files)s. "
                "Upload them again, fewer at a time."
            )
            % {"files": names},
        )
    if not files:
        messages.error(request, _("No file was sent. Choose a picture."))
    if done:
        message = ngettext("%(n)d picture is in the library.", "%(n)d pictures are in the library.", done)
        messages.success(request, message % {"n": done})
    return redirect("admin:articles_picture_changelist")


@require_POST
def editor_upload(request: HttpRequest) -> JsonResponse:
    """CKEditor's simple upload: the file in `upload`; ?branch= or ?article= says whose it is. Answers {"url"}."""
    if not admin.site.has_permission(request):
        return _error(_("You are logged out. Log in again in another tab, then upload the picture once more."), 403)
    return _uploaded(request, request.FILES.get("upload"), lambda picture: {"url": f"/media/{picture.file.name}"})


@require_POST
def texts(request: HttpRequest, picture_id: int) -> JsonResponse:
    """Some of alt_ar, alt_en, caption_ar, caption_en, credit, licence → the picture."""
    picture = rights.visible_pictures(request.user).filter(pk=picture_id).first()
    if picture is None:
        return _error(_("This picture does not exist any more."), 404)
    try:
        describe(picture, {name: request.POST[name] for name in TEXTS if name in request.POST}, by=request.user)
    except Refusal as refusal:
        return _refused(refusal)
    return JsonResponse(shape(picture, request))


def _number(request: HttpRequest, name: str) -> int | None:
    value = request.GET.get(name, "")
    return int(value[:18]) if value.isdecimal() else None


def _plain(file_name: str | None) -> str:
    """The name of a file as it is echoed."""
    return f"\u2068{arabic.without_reordering(file_name or '')}\u2069"


def _add(request: HttpRequest, file: Any) -> Picture:
    where = request.GET if "branch" in request.GET or "article" in request.GET else request.POST
    branch = branch_for(request.user, where.get("branch"), where.get("article"))
    if file.size > PICTURE_BYTES:
        raise Refusal("size", PictureRefused("size").message)
    return add_picture(file.read(), by=request.user, branch=branch)


def _uploaded(request: HttpRequest, file: Any, answer: Any) -> JsonResponse:
    if file is None:
        return _error(_("No file was sent. Choose a picture."), 400)
    try:
        return JsonResponse(answer(_add(request, file)))
    except Refusal as refusal:
        return _refused(refusal)


def _refused(refusal: Refusal) -> JsonResponse:
    return _error(" ".join(map(str, refusal.messages)), STATUS.get(refusal.code, 400))


def _error(message: str | Promise, status: int) -> JsonResponse:
    return JsonResponse({"error": {"message": str(message)}}, status=status)
