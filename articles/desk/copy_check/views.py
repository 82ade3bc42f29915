"""The page of a draft's copy check: what was found, passage by passage, and one button for all that is safe."""

import re
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk import workflow
from articles.desk.article import rights
from articles.desk.article.refusal import Refusal
from articles.desk.article.states import STATES
from articles.desk.copy_check.drafts import (
    SEVERITIES,
    Checked,
    changes,
    checked,
    document_of,
    house,
    with_suggestion,
)
from articles.desk.history.shared import article_of, context, languages_of
from articles.models import Article
from articles.press.copy.repairing import repaired
from shaf.inputs.ids import is_id

PASSAGES = 60
# The field and the block in the name of a finding (`drafts.key_of`).
PASSAGE = re.compile(r"\w+\.([a-z_]+)\.(\d{1,6})\.", re.ASCII)


def copy_check(request: HttpRequest, article_id: int, language: str) -> HttpResponse:
    """GET lists the findings of one language; POST repairs what is safe, or one finding as it was chosen (`accept`).

    Either is one save of whoever asks for it.
    """
    article = article_of(request, article_id)
    if language not in languages_of(request, article):
        raise Http404
    refusal = None
    if request.method == "POST":
        try:
            done = _repair(request, article, language)
        except Refusal as error:
            refusal = error
            article = article_of(request, article_id)
        else:
            messages.success(request, done)
            return redirect(_back(request))
    found = checked(document_of(article, language), language, house())
    pages = Paginator(found.passages, PASSAGES)
    shown = pages.get_page(request.GET.get("page"))
    name = dict(settings.LANGUAGES)[language]
    page = context(
        request,
        article,
        _("Copy check: %(language)s") % {"language": name},
        language=language,
        refusal=refusal,
        found=found,
        counts=[(severity, SEVERITIES[severity], n) for severity, n in found.counts.items() if n],
        passages=shown.object_list,
        pager={"number": shown.number, "count": pages.num_pages, "numbers": pages.page_range}
        | {"before": shown.number - 1, "after": shown.number + 1 if shown.has_next() else 0},
        **_the_button(request, article, language, found),
    )
    return TemplateResponse(request, "admin/articles/copy_check/check.html", page, status=409 if refusal else 200)


def _the_button(request: HttpRequest, article: Article, language: str, found: Checked) -> dict[str, Any]:
    """Whether this person may repair the text now, and if not, why."""
    writes = rights.may(request.user, "write", article.branch_id, language)
    locked = STATES[article.track(language).state].locked
    return {"may_repair": writes and not locked and not article.binned_at, "locked": locked if writes else ""}


def _repair(request: HttpRequest, article: Article, language: str) -> str:
    """What to say of it. Raises Refusal where the text is not the one that was shown, or not theirs to change."""
    version = request.POST.get("version", "")
    if not is_id(version) or int(version) != article.version:
        raise Refusal("stale_version", _("The report was saved again since you opened it. Look at it once more."))
    before = document_of(article, language)
    names = house()
    if chosen := request.POST.get("accept"):
        after = with_suggestion(before, language, names, chosen)
    else:
        after = repaired(before, language, names)
    wanted = changes(before, after or before, language)
    saved = workflow.write(article.pk, by=request.user, changes=wanted, base_version=article.version)
    if saved.version == article.version:
        return _("There was nothing to repair.")
    left = checked(document_of(saved, language), language, names)
    n = 1 if chosen else max(1, checked(before, language, names).safe - left.safe)
    text = ngettext(
        "%(n)d place is repaired. The repair counts as your contribution to this text.",
        "%(n)d places are repaired. The repair counts as your contribution to this text.",
        n,
    )
    return text % {"n": n}


def _back(request: HttpRequest) -> str:
    """The page of the list that the form was on, and the passage in which a suggestion was accepted."""
    page = request.POST.get("page", "")
    passage = PASSAGE.match(request.POST.get("accept", ""))
    return request.path + (f"?page={page}" if is_id(page) else "") + (f"#{passage[1]}-{passage[2]}" if passage else "")
