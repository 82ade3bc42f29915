"""Every refusal, through the button's form, the list's action and the verb itself: the same answer, nothing changed."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.models import Article, Revision, Track, Transition
from articles.press.models import Edition
from authors.models import Branch
from shaf.db.clock import database_now
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@dataclass
class Case:
    """`who` does `verb` with `shown` (what the form carries) and is refused with `code`."""

    code: str
    who: Any
    article: Article
    verb: str = "approve"
    language: str = "ar"
    shown: dict[str, Any] | None = None

    def carried(self) -> dict[str, Any]:
        if self.shown is not None:
            return self.shown
        if self.verb == "submit":
            return {"version": Article.objects.get(pk=self.article.pk).version}
        return {"fingerprint": f.fingerprint_of(self.article, self.language)}


def in_review(article: Article, language: str = "ar") -> Article:
    workflow.submit(article.pk, language, by=f.make_user(role="writer"))
    return article


def self_approval() -> Case:
    editor = f.make_user(role="editor")
    return Case("four_eyes", editor, in_review(f.make_article(by=editor)))


def a_writes_b_touches_a_approves() -> Case:
    a = f.make_user(role="manager")
    article = f.make_article(by=a)
    f.write(article, f.make_user(role="writer"), title_ar="عنوان بفاصلة،")
    return Case("four_eyes", a, in_review(article))


def stale_fingerprint() -> Case:
    article = in_review(f.make_article())
    shown = {"fingerprint": f.fingerprint_of(article)}
    author = f.make_author()
    author.name_ar = "إلهام محمد النجار"
    author.save()
    return Case("stale_fingerprint", f.make_user(role="editor"), article, shown=shown)


def stale_version() -> Case:
    article = f.make_article()
    f.write(article, f.make_user(role="writer"), title_ar="عنوان جديد")
    return Case("stale_version", f.make_user(role="writer"), article, "submit", shown={"version": 1})


def embargo() -> Case:
    article = in_review(f.make_article())
    workflow.set_embargo(article.pk, by=f.make_user(role="editor"), not_before=database_now() + timedelta(days=1))
    return Case("embargo", f.make_user(role="editor"), article)


def wrong_branch() -> Case:
    stranger = f.make_user(role="editor", branch=f.make_branch("نيروبي", "Nairobi"))
    return Case("branch", stranger, in_review(f.make_article()))


def wrong_role() -> Case:
    return Case("role", f.make_user(role="writer"), in_review(f.make_article()))


def wrong_language() -> Case:
    editor = f.make_user(role="editor", languages=["en"])
    return Case("language", editor, in_review(f.make_article()))


def illegal_transition() -> Case:
    return Case("state", f.make_user(role="editor"), f.make_article())


def submit_what_is_approved() -> Case:
    article = f.make_article()
    f.publish(article)
    return Case("state", f.make_user(role="writer"), article, "submit")


def submit_in_another_branch() -> Case:
    stranger = f.make_user(role="writer", branch=f.make_branch("نيروبي", "Nairobi"))
    return Case("branch", stranger, f.make_article(), "submit")


def submit_in_another_language() -> Case:
    return Case("language", f.make_user(role="writer", languages=["en"]), f.make_article(), "submit")


def no_correction_note() -> Case:
    article, writer = f.make_article(), f.make_user(role="writer")
    f.publish(article)
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, title_ar="عنوان آخر")
    return Case("note.due", f.make_user(role="editor"), in_review(article))


def open_remark() -> Case:
    article = in_review(f.make_article())
    Branch.objects.update(open_notes_block=True)
    workflow.remark(article.pk, "ar", by=f.make_user(role="editor"), text="راجع هذا الرقم.")
    return Case("notes.open", f.make_user(role="editor"), article)


def incomplete() -> Case:
    return Case("incomplete", f.make_user(role="writer"), f.make_article(body_ar="<p>&nbsp;</p>"), "submit")


CASES = [
    self_approval,
    a_writes_b_touches_a_approves,
    stale_fingerprint,
    stale_version,
    embargo,
    wrong_branch,
    wrong_role,
    wrong_language,
    illegal_transition,
    submit_what_is_approved,
    submit_in_another_branch,
    submit_in_another_language,
    no_correction_note,
    open_remark,
    incomplete,
]


def by_verb(case: Case) -> bool:
    with pytest.raises(Refusal) as refusal:
        getattr(workflow, case.verb)(case.article.pk, case.language, by=case.who, **case.carried())
    return refusal.value.code == case.code


def by_form(case: Case) -> bool:
    client = Client()
    client.force_login(case.who, "django.contrib.auth.backends.ModelBackend")
    if case.verb == "approve":
        url = reverse("admin:articles_article_review", args=[case.article.pk, case.language])
    else:
        url = reverse("admin:articles_article_verb", args=[case.article.pk, case.verb, case.language])
    response = client.post(url, case.carried() | {"verb": case.verb, "when": "now"})
    if case.code == "branch":
        return response.status_code == 404
    if response.status_code != 409:
        return False
    context = response.context
    return (context["attempt"].refusal if case.verb == "approve" else context["refusal"]).code == case.code


def by_list_action(case: Case) -> bool:
    client = Client()
    client.force_login(case.who, "django.contrib.auth.backends.ModelBackend")
    carried = {f"{name}_{case.article.pk}": value for name, value in case.carried().items()}
    response = client.post(
        reverse("admin:articles_article_changelist"),
        {"action": f"{case.verb}_{case.language}", "confirmed": "yes", "_selected_action": [case.article.pk]} | carried,
        follow=True,
    )
    levels = {message.level_tag for message in response.context["messages"]}
    return response.status_code == 200 and "success" not in levels


def world() -> list:
    """All that a verb can change."""
    return [list(model.objects.order_by("pk").values()) for model in (Article, Track, Revision, Transition, Edition)]


@pytest.mark.parametrize("way", [by_verb, by_form, by_list_action])
@pytest.mark.parametrize("make_case", CASES)
def test_refused(make_case, way):
    case = make_case()
    before = world()
    assert way(case)
    assert world() == before


@pytest.mark.parametrize("way", [by_form, by_list_action])
def test_the_same_ways_work_for_who_may(way):
    """The control: what the table posts is what a working form posts."""
    article = in_review(f.make_article())
    case = Case("", f.make_user(role="editor"), article)
    way(case)
    assert Track.objects.get(article=article, language="ar").state == "approved"
    assert Edition.live_at(database_now()).filter(article=article).count() == 1
