"""Who may do what. One function for buttons, forms, list actions, commands and importers."""

from collections.abc import Collection, Iterable
from functools import reduce
from operator import or_

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.desk.article import draft
from articles.desk.article.roles import DECIDE, call_ins, duties, reaches, reaching, roles
from articles.desk.article.states import UNDER_DECISION
from articles.desk.article.verb import EDITOR, MANAGER, WRITER, On
from articles.desk.article.verbs import VERBS, right_of
from articles.models import Article, Picture, ReportFile, Track
from authors.models import Branch, Entry, Membership, Source

WRITER_PERMISSIONS = frozenset(
    {
        "articles.view_article",
        "articles.add_article",
        "articles.change_article",
        "articles.view_picture",
        "articles.add_picture",
        "articles.change_picture",
        "articles.view_reportfile",
        "articles.add_reportfile",
        "articles.change_reportfile",
        "articles.view_edition",
        "authors.view_branch",
        "authors.view_author",
        "authors.add_author",
        "authors.view_source",
        "authors.add_source",
        "authors.view_topic",
        "authors.add_topic",
        "authors.view_series",
        "authors.view_reporttype",
    }
)
EDITOR_PERMISSIONS = WRITER_PERMISSIONS | {
    "articles.delete_picture",
    "articles.delete_reportfile",
    "authors.change_author",
    "authors.change_source",
    "authors.change_topic",
    "authors.add_series",
    "authors.change_series",
    "authors.add_reporttype",
    "authors.change_reporttype",
    "authors.view_synonym",
    "authors.add_synonym",
    "authors.change_synonym",
    "authors.delete_synonym",
}
MANAGER_PERMISSIONS = EDITOR_PERMISSIONS | {
    "articles.view_oldaddress",
    "articles.add_oldaddress",
    "articles.change_oldaddress",
    "articles.delete_oldaddress",
    "authors.change_branch",
    "authors.view_page",
    "authors.add_page",
    "authors.change_page",
    "authors.view_oncall",
    "authors.add_oncall",
    "authors.change_oncall",
    "authors.delete_oncall",
    *(f"articles.{act}_copy{what}" for act in ("view", "add", "change", "delete") for what in ("rule", "term", "name")),
}
ROLE_PERMISSIONS = {WRITER: WRITER_PERMISSIONS, EDITOR: EDITOR_PERMISSIONS, MANAGER: MANAGER_PERMISSIONS}


def memberships(user: AbstractBaseUser) -> list[Membership]:
    """The user's memberships, read once per user object (a request has one)."""
    if not user.is_active or not user.pk:
        return []
    if not hasattr(user, "_shaf_memberships"):
        user._shaf_memberships = list(Membership.objects.filter(user_id=user.pk))
    return user._shaf_memberships


def may(user: AbstractBaseUser, verb: str, branch: int, language: str | None = None) -> bool:
    """Whether the user's roles allow the verb in this branch and language (None: in any language)."""
    if not user.is_active:
        return False
    if user.is_superuser:
        return True
    needed = right_of(verb).roles
    return any(
        m.branch_id == branch and m.role in needed and (language is None or reaches(m, language))
        for m in memberships(user)
    )


def may_on(user: AbstractBaseUser, verb: str, article: Article, track: Track) -> bool:
    """`may`, and what an editor who was called in for this track or is on call for its branch may do."""
    if may(user, verb, article.branch_id, track.language):
        return True
    if not right_of(verb).guests or not is_editor_of(user, track.language):
        return False
    return track.guest_editor_id == user.pk or (article.branch_id, track.language) in on_call(user)


def may_do(user: AbstractBaseUser, verb: str, article: Article, track: Track | None = None) -> bool:
    """Whether the user may do this to the report: `may_on` its track, or by the rule for what concerns all of it.

    Without a track, what is done to one language is allowed where it is in any.
    """
    row = VERBS[verb]
    if row.on is not On.REPORT and track is not None:
        return may_on(user, verb, article, track)
    written = [language for language in draft.LANGUAGES if getattr(article, f"title_{language}")]
    needed = written if row.every_language and written else [None]
    return all(may(user, verb, article.branch_id, language) for language in needed)


def writes_in(user: AbstractBaseUser, language: str) -> bool:
    """Whether the user writes in this language in any branch."""
    return (user.is_active and user.is_superuser) or any(
        may(user, "write", branch, language) for branch in branches(user, "write")
    )


def is_of_the_house(entry: Entry) -> bool:
    """A branch, or the centre itself: what they are called is not for every writer to say."""
    return isinstance(entry, Branch) or (isinstance(entry, Source) and entry.kind == Source.Kind.OWN)


def may_name(user: AbstractBaseUser, entry: Entry, language: str) -> bool:
    """Whether the user may add the name that an entry of the register lacks in this language.

    Whoever writes in it may; a branch is named by its managers, and the centre by a superuser (authors/admin.py).
    """
    if isinstance(entry, Branch):
        return may(user, "members", entry.pk)
    if is_of_the_house(entry):
        return user.is_active and user.is_superuser
    return writes_in(user, language)


def who_names(entry: Entry, language: str, branch: int) -> QuerySet[AbstractBaseUser]:
    """`may_name` asked the other way, of the people of a report's branch; superusers where it has none."""
    members = Membership.objects.filter(branch=entry.pk if isinstance(entry, Branch) else branch, user__is_active=True)
    named = members.filter(role=MANAGER)
    if not is_of_the_house(entry):
        named |= members.filter(language=language)
    elif not isinstance(entry, Branch):
        named = members.none()
    people = get_user_model().objects.filter(is_active=True)
    found = people.filter(pk__in=named.values("user"))
    return found if found.exists() else people.filter(is_superuser=True)


def on_call(user: AbstractBaseUser) -> set[tuple[int, str]]:
    """The branches, each with a language that the user edits, in which they are on call today; read once per user
    object."""
    if not user.is_active or not user.pk:
        return set()
    if not hasattr(user, "_shaf_on_call"):
        user._shaf_on_call = set(duties().filter(user=user.pk).values_list("branch_id", "language"))
    return user._shaf_on_call


def is_editor_of(user: AbstractBaseUser, language: str) -> bool:
    """Whether the user edits this language in any branch, and so can be called in."""
    needed = right_of(DECIDE).roles
    return user.is_active and any(m.role in needed and reaches(m, language) for m in memberships(user))


def visible_articles(user: AbstractBaseUser) -> QuerySet[Article]:
    """Return the articles of the user’s branches, and what they were called in for or are on call for."""
    if not user.is_active:
        return Article.objects.none()
    if user.is_superuser:
        return Article.objects.all()
    own = Q(branch__in=branches(user))
    called_in = Q(pk__in=call_ins().filter(guest_editor=user.pk).values("article"))
    return Article.objects.filter(own | called_in | _waiting_for_on_call(user))


def languages_read(user: AbstractBaseUser, article: Article) -> list[str]:
    """Return the languages of an article that the person may read: in their branch all, elsewhere what they decide."""
    own = article.branch_id in branches(user)
    return [
        track.language
        for track in article.tracks.all()
        if own
        or (track.guest_editor_id == user.pk and is_editor_of(user, track.language))
        or (article.branch_id, track.language) in on_call(user)
    ]


def who_sees(article: Article) -> QuerySet[AbstractBaseUser]:
    """`visible_articles` asked the other way: the active people who see this article."""
    tracks = article.tracks.all()
    anybody = [Q(is_superuser=True), Q(pk__in=Membership.objects.filter(branch=article.branch_id).values("user"))]
    # What is true of nobody is left out: to ask for it takes longer than all the rest.
    if any(track.guest_editor_id for track in tracks):
        anybody.append(Q(pk__in=call_ins().filter(article=article).values("guest_editor")))
    if decided := [track.language for track in tracks if track.state in UNDER_DECISION]:
        waited_for = duties().filter(branch=article.branch_id, language__in=decided)
        anybody.append(Q(pk__in=waited_for.values("user")))
    return _active(*anybody)


def seeing(article: Article, people: Collection[int]) -> list[AbstractBaseUser]:
    """Return those of the people with these ids who see this article, each with the `mail_choice`: see `who_sees`."""
    if not people:
        return []
    own = Membership.objects.filter(user=OuterRef("pk"), branch=article.branch_id)
    active = get_user_model().objects.filter(pk__in=people, is_active=True)
    found = list(active.select_related("mail_choice").annotate(of_the_branch=Exists(own)))
    # Nearly always none: to ask who else sees it takes longer than all the rest.
    others = [person.pk for person in found if not (person.of_the_branch or person.is_superuser)]
    unseen = set(others) - set(who_sees(article).filter(pk__in=others).values_list("pk", flat=True)) if others else ()
    return [person for person in found if person.pk not in unseen]


def who_decides(article: Article, track: Track) -> QuerySet[AbstractBaseUser]:
    """`may_on` of "approve" asked the other way, but for superusers, whose duty it is not."""
    editors = roles(DECIDE).filter(reaching(track.language), branch=article.branch_id)
    on_duty = duties().filter(branch=article.branch_id, language=track.language)
    anybody = [Q(pk__in=editors.values("user")), Q(pk__in=on_duty.values("user"))]
    if track.guest_editor_id:
        anybody.append(Q(pk__in=call_ins().filter(pk=track.pk).values("guest_editor")))
    return _active(*anybody)


def deciders(branches: Iterable[int]) -> dict[tuple[int, str], list[int]]:
    """Return `who_decides` by branch and language, of many branches at once; who is called in is not among them."""
    found: dict[tuple[int, str], list[int]] = {}
    for role in roles(DECIDE).filter(branch__in=branches).order_by("pk"):
        for language, _name in settings.LANGUAGES:
            if reaches(role, language):
                found.setdefault((role.branch_id, language), []).append(role.user_id)
    for duty in duties().filter(branch__in=branches).order_by("pk"):
        found.setdefault((duty.branch_id, duty.language), []).append(duty.user_id)
    return found


def _active(*anybody: Q) -> QuerySet[AbstractBaseUser]:
    """Return the active people of whom one of these is true."""
    return get_user_model().objects.filter(_any(anybody), is_active=True)


def _waiting_for_on_call(user: AbstractBaseUser) -> Q:
    """What is under decision where the user is on call; drafts there are not theirs to see."""
    decided = Track.objects.filter(state__in=UNDER_DECISION)
    waiting = Q(pk__in=[])
    for branch, language in on_call(user):
        waiting |= Q(branch=branch, pk__in=decided.filter(language=language).values("article"))
    return waiting


def reach(user: AbstractBaseUser, verb: str | None = None) -> Q:
    """What has an `article` and a `language` (tracks, editions) and where `may` allows the verb; None: any role."""
    if user.is_superuser and user.is_active:
        return ~Q(pk__in=[])
    places: dict[str, set[int]] = {}
    for m in memberships(user):
        if verb is None or m.role in right_of(verb).roles:
            for language, _name in settings.LANGUAGES:
                if reaches(m, language):
                    places.setdefault(language, set()).add(m.branch_id)
    return _any(Q(language=language, article__branch__in=ids) for language, ids in places.items())


def guest_reach(user: AbstractBaseUser) -> Q:
    """The tracks of other branches on which `may_on` allows the user what guests may do."""
    edited = [language for language, _name in settings.LANGUAGES if is_editor_of(user, language)]
    called_in = Q(guest_editor=user.pk, language__in=edited)
    return _any([called_in, *(Q(language=language, article__branch=branch) for branch, language in on_call(user))])


def where(user: AbstractBaseUser, verb: str) -> Q:
    """`may_on` asked of rows: the tracks on which the user may do this."""
    found = reach(user, verb)
    return found | guest_reach(user) if right_of(verb).guests else found


def _any(conditions: Iterable[Q]) -> Q:
    """True of what one of them is true of; of nothing where there is none."""
    return reduce(or_, conditions, Q(pk__in=[]))


def visible_pictures(user: AbstractBaseUser) -> QuerySet[Picture]:
    """The pictures of the user's own branches, and what they uploaded before pictures belonged to one."""
    if user.is_superuser and user.is_active:
        return Picture.objects.all()
    if not memberships(user):
        return Picture.objects.none()
    return Picture.objects.filter(Q(branch__in=branches(user)) | Q(branch=None, uploaded_by=user.pk))


def known_pictures(user: AbstractBaseUser) -> QuerySet[Picture]:
    """Those of their library, and the covers of the articles that they see: what a page may name to them."""
    covers = Q(article__in=visible_articles(user).values("pk"))
    return Picture.objects.filter(Q(pk__in=visible_pictures(user).values("pk")) | covers).distinct()


def visible_files(user: AbstractBaseUser) -> QuerySet[ReportFile]:
    """The files of the user's own branches."""
    return ReportFile.objects.filter(branch__in=branches(user))


def known_files(user: AbstractBaseUser) -> QuerySet[ReportFile]:
    """Those of their branches, and those of the articles that they see: what a page may name to them."""
    carried = Article.files.through.objects.filter(article__in=visible_articles(user).values("pk"))
    return ReportFile.objects.filter(Q(branch__in=branches(user)) | Q(pk__in=carried.values("reportfile")))


def branches(user: AbstractBaseUser, verb: str | None = None) -> Iterable[int]:
    """The ids of the branches in which the user has any role, or one that allows the verb."""
    if user.is_superuser and user.is_active:
        return list(Branch.objects.values_list("pk", flat=True))
    return sorted({m.branch_id for m in memberships(user) if verb is None or m.role in right_of(verb).roles})


class MembershipBackend(BaseBackend):
    """Model permissions from roles: each role has exactly the rights of the table above, and nobody else any."""

    def get_all_permissions(self, user_obj: AbstractBaseUser, obj: object = None) -> set[str]:
        if obj is not None:
            return set()
        return set().union(*(ROLE_PERMISSIONS[m.role] for m in memberships(user_obj)))

    def has_perm(self, user_obj: AbstractBaseUser, perm: str, obj: object = None) -> bool:
        return user_obj.is_active and perm in self.get_all_permissions(user_obj, obj)

    def has_module_perms(self, user_obj: AbstractBaseUser, app_label: str) -> bool:
        return any(perm.startswith(f"{app_label}.") for perm in self.get_all_permissions(user_obj))
