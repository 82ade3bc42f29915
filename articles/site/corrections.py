"""What was corrected, newest first."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles.press.models import Edition, Ended
from articles.site import lists
from articles.site.addresses import other_than, path_of
from articles.site.errors import absent
from articles.site.frame import frame
from articles.site.metadata import head
from articles.site.public_state import public_state
from articles.site.responses import page

PRINTED = ("article_id", "language", "number", "slug", "title", "live_from", "correction_note", "correction_kind")


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Every correction of a report that is still public, paged."""
    state, before = public_state(request.LANGUAGE_CODE), request.GET.get("before", "")
    found = corrected(state.language, state.now)
    if before:
        try:
            moved_at, pk = lists.position(before)
        except lists.BadCursor:
            return absent(state)
        found = found.filter(Q(live_from__lte=moved_at) & (Q(live_from__lt=moved_at) | Q(pk__lt=pk)))
    rows = list(found[: lists.PAGE + 1])
    if before and not rows:
        return absent(state)
    shown = rows[: lists.PAGE]
    here, there = (path_of(code, "corrections") for code in (state.language, other_than(state.language)))
    around = frame(state, here=f"{here}?before={before}" if before else here, there="" if before else there)
    older = lists.cursor_at(shown[-1].live_from, shown[-1].pk) if len(rows) > lists.PAGE else ""
    about = gettext("Changes made to reports after publication, with dates. Each is also noted in the report.")
    context = {
        "site": around,
        "metadata": head.of_list(around, gettext("Corrections"), [], description=about),
        "about": about,
        "editions": shown,
        "page": lists.Page(shown, older),
        "before": before,
        "first": here,
    }
    return page(request, "site/corrections.html", context)


def corrected(language: str, now: datetime) -> "QuerySet[Edition]":
    """Editions with a correction note, newest first, of reports that are live and that no withdrawal covers."""
    same = {"article": OuterRef("article"), "language": OuterRef("language")}
    live = Edition.live_at(now).filter(**same)
    withdrawn = Edition.past_at(now).filter(**same, ended_why=Ended.WITHDRAWN, number__gte=OuterRef("number"))
    notes = Edition.public_by(now).filter(~Q(correction_note=""), Exists(live), ~Exists(withdrawn), language=language)
    return notes.only(*PRINTED).order_by("-live_from", "-pk")
