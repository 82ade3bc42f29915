"""Plain functions that make what a test needs, through the same verbs that people use."""

import itertools
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection
from django.db.models import Model

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.desk.article.to_manuscript import manuscript
from articles.desk.copy_check.gate import judged
from articles.desk.copy_check.left import Anchor
from articles.models import Article
from articles.press import manuscript as press
from articles.press.models import Edition
from authors.models import Author, Branch, Membership, Source, Topic

User = get_user_model()
serial = itertools.count(1)
# What was made of the register for drafts: how → id, and the savepoints within which it stands.
_made: dict[tuple[Any, ...], tuple[int, list[str]]] = {}


def forget() -> None:
    """Say that what was made may be gone: another test begins, or another world."""
    _made.clear()


def id_of(make: Callable[..., Model], *names: str) -> int:
    """The id of what `make` returns for these names; asked of the database once in each test."""
    pk, within = _made.get((make, *names), (0, [""]))
    savepoints = connection.savepoint_ids
    if savepoints[: len(within)] != within:
        pk, within = make(*names).pk, list(savepoints)
        _made[make, *names] = (pk, within)
    return pk


BODY_AR = (
    "<h2>تداعيات القرار</h2><p>يُعدّ القرارُ تحوّلًا مفصليًا في المشهد، وله نتيجتان.</p><ul><li>أولى</li><li>ثانية</li></ul>"
)
BODY_EN = "<h2>Consequences</h2><p>The decision is a turning point, with three results.</p>"


def make_branch(name: str = "القاهرة", name_en: str = "Cairo") -> Branch:
    branch, made = Branch.objects.get_or_create(name_ar=name, defaults={"name_en": name_en})
    if made:
        branch.fill_slugs()
        branch.save()
    return branch


def make_author(name: str = "إلهام النجار", name_en: str = "Elham El-Naggar", **fields: Any) -> Author:
    author, made = Author.objects.get_or_create(name_ar=name, defaults={"name_en": name_en, **fields})
    if made:
        author.fill_slugs()
        author.save()
    return author


def make_source(name: str = "الجزيرة نت", name_en: str = "Al Jazeera Net", kind: str = "news", **fields: Any) -> Source:
    source, made = Source.objects.get_or_create(name_ar=name, defaults={"name_en": name_en, "kind": kind, **fields})
    if made:
        source.fill_slugs()
        source.save()
    return source


def make_topic(name: str = "مكافحة الإرهاب", name_en: str = "Counter-terrorism") -> Topic:
    topic, made = Topic.objects.get_or_create(name_ar=name, defaults={"name_en": name_en})
    if made:
        topic.fill_slugs()
        topic.save()
    return topic


def make_publisher() -> Source:
    """The centre itself; the first migration makes it, and a flush takes it away."""
    publisher = Source.publisher() or Source(kind=Source.Kind.OWN, tag_authority="example.org,2026")
    if publisher.slug_en != "shaf":
        publisher.name_ar, publisher.name_en = "مركز شاف لتحليل الأزمات والدراسات المستقبلية", "SHAF Centre"
        publisher.slug_ar, publisher.slug_en = "مركز-شاف", "shaf"
        publisher.save()
    return publisher


def make_user(
    username: str = "",
    role: str = "",
    branch: Branch | None = None,
    languages: Iterable[str] = ("ar", "en"),
    **fields: Any,
) -> User:
    """A user with a role in a branch, in each of the languages; with no role, a user with no rights at all."""
    user = User.objects.create_user(username or f"user{next(serial)}", password="demo", **fields)
    if role:
        of = branch.pk if branch else id_of(make_branch)
        Membership.objects.bulk_create(
            Membership(user=user, role=role, branch_id=of, language=language) for language in languages
        )
    return user


def make_changes(languages: Iterable[str] = ("ar", "en"), **changes: Any) -> dict[str, Any]:
    """A complete draft (articles/desk/article/draft.py) in the given languages."""
    n = next(serial)
    texts = {
        "ar": {"title_ar": f"تقرير رقم {n}", "body_ar": BODY_AR, "standfirst_ar": "ملخص التقرير."},
        "en": {
            "title_en": f"Report number {n}",
            "body_en": BODY_EN,
            "standfirst_en": "What the report says.",
        },
    }
    draft: dict[str, Any] = {}
    for language in languages:
        draft |= texts[language]
    draft |= {
        "branch": id_of(make_branch),
        "attributions": [
            {
                "kind": "byline",
                "source": id_of(make_publisher),
                "authors": [id_of(make_author)],
                "date": "2025-11-16",
            },
            {
                "kind": "reference",
                "source": id_of(make_source),
                "authors": [id_of(make_author, "باسل المحمد", "Basel Al-Mohammad")],
                "date": "2025-11-10",
            },
        ],
    }
    return draft | changes


def make_article(by: User | None = None, languages: Iterable[str] = ("ar", "en"), **changes: Any) -> Article:
    """An article in draft, written by `by` (or a writer of its branch made for it)."""
    by = by or make_user(role="writer", branch=Branch.objects.filter(pk=changes.get("branch")).first())
    return workflow.create(by=by, changes=make_changes(languages, **changes))


def fingerprint_of(article: Article, language: str = "ar") -> str:
    """What the approve form carries."""
    return press.fingerprint_of(manuscript(Article.objects.select_related("branch").get(pk=article.pk), language))


def publish(
    article: Article,
    language: str = "ar",
    by: User | None = None,
    approver: User | None = None,
    at: datetime | None = None,
) -> Edition:
    """Submit and approve a draft through the real verbs, by two people made for it where none are given.

    What keeps its copy from review is left as it is.
    """
    writer = by or make_user(role="writer", branch=article.branch)
    try:
        workflow.submit(article.pk, language, by=writer)
    except Refusal as refusal:
        if refusal.code != "copy.errors":
            raise
        errors = judged(Article.objects.get(pk=article.pk), language).errors
        anchors = [Anchor.of(finding) for finding in errors]
        workflow.leave_finding(article.pk, language, by=writer, anchors=anchors, reason="for a test")
        workflow.submit(article.pk, language, by=writer)
    return workflow.approve(
        article.pk,
        language,
        by=approver or make_user(role="editor", branch=article.branch),
        fingerprint=fingerprint_of(article, language),
        at=at,
    )


def make_edition(languages: Iterable[str] = ("ar",), at: datetime | None = None, **changes: Any) -> Edition:
    """A published report; returns the edition of the first language."""
    languages = tuple(languages)
    article = make_article(languages=languages, **changes)
    editions = [publish(article, language, at=at) for language in languages]
    return editions[0]


def write(article: Article, by: User, **changes: Any) -> Article:
    """Save changes to the present version."""
    return workflow.write(article.pk, by=by, changes=changes, base_version=Article.objects.get(pk=article.pk).version)
