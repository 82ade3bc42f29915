"""The rows from which rights follow: roles, duties and call-ins. Rights ask them of one person, and of all at once."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from articles.desk.article.verb import MANAGER
from articles.desk.article.verbs import right_of
from articles.models import Track
from authors.models import Membership, OnCall

# Whoever is called in or on call has no more right by it than to decide where an editor would.
DECIDE = "approve"


def roles(verb: str | None = None) -> QuerySet[Membership]:
    """Return the roles of active people that allow the verb (None: any role), each in its branch."""
    held = Membership.objects.filter(user__is_active=True)
    return held if verb is None else held.filter(role__in=right_of(verb).roles)


def reaches(role: Membership, language: str) -> bool:
    """Return whether the role is one in this language: a manager's is one in every language."""
    return role.role == MANAGER or role.language == language


def reaching(language: str | OuterRef) -> Q:
    """Return `reaches` asked of rows."""
    return Q(role=MANAGER) | Q(language=language)


def duties() -> QuerySet[OnCall]:
    """Return the active people's duties of today, each in a language that they edit somewhere."""
    return OnCall.objects.filter(_edits("user"), until__gte=timezone.localdate())


def call_ins() -> QuerySet[Track]:
    """Return the tracks for which somebody active is called in who edits their language somewhere."""
    return Track.objects.filter(_edits("guest_editor"))


def _edits(user: str) -> Exists:
    """Return whether the person in the column `user` decides on the row's language in any branch."""
    return Exists(roles(DECIDE).filter(reaching(OuterRef("language")), user=OuterRef(user)))
