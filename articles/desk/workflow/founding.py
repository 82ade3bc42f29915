"""What nobody has a right to yet: the operator names the centre, makes a branch and appoints the first people."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.desk.article.refusal import Refusal
from articles.desk.notices.notify import notify
from articles.desk.workflow.membership import give, new_account
from articles.models import Invitation
from articles.press.models import Edition
from authors.models import Branch, Membership, Source
from authors.slugs import remember_slugs, save_with_slugs
from shaf.audit.recording import record
from shaf.audit.stock_forms import differences, values_of
from shaf.db.clock import database_now
from shaf.text import arabic

User = get_user_model()
# What the first migrate calls the centre (authors/migrations/0002_publisher.py).
UNNAMED = "المركز"


def is_named(centre: Source | None) -> bool:
    return centre is not None and centre.name_ar != UNNAMED


@transaction.atomic
def name_centre(name: str, name_en: str = "") -> bool:
    """Give the publisher these names; '' leaves one as it is. Return whether that changed anything.

    The first name brings addresses of its own with it; later ones leave them alone. Raises Refusal where the register
    has no publisher.
    """
    centre = Source.objects.select_for_update().filter(kind=Source.Kind.OWN).first()
    if centre is None:
        raise Refusal("publisher", _("The register has no entry of the centre. Run `manage.py migrate`."))
    wanted = {"name_ar": name or centre.name_ar, "name_en": name_en or centre.name_en}
    if not is_named(centre) and name and not name_en:
        # “The Centre” is nobody's name: without an English one the site has no English masthead.
        wanted["name_en"] = ""
    if all(getattr(centre, column) == value for column, value in wanted.items()):
        return False
    former, before = {column: getattr(centre, column) for column in ("slug_ar", "slug_en")}, values_of(centre)
    if not is_named(centre):
        centre.slug_ar = centre.slug_en = None
    for column, value in wanted.items():
        setattr(centre, column, value)
    save_with_slugs(centre)
    remember_slugs(centre, former)
    record("settings", about=centre, details={"changed": differences(before, values_of(centre))})
    return True


@transaction.atomic
def set_authority(name: str) -> bool:
    """Set the authority of the feed ids; return whether it was another. Raises Refusal once anything was published."""
    centre = Source.objects.select_for_update().get(kind=Source.Kind.OWN)
    if centre.tag_authority.rpartition(",")[0] == name:
        return False
    if Edition.objects.exists():
        said = _("The feed ids are in use, with the authority %(authority)s: another would make every report unread.")
        raise Refusal("authority", said % {"authority": centre.tag_authority})
    before = values_of(centre)
    centre.tag_authority = f"{name},{database_now().year}"
    centre.save()
    record("settings", about=centre, details={"changed": differences(before, values_of(centre))})
    return True


def branch_named(name: str) -> Branch | None:
    """Return the branch of that name, in either language and however it is spelled."""
    key = arabic.fold(name)
    for branch in Branch.objects.all():
        if key in (arabic.fold(branch.name_in(language)) for language, _name in settings.LANGUAGES):
            return branch
    return None


@transaction.atomic
def found_branch(name: str, name_en: str = "") -> Branch:
    """Return the branch of that name, made where there is none yet."""
    branch = branch_named(name)
    if branch is None:
        branch = Branch(name_ar=name, name_en=name_en)
        save_with_slugs(branch)
        record("settings", branch=branch.pk, about=branch, details={"changed": differences({}, values_of(branch))})
    return branch


@transaction.atomic
def confirm_person(person: AbstractBaseUser) -> int:
    """Say that the account is another person's than whoever invited it, in every branch; return in how many.

    The operator's word, where a centre has no second manager; the log says whose it was.
    """
    waiting = Invitation.objects.filter(user=person, confirmed_at=None).exclude(by=None)
    branches = sorted(waiting.values_list("branch", flat=True))
    for branch in branches:
        record("confirmed", branch=branch, about=person)
    waiting.update(confirmed_at=database_now())
    return len(branches)


@transaction.atomic
def appoint(branch: Branch, *, name: str, email: str, role: str) -> AbstractBaseUser:
    """Give the person behind the address a role in the branch, in every language, and tell them by mail.

    A letter waits for the next round of the outbox. Raises Refusal where the account is closed.
    """
    email = email.strip().lower()
    person = User.objects.filter(email__iexact=email).order_by("-is_active", "pk").first() or new_account(email, name)
    if not person.is_active:
        raise Refusal("closed", _("The account of this address is closed."))
    if Membership.objects.filter(user=person, branch=branch, role=role).exists():
        return person
    given = [(role, language) for language, _name in settings.LANGUAGES]
    give(person, branch, given)
    record("roles", branch=branch.pk, about=person, name=name, details={"after": sorted(map(" ".join, given))})
    now = database_now()
    if not person.has_usable_password():
        asked = {"by": None, "name": name, "sent_at": now}
        Invitation.objects.update_or_create(branch=branch, user=person, answered_at=None, defaults=asked)
    notify([person], kind="invited", key=f"founded:{branch.pk}:{role}", at=now, branch=branch)
    return person
