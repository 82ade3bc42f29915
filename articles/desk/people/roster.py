"""The people of a branch, as its manager sees them."""

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet

from articles.desk.article.four_eyes import printed_name
from articles.desk.article.states import UNFINISHED, WITH_EDITORS
from articles.desk.notices import outbox
from articles.models import Article, Invitation, Notice, Track
from authors.models import Branch, Membership

ACTIVE, INVITED, LEFT = "active", "invited", "left"


@dataclass
class Person:
    """`name` is the account's only once the person has answered the invitation; before, what the manager typed.

    `unconfirmed`: the ids of those on whose word alone they are here.
    """

    user: AbstractBaseUser
    branch: Branch
    status: str
    name: str
    since: datetime | None = None
    unconfirmed: frozenset[int] = frozenset()
    roles: list[Membership] = field(default_factory=list)


def people(branches: list[Branch]) -> dict[int, list[Person]]:
    """By branch id: who is active, who is invited, who has left."""
    found: dict[int, dict[int, Person]] = {branch.pk: {} for branch in branches}
    by_id = {branch.pk: branch for branch in branches}
    invited, left = _invited(branches), _farewells(branches)
    waiting = Invitation.objects.filter(branch__in=branches, confirmed_at=None).exclude(by=None)
    unconfirmed = {(user, branch): frozenset({by}) for user, branch, by in waiting.values_list("user", "branch", "by")}
    for role in Membership.objects.filter(branch__in=branches).select_related("user").order_by("user", "pk"):
        people_there = found[role.branch_id]
        if role.user_id not in people_there:
            pending = invited.get((role.user_id, role.branch_id))
            people_there[role.user_id] = Person(
                user=role.user,
                branch=by_id[role.branch_id],
                status=INVITED if pending else ACTIVE if role.user.is_active else LEFT,
                name=(pending.name or role.user.email) if pending else printed_name(role.user),
                since=pending.sent_at if pending else None,
                unconfirmed=unconfirmed.get((role.user_id, role.branch_id), frozenset()),
            )
        people_there[role.user_id].roles.append(role)
    for (user, branch), notice in left.items():
        if user not in found[branch]:
            found[branch][user] = Person(notice.to, by_id[branch], LEFT, printed_name(notice.to), since=notice.at)
    order = [ACTIVE, INVITED, LEFT]
    return {
        branch: sorted(there.values(), key=lambda person: (order.index(person.status), person.name))
        for branch, there in found.items()
    }


def _invited(branches: list[Branch]) -> dict[tuple[int, int], Invitation]:
    """Return the unanswered invitations by user and branch."""
    waiting = Invitation.objects.filter(branch__in=branches, answered_at=None)
    return {(invitation.user_id, invitation.branch_id): invitation for invitation in waiting}


def _farewells(branches: list[Branch]) -> dict[tuple[int, int], Notice]:
    """Return the newest notice that somebody's roles have ended, by user and branch."""
    told = Notice.objects.filter(branch__in=branches, kind="left").select_related("to").order_by("pk")
    return {(notice.to_id, notice.branch_id): notice for notice in told}


def held_by(user: AbstractBaseUser, branch: Branch) -> QuerySet[Article]:
    """The branch's reports on which the person wrote, sent to review or is called in, and that are not finished."""
    unfinished = Track.objects.filter(state__in=UNFINISHED, article__branch=branch)
    in_review = unfinished.filter(state__in=WITH_EDITORS)
    return (
        Article.objects.filter(branch=branch, binned_at=None)
        .filter(
            Q(revisions__by=user, pk__in=unfinished.values("article"))
            | Q(transitions__by=user, transitions__verb="submit", pk__in=in_review.values("article"))
            | Q(pk__in=in_review.filter(guest_editor=user).values("article"))
        )
        .distinct()
        .prefetch_related("tracks")
    )


def troubled_mail(branches: list[Branch]) -> QuerySet[Notice]:
    """Mail to the branches' members that did not get through, or of which nobody knows whether it did."""
    return mail(branches) & outbox.in_trouble()


def mail(branches: list[Branch]) -> QuerySet[Notice]:
    """All mail to the branches' members, of what they may know."""
    members = Membership.objects.filter(branch__in=branches).values("user")
    about = Q(article=None) | Q(article__branch__in=branches)
    mailed = Notice.objects.filter(about, to__in=members).exclude(mail=Notice.Mail.NONE)
    return mailed.select_related("to").order_by("-pk")
