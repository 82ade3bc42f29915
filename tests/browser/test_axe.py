"""Axe finds nothing on the desk's pages but what the list below explains."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from articles.desk import workflow
from articles.desk.copy_check.gate import judged
from articles.desk.copy_check.left import Anchor
from tests import factories as f
from tests.browser.desk import READY

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# (rule, part of the selector): why it stays. All of it is markup that Django or CKEditor writes.
ALLOWED = {
    (
        "aria-required-children",
        ".select2-selection",
    ): "Select2 gives its list of chips a role that wants other children",
}

# Nothing of it looks into style sheets, which axe would fetch once more.
OPTIONS = {"resultTypes": ["violations"], "preload": False}


@pytest.fixture
def articles():
    f.make_publisher()
    writer = f.make_user("w", "writer")
    article = f.make_article(by=writer, body_ar="<p>مصر و السودان، فى مشهدٍ واحد.</p><p>سوريا ، وحدها.</p>")
    anchors = [Anchor.of(finding) for finding in judged(article, "ar").errors if finding.rule == "SP05"]
    workflow.leave_finding(article.pk, "ar", by=writer, anchors=anchors, reason="منقول")
    locked = f.make_article(by=writer)
    for language in ("ar", "en"):
        workflow.submit(locked.pk, language, by=writer)
    return article, locked, writer


def violations(page) -> list[str]:
    found = []
    for violation in Axe().run(page, options=OPTIONS).response["violations"]:
        for node in violation["nodes"]:
            where = " ".join(map(str, node["target"]))
            if not any(violation["id"] == rule and part in where for rule, part in ALLOWED):
                found.append(f"{violation['id']}: {where}: {node['html'][:160]}")
    return found


def test_the_desk(live_server, new_page, articles, complaints):
    article, locked, writer = articles
    change = "/admin/articles/article/{}/change/"
    writing = [
        change.format(article.pk),
        change.format(locked.pk),
        f"/admin/articles/article/{article.pk}/copy/ar/",
        "/admin/articles/article/add/",
        "/admin/",
        "/admin/articles/article/",
    ]
    editing = [
        change.format(article.pk),
        f"/admin/articles/article/{locked.pk}/verbs/set_embargo/both/",
        f"/admin/articles/article/{article.pk}/review/ar/",
    ]
    managing = [f"/admin/articles/{name}/add/" for name in ("copyrule", "copyterm", "copyname")]
    found = []
    managers = f.make_user("m", "manager")
    for user, paths in ((writer, writing), (f.make_user("e", "editor"), editing), (managers, managing)):
        page = new_page(user)
        for path in paths:
            page.goto(live_server.url + path)
            if page.query_selector("textarea.django_ckeditor_5"):
                page.wait_for_function(READY)
            found += [f"{path} {violation}" for violation in violations(page)]
    # Axe tries a style of its own, which the policy of the page refuses.
    complaints[:] = [complaint for complaint in complaints if "inline style" not in complaint]
    assert not found, "\n".join(found)
