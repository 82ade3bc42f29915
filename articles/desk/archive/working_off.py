"""Who sees what an import found, and how it is settled."""

import time
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from articles.desk.archive.repairs import REPAIRS, repair
from articles.desk.article import rights
from articles.desk.article.draft import LANGUAGES
from articles.desk.article.refusal import Refusal
from articles.models import Import, ImportFinding
from authors.models import Membership
from shaf.db.clock import database_now

# A form of the desk is one transaction, in which on SQLite nobody else writes.
SECONDS, AT_ONCE = 5, 200
REASON = 500
Settled = ImportFinding.Settled


@dataclass(slots=True)
class Done:
    """How many were repaired, of how many (`whole`) nothing was left to be repaired, how many are left for the next
    time, and why some were refused: reason → how many."""

    repaired: int
    whole: int
    left: int
    refused: dict[str, int]


def visible_imports(user: AbstractBaseUser) -> QuerySet[Import]:
    if user.is_superuser and user.is_active:
        return Import.objects.all()
    with_findings = visible_findings(user).values("imported")
    return Import.objects.filter(_own(user) | Q(pk__in=with_findings))


def visible_findings(user: AbstractBaseUser) -> QuerySet[ImportFinding]:
    """What is about a report is for those who see it; the rest for whoever imported, and for the managers of the branch
    that it went into, or else of theirs."""
    if user.is_superuser and user.is_active:
        return ImportFinding.objects.all()
    branches = rights.branches(user, "members")
    people = Membership.objects.filter(branch__in=branches).values("user")
    managed = Q(imported__branch__in=branches) | Q(imported__branch=None, imported__by__in=people)
    own = Q(article=None) & (_own(user, "imported__") | managed)
    return ImportFinding.objects.filter(own | Q(article__in=rights.visible_articles(user).values("pk")))


def _own(user: AbstractBaseUser, path: str = "") -> Q:
    """What they imported themselves, as long as they work in the branch that it went into."""
    still_there = Q(**{f"{path}branch": None}) | Q(**{f"{path}branch__in": rights.branches(user)})
    return Q(**{f"{path}by": user.pk}) & still_there


def may_decide(user: AbstractBaseUser) -> bool:
    """Whether the archive stands in this person's menu: editors, of whichever language. A writer finds it by its
    address."""
    return user.is_active and (user.is_superuser or any(rights.is_editor_of(user, code) for code in LANGUAGES))


def may_settle(user: AbstractBaseUser, finding: ImportFinding) -> bool:
    """Whoever writes in the report's branch."""
    return finding.article is None or rights.may(user, "write", finding.article.branch_id, finding.language or None)


def counts(findings: QuerySet[ImportFinding]) -> dict[str, tuple[int, int]]:
    """Kind → how many are open, and how many there are."""
    rows = findings.order_by().values_list("kind").annotate(Count("pk"), Count("settled_at"))
    return {kind: (n - settled, n) for kind, n, settled in rows}


def settle(findings: Iterable[ImportFinding], *, by: AbstractBaseUser, reason: str) -> int:
    """Settle what is open of these, for a reason; returns how many. Raises Refusal, and then none is settled."""
    reason = " ".join(reason.split())
    if not reason:
        raise Refusal("reason", _("Give a reason: who looks at it later should know why nothing is left to be done."))
    if len(reason) > REASON:
        raise Refusal("reason", _("The reason is too long: %(n)d characters at most.") % {"n": REASON})
    chosen = [finding for finding in findings if finding.settled_at is None]
    _require(chosen, by)
    _mark(chosen, by, Settled.SETTLED, reason)
    return len(chosen)


def open_again(findings: Iterable[ImportFinding], *, by: AbstractBaseUser) -> int:
    """Take back that these are settled; returns how many. Raises Refusal, and then none is."""
    chosen = [finding for finding in findings if finding.settled_at is not None]
    _require(chosen, by)
    settled = ImportFinding.objects.filter(pk__in=[finding.pk for finding in chosen])
    return settled.update(settled_by=None, settled_at=None, settled_how="", reason="")


def _require(chosen: list[ImportFinding], by: AbstractBaseUser) -> None:
    if not chosen:
        raise Refusal("nothing", _("Nothing was chosen, or it is so already."))
    if not all(may_settle(by, finding) for finding in chosen):
        raise Refusal("role", _("Among these is a report that you may not write in."))


def repair_all(findings: QuerySet[ImportFinding], *, by: AbstractBaseUser, reopening: bool) -> Done:
    """Repair what is open of these and can be repaired safely, for a few seconds; each is a save of this person.

    One that is refused stays open, and hinders no other.
    """
    waiting = findings.filter(settled_at=None, kind__in=REPAIRS).select_related("article").order_by("pk")
    total, until = waiting.count(), time.monotonic() + SECONDS
    done = Done(0, 0, 0, {})
    tried = 0
    for finding in waiting[:AT_ONCE]:
        if time.monotonic() > until:
            break
        tried += 1
        try:
            if not may_settle(by, finding):
                message = _("This report belongs to another branch, or you may not write in its language.")
                raise Refusal("role", message)
            changed = repair(finding, by=by, reopening=reopening)
        except Refusal as refusal:
            said = " ".join(map(str, refusal.messages))
            done.refused[said] = done.refused.get(said, 0) + 1
            continue
        if changed:
            _mark([finding], by, Settled.REPAIRED)
            done.repaired += 1
        else:
            _mark([finding], by, Settled.SETTLED, _("Nothing of it was left to be repaired."))
            done.whole += 1
    done.left = total - tried
    return done


def _mark(findings: Iterable[ImportFinding], by: AbstractBaseUser, how: Settled, reason: str = "") -> None:
    open_ones = ImportFinding.objects.filter(pk__in=[finding.pk for finding in findings], settled_at=None)
    open_ones.update(settled_by=by.pk, settled_at=database_now(), settled_how=how, reason=reason)
