"""Many editions at once: rows after the pattern of one that the press composed."""

from collections.abc import Iterable
from datetime import datetime

from articles.models import Article
from articles.press.derived.printing import printed
from articles.press.models import AuthorIndex, Edition, IndexRow, Printed


def copies(pattern: Edition, moments: Iterable[datetime], **columns: object) -> list[Edition]:
    """An edition of a report of its own first published at each moment, with its index rows, and set in HTML.

    `columns`: what differs, of what no index is of.
    """
    branch = Article.objects.get(pk=pattern.article_id).branch_id
    fields = {field.attname: getattr(pattern, field.attname) for field in Edition._meta.concrete_fields}
    moments = list(moments)
    articles = Article.objects.bulk_create(Article(branch_id=branch) for _moment in moments)
    made = []
    for place, (article, moment) in enumerate(zip(articles, moments, strict=True)):
        own = {"id": None, "article_id": article.pk, "live_from": moment, "first_live_from": moment}
        own |= {"title": f"{pattern.title} {place}", "seal": f"{article.pk:064}"}
        made.append(Edition(**fields | own | columns))
    made = Edition.objects.bulk_create(made)
    Printed.objects.bulk_create(printed(edition) for edition in made)
    for model in IndexRow.__subclasses__():
        own = ["entry_id", *(["in_byline"] if model is AuthorIndex else [])]
        entries = list(model.objects.filter(edition=pattern).order_by("pk").values(*own))
        model.objects.bulk_create(
            model(edition=edition, language=edition.language, first_live_from=edition.first_live_from, **entry)
            for edition in made
            for entry in entries
        )
    return made
