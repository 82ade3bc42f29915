"""The states of a track, and what holds in each. Whoever asks what a state means asks this table."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Track

State = Track.State
DRAFT, REVIEW, APPROVED, WITHDRAWN = State.DRAFT, State.REVIEW, State.APPROVED, State.WITHDRAWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What holds of a track in one state.

    `locked` says why its text cannot be changed, and `undecided` why there is nothing to decide; both are '' where that
    is not so. An `unfinished` track can be late. One `with_editors` is no longer its writers' to act on, and locks what
    both languages share. One `under_decision` is seen by whoever is on call for its branch.
    """

    locked: str | Promise = ""
    undecided: str | Promise = ""
    unfinished: bool = False
    with_editors: bool = False
    under_decision: bool = False


STATES: dict[State, Standing] = {
    DRAFT: Standing(
        undecided=_("This is a draft. It can be decided on once it is sent to review."),
        unfinished=True,
    ),
    REVIEW: Standing(
        locked=_("This language is in review, so its text is locked. Take it back to change it."),
        unfinished=True,
        with_editors=True,
        under_decision=True,
    ),
    APPROVED: Standing(
        locked=_("This language is approved, so its text is locked. Reopen it to change it."),
        undecided=_("This text has been approved. To change it, reopen it."),
        under_decision=True,
    ),
    WITHDRAWN: Standing(
        locked=_("This language is withdrawn, so its text is locked. Reopen it to change it."),
        undecided=_("The report is withdrawn in this language. To publish it again, reopen it."),
    ),
}
UNFINISHED = tuple(state for state, standing in STATES.items() if standing.unfinished)
WITH_EDITORS = tuple(state for state, standing in STATES.items() if standing.with_editors)
UNDER_DECISION = tuple(state for state, standing in STATES.items() if standing.under_decision)
