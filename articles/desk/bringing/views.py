"""The pages: bring a file or paste a text; see what was found; make the draft, or fill the report."""

import re
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.article import draft, rights
from articles.desk.article.refusal import Refusal
from articles.desk.article.states import STATES, WITH_EDITORS
from articles.desk.bringing import making
from articles.desk.bringing.found import Found, found_in
from articles.desk.importers import formats
from articles.desk.importers.document import Document
from articles.desk.importers.drafts import Known
from articles.desk.importers.problem import Unimportable
from articles.models import Article, BroughtFile
from authors.models import Branch
from shaf.db.clock import database_now
from shaf.inputs.ids import is_id
from shaf.once.answering import may_be_repeated
from shaf.product.limits import FILE_BYTES, FILE_MB, FILES_WAIT_DAYS, FILES_WAITING, TYPED
from shaf.text import arabic

PASTED = "pasted.txt"
SUFFIXES = ",".join(formats.BROUGHT)


@may_be_repeated
def bring(request: HttpRequest) -> HttpResponse:
    """GET asks for a file or a text; POST reads it, keeps it and goes on to what was found. A refusal keeps it."""
    article = _article(request)
    if not request.user.has_perm("articles.add_article"):
        raise Http404
    problem: Unimportable | None = None
    name = ""
    if request.method == "POST":
        try:
            name, data = _sent(request)
            formats.read(data, name, draft=True)
            kept = _keep(request, name, data, article)
        except Unimportable as refused:
            problem = refused
        else:
            return redirect("admin:articles_brought", kept.pk)
    context = {
        **admin.site.each_context(request),
        "title": _("Bring a file"),
        "article": article,
        "problem": problem,
        "name": name if name != PASTED else "",
        "text": request.POST.get("text", ""),
        "accept": SUFFIXES,
        "mb": FILE_MB,
        "waiting": BroughtFile.objects.filter(user=request.user.pk, made=None).defer("data")[:5] if not problem else (),
    }
    return TemplateResponse(request, "admin/articles/bringing/bring.html", context, status=409 if problem else 200)


@may_be_repeated
def found(request: HttpRequest, file_id: int) -> HttpResponse:
    """GET shows what was found in a file; POST makes the draft or fills the report. Another's file is none."""
    file = BroughtFile.objects.filter(pk=file_id, user=request.user.pk).first()
    if file is None or not request.user.has_perm("articles.add_article"):
        raise Http404
    if file.made_id:
        return redirect("admin:articles_article_change", file.made_id)
    if request.method == "POST" and "leave" in request.POST:
        file.delete()
        messages.info(request, _("The file was left; nothing of it is stored."))
        return redirect("admin:index")
    try:
        document = formats.read(bytes(file.data), file.name, draft=True)
    except Unimportable as problem:
        messages.error(request, f"{problem.reason} {problem.remedy}")
        return redirect("admin:articles_bring")
    article = file.fills
    if article and not rights.visible_articles(request.user).filter(pk=article.pk).exists():
        raise Http404
    refusal: Refusal | Unimportable | None = None
    if request.method == "POST":
        try:
            return _stored(request, file, document, article)
        except (Refusal, Unimportable) as refused:
            refusal = refused
    return _page(request, file, found_in(document, _likely_branch(request, article)), article, refusal)


def _article(request: HttpRequest) -> Article | None:
    """The report that is to be filled, if one is named. Another branch's answers as one that does not exist."""
    given = request.POST.get("article") or request.GET.get("article", "")
    if not given:
        return None
    article = rights.visible_articles(request.user).filter(pk=given).first() if is_id(given) else None
    if article is None or article.binned_at or not rights.may(request.user, "write", article.branch_id):
        raise Http404
    return article


def _sent(request: HttpRequest) -> tuple[str, bytes]:
    """Name and bytes of what was sent: a file, else the text. Raises Unimportable."""
    file = request.FILES.get("file")
    if file is not None:
        if file.size > FILE_BYTES:
            raise Unimportable(
                "too_large",
                _("The file is larger than %(mb)d MB.") % {"mb": FILE_MB},
                _("Make the pictures in it smaller, or take them out and insert them at the desk."),
            )
        return arabic.without_reordering(file.name or "")[-200:], file.read()
    if text := request.POST.get("text", "").strip():
        return PASTED, text.encode(errors="replace")
    raise Unimportable(
        "nothing", _("No file was chosen, and no text was pasted."), _("Choose a file, or paste the report's text.")
    )


def _keep(request: HttpRequest, name: str, data: bytes, article: Article | None) -> BroughtFile:
    """Store the file while its owner looks at it, once; what waits too long, or is one too many, goes."""
    now = database_now()
    mine = BroughtFile.objects.filter(user=request.user.pk)
    same = mine.filter(name=name, fills=article, made=None).first()
    if same and bytes(same.data) == data:
        return same
    many = mine.values_list("pk", flat=True)[FILES_WAITING - 1 :]
    BroughtFile.objects.filter(Q(at__lt=now - timedelta(days=FILES_WAIT_DAYS)) | Q(pk__in=list(many))).delete()
    return BroughtFile.objects.create(user_id=request.user.pk, name=name, data=data, fills=article, at=now)


def _stored(request: HttpRequest, file: BroughtFile, document: Document, article: Article | None) -> HttpResponse:
    notes: list[str] = []
    if article is None:
        made = making.make(
            file, document, by=request.user, branch=_branch(request), notes=notes, repair="repair" in request.POST
        )
        messages.success(request, _("The draft is made of the file. Nothing is public."))
    else:
        version = request.POST.get("version", "")
        fields = set(request.POST.getlist("field")) & set(making.offered(document))
        if not fields:
            raise Refusal("nothing", _("Nothing was chosen. Tick what the file is to replace."))
        made = making.fill(
            file,
            document,
            article,
            fields,
            by=request.user,
            version=int(version) if is_id(version) else 0,
            notes=notes,
            repair="repair" in request.POST,
        )
        messages.success(request, _("The report is filled from the file. What stood there is in its versions."))
    if notes:
        lines = format_html_join("", "<li>{}</li>", ((note,) for note in notes))
        messages.warning(request, format_html('{}<ul class="left-out">{}</ul>', _("Of the file:"), lines))
    return redirect("admin:articles_article_change", made)


def _branch(request: HttpRequest) -> Branch:
    given = request.POST.get("branch", "")
    mine = _own_branches(request)
    branch = mine[0] if len(mine) == 1 else next((one for one in mine if str(one.pk) == given), None)
    if branch is None:
        raise Refusal("branch.missing", _("Choose the branch that this report belongs to."))
    return branch


def _likely_branch(request: HttpRequest, article: Article | None) -> int | None:
    """The branch whose house style the file is judged by: the report's, or the person's only one."""
    mine = [] if article else _own_branches(request)
    return article.branch_id if article else mine[0].pk if len(mine) == 1 else None


def _own_branches(request: HttpRequest) -> list[Branch]:
    return list(Branch.objects.filter(pk__in=rights.branches(request.user, "write")))


def _page(
    request: HttpRequest,
    file: BroughtFile,
    found: Found,
    article: Article | None,
    refusal: Refusal | Unimportable | None,
) -> HttpResponse:
    document = found.document
    branches = _own_branches(request)
    named = arabic.fold(document.branch)
    meant = [b.pk for b in branches if named and named in {arabic.fold(b.name_in(code)) for code in draft.LANGUAGES}]
    chosen = request.POST.get("branch") or "".join(map(str, meant[:1]))
    back = reverse("admin:articles_bring")
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Bring a file"),
        "file": file,
        "pasted": file.name == PASTED,
        "kilobytes": max(1, len(file.data) // 1024),
        "found": found,
        "repairs": request.method != "POST" or "repair" in request.POST,
        "document": document,
        "language_name": dict(settings.LANGUAGES)[document.language],
        "direction": "rtl" if document.language == "ar" else "ltr",
        "branches": branches,
        "chosen_branch": chosen,
        "article": article,
        "fields": _fields(request, document, article) if article else (),
        "hinders": _hinders(request, document, article, branches),
        "refused": _said(refusal),
        "known": refusal.article if isinstance(refusal, Known) else None,
        "back": f"{back}?article={article.pk}" if article else back,
    }
    return TemplateResponse(request, "admin/articles/bringing/found.html", context, status=409 if refusal else 200)


def _said(refusal: Refusal | Unimportable | None) -> list[str]:
    if refusal is None:
        return []
    if isinstance(refusal, Unimportable):
        return [f"{refusal.reason} {refusal.remedy}"]
    return [str(message) for message in refusal.messages]


def _fields(request: HttpRequest, document: Document, article: Article) -> list[dict[str, Any]]:
    """What the file would set: each field with what stands there now; an empty one is ticked, and none that is not."""
    offered = making.offered(document)
    full = making.replaced(article, offered)
    ticked = set(request.POST.getlist("field")) if request.method == "POST" else set(offered) - full
    current = draft.read(article)
    return [
        {
            "name": field,
            "label": draft.label(field),
            "replaces": field in full,
            "ticked": field in ticked,
            "now": _shown(field, current[field]),
        }
        for field in offered
    ]


def _shown(field: str, value: Any) -> str:
    if field == "attributions":
        return ngettext("%(n)d row", "%(n)d rows", len(value)) % {"n": len(value)}
    if field.startswith("body_"):
        words = arabic.count_words(re.sub("<[^>]*>", " ", value))
        return ngettext("%(n)d word", "%(n)d words", words) % {"n": words}
    return str(value)[:TYPED]


def _hinders(request: HttpRequest, document: Document, article: Article | None, branches: list[Branch]) -> str:
    """Why this person cannot store the document, as a sentence; '' where they can."""
    name = dict(settings.LANGUAGES)[document.language]
    if article is None:
        if branches and not any(rights.may(request.user, "write", branch.pk, document.language) for branch in branches):
            return _("The text is in a language in which you may not write: %(language)s.") % {"language": name}
        return ""
    if not rights.may(request.user, "write", article.branch_id, document.language):
        return _("The text is in a language in which you may not write: %(language)s.") % {"language": name}
    track = article.track(document.language)
    if STATES[track.state].locked or any(track.state in WITH_EDITORS for track in article.tracks.all()):
        return _("The report is locked now: take it back, or wait for the decision, then bring the file again.")
    return ""
