"""What people decide of a text's copy. No text changes here, and no version, revision or fingerprint knows of it."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.desk.article import rights
from articles.desk.article.four_eyes import printed_name
from articles.desk.article.refusal import Already
from articles.desk.copy_check.left import Anchor
from articles.desk.workflow.repeated import already
from articles.desk.workflow.steps import note, require, require_applies, required_reason, track_of
from articles.models import CopyName, LeftFinding
from authors.models import Branch
from shaf.db.clock import database_now
from shaf.text import arabic

NAME = CopyName._meta.get_field("name").max_length
# Findings that one reason is given for, and the characters of what finds one again.
MOST_AT_ONCE, LONGEST = 500, 1_000


@transaction.atomic
def leave_finding(
    article_id: int, language: str, *, by: AbstractBaseUser, anchors: Sequence[Anchor], reason: str
) -> list[LeftFinding]:
    """Findings of the copy check stay as they are, for one reason. Where one was left before, the new reason counts.

    Raises Already where all of them were left for this very reason.
    """
    article, track = track_of(article_id, language, "leave_finding", by)
    require_applies(track, "leave_finding", reason)
    reason = required_reason(reason)
    wanted = list(dict.fromkeys(anchors))
    require(0 < len(wanted) <= MOST_AT_ONCE, "finding.gone", _("What this was about is not in the text any more."))
    sound = all(len(part) <= LONGEST for one in wanted for part in (one.excerpt, one.before, one.after))
    require(sound, "finding.gone", _("What this was about is not in the text any more."))
    now = database_now()
    known = {Anchor.of_row(row): row for row in article.left_findings.filter(language=language)}
    if all(anchor in known and known[anchor].reason == reason for anchor in wanted):
        last = known[wanted[-1]]
        raise already("leave_finding", printed_name(last.by), last.at, code="finding.left")
    left = []
    for anchor in wanted:
        row = known.get(anchor) or LeftFinding(
            article=article,
            language=language,
            rule=anchor.rule,
            field=anchor.field,
            excerpt=anchor.excerpt,
            before=anchor.before,
            after=anchor.after,
        )
        row.reason, row.by_id, row.at = reason, by.pk, now
        row.save()
        left.append(row)
    note(track, "leave_finding", by=by, now=now, reason=reason)
    return left


@transaction.atomic
def take_up_finding(left_id: int, *, by: AbstractBaseUser) -> None:
    """What was left is open again. Raises Already where it is."""
    row = LeftFinding.objects.filter(pk=left_id).first()
    if row is None:
        raise Already("finding.open", _("This is open again already."))
    _article, track = track_of(row.article_id, row.language, "take_up_finding", by)
    require_applies(track, "take_up_finding")
    row.delete()
    note(track, "take_up_finding", by=by, now=database_now(), reason=row.excerpt)


@transaction.atomic
def add_copy_name(branch: int, name: str, *, by: AbstractBaseUser) -> CopyName:
    """A word or a few are a name, which the rules of copy leave alone in this branch. The same name twice is one."""
    require(rights.may(by, "add_copy_name", branch), "branch", _("You may not write in this branch."))
    name = " ".join(arabic.without_reordering(arabic.composed(name)).split())
    require(bool(arabic.fold(name)), "name.missing", _("Write a name."))
    require(len(name) <= NAME, "name.unusable", _("This is too long for a name. Choose the words that are one."))
    Branch.objects.select_for_update().get(pk=branch)
    found, _made = CopyName.objects.get_or_create(
        branch_id=branch, name=name, defaults={"by_id": by.pk, "at": database_now()}
    )
    return found
