"""The page as readers will see it, for those at the desk.

The desk gives the manuscript, the press composes the edition, the site's template prints it.

Wiring, because it is the one place where all three rooms meet.
"""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache

from articles import draft, rights
from articles.handover import manuscript
from articles.press.compose import compose
from articles.press.findings import Refused


@login_required
@never_cache
def preview(request: HttpRequest, article_id: int, language: str) -> HttpResponse:
    """404 for an article that the person may not see, exactly as for one that does not exist."""
    article = rights.visible_articles(request.user).filter(pk=article_id).first()
    if article is None or language not in draft.LANGUAGES:
        raise Http404
    try:
        edition, findings = compose(manuscript(article, language)), []
    except Refused as refused:
        # In the desk's language: the page is in the report's, but this is said to the desk.
        edition, findings = None, [str(finding.message) for finding in refused.findings]
    with translation.override(language):
        response = render(request, "site/preview.html", {"edition": edition, "findings": findings})
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store, private"
    return response
