"""Whose desk is looked at, when, and narrowed to which branch and language by the page's address."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from articles.desk.article import draft, rights
from authors.models import Branch
from shaf.db.clock import database_now


@dataclass(frozen=True)
class Desk:
    user: AbstractBaseUser
    now: datetime
    branch: int | None = None
    language: str = ""

    @cached_property
    def branches(self) -> list[Branch]:
        """The branches in which the person works."""
        return list(Branch.objects.filter(pk__in=rights.branches(self.user)))

    @cached_property
    def languages(self) -> list[tuple[str, str]]:
        """The languages in which the person works, each with its name."""
        mine = {m.language for m in rights.memberships(self.user)}
        every = self.user.is_superuser or any(m.role == rights.MANAGER for m in rights.memberships(self.user))
        return [(code, name) for code, name in settings.LANGUAGES if every or code in mine]

    @property
    def today(self) -> date:
        return timezone.localtime(self.now).date()

    @property
    def query(self) -> str:
        """The filters as they stand in the address, with the question mark; '' for none."""
        query = QueryDict(mutable=True)
        if self.branch:
            query["branch"] = str(self.branch)
        if self.language:
            query["language"] = self.language
        return f"?{query.urlencode()}" if query else ""

    def narrowed(self, *, branch: str = "article__branch") -> Q:
        found = Q(**{branch: self.branch}) if self.branch else Q()
        return found & Q(language=self.language) if self.language and branch == "article__branch" else found

    def reach(self, verb: str | None = None) -> Q:
        """Tracks or editions where the person may do this (None: has any role), within the filters."""
        return rights.reach(self.user, verb) & self.narrowed()

    def articles(self, verb: str | None = None) -> Q:
        """Articles of the branches in which the person may do this, within the filters."""
        return Q(branch__in=rights.branches(self.user, verb)) & self.narrowed(branch="branch")


def desk_of(request: HttpRequest) -> Desk:
    """A filter that is not the person's own to choose, or is no filter at all, is as if it were not there."""
    branch, language = request.GET.get("branch", ""), request.GET.get("language", "")
    number = int(branch) if branch.isascii() and branch.isdecimal() and len(branch) < 19 else None
    return Desk(
        user=request.user,
        now=database_now(),
        branch=number if number in set(rights.branches(request.user)) else None,
        language=language if language in draft.LANGUAGES else "",
    )
