"""What a notice says: its words, and the page it leads to."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from articles.models import Notice


@dataclass(frozen=True)
class Kind:
    """`says` in a few words what happened. A quiet kind is not mailed at once; `review` leads to the review screen;
    `person` is about the account and not about a report: nobody opts out of it."""

    says: str | Promise
    quiet: bool = False
    review: bool = False
    person: bool = False
    gives_reason: bool = False
    gives_time: bool = False


KINDS: dict[str, Kind] = {
    "submit": Kind(_("Waiting for your decision"), review=True),
    "reminder": Kind(_("Still waiting for your decision"), review=True),
    "call_in": Kind(_("You are called in to decide"), review=True),
    "take_back": Kind(_("Taken back from review"), quiet=True),
    "send_back": Kind(_("Returned to you"), gives_reason=True),
    "reopen": Kind(_("Reopened for changes"), quiet=True),
    "approve": Kind(_("Approved and published")),
    "scheduled": Kind(_("Approved for a later time"), gives_time=True),
    "reschedule": Kind(_("The time of publication has changed"), gives_time=True),
    "cancel": Kind(_("The scheduled publication is cancelled")),
    "withdraw": Kind(_("Withdrawn from the public"), gives_reason=True),
    "write": Kind(_("A change to the shared fields returned it to draft")),
    "set_embargo": Kind(_("The embargo has changed"), quiet=True, gives_time=True),
    "set_deadline": Kind(_("The deadline has changed"), gives_time=True),
    "deadline": Kind(_("The deadline is near"), gives_time=True),
    "remark": Kind(_("A new remark"), gives_reason=True),
    "resolve_remark": Kind(_("Your remark is resolved"), quiet=True, gives_reason=True),
    "reopen_remark": Kind(_("A remark is open again"), quiet=True, gives_reason=True),
    "translation_stale": Kind(_("The original of this translation has changed"), gives_reason=True),
    "restore": Kind(_("An earlier version is restored"), quiet=True),
    "bin": Kind(_("Put into the bin"), quiet=True),
    "unbin": Kind(_("Brought back from the bin"), quiet=True),
    "invited": Kind(_("You are invited to the desk"), person=True),
    "left": Kind(_("Your roles in the branch have ended"), quiet=True, person=True),
    "password_reset": Kind(_("A new password was asked for"), person=True),
}
PERSONAL = [name for name, kind in KINDS.items() if kind.person]
UNKNOWN = Kind(_("Something changed"), quiet=True)


def kind_of(notice: Notice) -> Kind:
    return KINDS.get(notice.kind, UNKNOWN)


def reason_of(notice: Notice) -> str:
    """What the person who did it gave as the reason, '' where there is none to show."""
    return notice.reason if kind_of(notice).gives_reason else ""


def time_of(notice: Notice) -> str:
    """The time or day that the notice is about, in words: “none” where it was lifted, '' where there is none."""
    if not kind_of(notice).gives_time:
        return ""
    if notice.day:
        return date_format(notice.day, "DATE_FORMAT")
    return date_format(timezone.localtime(notice.when), "DATETIME_FORMAT") if notice.when else _t("none")


def address_of(notice: Notice) -> str:
    """The path of the desk's page about it."""
    if notice.article_id is None:
        return reverse("admin:index")
    if kind_of(notice).review and notice.language:
        try:
            return reverse("admin:articles_article_review", args=[notice.article_id, notice.language])
        except NoReverseMatch:
            pass
    return reverse("admin:articles_article_change", args=[notice.article_id])
