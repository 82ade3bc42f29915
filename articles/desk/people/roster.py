"""The people of a branch, as its manager sees them."""

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet

from articles.desk.article.four_eyes import printed_name
from articles.desk.notices import outbox
from articles.desk.notices.kinds import branch_of
from articles.models import Article, Notice, Track
from authors.models import Branch, Membership

ACTIVE, INVITED, LEFT = "active", "invited", "left"


@dataclass
class Person:
    """`name` is the account's only once the person has answered the invitation; before, what the manager typed."""

    user: AbstractBaseUser
    branch: Branch
    status: str
    name: str
    since: datetime | None = None
    roles: list[Membership] = field(default_factory=list)


def people(branches: list[Branch]) -> dict[int, list[Person]]:
    """By branch id: who is active, who is invited, who has left."""
    found: dict[int, dict[int, Person]] = {branch.pk: {} for branch in branches}
    by_id = {branch.pk: branch for branch in branches}
    invited, left = _notices(branches)
    for role in Membership.objects.filter(branch__in=branches).select_related("user").order_by("user", "pk"):
        people_there = found[role.branch_id]
        if role.user_id not in people_there:
            pending = invited.get((role.user_id, role.branch_id))
            people_there[role.user_id] = Person(
                user=role.user,
                branch=by_id[role.branch_id],
                status=INVITED if pending else ACTIVE if role.user.is_active else LEFT,
                name=(pending.reason or role.user.email) if pending else printed_name(role.user),
                since=pending.at if pending else None,
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


def _notices(branches: list[Branch]) -> tuple[dict[tuple[int, int], Notice], dict[tuple[int, int], Notice]]:
    """The newest unanswered invitation and the newest farewell, by user and branch."""
    mine = Q(pk__in=[])
    for branch in branches:
        mine |= Q(key__startswith=f"invited:{branch.pk}:", read_at=None) | Q(key__startswith=f"left:{branch.pk}:")
    invited: dict[tuple[int, int], Notice] = {}
    left: dict[tuple[int, int], Notice] = {}
    for notice in Notice.objects.filter(mine, kind__in=("invited", "left")).select_related("to").order_by("pk"):
        (invited if notice.kind == "invited" else left)[notice.to_id, branch_of(notice)] = notice
    return invited, left


def held_by(user: AbstractBaseUser, branch: Branch) -> QuerySet[Article]:
    """The branch's reports on which the person wrote, sent to review or is called in, and that are not finished."""
    unfinished = Track.objects.filter(state__in=(Track.State.DRAFT, Track.State.REVIEW), article__branch=branch)
    in_review = unfinished.filter(state=Track.State.REVIEW)
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
