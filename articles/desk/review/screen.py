"""All that the review screen says of one language of a report, to one person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.desk.article import rights
from articles.desk.article.draft import column_label
from articles.desk.article.fields import OF_A_LANGUAGE, FieldKind
from articles.desk.article.four_eyes import ON_ANOTHERS_WORD
from articles.desk.article.refusal import Refusal
from articles.desk.article.remedies import Mending, lacking
from articles.desk.article.states import STATES
from articles.desk.article.to_manuscript import manuscript
from articles.desk.article.verbs import TABLE
from articles.desk.copy_check.gate import judged
from articles.desk.copy_check.left import Parted
from articles.desk.diff.manuscripts import compare
from articles.desk.diff.paging import Pager, number_in, paged
from articles.desk.diff.result import Changes
from articles.desk.form import track_panel
from articles.desk.review.blocks import Block, blocks, pin
from articles.desk.workflow.publication import require_correction_note
from articles.desk.workflow.remarks import require_no_open_remarks
from articles.models import Article, ReviewNote, Track
from articles.press.manuscript import Manuscript, fingerprint_of, from_canonical
from articles.press.models import Edition


@dataclass(frozen=True)
class Screen:
    """`text` is the manuscript that is shown, and `fingerprint` its own, of all pages: approving binds to it.
    `blocks` and `changes` are what this page has of it.

    `copy` is what the rules of copy say of it.
    `obstacles` are sentences that say why this person cannot approve it now; empty when they can.
    """

    article: Article
    track: Track
    panel: track_panel.TrackPanel
    text: Manuscript
    fingerprint: str
    blocks: list[Block]
    changes: Changes | None
    pager: Pager
    findings: list[Mending]
    obstacles: list[str | Promise]
    open_notes: list[ReviewNote]
    resolved_notes: list[ReviewNote]
    verbs: frozenset[str]
    embargo: datetime | None
    copy: Parted

    @property
    def addresses(self) -> list[tuple[str, str]]:
        """What of the text is no running text and no block: its slug."""
        found = [field for field in OF_A_LANGUAGE if field.kind in (FieldKind.SLUG, FieldKind.URL)]
        return [(column_label(field), getattr(self.text, field.name)) for field in found]

    @property
    def direction(self) -> str:
        return "rtl" if self.track.language == "ar" else "ltr"


def screen(
    article: Article,
    language: str,
    user: AbstractBaseUser,
    now: datetime,
    *,
    whole: bool,
    ignore_marks: bool,
    page: str = "",
) -> Screen:
    """Read everything once. Without `whole`, the changes against the live edition are worked out, if there is one.

    `page`: as the address says it; what is decided is about the text of all pages.
    """
    track = article.track(language)
    shown = track_panel.track_panel(article, track, user, now)
    text = manuscript(article, language)
    found = blocks(text)
    notes = list(article.notes.filter(language=language).select_related("by", "resolved_by"))
    open_notes = [note for note in notes if note.resolved_at is None]
    for note in open_notes:
        note.passage_changed = False
    for note in pin(open_notes, found):
        note.passage_changed = True
    for block in found:
        for note in block.notes:
            note.block, note.page = block.number, block.page
    wrong = lacking(text, article, user)
    obstacles = list(_obstacles(article, track, text, shown, user, now, findings_stand=bool(wrong)))
    compared = None
    if shown.live and not whole:
        everything = compare(from_canonical(shown.live.manuscript), text, ignore_marks=ignore_marks)
        compared, pager = paged(everything, page)
    else:
        count = max((block.page for block in found), default=1)
        pager = Pager(number_in(page, count), count)
        found = [block for block in found if block.page == pager.number]
    return Screen(
        article=article,
        track=track,
        panel=shown,
        text=text,
        fingerprint=fingerprint_of(text),
        blocks=found,
        changes=compared,
        pager=pager,
        findings=wrong,
        obstacles=obstacles,
        open_notes=open_notes,
        resolved_notes=[note for note in notes if note.resolved_at],
        verbs=frozenset(_verbs(article, track, user, obstacles)),
        embargo=article.not_before if article.not_before and article.not_before > now else None,
        copy=judged(article, language, text),
    )


def _obstacles(
    article: Article,
    track: Track,
    text: Manuscript,
    shown: track_panel.TrackPanel,
    user: AbstractBaseUser,
    now: datetime,
    *,
    findings_stand: bool,
) -> Iterator[str | Promise]:
    """Why this person cannot approve this text now."""
    if article.binned_at:
        yield _("This report is in the bin.")
        return
    if undecided := STATES[track.state].undecided:
        yield undecided
        return
    if not rights.may_on(user, "approve", article, track):
        yield _("You can read and remark here. An editor of this branch and language decides.")
        return
    if shown.you_contributed:
        yield _("You contributed to this text, so another person must approve it. Ask another editor of the branch.")
    elif shown.your_voucher_contributed:
        yield ON_ANOTHERS_WORD
    if findings_stand:
        yield _("It cannot be printed yet: see what is missing.")
    was_public = Edition.was_public(article.pk, track.language, now)
    for check in (
        lambda: require_correction_note(text, was_public=was_public),
        lambda: require_no_open_remarks(article, track.language),
    ):
        try:
            check()
        except Refusal as refusal:
            yield from refusal.messages


def _verbs(article: Article, track: Track, user: AbstractBaseUser, obstacles: list[str | Promise]) -> Iterator[str]:
    """What this person can do here now."""
    if article.binned_at:
        return
    for verb in TABLE:
        if not verb.on_review or track.state not in verb.states or (verb.name == "approve" and obstacles):
            continue
        if rights.may_do(user, verb.name, article, track):
            yield verb.name
