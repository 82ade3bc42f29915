"""What can be said of a verb: the columns of the table in verbs.py."""

from dataclasses import dataclass
from enum import Enum, auto

from django.utils.functional import Promise

from articles.desk.article.states import State
from authors.models import Membership

Words = str | Promise
WRITER, EDITOR, MANAGER = Membership.Role.WRITER, Membership.Role.EDITOR, Membership.Role.MANAGER
EVERYBODY = frozenset({WRITER, EDITOR, MANAGER})
EDITORS = frozenset({EDITOR, MANAGER})
MANAGERS = frozenset({MANAGER})


class On(Enum):
    """What a verb is done to, and so what its function is given first."""

    LANGUAGE = auto()
    REPORT = auto()
    REMARK = auto()
    OTHER = auto()


class Need(Enum):
    """What must be there before a verb is offered, beside the state."""

    TEXT = auto()
    LIVE = auto()
    LIVE_TWICE = auto()
    SCHEDULED = auto()
    NEVER_APPROVED = auto()
    BINNED = auto()


class Whom(Enum):
    """Whom something concerns; notices/recipients.py knows who that is."""

    REVIEWERS = auto()
    WRITERS = auto()
    WRITERS_OF_ALL = auto()
    WRITERS_OF_EDITION = auto()
    WRITERS_AND_APPROVER = auto()
    ALL_CONCERNED = auto()
    CALLED_IN = auto()
    IN_DISCUSSION = auto()
    WHO_REMARKED = auto()


@dataclass(frozen=True, slots=True)
class Told:
    """What people are told: in a few words what happened, and `whom` of those who see the report it concerns.

    What is `quiet` is not mailed at once. `review` leads to the review screen. What is about a `person` is about the
    account and not about a report: nobody opts out of it. `kind` is its name on record, the verb's own unless given.
    `page` is the name of the desk's page that it leads to where it is about no report.
    """

    says: Words
    whom: tuple[Whom, ...] = ()
    quiet: bool = False
    review: bool = False
    person: bool = False
    gives_reason: bool = False
    gives_time: bool = False
    kind: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One thing that people do. Its function has the same name (workflow/); one that only moves a track has none.

    Whose: `roles`, in their own branch and language (a manager: in every language of the branch); where there are none,
    those of the verb that `needs_right` names. `guests`: also an editor called in for the track or on call for its
    branch. `every_language`: what concerns the whole report takes the right in each language that has a text.

    Where: `states` are those in which it can be done, `to` the state that it leads to, None where that stays.
    `offered` are the states in which the form's panel has its button, given what it `needs`; `first`, before the way to
    the review screen.

    How: `form` is the class in form/forms.py that asks what must be known, on a page of its own (`own_page`), on the
    review screen (`on_review`), or elsewhere (`address`, a URL's name). `reasoned`: it takes a reason. `bound_to`: what
    the page showed, which must be so still. `in_list`: it can be done to many reports at once. `asks_again`: it
    takes a second factor that was given just now.

    In words: `label` is on the button that leads to its page, `button` on the one that does it where that reads
    otherwise, `says` is what will happen, `done` what is said after and on record, `already` where it has happened.
    """

    name: str
    roles: frozenset[str] = frozenset()
    needs_right: str = ""
    guests: bool = False
    every_language: bool = False
    on: On = On.LANGUAGE

    states: tuple[State, ...] = tuple(State)
    to: State | None = None
    offered: tuple[State, ...] = ()
    needs: frozenset[Need] = frozenset()
    first: bool = False

    form: str = "ConfirmForm"
    own_page: bool = False
    on_review: bool = False
    address: str = ""
    reasoned: bool = False
    bound_to: str = ""
    in_list: bool = False
    asks_again: bool = False
    danger: bool = False

    label: Words = ""
    button: Words = ""
    says: Words = ""
    says_of_many: Words = ""
    done: Words = ""
    already: Words = ""
    told: Told | None = None
