"""Who may change an entry of the register: saving is publishing, so what readers see takes an editor of its branch."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet

from articles.desk.article import rights
from articles.desk.article.draft import LANGUAGES
from articles.desk.article.roles import DECIDE, roles
from articles.press.models import (
    AuthorIndex,
    BranchIndex,
    Edition,
    IndexRow,
    SeriesIndex,
    SourceIndex,
    TopicIndex,
)
from authors.models import Author, Branch, Entry, Series, Source, Topic
from shaf.db.clock import database_now

INDEX: dict[type[Entry], type[IndexRow]] = {
    Author: AuthorIndex,
    Branch: BranchIndex,
    Series: SeriesIndex,
    Source: SourceIndex,
    Topic: TopicIndex,
}


def printing(entry: Entry) -> QuerySet:
    """The rows that lead from an entry to the live editions that print it."""
    return INDEX[type(entry)].objects.filter(Edition.is_live(database_now(), "edition__"), entry=entry.pk)


def may_change(user: AbstractBaseUser, entry: Entry, language: str | None = None) -> bool:
    """Whether an editor may change what an entry that is printed says in a language; None: in both, or in none."""
    if user.is_active and user.is_superuser:
        return True
    branch = getattr(entry, "branch_id", None)
    languages = LANGUAGES if language is None else (language,)
    if branch is None:
        return any(rights.is_editor_of(user, code) for code in languages)
    return any(rights.may(user, DECIDE, branch, code) for code in languages)


def not_theirs(user: AbstractBaseUser, entry: Entry, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the columns of an entry that this person may not change; none where no live edition prints it."""
    if not printing(entry).exists():
        return ()
    allowed = {code: may_change(user, entry, code) for code in LANGUAGES} | {"": may_change(user, entry)}
    return tuple(column for column in columns if not allowed[_language(column)])


def concerned(entry: Entry, columns: set[str]) -> QuerySet[AbstractBaseUser]:
    """Whom a change of these columns concerns: its branch's editors of the languages; for an entry without a branch,
    the managers of the branches whose live editions print it."""
    if isinstance(entry, Branch) or getattr(entry, "branch_id", None):
        branch = entry.pk if isinstance(entry, Branch) else entry.branch_id
        held = roles(DECIDE).filter(branch=branch)
        touched = {_language(column) for column in columns}
        if "" not in touched:
            held = held.filter(Q(role="manager") | Q(language__in=touched))
    else:
        branches = printing(entry).values("edition__article__branch")
        held = roles("members").filter(branch__in=branches)
    people = get_user_model().objects.filter(is_active=True, pk__in=held.values("user"))
    return people.select_related("mail_choice")


def _language(column: str) -> str:
    """The language that a column is in; '' for what is the same in both."""
    code = column.rpartition("_")[2]
    return code if code in LANGUAGES else ""
