"""Inviting, giving roles, ending them: what managers do with the people of their branches.

An address may belong to an account that works in another branch. A manager must not learn that: inviting it looks like
inviting a new one, and until the person has answered, the pages show what the manager typed.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.desk.article import rights
from articles.desk.article.four_eyes import printed_name, vouchers_of
from articles.desk.article.refusal import Already, Refusal
from articles.desk.notices import worker
from articles.desk.notices.notify import notify
from articles.desk.workflow.repeated import when
from articles.desk.workflow.sharing import revoke_preview
from articles.models import Invitation, Notice, PreviewLink, Track
from authors.models import Branch, Membership, OnCall
from shaf.attempts.counting import Limit, TooMany, Try, count
from shaf.audit.recording import record
from shaf.db.clock import database_now

User = get_user_model()
Roles = Collection[tuple[str, str]]
INVITATIONS = Limit("invite", 60, timedelta(minutes=1))


@transaction.atomic
def invite(*, by: AbstractBaseUser, branch: Branch, email: str, name: str, roles: Roles) -> None:
    """Give the person behind an address roles (pairs of role and language) in a branch, and mail them how to enter."""
    _require_manager(by, branch)
    _require_roles(roles)
    email = email.strip().lower()
    person = User.objects.filter(email__iexact=email).order_by("-is_active", "pk").first()
    if person is None:
        person = new_account(email, name)
    held = _roles(person, branch)
    if held and held == set(roles) and (pending := invitation(person, branch)) and pending.by_id == by.pk:
        said = _("You invited this address already, %(when)s. To mail the link once more, choose that beside the name.")
        raise Already("member", said % {"when": when(pending.sent_at)})
    if held:
        raise Refusal("member", _("This address belongs to somebody in the branch already. Change their roles there."))
    give(person, branch, roles)
    _send(person, branch, by=by, name=name)
    record("invited", by=by, branch=branch.pk, about=person, name=name or email, details=_said(set(), set(roles)))
    _tell_managers("member_invited", branch, person, by=by, name=name or email)


@transaction.atomic
def invite_again(*, by: AbstractBaseUser, branch: Branch, person: AbstractBaseUser) -> None:
    """Mail the invitation once more, with a fresh link."""
    _require_manager(by, branch)
    pending = invitation(person, branch)
    if pending is None:
        raise Refusal("answered", _("This invitation has been answered already."))
    _send(person, branch, by=by, name=pending.name)
    record("invited_again", by=by, branch=branch.pk, about=person, name=known_as(person, branch))


@transaction.atomic
def confirm(*, by: AbstractBaseUser, branch: Branch, person: AbstractBaseUser) -> None:
    """Say that an account which another manager invited is another person's: from now on it decides on their texts."""
    _require_manager(by, branch)
    waiting = Invitation.objects.filter(user=person, branch=branch, confirmed_at=None)
    if not waiting:
        raise Already("confirmed", _("Nobody needs to confirm this person any more."))
    if by.pk in {person.pk, *waiting.values_list("by", flat=True)}:
        raise Refusal("self", _("Whoever invited somebody, or was invited, does not confirm it. Ask another manager."))
    if vouchers_of(by) and not by.is_superuser:
        raise Refusal("unconfirmed", _("Nobody has confirmed your own account yet, so you confirm nobody."))
    now = database_now()
    waiting.update(confirmed_at=now, confirmed_by=by.pk)
    record("confirmed", by=by, branch=branch.pk, about=person, name=known_as(person, branch))
    _tell_managers("member_confirmed", branch, person, by=by, name=known_as(person, branch))


@transaction.atomic
def give_roles(*, by: AbstractBaseUser, branch: Branch, person: AbstractBaseUser, roles: Roles) -> None:
    """These roles in the branch, and no others."""
    _require_manager(by, branch)
    _require_roles(roles)
    held = _roles(person, branch)
    if held == set(roles):
        raise Already("roles.same", _("These are the person’s roles already."))
    if (Membership.Role.MANAGER.value not in {role for role, _language in roles}) and not by.is_superuser:
        _require_another_manager(person, branch)
    Membership.objects.filter(user=person, branch=branch).delete()
    give(person, branch, roles)
    _end_duties(person)
    name = known_as(person, branch)
    record("roles", by=by, branch=branch.pk, about=person, name=name, details=_said(held, set(roles)))
    _tell_managers("member_roles", branch, person, by=by, name=name)


@transaction.atomic
def end(
    *,
    by: AbstractBaseUser,
    branch: Branch,
    person: AbstractBaseUser,
    close_account: bool = False,
    revoke_links: bool = False,
) -> None:
    """End every role in the branch, or take an invitation back. What the person wrote and is credited for stays.

    `close_account` ends the account itself, everywhere: a superuser's decision. `revoke_links` ends the preview links
    that the person made to the branch's reports, or to any where the account is closed.
    """
    _require_manager(by, branch)
    closed, held, name = 0, _roles(person, branch), known_as(person, branch)
    if close_account:
        if not by.is_superuser:
            raise Refusal("role", _("Only a superuser closes an account."))
        if person.pk == by.pk:
            raise Refusal("self", _("You cannot close your own account."))
        closed = User.objects.filter(pk=person.pk, is_active=True).update(is_active=False)
    elif not by.is_superuser:
        _require_another_manager(person, branch)
    if revoke_links:
        for link in open_links(person, None if close_account else branch):
            revoke_preview(link.pk, by=by)
    ended, _each = Membership.objects.filter(user=person, branch=branch).delete()
    _end_duties(person)
    pending = invitation(person, branch)
    if not (ended or pending or closed):
        raise Already("left", _("This person has no role in the branch any more."))
    if closed:
        record("account_closed", by=by, about=person)
    what = "invitation_taken_back" if pending else "left"
    record(what, by=by, branch=branch.pk, about=person, name=name, details=_said(held, set()))
    _tell_managers("member_left", branch, person, by=by, name=name)
    Invitation.objects.filter(user=person, branch=branch).delete()
    _notices(person, branch).delete()
    if pending and not person.has_usable_password():
        _void(person)
    elif pending is None:
        now = database_now()
        if notify([person], kind="left", key=f"left:{branch.pk}:{stamp(now)}", at=now, branch=branch, by=by.pk):
            worker.soon()


def open_links(person: AbstractBaseUser, branch: Branch | None) -> QuerySet[PreviewLink]:
    """The preview links of the person's making that still open a report of the branch (None: of any)."""
    made = PreviewLink.objects.filter(by=person, revoked_at=None, expires_at__gt=database_now())
    made = made if branch is None else made.filter(article__branch=branch)
    return made.select_related("article").defer("manuscript").order_by("pk")


def _end_duties(person: AbstractBaseUser) -> None:
    """Call-ins and on-call duties in languages that the person edits nowhere any more."""
    person = User.objects.get(pk=person.pk)  # afresh: rights are remembered with the object
    for language, _name in settings.LANGUAGES:
        if not rights.is_editor_of(person, language):
            Track.objects.filter(guest_editor=person, language=language).update(guest_editor=None)
            OnCall.objects.filter(user=person, language=language).delete()


def invitation(person: AbstractBaseUser, branch: Branch) -> Invitation | None:
    """Return the one that has not been answered."""
    return Invitation.objects.filter(user=person, branch=branch, answered_at=None).first()


def unanswered() -> set[tuple[int, int]]:
    """(branch, user) of every open invitation: until it is answered, nobody learns whose account the address is."""
    return set(Invitation.objects.filter(answered_at=None).values_list("branch", "user"))


def known_as(person: AbstractBaseUser, branch: Branch) -> str:
    """What the branch calls a person: until they have answered, what the manager typed."""
    pending = invitation(person, branch)
    return (pending.name or person.email) if pending else printed_name(person)


@transaction.atomic
def answer_invitations(person: AbstractBaseUser, branches: Collection[int] | None = None) -> None:
    """Whoever has set their password has answered every invitation; who reads one at the desk, that of its branch."""
    now = database_now()
    waiting, told = (
        Invitation.objects.filter(user=person, answered_at=None),
        Notice.objects.filter(to=person, kind="invited", read_at=None),
    )
    if branches is not None:
        waiting, told = waiting.filter(branch__in=branches), told.filter(branch__in=branches)
    for invitation in waiting:
        record("invitation_answered", by=person, branch=invitation.branch_id, about=person)
    waiting.update(answered_at=now)
    told.update(read_at=now)


def _notices(person: AbstractBaseUser, branch: Branch) -> QuerySet[Notice]:
    return Notice.objects.filter(to=person, kind="invited", branch=branch)


def _send(person: AbstractBaseUser, branch: Branch, *, by: AbstractBaseUser, name: str) -> None:
    try:
        count(Try(INVITATIONS, str(by.pk)))
    except TooMany as error:
        said = ngettext(
            "Too many invitations at once. Go on in %(n)d minute.",
            "Too many invitations at once. Go on in %(n)d minutes.",
            error.minutes,
        )
        raise Refusal("too_many", said % {"n": error.minutes}) from error
    now = database_now()
    Invitation.objects.update_or_create(
        branch=branch, user=person, answered_at=None, defaults={"by_id": by.pk, "name": name, "sent_at": now}
    )
    _notices(person, branch).filter(read_at=None).delete()
    if notify([person], kind="invited", key=f"invited:{branch.pk}:{stamp(now)}", at=now, branch=branch, by=by.pk):
        worker.soon()


def new_account(email: str, name: str) -> AbstractBaseUser:
    first, _space, last = name.strip().partition(" ")
    person = User(username=email[:150], email=email, first_name=first[:150], last_name=last.strip()[:150])
    person.set_unusable_password()
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:
        if invited := User.objects.filter(email__iexact=email).first():
            return invited  # by somebody else, at this moment
        raise Refusal("taken", _("This address cannot be invited now. Ask whoever runs the installation.")) from error
    return person


def _void(person: AbstractBaseUser) -> None:
    """An account that nobody ever entered: its link opens nothing any more, and where nothing hangs on it, it goes."""
    if Membership.objects.filter(user=person).exists():
        return  # another branch has invited the same address, and its link goes on
    person.set_unusable_password()
    person.save(update_fields=["password"])
    if not person.is_superuser:
        try:
            with transaction.atomic():
                person.delete()
        except ProtectedError:
            pass


def give(person: AbstractBaseUser, branch: Branch, roles: Roles) -> None:
    for role, language in sorted(set(roles)):
        Membership.objects.get_or_create(user=person, branch=branch, role=role, language=language)


def _roles(person: AbstractBaseUser, branch: Branch) -> set[tuple[str, str]]:
    return set(Membership.objects.filter(user=person, branch=branch).values_list("role", "language"))


def _require_manager(by: AbstractBaseUser, branch: Branch) -> None:
    if not rights.may(by, "members", branch.pk):
        raise Refusal("role", _("Only a manager of this branch decides on its people."))


def _require_roles(roles: Roles) -> None:
    if not roles:
        raise Refusal("roles.missing", _("Choose at least one role and one language."))


def _require_another_manager(person: AbstractBaseUser, branch: Branch) -> None:
    managers = Membership.objects.filter(branch=branch, role=Membership.Role.MANAGER, user__is_active=True)
    if managers.filter(user=person).exists() and not managers.exclude(user=person).exists():
        raise Refusal(
            "last_manager", _("A branch needs a manager. Make somebody else a manager first, or ask a superuser.")
        )


def _tell_managers(kind: str, branch: Branch, person: AbstractBaseUser, *, by: AbstractBaseUser, name: str) -> None:
    """What was done with somebody of the branch, to its other managers; where there is none, to the superusers."""
    active = User.objects.filter(is_active=True).exclude(pk__in=[by.pk, person.pk]).select_related("mail_choice")
    managing = Membership.objects.filter(branch=branch, role=Membership.Role.MANAGER).values("user")
    others = list(active.filter(pk__in=managing)) or list(active.filter(is_superuser=True))
    now = database_now()
    key = f"{kind}:{branch.pk}:{person.pk}:{stamp(now)}"
    if notify(others, kind=kind, key=key, at=now, branch=branch, by=by.pk, reason=name):
        worker.soon()


def _said(before: set[tuple[str, str]], after: set[tuple[str, str]]) -> dict[str, list[str]]:
    """Roles before and after, as the log has them: “editor ar”."""
    return {name: sorted(map(" ".join, roles)) for name, roles in (("before", before), ("after", after))}


def stamp(now: datetime) -> int:
    """A time as part of a notice's key: microseconds."""
    return int(now.timestamp() * 1_000_000)
