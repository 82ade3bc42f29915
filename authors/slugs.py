"""Slugs: made when an entry is stored, and remembered when they are given up, so that old addresses lead on."""

from collections.abc import Mapping

from django.conf import settings
from django.db import IntegrityError, transaction

from authors.models import Entry, FormerSlug

# Whenever a slug is taken from under us, somebody else has stored an entry: more rounds than people is enough.
ROUNDS = 100


def save_with_slugs(entry: Entry) -> None:
    """Store an entry, with a slug made for each name that has none.

    Two people may store the same name at once: the second's slug is then made anew. Raises IntegrityError where what
    clashes was typed.
    """
    made = [f"slug_{language}" for language, _name in settings.LANGUAGES if not entry.slug_in(language)]
    for left in reversed(range(ROUNDS)):
        try:
            with transaction.atomic():
                entry.fill_slugs()
                entry.save()
            return
        except IntegrityError:
            others = type(entry).objects.exclude(pk=entry.pk)
            taken = [name for name in made if others.filter(**{name: getattr(entry, name) or None}).exists()]
            if not (left and taken):
                raise
            for name in made:
                setattr(entry, name, "")


def remember_slugs(entry: Entry, former: Mapping[str, str | None]) -> None:
    """Record slugs that the entry had and has no longer. `former` maps `slug_ar`, `slug_en` to the old values.

    A slug that is in use again belongs to whoever uses it now.
    """
    kind = entry.kind_name()
    for column, old in former.items():
        language = column.removeprefix("slug_")
        new = entry.slug_in(language)
        FormerSlug.objects.filter(kind=kind, language=language, slug=new).delete()
        if old and old != new:
            FormerSlug.objects.update_or_create(kind=kind, language=language, slug=old, defaults={"entry": entry.pk})
