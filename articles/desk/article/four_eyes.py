"""Four eyes: who contributed to the text that is to be approved, and whose second account approves nothing of it.

An account that somebody invited stands on their word until another manager or the operator has confirmed it: till then
the two may be one person.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.desk.article import draft
from articles.models import Article, Invitation, Revision, Track
from articles.press.models import Edition

User = get_user_model()
ON_ANOTHERS_WORD = _(
    "Your account was invited by somebody who contributed to this text, and nobody else has confirmed it yet. Ask "
    "another manager of the branch to confirm you under “People”, or another editor to approve."
)


def contributions(language: str) -> QuerySet[Revision]:
    """Return the saves that changed a printed field of this language, or one that both languages share."""
    return saves_of(draft.fields_of(language))


def saves_of(fields: Collection[str]) -> QuerySet[Revision]:
    """Return the saves that changed one of the fields."""
    return Revision.objects.filter(changed__has_any_keys=sorted(fields)).order_by()


def contributors(article: Article, language: str, live: Edition | None) -> QuerySet[AbstractBaseUser]:
    """Everyone whose revision changed a printed field of this language, or a shared one, since the live edition."""
    return User.objects.filter(pk__in=contributions_since(live, article, language).values("by")).order_by("pk")


def contributions_since(live: Edition | None, article: Article, language: str) -> QuerySet[Revision]:
    """The `contributions` to an article since its live edition.

    `live` is the edition of this language that is public now; None counts from the first revision.
    """
    return contributions(language).filter(article=article, version__gt=live.article_version if live else 0)


def unconfirmed() -> dict[int, set[int]]:
    """By account: who invited it, where nobody has confirmed that."""
    found: dict[int, set[int]] = {}
    invitations = Invitation.objects.filter(confirmed_at=None).exclude(by=None)
    for user, by in invitations.values_list("user", "by").order_by():
        found.setdefault(user, set()).add(by)
    return found


def vouchers(user: int, invited: Mapping[int, Collection[int]]) -> set[int]:
    """On whose word alone an account stands: who invited it, who invited them, and so on. `invited`: `unconfirmed`."""
    found: set[int] = set()
    asked = [user]
    while asked:
        new = set(invited.get(asked.pop(), ())) - found
        found |= new
        asked += new
    return found - {user}


def vouchers_of(user: AbstractBaseUser) -> set[int]:
    """`vouchers` of a person; read once per user object (a request has one)."""
    if not hasattr(user, "_shaf_vouchers"):
        user._shaf_vouchers = vouchers(user.pk, unconfirmed())
    return user._shaf_vouchers


def standing_on(people: Collection[int]) -> set[int]:
    """`vouchers` asked the other way: the accounts that stand on the word of one of these."""
    invited, people = unconfirmed(), set(people)
    return {user for user in invited if vouchers(user, invited) & people} - people


def blocked_by_four_eyes(tracks: QuerySet[Track], user: AbstractBaseUser, now: datetime) -> QuerySet[Track]:
    """The tracks, each with `blocked`: whether the user, or one of their `vouchers`, contributed to its text."""
    live = Edition.objects.filter(article=OuterRef("article"), language=OuterRef("language"), live_from__lte=now)
    # Ordered, so that SQLite goes by article, and does not walk all that is public in the language.
    live = live.exclude(live_until__lte=now).order_by("-number").values("article_version")
    tracks = tracks.annotate(live_version=Coalesce(Subquery(live[:1]), Value(0)))
    mine = {"article": OuterRef("article"), "version__gt": OuterRef("live_version")}
    mine |= {"by__in": [user.pk, *sorted(vouchers_of(user))]} if vouchers_of(user) else {"by": user.pk}
    return tracks.annotate(blocked=_in_each_language(lambda language: contributions(language).filter(**mine)))


def wrote(user: AbstractBaseUser) -> Q:
    """The tracks in whose language the user ever changed a field."""
    mine = {"article": OuterRef("article"), "by": user.pk}
    own = {language: draft.fields_of(language) - set(draft.SHARED_FIELDS) for language in draft.LANGUAGES}
    return Q(_in_each_language(lambda language: saves_of(own[language]).filter(**mine)))


def _in_each_language(saves: Callable[[str], QuerySet[Revision]]) -> Q:
    """The tracks for which there is one of the `saves` of the track's language."""
    found = Q()
    for language in draft.LANGUAGES:
        found |= Q(Q(language=language) & Exists(saves(language)))
    return found


def printed_name(user: AbstractBaseUser) -> str:
    """How the record names a user: the full name, else the account's."""
    return user.get_full_name() or user.get_username()
