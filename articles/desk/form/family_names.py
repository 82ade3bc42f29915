"""The check of how names are divided: those that nobody has confirmed yet, with the proposal, some at a time."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from articles.desk import workflow
from articles.desk.article.draft import LANGUAGES
from articles.desk.article.refusal import Refusal
from articles.desk.form.boxes import DIRECTIONS
from authors.family_names import parts_in, propose
from authors.models import Author
from shaf.inputs.ids import is_id

PAGE = 20
LABELS = (_("given name"), _("family name"))


@dataclass
class Box:
    """One part of a name in one language, as it is typed."""

    name: str
    label: Any
    language: str
    value: str

    @property
    def direction(self) -> str:
        return DIRECTIONS[self.language]


@dataclass
class Row:
    """An author, and the boxes of the languages in which they have a name."""

    author: Author
    languages: list[tuple[str, list[Box]]]
    right: bool = True
    errors: list[str] = field(default_factory=list)


@require_http_methods(["GET", "POST"])
def family_names(request: HttpRequest) -> HttpResponse:
    """GET shows the next names; POST confirms each that is said to be `right`, all or none of them."""
    if not request.user.has_perm("authors.change_author"):
        raise PermissionDenied
    waiting = Author.objects.filter(merged_into=None, name_checked=False).order_by("name_ar", "pk")
    chosen = {int(pk) for pk in request.POST.getlist("right") if is_id(pk)}
    shown = waiting.filter(pk__in=chosen) if request.method == "POST" else waiting
    rows = [_row(author, request) for author in shown[:PAGE]]
    if request.method == "POST" and _confirmed(rows, request):
        messages.success(
            request, ngettext("%(n)d name is checked.", "%(n)d names are checked.", len(rows)) % {"n": len(rows)}
        )
        return redirect("admin:authors_author_family_names")
    context = {
        **admin.site.each_context(request),
        "title": _("Given and family names"),
        "opts": Author._meta,
        "rows": rows,
        "left": waiting.count(),
    }
    status = 400 if any(row.errors for row in rows) else 200
    return TemplateResponse(request, "admin/articles/form/family_names.html", context, status=status)


def _row(author: Author, request: HttpRequest) -> Row:
    propose(author)
    languages = []
    for language in LANGUAGES:
        if not author.name_in(language):
            continue
        boxes = []
        for part, label, value in zip(("given", "family"), LABELS, parts_in(author, language), strict=True):
            name = f"{author.pk}-{part}_name_{language}"
            boxes.append(Box(name, label, language, request.POST.get(name, value)))
        languages.append((author.name_in(language), boxes))
    return Row(author, languages)


def _confirmed(rows: list[Row], request: HttpRequest) -> bool:
    """Whether all of them were confirmed; what keeps one from it stands in its row, and none is."""
    if not rows:
        return False
    with transaction.atomic():
        for row in rows:
            typed = {box.name.partition("-")[2]: box.value for _name, boxes in row.languages for box in boxes}
            try:
                workflow.check_name(row.author.pk, typed, by=request.user)
            except Refusal as refusal:
                row.errors = [str(message) for message in refusal.messages]
        if wrong := any(row.errors for row in rows):
            transaction.set_rollback(True)
    return not wrong
