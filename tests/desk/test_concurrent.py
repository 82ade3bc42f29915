"""Several people press the same button at once."""

import pytest

from articles.desk import workflow
from articles.desk.article.refusal import Conflict, Refusal
from articles.models import Transition
from articles.press.models import Edition
from tests import factories as f
from tests.press.parallel import in_parallel

pytestmark = pytest.mark.django_db(transaction=True)


def test_twenty_parallel_approvals_make_one_edition():
    article = f.make_article()
    workflow.submit(article.pk, "ar", by=f.make_user(role="writer"))
    fingerprint = f.fingerprint_of(article)
    editors = [f.make_user(role="editor") for _n in range(20)]
    outcomes = in_parallel(
        *[
            lambda editor=editor: workflow.approve(article.pk, "ar", by=editor, fingerprint=fingerprint)
            for editor in editors
        ]
    )
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
    assert len(refused) == 19, outcomes
    assert {refusal.code for refusal in refused} == {"state"}
    assert Edition.objects.count() == 1
    assert Transition.objects.filter(verb="approve").count() == 1


def test_an_edit_racing_the_approval_never_slips_in():
    writer, editor = f.make_user(role="writer"), f.make_user(role="editor")
    for n in range(10):
        article = f.make_article()
        workflow.submit(article.pk, "ar", by=writer)
        shown = f.fingerprint_of(article)

        def edit(article=article, n=n):
            workflow.take_back(article.pk, "ar", by=writer)
            f.write(article, writer, title_ar=f"عنوان {n}")
            workflow.submit(article.pk, "ar", by=writer)

        in_parallel(
            edit, lambda article=article, shown=shown: workflow.approve(article.pk, "ar", by=editor, fingerprint=shown)
        )
        for edition in Edition.objects.filter(article=article):
            assert edition.fingerprint == shown


def test_two_savers_of_one_field_lose_nothing():
    for n in range(10):
        article = f.make_article()
        people = [f.make_user(role="writer") for _n in range(2)]
        outcomes = in_parallel(
            *[
                lambda who=who, article=article: workflow.write(
                    article.pk, by=who, changes={"title_ar": f"عنوان {who.pk}"}, base_version=1
                )
                for who in people
            ]
        )
        assert sum(isinstance(outcome, Conflict) for outcome in outcomes) == 1, (n, outcomes)
