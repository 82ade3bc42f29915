"""Repairs that are safe, one for each kind that has one: no word of a text changes. Each goes through the verbs."""

import html
import re
from collections.abc import Callable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _

from articles.desk import workflow
from articles.desk.addresses.places import known_place
from articles.desk.article.draft import Draft
from articles.desk.article.refusal import Refusal
from articles.desk.article.states import APPROVED
from articles.desk.copy_check.drafts import changes, document_of
from articles.desk.copy_check.house import house_of
from articles.desk.copy_check.left import rows_of, spared_by
from articles.models import Article, ImportFinding
from articles.press.copy.repairing import repaired

HREF = re.compile('(?<= href=")[^"]*')


def repair(finding: ImportFinding, *, by: AbstractBaseUser, reopening: bool = False) -> bool:
    """Repair what a finding is about, as a save of this person; False where nothing of it is left to be repaired.

    `reopening`: an approved text is reopened for it; its edition stays up until the correction is approved. Raises
    Refusal where the text may not be changed now, or cannot be repaired yet.
    """
    with transaction.atomic():
        article = Article.objects.select_related("branch").filter(pk=finding.article_id).first()
        if article is None:
            raise Refusal("gone", _("This report does not exist any more."))
        wanted = REPAIRS[finding.kind](finding, article)
        if not wanted:
            return False
        if reopening:
            for language in ("ar", "en"):
                if any(field.endswith(f"_{language}") for field in wanted) and _is_approved(article, language):
                    workflow.reopen(article.pk, language, by=by)
                    article = Article.objects.select_related("branch").get(pk=article.pk)
        workflow.write(article.pk, by=by, changes=wanted, base_version=article.version)
    return True


def _is_approved(article: Article, language: str) -> bool:
    return article.track(language).state == APPROVED


def _copy(finding: ImportFinding, article: Article) -> Draft:
    language = finding.language
    before = document_of(article, language)
    left = spared_by(rows_of(article, language))
    return changes(before, repaired(before, language, house_of(article.branch_id), left), language)


def _link(finding: ImportFinding, article: Article) -> Draft:
    """Led to its place here, where the old address is known by now."""
    if not (path := known_place(finding.what)):
        raise Refusal("unknown", _("The old address leads nowhere here: add it to the old addresses first."))
    wanted: Draft = {}
    for field in ("body_ar", "body_en"):
        body = getattr(article, field) or ""
        led = HREF.sub(lambda found: _led(found[0], finding.what, path), body)
        if led != body:
            wanted[field] = led
    return wanted


def _led(href: str, old: str, path: str) -> str:
    return html.escape(path) if html.unescape(href) == old else href


REPAIRS: dict[str, Callable[[ImportFinding, Article], Draft]] = {"copy": _copy, "link": _link}
