"""Names of the register at the place where a report lacks them: a new one in its form, a missing one at a refusal."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from articles.desk import workflow
from articles.desk.article import remedies, rights
from articles.desk.article.refusal import Refusal
from articles.desk.workflow.naming import NameIsThere, SimilarNames
from articles.models import Article
from authors.models import Author, Entry, Source
from shaf.inputs.ids import is_id

MODELS: dict[str, type[Entry]] = {"author": Author, "source": Source}
STATUS = {"role": 403, "language": 403, "gone": 404, "name.there": 409, "name.similar": 409}


@require_POST
def add_name(request: HttpRequest, kind: str) -> JsonResponse:
    """Adds `name_ar` or `name_en` or both and answers {"id", "text"} with 201.

    Where the register has a name like it, answers 409 with {"question", "alike": [{"id", "text"}]}, unless `sure` says
    that it is another one. Anything else wrong is {"error"} with 400 or 403.
    """
    model = MODELS[kind]
    typed = {language: request.POST.get(f"name_{language}", "") for language, _name in settings.LANGUAGES}
    try:
        entry = workflow.add_entry(model, typed, by=request.user, sure=bool(request.POST.get("sure")))
    except Refusal as refusal:
        return _refused(refusal)
    admin.site.get_model_admin(model).log_addition(request, entry, [{"added": {}}])
    return JsonResponse({"id": str(entry.pk), "text": str(entry)}, status=201)


@require_http_methods(["GET", "POST"])
def missing_name(request: HttpRequest, kind: str, entry_id: int, language: str) -> HttpResponse:
    """The page that adds the name which an entry lacks in a language: `name`, and `sure` as in `add_name`.

    `report` and `back` (change, review or list) say where to go on. A POST that accepts JSON is answered with
    {"text"} and 201, or as `add_name` does; {"known"} is the name that somebody added meanwhile.
    """
    model = remedies.KINDS.get(kind)
    entry = model.objects.filter(pk=entry_id).first() if model else None
    if model is None or entry is None or language not in dict(settings.LANGUAGES):
        raise Http404
    refusal, json = None, request.headers.get("Accept") == "application/json"
    if request.method == "POST":
        name, sure = request.POST.get("name", ""), bool(request.POST.get("sure"))
        try:
            entry = workflow.add_missing_name(model, entry_id, language, name, by=request.user, sure=sure)
        except Refusal as error:
            refusal = error
        else:
            admin.site.get_model_admin(model).log_change(
                request, entry, [{"changed": {"fields": [f"name_{language}"]}}]
            )
            if json:
                return JsonResponse({"text": entry.name_in(language)}, status=201)
            messages.success(request, _("The name is added: “%(name)s”.") % {"name": entry.name_in(language)})
            return redirect(_way_on(request, language))
        if json:
            return _refused(refusal)
    return _page(request, entry, language, refusal)


def _page(request: HttpRequest, entry: Entry, language: str, refusal: Refusal | None) -> HttpResponse:
    report = _report(request)
    branch = report.branch_id if report else next(iter(rights.branches(request.user)), 0)
    context = {
        **admin.site.each_context(request),
        "title": remedies.HEADINGS[language],
        "opts": entry._meta,
        "entry": entry,
        "language": language,
        "missing": remedies.missing_name(entry, language, request.user, branch),
        "known": entry.name_in(language),
        "refusal": refusal,
        "alike": refusal.alike if isinstance(refusal, SimilarNames) else (),
        "typed": request.POST.get("name", ""),
        "report": report,
        "back": request.POST.get("back") or request.GET.get("back", ""),
        "way_on": _way_on(request, language),
    }
    status = STATUS.get(refusal.code, 400) if refusal else 200
    return TemplateResponse(request, "admin/articles/form/missing_name.html", context, status=status)


def _report(request: HttpRequest) -> Article | None:
    """The report that lacks the name, where the person sees it."""
    pk = request.POST.get("report") or request.GET.get("report", "")
    return rights.visible_articles(request.user).filter(pk=pk).first() if is_id(pk) else None


def _way_on(request: HttpRequest, language: str) -> str:
    report, back = _report(request), request.POST.get("back") or request.GET.get("back", "")
    if report is None or back == "list":
        return reverse("admin:articles_article_changelist")
    if back == "review":
        return reverse("admin:articles_article_review", args=[report.pk, language])
    return remedies.address(report.pk, language)


def _refused(refusal: Refusal) -> JsonResponse:
    said = " ".join(map(str, refusal.messages))
    answer: dict[str, Any] = {"error": said}
    if isinstance(refusal, SimilarNames):
        answer = {"question": said, "alike": [{"id": str(entry.pk), "text": str(entry)} for entry in refusal.alike]}
    elif isinstance(refusal, NameIsThere):
        answer["known"] = refusal.known
    return JsonResponse(answer, status=STATUS.get(refusal.code, 400))
