"""Logging in again on the page where the session ended, so that what is typed there stays."""

from django.contrib import admin
from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from shaf.inputs.safe_json import sound_json


@never_cache
@require_http_methods(["GET", "POST"])
@sensitive_variables("told")
def relogin(request: HttpRequest) -> JsonResponse:
    """POST JSON {user, username, password, code}: 200 with the session's new token in the cookie; 400 or 403 {message}.

    `user` is the id of the person whose page it is: nobody else is logged in here, since the text is that person's.
    GET only sets the token's cookie, for a browser that lost it.
    """
    get_token(request)
    if request.method == "GET":
        return JsonResponse({})
    try:
        told = sound_json(request.body)
        credentials = {"username": str(told["username"]), "password": str(told["password"])}
        expected, code = int(told["user"]), str(told.get("code", ""))
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"message": _("Type your username and your password.")}, status=400)
    form = admin.site.login_form(request, credentials)
    if not form.is_valid():
        said = " ".join(form.non_field_errors()) or _("Type your username and your password.")
        return JsonResponse({"message": said}, status=400)
    user = form.get_user()
    if user.pk != expected:
        message = _("This page belongs to another account. Log in with that one here, or open a new tab for yours.")
        return JsonResponse({"message": message}, status=403)
    if wrong := admin.site.enter(request, user, code):
        return JsonResponse({"code": "second_factor", "message": wrong}, status=403)
    if not admin.site.has_permission(request):
        return JsonResponse({"message": _("This account has no role at the desk any more.")}, status=403)
    return JsonResponse({"user": user.pk})
