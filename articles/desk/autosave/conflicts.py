"""Two texts of one field: both shown, and the choice between them read. What could be dropped unseen becomes one."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.desk.article import draft, fields, limits
from articles.desk.article.fields import FieldKind
from articles.desk.article.refusal import Conflict, Refusal
from articles.desk.autosave import posted as typed_fields
from articles.desk.autosave.differences import differences
from articles.desk.autosave.values import in_words
from articles.desk.diff.paging import paged
from articles.desk.diff.result import Changes
from articles.desk.form.boxes import DIRECTIONS
from articles.desk.form.forms import ArticleForm

CHOICE = "choice_"
THEIRS = "theirs"


@dataclass(frozen=True)
class Shown:
    """One field on which two people differ."""

    field: str
    label: str
    language: str | None
    direction: str
    theirs: SafeString
    mine: SafeString
    # Of a long text the beginning of what differs; `cut`: there is more.
    changes: Changes
    cut: bool
    offered: bool
    give_up: bool

    @property
    def long(self) -> bool:
        return fields.of(self.field).kind is FieldKind.HTML

    @property
    def anchor(self) -> str:
        """Where on the page it is changed by hand."""
        return "attributions-group" if self.field == "attributions" else f"id_{self.field}"


def conflicts(refusal: Refusal, posted: QueryDict, offered: set[str], user: AbstractBaseUser) -> list[Shown]:
    """The fields of a Conflict, in the order of the form; `offered` are those that `user` can change there."""
    if not isinstance(refusal, Conflict):
        return []
    given_up = choices(posted)
    beginnings = {
        field: paged(differences({field: theirs}, {field: mine}, user))
        for field, (theirs, mine) in refusal.fields.items()
    }
    return [
        Shown(
            field=field,
            label=draft.label(field),
            language=draft.language_of(field),
            direction=DIRECTIONS.get(draft.language_of(field) or "", "auto"),
            theirs=in_words(field, refusal.fields[field][0], user),
            mine=in_words(field, refusal.fields[field][1], user),
            changes=beginnings[field][0],
            cut=beginnings[field][1].count > 1,
            offered=field in offered,
            give_up=field in given_up,
        )
        for field in draft.FIELDS
        if field in refusal.fields
    ]


def choices(posted: QueryDict) -> set[str]:
    """The fields for which the person takes what is stored, and gives up their own."""
    return {field for field in draft.FIELDS if posted.get(f"{CHOICE}{field}") == THEIRS}


def lost_to_a_lock(posted: QueryDict, form: ArticleForm, *, rows_offered: bool) -> None:
    """What was typed into fields that were locked meanwhile is shown, and not dropped. Raises Conflict."""
    if form.instance.pk is None:
        return
    offered = {name for name in form.shown_fields() if name not in form.fields}
    if not rows_offered and any(name.startswith("attributions-") and name.endswith("-kind") for name in posted):
        offered.add("attributions")
    if not offered:
        return
    typed = typed_fields.read(posted, offered)
    # What is past all measure is no text of anybody's.
    beyond = {problem.field for problem in limits.untyped(typed)}
    typed = draft.normalised({name: text for name, text in typed.items() if name not in beyond})
    article = form.instance.__class__.objects.get(pk=form.instance.pk)
    current, base = draft.read(article), draft.at_version(article, form.cleaned_data["version"])
    lost = {
        name: (current[name], text)
        for name, text in typed.items()
        if text not in (current[name], base.get(name, current[name]))
    }
    if lost:
        message = _("This was locked while you wrote. Your text is kept below: copy it before you go on.")
        raise Conflict(lost, form.instance.version, message)


def page_of_somebody_else(request: HttpRequest) -> None:
    """A page that another person opened in this browser is not saved in this one's name unasked. Raises Refusal."""
    opened_by = request.POST.get("opened_by", "")
    if opened_by and opened_by != str(request.user.pk):
        raise Refusal(
            "other_user",
            _(
                "This page was opened by somebody else who was logged in in this browser. "
                "Nothing was saved yet. Save once more to save it in your name."
            ),
        )
