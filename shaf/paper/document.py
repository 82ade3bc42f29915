"""What stands on paper: the printed edition, how to cite it, where it is, and its fingerprint."""

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe

from articles.press.models import Edition
from articles.site.citation.line import box_of
from articles.site.citation.work import address_of

# Characters of the fingerprint on the last page: enough to tell editions apart, and to be read out.
FINGERPRINT = 16


def document(edition: Edition) -> str:
    """The whole of it as HTML, in the edition's language."""
    with translation.override(edition.language):
        context = {
            "edition": edition,
            "text": mark_safe(edition.body),  # noqa: S308 -- composed: the sanitiser was the last step, and it is sealed
            "cite": box_of(edition),
            "address": address_of(edition),
            "fingerprint": edition.fingerprint[:FINGERPRINT],
        }
        return render_to_string("press/paper.html", context)
