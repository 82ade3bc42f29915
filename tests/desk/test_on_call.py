"""A branch of two: an editor of another branch decides in its stead, in one language and until a day."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.desk import workflow
from articles.desk.article import rights
from articles.desk.article.refusal import Refusal
from articles.models import Article
from authors.models import OnCall
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BACKEND = "django.contrib.auth.backends.ModelBackend"


def make_duty(user, language="ar", days=7, branch=None):
    until = timezone.localdate() + timedelta(days=days)
    return OnCall.objects.create(user=user, branch=branch or f.make_branch(), language=language, until=until)


def elsewhere(role="editor", **fields):
    return f.make_user(role=role, branch=f.make_branch("نيروبي", "Nairobi"), **fields)


def in_review(language="ar"):
    article = f.make_article()
    workflow.submit(article.pk, language, by=f.make_user(role="writer"))
    return article


def again(user):
    return f.User.objects.get(pk=user.pk)


@pytest.mark.both_databases
def test_who_is_on_call_decides_and_who_is_not_does_not():
    article, editor = in_review(), elsewhere()
    fingerprint = f.fingerprint_of(article)
    assert not rights.visible_articles(editor).filter(pk=article.pk).exists()
    with pytest.raises(Refusal):
        workflow.approve(article.pk, "ar", by=editor, fingerprint=fingerprint)
    make_duty(editor)
    editor = again(editor)
    assert rights.visible_articles(editor).filter(pk=article.pk).exists()
    assert workflow.approve(article.pk, "ar", by=editor, fingerprint=fingerprint).number == 1


DUTIES = {
    "over since yesterday": {"days": -1},
    "of the other language": {"language": "en"},
    "no editor any more": {"role": "writer"},
}


@pytest.mark.parametrize("case", DUTIES)
def test_duties_that_allow_nothing(case):
    options = dict(DUTIES[case])
    editor = elsewhere(options.pop("role", "editor"))
    make_duty(editor, **options)
    article = in_review()
    with pytest.raises(Refusal) as refused:
        workflow.approve(article.pk, "ar", by=again(editor), fingerprint=f.fingerprint_of(article))
    assert refused.value.code == "branch"


@pytest.mark.parametrize("verb", ["write", "withdraw", "set_embargo", "call_in"])
def test_on_call_is_for_decisions_only(verb):
    article, editor = in_review(), elsewhere()
    make_duty(editor)
    assert not rights.may_on(again(editor), verb, article, article.track("ar"))


def test_drafts_and_the_other_language_are_not_his_to_read():
    waiting, draft_only, editor = in_review(), f.make_article(), elsewhere()
    make_duty(editor)
    client = Client()
    client.force_login(editor, BACKEND)
    assert client.get(reverse("preview", args=[waiting.pk, "ar"])).status_code == 200
    assert client.get(reverse("preview", args=[waiting.pk, "en"])).status_code == 404
    assert client.get(reverse("preview", args=[draft_only.pk, "ar"])).status_code == 404
    form = client.get(reverse("admin:articles_article_change", args=[waiting.pk])).text
    assert waiting.title_ar in form
    assert waiting.title_en not in form


def test_a_guest_reads_the_language_he_was_called_in_for_and_no_longer_than_needed():
    article, guest, manager = in_review(), elsewhere(), f.make_user(role="manager")
    workflow.call_in(article.pk, "ar", by=manager, editor=guest)
    assert rights.languages_read(guest, Article.objects.get(pk=article.pk)) == ["ar"]
    workflow.approve(article.pk, "ar", by=guest, fingerprint=f.fingerprint_of(article))
    workflow.reopen(article.pk, "ar", by=manager)
    assert rights.languages_read(again(guest), Article.objects.get(pk=article.pk)) == []
    assert not rights.visible_articles(again(guest)).exists()


def test_a_manager_appoints_in_his_own_branch():
    manager, editor, colleague = f.make_user(role="manager"), elsewhere(), f.make_user(role="editor")
    client, page = Client(), reverse("admin:authors_oncall_add")
    client.force_login(manager, BACKEND)
    until = (timezone.localdate() + timedelta(days=3)).strftime("%d/%m/%Y")
    form = {"branch": f.make_branch().pk, "user": editor.pk, "language": "ar", "until": until}
    for wrong in (
        {"branch": f.make_branch("نيروبي", "Nairobi").pk},
        {"user": colleague.pk},
        {"until": "01/01/2020"},
        {"until": "01/01/2090"},
    ):
        assert client.post(page, form | wrong).status_code == 200
        assert not OnCall.objects.exists()
    assert client.post(page, form).status_code == 302
    assert rights.on_call(again(editor)) == {(f.make_branch().pk, "ar")}
    client.force_login(f.make_user(role="editor"), BACKEND)
    assert client.get(page).status_code == 403
