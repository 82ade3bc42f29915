"""Many editions at once: rows after the pattern of one that the press composed."""

from collections.abc import Iterable
from datetime import datetime

from articles.models import Article
from articles.press.index import index
from articles.press.models import Edition
from articles.press.printing import print_edition


def copies(pattern: Edition, moments: Iterable[datetime], **columns: object) -> list[Edition]:
    """An edition of a report of its own first published at each moment, with its index rows, and set in HTML."""
    branch = Article.objects.get(pk=pattern.article_id).branch_id
    fields = {field.attname: getattr(pattern, field.attname) for field in Edition._meta.concrete_fields}
    made = []
    for place, moment in enumerate(moments):
        article = Article.objects.create(branch_id=branch)
        own = {"id": None, "article_id": article.pk, "live_from": moment, "first_live_from": moment}
        own |= {"title": f"{pattern.title} {place}", "seal": f"{article.pk:064}"}
        edition = Edition.objects.create(**fields | own | columns)
        index(edition)
        print_edition(edition)
        made.append(edition)
    return made
