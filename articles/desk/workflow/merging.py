"""One person, entered twice: the duplicate stands for the other from now on."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.desk.article import rights
from articles.desk.article.refusal import Already, Refusal
from articles.desk.workflow.steps import require
from articles.models import Credit
from articles.press.derived.index import index_anew
from articles.press.models import AuthorIndex, Edition
from authors.models import Author
from authors.slugs import save_with_slugs
from shaf.audit.recording import record
from shaf.audit.stock_forms import differences, values_of

# What an entry says of a person beyond their name; the one that stays keeps its own and takes what it lacks.
FILLED = (
    *(
        f"{field}_{language}"
        for field in ("name", "honorific", "given_name", "family_name")
        for language in ("ar", "en")
    ),
    *(f"{field}_{language}" for field in ("position", "biography") for language in ("ar", "en")),
    *("photo", "orcid", "links"),
)


def may_merge(user: AbstractBaseUser, author: Author) -> bool:
    """A manager of the author's branch; of any branch, where the author belongs to none."""
    if user.is_superuser and user.is_active:
        return True
    managed = rights.branches(user, "merge_authors")
    return bool(managed) if author.branch_id is None else author.branch_id in managed


@transaction.atomic
def merge_authors(duplicate_id: int, *, into: int, by: AbstractBaseUser) -> Author:
    """Everything that credits the duplicate belongs to `into` (an author's id) from now on; returns that entry.

    Editions keep the name that they printed, and their pages and lists lead to the entry that stays; drafts credit it.
    As with any change in the register, no state, version or edition moves.
    """
    found = {a.pk: a for a in Author.objects.select_for_update().filter(pk__in=[duplicate_id, into]).order_by("pk")}
    duplicate, kept = found.get(duplicate_id), found.get(into)
    if duplicate and duplicate.merged_into_id == into:
        raise Already("gone", _("The two entries are merged already."))
    if duplicate is None or kept is None or duplicate.merged_into_id or kept.merged_into_id:
        raise Refusal("gone", _("One of the two entries does not exist any more, or was merged already."))
    if duplicate == kept:
        raise Refusal("same", _("An entry cannot be merged with itself. Choose another one."))
    require(may_merge(by, duplicate), "role", _("Only a manager of this author’s branch merges entries."))
    if duplicate.orcid and kept.orcid and duplicate.orcid != kept.orcid:
        raise Refusal("orcid", _("The two entries have different ORCID iDs, so they are two people."))
    if duplicate.account_id and kept.account_id:
        raise Refusal("account", _("Both entries have an account. Remove the account from one of them first."))
    before = values_of(kept)
    _hand_over(duplicate, kept)
    record(
        "entries_merged",
        by=by,
        branch=duplicate.branch_id,
        about=kept,
        name=f"{duplicate} → {kept}",
        details={"merged": duplicate.pk, "changed": differences(before, values_of(kept))},
    )
    Author.objects.filter(merged_into=duplicate).update(merged_into=kept)
    _credit(duplicate, kept)
    merged = dict(Author.objects.filter(merged_into=kept).values_list("pk", "merged_into"))
    crediting = AuthorIndex.objects.filter(entry=duplicate).values("edition")
    for edition in list(Edition.objects.filter(pk__in=crediting)):
        index_anew(edition, merged_authors=merged)
    return kept


def _hand_over(duplicate: Author, kept: Author) -> None:
    """What the entry that stays lacks. Slugs are unique: the duplicate keeps its own, which lead on."""
    for field in FILLED:
        if not getattr(kept, field):
            setattr(kept, field, getattr(duplicate, field))
    account, duplicate.account_id = duplicate.account_id, None
    duplicate.merged_into = kept
    duplicate.save()
    kept.account_id = kept.account_id or account
    save_with_slugs(kept)


def _credit(duplicate: Author, kept: Author) -> None:
    """Drafts credit the one that stays, once."""
    both = Credit.objects.filter(author=kept).values("attribution")
    Credit.objects.filter(author=duplicate, attribution__in=both).delete()
    Credit.objects.filter(author=duplicate).update(author=kept)
