"""A page of the former site → a page here. Saving one is publishing it, so only what was public there comes."""

from django.contrib.auth.models import AbstractBaseUser

from articles.desk.article.refusal import Refusal
from articles.desk.article.said import gettext as _
from articles.desk.importers import file_pictures
from articles.desk.importers.document import Document
from articles.desk.importers.file_pictures import Encoded
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.to_html import to_html
from articles.press.html.sanitise import canonical
from authors.models import Branch, Page
from shaf.text import arabic


def store(
    document: Document, slug: str, pictures: Encoded | None, notes: list[str], *, by: AbstractBaseUser, branch: Branch
) -> tuple[Page, str]:
    """The page, and “created” or “unchanged”. One that stands here with another text is left. Raises Unimportable."""
    if not by.has_perm("authors.add_page"):
        raise Refusal("role", _("You may not write the centre's own pages."))
    language = document.language
    file_pictures.upload(document, pictures, notes, by=by, branch=branch, is_archive=True)
    body = canonical(file_pictures.placed(to_html(document.blocks), document, pictures))
    slug = arabic.slugify(slug) or arabic.slugify(document.title) or "page"
    found = Page.objects.filter(**{f"slug_{language}": slug}).first()
    if found is None:
        told = {f"name_{language}": document.title[:200], f"slug_{language}": slug, f"body_{language}": body}
        page = Page(**told, in_menu=False)
        page.fill_slugs()
        page.save()
        return page, "created"
    if getattr(found, f"body_{language}") != body:
        raise Unimportable(
            "page.there",
            _("There is a page “%(name)s” here already, with another text.") % {"name": document.title},
            _("Bring the text there by hand; the import overwrites nobody's work."),
        )
    return found, "unchanged"
