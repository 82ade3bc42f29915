"""What a notice says: its words, and the page it leads to."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from articles.desk.article.verb import Told
from articles.desk.article.verbs import TABLE
from articles.models import Notice

# What is told that no verb does, or that one does in another way.
BESIDE: dict[str, Told] = {
    "reminder": Told(_("Still waiting for your decision"), review=True),
    "scheduled": Told(_("Approved for a later time"), gives_time=True),
    "deadline": Told(_("The deadline is near"), gives_time=True),
    "password_reset": Told(_("A new password was asked for"), person=True),
    "new_device": Told(_("Your account was entered from a new device"), person=True, gives_reason=True),
    "factor_guessed": Told(
        _("Somebody typed your password and then too many wrong codes: set a new password"), person=True
    ),
    "factor_set": Told(_("A second factor was set for your account"), person=True),
    "factor_removed": Told(_("A second factor of your account was removed"), person=True),
    "factor_reset": Told(_("The second factors of your account were reset"), person=True),
}
# What is told of an account in the same words for all: what happened, and what to do if it was not oneself.
SECURITY = frozenset({"new_device", "factor_guessed", "factor_set", "factor_removed", "factor_reset"})
KINDS: dict[str, Told] = {verb.told.kind or verb.name: verb.told for verb in TABLE if verb.told} | BESIDE
PERSONAL = [name for name, kind in KINDS.items() if kind.person]
UNKNOWN = Told(_("Something changed"), quiet=True)


def kind_of(notice: Notice) -> Told:
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
    if notice.kind in SECURITY:
        return reverse("security")
    if notice.article_id is None:
        return reverse("admin:index")
    if kind_of(notice).review and notice.language:
        return reverse("admin:articles_article_review", args=[notice.article_id, notice.language])
    return reverse("admin:articles_article_change", args=[notice.article_id])
