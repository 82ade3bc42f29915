"""With DEBUG, what is changed shows at the next request, as far as it is no code that runs already."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from articles.press.derived import printing
from shaf.product import release

# As many as a person waits for; a larger archive is set anew by `manage.py repress`.
MOST = 300


def print_as_written(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Set the editions anew when a template or format of the site was written since the last request."""
    shown = 0

    def middleware(request: HttpRequest) -> HttpResponse:
        nonlocal shown
        if (written := release.last_written()) != shown:
            shown = written
            release.identifier.cache_clear()
            printing.print_anew(printing.stale().order_by("-pk").values_list("pk", flat=True)[:MOST])
        return get_response(request)

    return middleware
