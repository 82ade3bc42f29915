"""Former slugs: an address that was once given out goes on leading to its entry."""

from collections.abc import Mapping

from authors.models import Entry, FormerSlug


def remember_slugs(entry: Entry, former: Mapping[str, str | None]) -> None:
    """Record slugs that the entry had and has no longer. `former` maps `slug_ar`, `slug_en` to the old values.

    A slug that is in use again belongs to whoever uses it now.
    """
    kind = entry._meta.model_name
    for column, old in former.items():
        language = column.removeprefix("slug_")
        new = entry.slug_in(language)
        FormerSlug.objects.filter(kind=kind, language=language, slug=new).delete()
        if old and old != new:
            FormerSlug.objects.update_or_create(kind=kind, language=language, slug=old, defaults={"entry": entry.pk})
