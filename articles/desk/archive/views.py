"""The archive: what imports left to be done, by kind of problem, settled one by one or many at once."""

from typing import Any
from urllib.parse import unquote, urlencode

from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles.desk.archive.kinds import TABLE
from articles.desk.archive.repairs import REPAIRS
from articles.desk.archive.working_off import (
    REASON,
    Done,
    counts,
    open_again,
    repair_all,
    settle,
    visible_findings,
    visible_imports,
)
from articles.desk.article.refusal import Refusal
from articles.models import Import, ImportFinding
from shaf.inputs.ids import is_id

PER_PAGE = 50


def imports(request: HttpRequest) -> HttpResponse:
    """Every import of which this person sees something, the newest first."""
    pages = Paginator(visible_imports(request.user).select_related("by"), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    seen = visible_findings(request.user).filter(imported__in=[one.pk for one in page.object_list])
    tallied = {
        pk: (n - settled, n, settled)
        for pk, n, settled in seen.order_by().values_list("imported").annotate(Count("pk"), Count("settled_at"))
    }
    context = {
        **admin.site.each_context(request),
        "title": _("The archive"),
        "rows": [(one, *tallied.get(one.pk, (0, 0, 0)), _results(one)) for one in page.object_list],
        "page": page,
    }
    return TemplateResponse(request, "admin/articles/archive/imports.html", context)


def findings(request: HttpRequest, import_id: int) -> HttpResponse:
    """GET lists what one import found; POST settles what was chosen, for a reason, opens it again, or repairs what is
    safe."""
    imported = get_object_or_404(visible_imports(request.user).select_related("by"), pk=import_id)
    everything = visible_findings(request.user).filter(imported=imported.pk)
    tallied = counts(everything)
    kind = request.GET.get("kind", "")
    if kind and kind not in tallied:
        raise Http404
    settled = request.GET.get("show") == "settled"
    of_kind = everything.filter(kind=kind) if kind else everything
    refusal = None
    if request.method == "POST":
        try:
            _act(request, of_kind)
        except Refusal as refused:
            refusal = refused
        else:
            return redirect(f"{request.path}{_query(kind, settled)}")
    listed = of_kind.filter(settled_at__isnull=not settled).select_related("article", "settled_by")
    page = Paginator(listed, PER_PAGE).get_page(request.GET.get("page"))
    language = "en" if get_language() == "en" else "ar"
    kinds = [(one, *tallied[one.name], _query(one.name, settled)) for one in TABLE if one.name in tallied]
    repairable = sum(tallied[name][0] for name in REPAIRS if name in tallied and kind in ("", name))
    context = {
        **admin.site.each_context(request),
        "title": _("The archive"),
        "imported": imported,
        "results": _results(imported),
        "kinds": kinds,
        "kind": next((one for one in TABLE if one.name == kind), None),
        "open": sum(left for left, _all in tallied.values()),
        "all": sum(n for _left, n in tallied.values()),
        "everything": _query("", settled),
        "settled": settled,
        "other": _query(kind, not settled),
        "rows": [_row(finding, language) for finding in page.object_list],
        "page": page,
        "repairable": 0 if settled else repairable,
        "reason": request.POST.get("reason", ""),
        "chosen": set(request.POST.getlist("finding")),
        "longest": REASON,
        "refusal": refusal,
    }
    return TemplateResponse(request, "admin/articles/archive/findings.html", context, status=409 if refusal else 200)


def _act(request: HttpRequest, found: QuerySet[ImportFinding]) -> None:
    """Raises Refusal."""
    if "repair" in request.POST:
        _say(request, repair_all(found, by=request.user, reopening="reopen" in request.POST))
        return
    ids = [given for given in request.POST.getlist("finding") if is_id(given)][:PER_PAGE]
    chosen = list(found.filter(pk__in=ids).select_related("article"))
    if "again" in request.POST:
        n = open_again(chosen, by=request.user)
        messages.success(request, ngettext("%(n)d note is open again.", "%(n)d notes are open again.", n) % {"n": n})
        return
    n = settle(chosen, by=request.user, reason=request.POST.get("reason", ""))
    messages.success(request, ngettext("%(n)d note is settled.", "%(n)d notes are settled.", n) % {"n": n})


def _say(request: HttpRequest, done: Done) -> None:
    if done.repaired:
        text = ngettext(
            "%(n)d is repaired. The repair counts as your contribution to the text.",
            "%(n)d are repaired. The repairs count as your contribution to the texts.",
            done.repaired,
        )
        messages.success(request, text % {"n": done.repaired})
    if done.whole:
        text = ngettext(
            "%(n)d is settled: nothing of it was left to be repaired.",
            "%(n)d are settled: nothing of them was left to be repaired.",
            done.whole,
        )
        messages.info(request, text % {"n": done.whole})
    for why, n in done.refused.items():
        text = ngettext("%(n)d was left as it is: %(why)s", "%(n)d were left as they are: %(why)s", n)
        messages.warning(request, text % {"n": n, "why": why})
    if done.left:
        text = ngettext("%(n)d is left: press again.", "%(n)d are left: press again.", done.left)
        messages.info(request, text % {"n": done.left})
    if not (done.repaired or done.whole or done.refused or done.left):
        messages.info(request, _("There was nothing to repair."))


def _query(kind: str, settled: bool) -> str:
    asked = {name: value for name, value in (("kind", kind), ("show", "settled" if settled else "")) if value}
    return f"?{urlencode(asked)}" if asked else "?"


def _readable(address: str) -> str:
    """With the letters that stand for its escapes, where all of them do."""
    try:
        return unquote(address, errors="strict")
    except UnicodeDecodeError:
        return address


def _row(finding: ImportFinding, language: str) -> dict[str, Any]:
    return {
        "finding": finding,
        "text": finding.text_in(language),
        "what": _readable(finding.what),
        "place": _readable(finding.place),
        "kind": next((kind.label for kind in TABLE if kind.name == finding.kind), finding.kind),
        "copy": finding.kind == "copy" and finding.language,
    }


RESULTS = ("created", "updated", "unchanged", "refused")


def _results(imported: Import) -> list[str]:
    """What became of the reports, a line each."""
    said = {
        "created": lambda n: ngettext("%(n)d created", "%(n)d created", n),
        "updated": lambda n: ngettext("%(n)d updated", "%(n)d updated", n),
        "unchanged": lambda n: ngettext("%(n)d unchanged", "%(n)d unchanged", n),
        "refused": lambda n: ngettext("%(n)d refused", "%(n)d refused", n),
    }
    return [said[name](n) % {"n": n} for name in RESULTS if (n := imported.results.get(name))]
