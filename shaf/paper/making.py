"""The PDF of an edition: made once, by the worker soon after it is public, or by a command for an archive."""

import logging
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet

from articles.press.models import Edition, EditionPdf, PictureIndex
from shaf.db.clock import database_now
from shaf.paper.document import document
from shaf.paper.engine import why_not
from shaf.pictures.storage import content_name

logger = logging.getLogger("shaf.paper")
# What is older was there before PDFs were: `make_pdfs` makes those.
NEW = timedelta(days=2)
# In one round of the worker, which has other things to do.
AT_ONCE = 3


def make(edition: Edition) -> EditionPdf:
    """Make it and keep it; what another process made meanwhile stays. Raises OSError, or weasy.Lacking."""
    from shaf.paper.weasy import pdf_of

    data = pdf_of(document(edition))
    name = default_storage.save(content_name(data, "pdf"), ContentFile(data))
    with transaction.atomic():
        pdf, is_new = EditionPdf.objects.get_or_create(edition=edition, defaults={"file": name, "size": len(data)})
        if is_new:
            PictureIndex.objects.get_or_create(edition=edition, picture=name)
    return pdf


def without() -> "QuerySet[Edition]":
    """The editions that are or were public and have none, the newest first."""
    return Edition.public_by(database_now()).filter(pdf=None).order_by("-live_from")


def make_newest() -> None:
    """In the worker's round: what came out lately. What fails is said, and tried again in the next round."""
    if why_not():
        return
    for edition in without().filter(live_from__gt=database_now() - NEW)[:AT_ONCE]:
        try:
            make(edition)
        except Exception as error:
            logger.error("No PDF of article %d, %s: %s", edition.article_id, edition.language, error)
