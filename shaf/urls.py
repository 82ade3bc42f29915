from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from articles.desk.people import passwords
from articles.desk.pictures.media import media
from articles.desk.pictures.views import editor_upload
from articles.site.errors import not_found, server_error
from shaf.backoffice import second_step
from shaf.backoffice.relogin import relogin
from shaf.backoffice.security_page import security
from shaf.health.endpoints import healthz
from shaf.http.preview import preview, shared_picture, shared_preview
from shaf.inputs import resubmit

urlpatterns = [
    path(
        "admin/articles/article/<int:article_id>/preview/<slug:language>/",
        admin.site.admin_view(preview),
        name="preview",
    ),
    path("admin/upload/", editor_upload, name="ck_editor_5_upload_file"),
    path("admin/password_reset/", passwords.Reset.as_view(), name="admin_password_reset"),
    path("admin/password_reset/done/", passwords.ResetDone.as_view(), name="password_reset_done"),
    path("admin/password_reset/<uidb64>/<token>/", passwords.SetPassword.as_view(), name="password_reset_confirm"),
    path("admin/relogin/", relogin, name="relogin"),
    path("admin/second_factor/", second_step.give, name="second_factor"),
    path("admin/second_factor/set_up/", second_step.set_up, name="second_factor_set_up"),
    path("admin/second_factor/codes/", second_step.codes, name="recovery_codes"),
    path("admin/security/", admin.site.admin_view(security), name="security"),
    path("admin/", admin.site.urls),
    path("media/<str:name>", media, name="media"),
    path("preview/<str:token>/", shared_preview, name="shared_preview"),
    # Messengers take the slash off.
    path("preview/<str:token>", shared_preview),
    path("preview/<str:token>/<str:name>", shared_picture, name="shared_picture"),
    path("healthz", healthz),
    path("", include("articles.site.robots.urls")),
    *i18n_patterns(path("", include("articles.site.urls")), prefix_default_language=False),
]
handler400 = resubmit.not_read
handler403 = resubmit.refused


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The desk's page is for those who work there; everybody else meets the readers'."""
    at_the_desk = request.path_info.startswith(resubmit.DESK) and request.accepts("text/html")
    if at_the_desk and admin.site.has_permission(request):
        return resubmit.refusal_page(request, 404)
    return not_found(request, exception)


def handler500(request: HttpRequest) -> HttpResponse:
    """The desk's page keeps what was typed; the site's is the readers'."""
    return resubmit.failed(request) if request.path_info.startswith(resubmit.DESK) else server_error(request)
