"""What a list of reports is of, in a sentence: for descriptions of pages and feeds. Each needs its language active."""

from collections.abc import Iterable

from django.utils.translation import gettext

from articles.press.models import Edition


def reports_from(publisher: str) -> str:
    return gettext("Reports from %(name)s") % {"name": publisher}


def reports_of(kind: str, name: str, *, own: bool = False, cited: bool = False) -> str:
    """`kind`: of the register; `name`: of its entry as printed («فرع القاهرة» for a branch).

    `own`: of a source, that it is the centre itself; `cited`: of an author, that these reports only draw on their work.
    """
    names = {"name": name}
    match kind:
        case "author" if cited:
            return gettext("Reports drawing on the work of %(name)s") % names
        case "author":
            return gettext("Reports by %(name)s") % names
        case "branch":
            return gettext("Reports from the %(name)s") % names
        case "source" if not own:
            return gettext("Reports drawing on %(name)s") % names
        case "topic":
            return gettext("Reports on %(name)s") % names
        case "series":
            return gettext("Reports in the series %(name)s") % names
        case "type":
            return gettext("Reports of the type %(name)s") % names
        case _:
            return reports_from(name)


def only_cited(ids: set[int], editions: Iterable[Edition]) -> bool:
    """Whether each of these editions names the author, known by any of the ids, among its references alone."""
    return all(_names(ids, edition.references) and not _names(ids, [edition.byline]) for edition in editions)


def _names(ids: set[int], attributions: Iterable[dict]) -> bool:
    return any(person["id"] in ids for credit in attributions for person in credit["authors"])
