"""The number beside the bell."""

from django.contrib.auth.models import AbstractBaseUser

from articles.models import Notice


def unread(person: AbstractBaseUser) -> int:
    """How many of the person's notices nobody has opened."""
    return Notice.objects.filter(to_id=person.pk, read_at=None).count()
