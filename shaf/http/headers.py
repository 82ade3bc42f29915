"""What every answer says of itself to a browser, beside the policy of what a page may load."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from shaf.http.middleware import DESK

# Devices and sensors that no page of ours asks for, so no script in one can.
PERMISSIONS = ", ".join(
    f"{name}=()"
    for name in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "hid",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "screen-wake-lock",
        "serial",
        "usb",
        "xr-spatial-tracking",
    )
)


FILES = (settings.STATIC_URL, settings.MEDIA_URL)


def complete(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: Permissions-Policy, Cross-Origin-Resource-Policy, and of the desk nothing is kept by anybody."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        headers = response.headers
        headers.setdefault("Permissions-Policy", PERMISSIONS)
        kept = headers.get("Cache-Control", "")
        if request.path_info.startswith(DESK) and "no-store" not in kept:
            headers["Cache-Control"] = "no-store, private"
        # Pictures and icons of public pages are shown by feed readers and other sites; a draft's are not public.
        files = response.status_code < 400 and request.path_info.startswith((settings.STATIC_URL, settings.MEDIA_URL))
        headers.setdefault(
            "Cross-Origin-Resource-Policy", "cross-origin" if files and "public" in kept else "same-origin"
        )
        return response

    return middleware
