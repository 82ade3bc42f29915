"""What stands and what lacks, for the operator's terminal and for the start page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django_tasks import default_task_backend

from articles.desk.article.roles import DECIDE, roles
from articles.desk.setup import letter
from articles.desk.workflow.founding import is_named
from articles.models import Article, Notice
from authors.models import Branch, Membership, Source
from shaf import heartbeats

# It beats every few seconds.
SILENCE = timedelta(minutes=2)
TRIED = (Notice.Mail.SENT, Notice.Mail.SENDING, Notice.Mail.FAILED, Notice.Mail.WAITING)


@dataclass(frozen=True, slots=True)
class Standing:
    """`centre` is None before the first migrate. `people` are two or more, of whom one decides: four eyes need them."""

    centre: Source | None
    named: bool
    logo: bool
    branch: bool
    people: bool
    mail: bool
    report: bool
    address: bool
    worker: bool
    backup: bool


def standing() -> Standing:
    """Ask the database and the settings; a few short queries."""
    centre = Source.publisher()
    members = set(roles().values_list("user", flat=True)[:500])
    deciders = set(roles(DECIDE).values_list("user", flat=True)[:500])
    return Standing(
        centre=centre,
        named=is_named(centre),
        logo=bool(centre and centre.logo),
        branch=Branch.objects.exists(),
        people=bool(deciders) and len(members) > 1,
        mail=mail_works(),
        report=Article.objects.exists(),
        address=urlsplit(settings.SITE_URL).hostname not in ("localhost", "127.0.0.1", "::1", None),
        worker=worker_runs(),
        backup=heartbeats.age(heartbeats.BACKUP) is not None,
    )


def worker_runs() -> bool:
    """Whether it was heard of lately; where tasks wait for none, there need be none."""
    silent = heartbeats.age(heartbeats.WORKER) if default_task_backend.supports_defer else timedelta()
    return silent is not None and silent < SILENCE


def mail_works() -> bool:
    """Whether the last letter that was tried went out, and to somebody."""
    if letter.goes_nowhere():
        return False
    tried = Notice.objects.filter(mail__in=TRIED, attempts__gt=0).order_by("-mail_at").values_list("mail", flat=True)
    return tried.first() == Notice.Mail.SENT


def holders(branch: Branch, role: str) -> QuerySet[AbstractBaseUser]:
    """Return the active people who have the role in the branch."""
    held = Membership.objects.filter(branch=branch, role=role)
    return get_user_model().objects.filter(pk__in=held.values("user"), is_active=True).order_by("pk")


def without_password(people: Iterable[AbstractBaseUser]) -> list[AbstractBaseUser]:
    """Return those who cannot enter yet."""
    return [person for person in people if not person.has_usable_password()]
