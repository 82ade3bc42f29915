"""The answer in place of a picture that the storage does not give."""

from django.http import HttpResponse

# Seconds after which whoever met it asks again.
RETRY_AFTER = 10


def storage_is_away() -> HttpResponse:
    """503: kept by nobody, and worth asking again."""
    return HttpResponse(status=503, headers={"Cache-Control": "no-store", "Retry-After": str(RETRY_AFTER)})
