"""The page of a draft's copy check: what was found, passage by passage; what was left and why; one button for all that
is safe.
"""

import re
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk import workflow
from articles.desk.article import rights
from articles.desk.article.refusal import Already, Refusal
from articles.desk.article.states import STATES
from articles.desk.copy_check.drafts import (
    SEVERITIES,
    Checked,
    changes,
    checked,
    document_of,
    found_by,
    name_in,
    with_suggestion,
)
from articles.desk.copy_check.house import house_of
from articles.desk.copy_check.left import Anchor, rows_of, spared_by
from articles.desk.form.verb_views import say
from articles.desk.history.shared import article_of, context, languages_of
from articles.models import Article
from articles.press.copy.repairing import repaired
from shaf.inputs.ids import is_id

PASSAGES = 60
# The field and the block in the name of a finding (`drafts.key_of`).
PASSAGE = re.compile(r"\w+\.([a-z_]+)\.(\d{1,6})\.", re.ASCII)


def copy_check(request: HttpRequest, article_id: int, language: str) -> HttpResponse:
    """GET lists the findings of one language. POST repairs what is safe, or one finding as it was chosen (`accept`),
    either as one save of whoever asks for it; or it leaves findings for a reason (`leave`), opens one again
    (`take_up`), or teaches the branch a name (`name`).
    """
    article = article_of(request, article_id)
    if language not in languages_of(request, article):
        raise Http404
    refusal = None
    if request.method == "POST":
        try:
            done = _done(request, article, language)
        except Already as already:
            say(request, already)
            return redirect(_back(request))
        except Refusal as error:
            refusal = error
            article = article_of(request, article_id)
        else:
            messages.success(request, done)
            return redirect(_back(request))
    house = house_of(article.branch_id, spelt_in=language)
    found = checked(document_of(article, language), language, house, rows_of(article, language))
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
        typed=_typed(request) if refusal else {},
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


def _done(request: HttpRequest, article: Article, language: str) -> str | SafeString:
    """Do what was asked for, and return what to say of it. Raises Refusal."""
    asked = request.POST
    if row := asked.get("take_up"):
        own = {str(left.pk): left.pk for left in rows_of(article, language)}
        workflow.take_up_finding(own.get(row, 0), by=request.user)
        return _("It is open again.")
    _require_shown(request, article)
    if key := asked.get("leave"):
        return _leave(request, article, language, key)
    if key := asked.get("name"):
        return _learn(request, article, language, key)
    return _repair(request, article, language)


def _require_shown(request: HttpRequest, article: Article) -> None:
    """Raises Refusal where the text is not the one that was shown: what the form names is of that one."""
    version = request.POST.get("version", "")
    if not is_id(version) or int(version) != article.version:
        raise Refusal("stale_version", _("The report was saved again since you opened it. Look at it once more."))


def _leave(request: HttpRequest, article: Article, language: str, key: str) -> str:
    """One finding, or with it every open one of its rule."""
    house = house_of(article.branch_id, spelt_in=language)
    document = document_of(article, language)
    chosen = found_by(document, language, house, {key})
    if chosen and f"all-{key}" in request.POST:
        open_ones = checked(document, language, house, rows_of(article, language)).passages
        entries = [entry.finding for passage in open_ones for entry in passage.entries]
        chosen = [finding for finding in entries if finding.rule == chosen[0].rule]
    anchors = [Anchor.of(finding) for finding in chosen]
    reason = request.POST.get(f"reason-{key}", "")
    n = len(workflow.leave_finding(article.pk, language, by=request.user, anchors=anchors, reason=reason))
    return ngettext("%(n)d place is left as it is.", "%(n)d places are left as they are.", n) % {"n": n}


def _learn(request: HttpRequest, article: Article, language: str, key: str) -> str:
    house = house_of(article.branch_id, spelt_in=language)
    words = [name_in(finding) for finding in found_by(document_of(article, language), language, house, {key})]
    added = workflow.add_copy_name(article.branch_id, words[0] if words else "", by=request.user)
    return _("The branch knows the name now: “%(name)s”. No rule corrects it.") % {"name": f"\u2068{added.name}\u2069"}


def _typed(request: HttpRequest) -> dict[str, str]:
    """The reason that was typed and not taken, and for which finding."""
    key = request.POST.get("leave", "")
    return {"key": key, "reason": request.POST.get(f"reason-{key}", "")} if key else {}


def _repair(request: HttpRequest, article: Article, language: str) -> str | SafeString:
    """What to say of it, with the way back to the text as it was. Raises Refusal where it is not theirs to change."""
    before = document_of(article, language)
    house, rows = house_of(article.branch_id, spelt_in=language), rows_of(article, language)
    if chosen := request.POST.get("accept"):
        after = with_suggestion(before, language, house, chosen)
    else:
        after = repaired(before, language, house, spared_by(rows))
    wanted = changes(before, after or before, language)
    saved = workflow.write(article.pk, by=request.user, changes=wanted, base_version=article.version)
    if saved.version == article.version:
        return _("There was nothing to repair.")
    left = checked(document_of(saved, language), language, house, rows)
    n = 1 if chosen else max(1, checked(before, language, house, rows).safe - left.safe)
    text = ngettext(
        "%(n)d place is repaired. The repair counts as your contribution to this text.",
        "%(n)d places are repaired. The repair counts as your contribution to this text.",
        n,
    )
    back = reverse("admin:articles_article_restore", args=[article.pk, article.version])
    return format_html('{} <a href="{}">{}</a>', text % {"n": n}, back, _("Undo it"))


def _back(request: HttpRequest) -> str:
    """The page of the list that the form was on, and the passage that something was done to."""
    page = request.POST.get("page", "")
    key = next((request.POST[name] for name in ("accept", "leave", "name") if name in request.POST), "")
    passage = PASSAGE.match(key)
    return request.path + (f"?page={page}" if is_id(page) else "") + (f"#{passage[1]}-{passage[2]}" if passage else "")
