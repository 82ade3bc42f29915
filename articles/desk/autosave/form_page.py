"""What the page of a report's form has to know to keep what is typed there, and what becomes of it at its save."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.desk.article import draft
from articles.desk.autosave import autosaves
from articles.desk.autosave.conflicts import CHOICE, THEIRS, choices
from articles.desk.autosave.posted import initial_rows
from articles.desk.autosave.unsaved import unsaved_in
from articles.models import Article, Attribution, Autosave
from shaf.inputs.ids import is_id


@dataclass
class Page:
    """`taken` is the unsaved text that this page shows in the form, in place of what is stored."""

    article: Article | None = None
    taken: Autosave | None = None
    # The row whose text this page shows, of whatever origin: once the page has kept it anew, that one goes.
    before: Autosave | None = None
    bound: bool = False

    @cached_property
    def _initial(self) -> tuple[draft.Draft, int]:
        return autosaves.initial(self.taken, self.article) if self.taken else ({}, 0)

    @property
    def rows(self) -> list[dict[str, Any]] | None:
        """The attribution rows to begin with, where they are unsaved ones; the byline is always among them."""
        if "attributions" not in self._initial[0]:
            return None
        rows = initial_rows(self._initial[0]["attributions"])
        byline = Attribution.Kind.BYLINE
        return rows if any(row["kind"] == byline for row in rows) else [{"kind": byline}, *rows]

    def formset_kwargs(self, stored: QuerySet, byline: dict[str, Any]) -> dict[str, Any]:
        """The arguments of the formset for attribution; `byline` begins an empty one."""
        if self.rows is None:
            return {"initial": [byline]}
        return {"queryset": stored.none(), "initial": self.rows}

    @property
    def form_attributes(self) -> dict[str, Any]:
        unsaved, version = self._initial
        return {"unsaved": unsaved, "unsaved_version": version} if self.taken else {}

    def context(self, request: HttpRequest, offered: set[str]) -> dict[str, Any]:
        """For the templates; `offered` are the fields that this page lets the person change."""
        before = self.before
        whole = before is not None and before.user_id == request.user.pk and set(before.draft) <= offered
        told = [] if self.bound else unsaved_in(self.article, request.user)
        own = None if self.bound else [one.tab for one in told if one.mine]
        told = [one for one in told if not (self.taken and one.pk == self.taken.pk)]
        supersedes = f"{before.pk}|{before.at.isoformat()}" if before and whole else ""
        conflicting = getattr(getattr(request, "refusal", None), "fields", {})
        return {
            "unsaved": told,
            "taken": self.taken,
            "left_out": [draft.label(name) for name in self.taken.draft if name not in offered] if self.taken else [],
            "supersedes": supersedes,
            "choices": [f"{CHOICE}{name}" for name in sorted(choices(request.POST) - set(conflicting))],
            "theirs": THEIRS,
            "data": {
                "user": request.user.pk,
                "article": self.article.pk if self.article else None,
                "fields": sorted(offered),
                "shows_unsaved": self.bound or self.taken is not None,
                "supersedes": [before.pk, before.at.isoformat()] if before and whole else None,
                "before": before.tab if before and whole else None,
                "own": own,
                "url": reverse("admin:articles_autosave"),
                "relogin": reverse("relogin"),
                "labels": labels(),
            },
        }

    def saved(self, request: HttpRequest, article: Article, base_version: int, given_up: draft.Draft) -> None:
        """Called in the transaction of the save."""
        autosaves.saved(
            request.user, article, request.POST.get("tab", ""), base_version=base_version, given_up=given_up
        )
        pk, _bar, at = request.POST.get("supersedes", "").partition("|")
        if is_id(pk):
            autosaves.supersede(request.user, int(pk), at)


def page_of(request: HttpRequest, article: Article | None) -> Page:
    """The page that this request is for; ?unsaved= names the text to be taken over."""
    if request.method == "POST":
        own = Autosave.objects.filter(user_id=request.user.pk, tab=request.POST.get("tab", ""))
        return Page(article, before=own.first(), bound=True)
    wanted = request.GET.get("unsaved", "")
    if not is_id(wanted):
        return Page(article)
    taken = autosaves.visible(request.user).filter(pk=wanted, article=article).first()
    return Page(article, taken=taken, before=taken)


def labels() -> dict[str, str]:
    """What autosave.js says."""
    return {
        "unsaved": _("Not saved"),
        "keeping": _("Keeping the draft…"),
        "kept": _("Draft kept automatically"),
        "offline": _("No connection. Your text is kept in this browser."),
        "offline_only_here": _("No connection, and this browser keeps nothing. Do not close this page."),
        "failed": _("The server could not keep the draft. Your text is kept in this browser."),
        "failed_only_here": _(
            "The server could not keep the draft, and this browser keeps nothing. Do not close this page."
        ),
        "gone": _("This report cannot be reached any more. Your text is still here: copy it."),
        "login": _("You are logged out. Your text is kept in this browser. Log in again to save."),
        "unreachable": _("The server cannot be reached. Your text is still here; try again."),
        "not_sent": _("Not saved: there is no connection. Your text is still here. Save again once you are connected."),
        "saving": _("Saving…"),
        "open": _("has this report open."),
        "writing": _("is writing here now."),
        "you_open": _("You have this report open in another tab."),
        "you_write": _("You are writing in this report in another tab."),
        "saved_by": _("saved this report at"),
        "saved_by_you": _("You saved this report in another tab at"),
        "and_now": _(
            "Your text stays here. When you save, changes to different fields are merged; "
            "where both changed the same field, you see both texts."
        ),
        "and_now_clean": _("You have changed nothing here, so simply open the new version."),
        "fields": _("Changed:"),
        "newer": _("Open the new version"),
        "newer_with_mine": _("Open the new version with my text in it"),
        "separator": pgettext("list separator", ", "),
    }
