"""The request's language, and how much of it is read at all."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.translation import gettext as _

Handler = Callable[[HttpRequest], HttpResponse]
# Bytes. The largest request there is: a few pictures of 12 MB in one form.
MAX_BODY = 50 * 1024 * 1024


def language_from_path(get_response: Handler) -> Handler:
    """English under /en/, Arabic everywhere else. The browser's Accept-Language changes nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        language = "en" if request.path_info.startswith("/en/") or request.path_info == "/en" else "ar"
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


def bounded_body(get_response: Handler) -> Handler:
    """A request that says it is larger than MAX_BODY is refused before a byte of it is read.

    The server reads no more than a request says, and of one that does not say it, nothing.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length[:18]) > MAX_BODY:
            message = _("This is more than 50 MB at once. Send fewer or smaller files; a picture may have 12 MB.")
            return JsonResponse({"error": {"message": message}}, status=413)
        return get_response(request)

    return middleware
