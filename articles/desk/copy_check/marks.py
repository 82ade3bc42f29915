"""The marks of the copy check beside what is being written: a page asks about the blocks that have changed, and no
others. Nothing is kept of what it asks, but for what somebody leaves, or teaches the branch.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from articles.desk import workflow
from articles.desk.article import draft, rights
from articles.desk.article.refusal import Already, Refusal
from articles.desk.copy_check.drafts import name_in
from articles.desk.copy_check.house import house_of
from articles.desk.copy_check.left import Anchor, rows_of
from articles.models import Article
from articles.press.copy.block import Block, of_text
from articles.press.copy.checking import check_block
from articles.press.copy.document import body_blocks
from articles.press.copy.findings import Finding, Repair
from articles.press.copy.rules import RULES
from articles.press.html.sanitise import TooLarge
from shaf.inputs.ids import is_id
from shaf.inputs.safe_json import sound_json
from shaf.product.limits import COPY_BLOCKS, COPY_LETTERS

# What a field's lines are to the rules; a body's blocks say it themselves, but for what stands around them.
LINES = {"title": "title", "standfirst": "standfirst", "key_points": "key_point", "correction_note": "paragraph"}
# Of the words beside what was found, in characters.
BESIDE = 24
AROUND = frozenset({"note", "cell", "caption", "quotation"})
# The editor writes a no-break space where HTML would lose an ordinary one.
KEPT_SPACE = re.compile(r"(?<= )&nbsp;|&nbsp;(?= )|(?<=>)&nbsp;|&nbsp;(?=</)")


@require_POST
def marks(request: HttpRequest) -> JsonResponse:
    """JSON {article or branch, language, blocks: [{field, kind, html or text}]} → {blocks: [[finding]]}, in that order.

    A finding has its place in characters of the block's text. 400, 404 and 413 carry {message}.
    """
    try:
        told = sound_json(request.body)
        language, asked = told["language"], told["blocks"]
        letters = sum(len(block.get("html") or block.get("text") or "") for block in asked)
        if language not in draft.LANGUAGES or not all(isinstance(block.get("field"), str) for block in asked):
            raise ValueError("no such language or field")
    except RequestDataTooBig:
        return _said(_("This is too much text to be checked at once."), 413)
    except (ValueError, KeyError, TypeError, AttributeError):
        return _said(_("This page is out of date. Copy your text and open the report again."), 400)
    if len(asked) > COPY_BLOCKS or letters > COPY_LETTERS:
        return _said(_("This is too much text to be checked at once."), 413)
    article = _article(request, told.get("article"), language)
    house = house_of(article.branch_id if article else _own_branch(request, told.get("branch")))
    left = {Anchor.of_row(row) for row in rows_of(article, language)} if article else set()
    answers = []
    for number, what in enumerate(asked):
        block = _block(what, number, language)
        found = check_block(block, language, house) if block else []
        answers.append([_as_json(one) for one in found if Anchor.of(one) not in left])
    return JsonResponse({"blocks": answers})


@require_POST
def leave(request: HttpRequest, article_id: int, language: str) -> JsonResponse:
    """JSON {anchor, reason}: a finding stays as it is. 400, 404 and 409 carry {message}."""
    article = _article(request, article_id, language)
    try:
        told = sound_json(request.body)
        anchor = Anchor(**{name: str(told["anchor"][name]) for name in Anchor.__dataclass_fields__})
        reason = str(told["reason"])
        if anchor.rule not in RULES or article is None:
            raise ValueError("no such rule")
    except (ValueError, KeyError, TypeError, AttributeError, RequestDataTooBig):
        return _said(_("This page is out of date. Copy your text and open the report again."), 400)
    try:
        workflow.leave_finding(article.pk, language, by=request.user, anchors=[anchor], reason=reason)
    except Already:
        pass
    except Refusal as refusal:
        return _said(" ".join(map(str, refusal.messages)), 409)
    return JsonResponse({})


@require_POST
def learn(request: HttpRequest) -> JsonResponse:
    """JSON {article or branch, name}: the branch knows a name. 400, 404 and 409 carry {message}."""
    try:
        told = sound_json(request.body)
        name = str(told["name"])
        article = _article(request, told.get("article"), "")
    except (ValueError, KeyError, TypeError, AttributeError, RequestDataTooBig):
        return _said(_("This page is out of date. Copy your text and open the report again."), 400)
    branch = article.branch_id if article else _own_branch(request, told.get("branch"))
    if branch is None:
        return _said(_("Choose the branch that this report belongs to."), 409)
    try:
        workflow.add_copy_name(branch, name, by=request.user)
    except Refusal as refusal:
        return _said(" ".join(map(str, refusal.messages)), 409)
    return JsonResponse({})


def form_data(request: HttpRequest, article: Article | None) -> dict[str, Any]:
    """What the form's page has to know to ask."""
    data: dict[str, Any] = {
        "article": article.pk if article else None,
        "marks": reverse("admin:articles_copy_marks"),
        "learn": reverse("admin:articles_copy_learn"),
        "leave": {},
        "page": {},
        "most": {"blocks": COPY_BLOCKS, "letters": COPY_LETTERS},
        "labels": _labels(),
    }
    for language in rights.languages_read(request.user, article) if article else ():
        data["leave"][language] = reverse("admin:articles_copy_leave", args=[article.pk, language])
        data["page"][language] = reverse("admin:articles_article_copy_check", args=[article.pk, language])
    return data


def _labels() -> dict[str, str]:
    return {
        "title": _("Copy check"),
        "repair": _("Repair"),
        "repair_all": _("Repair all that is safe"),
        "leave": _("Leave it, because…"),
        "leave_it": pgettext("a finding", "Leave it"),
        "reason": _("Reason, for the editor"),
        "no_reason": _("Give a reason."),
        "name": _("“{name}” is a name"),
        "save_first": _("Save the report, then a finding can be left with a reason."),
        "all": _("The whole copy check"),
        "close": _("Close"),
        "space": pgettext("a suggestion", "one space"),
        "nothing": pgettext("a suggestion", "leave it out"),
        "failed": _("The server cannot be reached. Your text is still here; try again."),
        "moved": _("The text has changed meanwhile. It is being looked at again."),
        "repaired": _("Repaired. Undo brings it back."),
        "left": _("Left as it is."),
        "error": pgettext("copy check", "error"),
        "warning": pgettext("copy check", "warning"),
        "info": pgettext("copy check", "hint"),
    }


def _article(request: HttpRequest, article_id: Any, language: str) -> Article | None:
    """Another branch's report, or a language that is not theirs to read, answers as one that does not exist."""
    if article_id is None:
        if not rights.branches(request.user, "write"):
            raise Http404
        return None
    article = rights.visible_articles(request.user).filter(pk=article_id).first() if is_id(article_id) else None
    if article is None or (language and language not in rights.languages_read(request.user, article)):
        raise Http404
    return article


def _own_branch(request: HttpRequest, branch: Any) -> int | None:
    """The branch that a new report is to belong to, if it is one of theirs."""
    return next((pk for pk in rights.branches(request.user, "write") if str(pk) == str(branch)), None)


def _block(what: Mapping[str, Any], number: int, language: str) -> Block | None:
    """The block that was asked about; None where it says nothing, or is nested past all measure."""
    kind = str(what.get("kind", ""))
    if what["field"] in LINES:
        text = str(what.get("text", ""))
        return of_text(what["field"], number, language, LINES[what["field"]], text) if text.strip() else None
    try:
        block = next(iter(body_blocks(KEPT_SPACE.sub(" ", str(what.get("html", ""))), language)), None)
    except TooLarge:
        return None
    if block and kind in AROUND:
        block.kind = kind
    return block


def _as_json(finding: Finding) -> dict[str, Any]:
    place, anchor = finding.place, Anchor.of(finding)
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "safe": finding.repair is Repair.SAFE,
        "message": str(finding.message),
        "source": str(finding.source),
        "start": place.offset,
        "end": place.offset + place.length,
        "excerpt": finding.excerpt,
        "before": _end(finding.before),
        "after": _beginning(finding.after),
        "suggestions": [_suggestion(finding, number) for number in range(len(finding.suggestions))],
        "anchor": {name: getattr(anchor, name) for name in Anchor.__dataclass_fields__},
        "name": name_in(finding),
    }


def _end(text: str) -> str:
    """The last words, as a card has room for them."""
    return text if len(text) <= BESIDE else "…" + text[-BESIDE:].partition(" ")[2]


def _beginning(text: str) -> str:
    return text if len(text) <= BESIDE else text[:BESIDE].rpartition(" ")[0] + "…"


def _suggestion(finding: Finding, number: int) -> dict[str, Any]:
    return {"text": finding.suggestions[number], "edits": list(_edits(finding, number))}


def _edits(finding: Finding, number: int) -> Iterator[tuple[int, int, str]]:
    """What makes one suggestion, in characters of the block."""
    place = finding.place
    if number:
        yield place.offset, place.offset + place.length, finding.suggestions[number]
    else:
        yield from ((edit.start, edit.end, edit.text) for edit in finding.edits)


def _said(message: str, status: int) -> JsonResponse:
    return JsonResponse({"message": message}, status=status)
