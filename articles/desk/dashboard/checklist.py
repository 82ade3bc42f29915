"""What a new desk still lacks, for those who may do it: gone when all is done, or put away."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.desk.article import rights
from articles.desk.people.access import may_manage
from articles.desk.setup import letter
from articles.desk.setup.standing import Standing, standing
from shaf.dismissals.models import Dismissal

# Its name among what people have put away.
NAME = "setup"


@dataclass(frozen=True, slots=True)
class Step:
    """`url` is where it is done, '' where that is not at the desk; `how` says more, '' where the step says it all."""

    does: str | Promise
    done: bool
    url: str = ""
    how: str | Promise = ""


def checklist(user: AbstractBaseUser) -> list[Step]:
    """Return the steps, done or not; none for whom they are not, who put them away, or where nothing lacks."""
    if not may_manage(user) or Dismissal.objects.filter(user=user.pk, what=NAME).exists():
        return []
    steps = list(_steps(user, standing()))
    return [] if all(step.done for step in steps) else steps


def dismiss(user: AbstractBaseUser) -> None:
    """Show it to this person no more."""
    Dismissal.objects.get_or_create(user_id=user.pk, what=NAME)


def _steps(user: AbstractBaseUser, found: Standing) -> list[Step]:
    centre = reverse("admin:authors_source_change", args=[found.centre.pk]) if found.centre else ""
    may_found = user.has_perm("authors.add_branch")
    return [
        Step(_("Name the centre"), found.named, centre, _("As it is printed in every report from the first on.")),
        Step(_("Give the centre a logo"), found.logo, f"{centre}#id_logo" if centre else ""),
        Step(_("Make the first branch"), found.branch, reverse("admin:authors_branch_add") if may_found else ""),
        Step(
            _("Invite people"),
            found.people,
            reverse("admin:people_invite") if found.branch else "",
            _("Nobody approves their own text, so it takes two at least, and one of them an editor."),
        ),
        Step(_("See that mail works"), found.mail, reverse("admin:people"), _mail()),
        Step(
            _("Give the site its public address"),
            found.address,
            how=_("SITE_URL is %(url)s, which leads nobody here. Whoever runs the server sets it.")
            % {"url": settings.SITE_URL},
        ),
        Step(
            _("Start the worker"),
            found.worker,
            how=_("It sends the mail and makes the sizes of pictures. “manage.py serve” keeps one running."),
        ),
        Step(
            _("Make a backup"),
            found.backup,
            how=_("“manage.py backup FOLDER”, each night from a timer. Whoever runs the server sees to it."),
        ),
        Step(
            _("Write the first report"),
            found.report,
            reverse("admin:articles_article_add") if rights.branches(user, "write") else "",
        ),
    ]


def _mail() -> str | Promise:
    if letter.goes_nowhere():
        return _("No mail server is named, so that invitations reach nobody. Whoever runs the server sets EMAIL_URL.")
    return _(
        "It counts as soon as a letter has gone out. What did not get through stands among the people, with the reason."
    )
