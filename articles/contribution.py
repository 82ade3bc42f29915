"""Four eyes: who contributed to the text that is to be approved."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet

from articles import draft
from articles.models import Article, Revision
from articles.press.models import Edition

User = get_user_model()


def contributors(article: Article, language: str, live: Edition | None) -> QuerySet[AbstractBaseUser]:
    """Everyone whose revision changed a printed field of this language, or a shared one, since the live edition.

    `live` is the edition of this language that is public now; None counts from the first revision.
    """
    since = live.article_version if live else 0
    printed = draft.fields_of(language)
    revisions = Revision.objects.filter(article=article, version__gt=since).values_list("by", "changed")
    return User.objects.filter(pk__in={by for by, changed in revisions if printed.intersection(changed)}).order_by("pk")


def printed_name(user: AbstractBaseUser) -> str:
    """How the record names a user: the full name, else the account's."""
    return user.get_full_name() or user.get_username()
