"""Whose people somebody manages."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet

from articles.desk.article import rights
from authors.models import Branch


def may_manage(user: AbstractBaseUser) -> bool:
    return user.is_active and (user.is_superuser or bool(rights.branches(user, "members")))


def managed_branches(user: AbstractBaseUser) -> QuerySet[Branch]:
    """The branches whose members the user invites and ends."""
    return Branch.objects.filter(pk__in=rights.branches(user, "members")) if may_manage(user) else Branch.objects.none()
