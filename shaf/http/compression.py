"""What is answered and not kept goes out compressed too: refusals, what robots ask for, the desk.

Pages are kept compressed (shaf/http/page_cache.py), and static files lie compressed beside themselves.
"""

import re

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

# Media types of text. Pictures and fonts are compressed already.
TEXT = re.compile(r"text/|application/(?:[\w.+-]+\+)?(?:json|xml)\b|application/(?:java|ecma)script\b|image/svg\+xml")


class CompressedText(GZipMiddleware):
    """Django's own, for text alone.

    The desk's pages hold secrets beside what a visitor chose (BREACH): the form's token is masked anew in each, the
    length of what is compressed varies at random, and no other site's request carries the session (SameSite).
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not TEXT.match(response.get("Content-Type", "")):
            return response
        return super().process_response(request, response)
