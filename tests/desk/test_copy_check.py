"""The copy check at the desk: what its page lists, and the one button that repairs."""

import json
import re
from dataclasses import asdict

import pytest
from django.test import Client
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article.four_eyes import contributors
from articles.desk.article.refusal import Refusal
from articles.desk.copy_check.gate import judged
from articles.desk.copy_check.house import house_of
from articles.desk.copy_check.left import Anchor, parted
from articles.models import Article, CopyName, CopyRule, CopyTerm, LeftFinding, Track, Transition
from articles.press.copy.checking import check
from articles.press.copy.document import Document
from articles.press.models import Edition
from shaf.product import limits
from shaf.text.hunspell import speller
from tests import factories as f
from tests.desk.sent_twice import byline, report

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

BODY = "<h2>تداعيات</h2><p>مصر و السودان ، معًا.</p><p>انعقد فى القاهرة.</p>"
REPAIRED = "<h2>تداعيات</h2><p>مصر والسودان، معًا.</p><p>انعقد فى القاهرة.</p>"


def draft(**changes) -> Article:
    article = f.make_article()
    writer = f.make_user(role="writer", branch=article.branch)
    return workflow.write(
        article.pk,
        by=writer,
        changes={"body_ar": BODY, "title_ar": "سوريا  اليوم"} | changes,
        base_version=article.version,
    )


def at_desk(article: Article, role: str = "writer", **options) -> Client:
    client = Client()
    client.force_login(f.make_user(role=role, branch=options.pop("branch", article.branch), **options))
    return client


def url(article: Article, language: str = "ar") -> str:
    return reverse("admin:articles_article_copy_check", args=[article.pk, language])


def test_the_page_lists_what_was_found_by_passage():
    article = draft()
    page = at_desk(article).get(url(article)).content.decode()
    assert page.index("SP05") < page.index("SP03") < page.index("OR04")
    assert "<mark>فى</mark>" in page
    assert '<bdi lang="ar">في</bdi>' in page
    assert f'name="version" value="{article.version}"' in page
    assert (
        url(article)
        in at_desk(article).get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    )
    assert "OR04" not in at_desk(article).get(url(article, "en")).content.decode()


def test_one_button_repairs_what_is_safe_in_the_name_of_whoever_presses_it():
    article = draft()
    client = at_desk(article, role="editor", username="nadia")
    assert "nadia" not in {person.username for person in contributors(article, "ar", None)}
    answer = client.post(url(article), {"version": article.version}, follow=True)
    assert answer.redirect_chain == [(url(article), 302)]
    saved = Article.objects.get(pk=article.pk)
    assert saved.body_ar == REPAIRED
    assert saved.version == article.version + 1
    assert saved.revisions.order_by("-version")[0].by.username == "nadia"
    assert "nadia" in {person.username for person in contributors(saved, "ar", None)}
    # What changes letters is left, and pressing again finds nothing to do.
    page = answer.content.decode()
    assert "OR04" in page
    assert "SP05" not in page
    client.post(url(saved), {"version": saved.version})
    assert Article.objects.get(pk=article.pk).version == saved.version


def test_a_suggestion_is_accepted_by_itself():
    article = draft()
    client = at_desk(article, username="huda")
    page = client.get(url(article)).content.decode()
    (chosen,) = re.findall(r'name="accept" value="(OR04[^"]*)"', page)
    answer = client.post(url(article), {"version": article.version, "accept": chosen}, follow=True)
    assert answer.redirect_chain == [(f"{url(article)}#body-2", 302)]
    assert "OR04" not in answer.content.decode()
    saved = Article.objects.get(pk=article.pk)
    assert saved.body_ar == BODY.replace("فى", "في")
    assert saved.revisions.order_by("-version")[0].by.username == "huda"
    # What is not there any more, and what never was, changes nothing.
    for gone in (chosen, "OR04.body.2.6.2:7", "nonsense", "OR04.body.2.6.2:-1"):
        client.post(url(saved), {"version": saved.version, "accept": gone})
        assert Article.objects.get(pk=article.pk).version == saved.version


def test_a_name_of_the_register_is_left_alone():
    article = draft(body_ar="<p>انعقد فى معرض إستخدام أمس.</p>")
    assert "إستخدام" in at_desk(article).get(url(article)).content.decode().split('class="passages"')[1]
    f.make_source("معرض إستخدام", "Use Fair")
    assert "OR03" not in at_desk(article).get(url(article)).content.decode()


def left(article: Article, *rules: str, reason: str = "هكذا في الأصل") -> None:
    """Leave every finding of these rules, or every error."""
    writer = f.make_user(role="writer", branch=article.branch, first_name="سلمى")
    found = judged(article, "ar")
    chosen = [one for one in found.open if one.rule in rules] if rules else found.errors
    anchors = [Anchor.of(finding) for finding in chosen]
    workflow.leave_finding(article.pk, "ar", by=writer, anchors=anchors, reason=reason)


@pytest.mark.skipif(speller("ar") is None, reason="Hunspell has no Arabic here")
def test_a_dictionary_hints_at_words_of_which_no_rule_speaks():
    article = draft(body_ar="<p>انعقد فى الداخل السوريا.</p>")
    page = at_desk(article).get(url(article)).content.decode().split('class="passages"')[1]
    assert [words for words in ("فى", "السوريا") if f"{words}</bdi>” " in page or f"«<bdi>{words}" in page] == [
        "السوريا"
    ]
    assert not [one for one in judged(article, "ar").open if one.rule == "OR07"]


def in_review(article: Article) -> None:
    """As a text is that was sent there before there was a rule."""
    Track.objects.filter(article=article, language="ar").update(state="review")


@pytest.mark.parametrize("case", ["stale", "no version", "in review", "another language"])
def test_what_is_not_repaired(case):
    article = draft()
    version, options = str(article.version), {}
    if case == "stale":
        version = str(article.version - 1)
    elif case == "no version":
        version = ""
    elif case == "in review":
        in_review(article)
    else:
        options = {"languages": ["en"]}
    answer = at_desk(article, **options).post(url(article), {"version": version})
    assert answer.status_code == 409
    assert 'class="errorlist"' in answer.content.decode()
    assert Article.objects.get(pk=article.pk).body_ar == BODY
    assert ('class="default"' in answer.content.decode()) == (case in ("stale", "no version"))


def test_it_is_not_there_for_others():
    article = draft()
    other = at_desk(article, branch=f.make_branch("أخرى", "Other"))
    assert other.get(url(article)).status_code == 404
    assert other.post(url(article), {"version": article.version}).status_code == 404
    assert at_desk(article).get(url(article, "fr")).status_code == 404


# What is left, and why


def keys(page: str, rule: str) -> list[str]:
    return re.findall(rf'name="leave" value="({rule}[^"]*)"', page)


def test_what_is_left_is_stored_with_who_and_why_and_the_editor_reads_it():
    article = draft()
    client = at_desk(article, username="huda", first_name="هدى")
    (key,) = keys(client.get(url(article)).content.decode(), "SP05")
    asked = {"version": article.version, "leave": key}
    refused = client.post(url(article), asked | {f"reason-{key}": " "})
    assert (refused.status_code, LeftFinding.objects.count()) == (409, 0)
    page = client.post(url(article), asked | {f"reason-{key}": "اسم فرقة يُكتب هكذا"}, follow=True).content.decode()
    row = LeftFinding.objects.get()
    assert (row.rule, row.excerpt, row.before, row.after, row.by.username) == (
        "SP05",
        " ",
        "مصر و",
        "السودان معا",
        "huda",
    )
    assert row.reason in page
    assert not keys(page, "SP05")
    assert Transition.objects.first().verb == "leave_finding"
    # No text has changed, so nobody contributed to it.
    assert Article.objects.get(pk=article.pk).version == article.version
    assert "huda" not in {person.username for person in contributors(article, "ar", None)}
    review = reverse("admin:articles_article_review", args=[article.pk, "ar"])
    seen = at_desk(article, role="editor").get(review).content.decode()
    assert row.reason in seen
    assert "هدى" in seen.split('id="copy"')[1]
    # The same once more is one, and the last reason counts; then it is open again.
    left(article)
    assert LeftFinding.objects.filter(rule="SP05").count() == 1
    client.post(url(article), {"take_up": row.pk})
    assert keys(client.get(url(article)).content.decode(), "SP05")


def test_one_reason_for_all_of_a_rule():
    article = draft(body_ar="<p>مصر و السودان.</p><p>سوريا و لبنان.</p>")
    client = at_desk(article)
    first, _second = keys(client.get(url(article)).content.decode(), "SP05")
    asked = {"version": article.version, "leave": first, f"reason-{first}": "منقول", f"all-{first}": "1"}
    client.post(url(article), asked)
    assert not keys(client.get(url(article)).content.decode(), "SP05")
    assert LeftFinding.objects.count() == 2


ELSEWHERE = {
    "a paragraph before it": (lambda body: "<p>فقرة جديدة قبلها.</p>" + body, True),
    "words further on": (lambda body: body.replace("انعقد", "ثم انعقد"), True),
    "a mark of punctuation beside it": (lambda body: body.replace("مصر و", "«مصر» و"), True),
    "a tashkeel beside it": (lambda body: body.replace("مصر و", "مِصر و"), True),
    "the word before it": (lambda body: body.replace("مصر و", "تركيا و"), False),
    "the word after it": (lambda body: body.replace("السودان", "ليبيا"), False),
    "another field": (lambda body: body.replace("مصر و السودان", "مصر"), False),
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_what_was_left_stays_left_while_the_text_changes_elsewhere(case):
    change, stays = ELSEWHERE[case]
    (left,) = (one for one in check(Document(body=BODY), "ar") if one.rule == "SP05")
    row = LeftFinding(pk=1, **asdict(Anchor.of(left)))
    standfirst = "مصر و السودان معًا." if case == "another field" else ""
    found = parted(check(Document(body=change(BODY), standfirst=standfirst), "ar"), [row])
    assert ("SP05" not in {one.rule for one in found.open}) == stays
    assert len(found.left) == stays


def test_a_repair_of_all_passes_over_what_was_left_and_can_be_undone():
    article = draft()
    left(article, "SP05")
    answer = at_desk(article).post(url(article), {"version": article.version}, follow=True)
    saved = Article.objects.get(pk=article.pk)
    assert saved.body_ar == REPAIRED.replace("والسودان", "و السودان")
    (back,) = re.findall(rf'href="([^"]*/versions/{article.version}/restore/)"', answer.content.decode())
    at_desk(article).post(back, {"base_version": saved.version})
    assert Article.objects.get(pk=article.pk).body_ar == BODY


# A warning that repairs itself.
UNLEFT = "<p>الغذاء والدواء...</p>"


def test_a_repair_never_touches_what_is_public():
    article = draft(body_ar=BODY + UNLEFT)
    left(article)
    edition = f.publish(article)
    before = Edition.objects.filter(pk=edition.pk).values().get()
    client = at_desk(article)
    refused = client.post(url(article), {"version": article.version})
    assert (refused.status_code, Article.objects.get(pk=article.pk).body_ar) == (409, BODY + UNLEFT)
    workflow.reopen(article.pk, "ar", by=f.make_user(role="writer"))
    LeftFinding.objects.all().delete()
    client.post(url(article), {"version": article.version})
    assert Article.objects.get(pk=article.pk).body_ar == REPAIRED + "<p>الغذاء والدواء…</p>"
    assert Edition.objects.filter(pk=edition.pk).values().get() == before
    assert Edition.objects.filter(article=article).count() == 1


# Before a text goes to an editor


def test_a_text_with_errors_is_not_sent_to_review_until_each_is_repaired_or_left():
    article = draft()
    writer = f.make_user(role="writer")
    with pytest.raises(Refusal) as refused:
        workflow.submit(article.pk, "ar", by=writer)
    assert refused.value.code == "copy.errors"
    assert len(refused.value.messages) == 2
    assert "السودان" in str(refused.value.messages[0])
    # English has none, and warnings alone hinder nobody.
    workflow.submit(article.pk, "en", by=writer)
    assert judged(article, "ar").warnings
    left(article, "SP05")
    with pytest.raises(Refusal) as refused:
        workflow.submit(article.pk, "ar", by=writer)
    assert len(refused.value.messages) == 1
    f.write(article, writer, body_ar=BODY.replace("السودان ،", "السودان،"))
    workflow.submit(article.pk, "ar", by=writer)


def test_the_buttons_that_send_to_review_say_so_and_lead_to_the_page():
    article = draft()
    client = at_desk(article)
    verb = reverse("admin:articles_article_verb", args=[article.pk, "submit", "ar"])
    assert url(article) in client.get(verb).content.decode()
    refused = client.post(verb, {"version": article.version})
    assert refused.status_code == 409
    assert url(article) in refused.content.decode().split('role="alert"')[1]
    chosen = {"action": "submit_ar", "confirmed": "yes", "_selected_action": [article.pk]}
    listed = client.post(
        reverse("admin:articles_article_changelist"), chosen | {f"version_{article.pk}": article.version}, follow=True
    )
    assert url(article) in listed.content.decode().split('class="messagelist"')[1]
    change = reverse("admin:articles_article_change", args=[article.pk])
    typed = report(version=article.version, title_ar="عنوان", body_ar=BODY, _submit_ar="1") | byline()
    saved = client.post(change, typed, follow=True)
    assert url(article) in saved.content.decode().split('class="messagelist"')[1]
    assert article.tracks.get(language="ar").state == "draft"


# What a branch decides


def decided(model: type, article: Article, **what) -> None:
    by = f.make_user(role="manager", branch=article.branch)
    model.objects.create(branch=article.branch, by=by, at=article.updated_at, **what)


def test_a_branch_sets_rules_and_terms_and_names():
    article = draft(body_ar="<p>قاتل تنظيم داعش و الجيش فى معرض إستخدام.</p>")
    assert {one.rule for one in judged(article, "ar").errors} == {"SP05", "OR03"}
    decided(CopyRule, article, rule="SP05", holds="off", reason="لا نلزم به")
    decided(CopyRule, article, rule="OR04", holds="error", reason="نلزم به")
    decided(CopyTerm, article, written="داعش", preferred="تنظيم الدولة", forbidden=True, reason="اسمه عندنا")
    found = judged(article, "ar")
    assert {one.rule for one in found.errors} == {"OR03", "OR04", "ST08"}
    assert "اسمه عندنا" in {str(one.message) for one in found.errors}
    client = at_desk(article)
    (key,) = re.findall(r'name="name" value="(OR03[^"]*)"', client.get(url(article)).content.decode())
    client.post(url(article), {"version": article.version, "name": key})
    assert CopyName.objects.get().name == "إستخدام"
    assert "OR03" not in {one.rule for one in judged(article, "ar").open}
    # Another branch has decided nothing.
    other = f.make_article(branch=f.make_branch("نيروبي", "Nairobi").pk, body_ar="<p>داعش و إستخدام.</p>")
    assert {"SP05", "OR03"} <= {one.rule for one in judged(other, "ar").open}
    assert house_of(None).names


def test_what_concerns_a_whole_field_is_left_by_itself():
    reference = {"kind": "reference", "source": f.make_source().pk, "authors": [], "date": None, "url": ""}
    byline = {"kind": "byline", "source": f.make_publisher().pk, "authors": [], "date": "2025-11-16"}
    article = draft(body_ar='<p>سليمة، <a href="https://e.org/">هنا</a>.</p>', attributions=[byline, reference])
    decided(CopyRule, article, rule="ED01", holds="error", reason="نلزم به")
    client = at_desk(article)
    found = keys(client.get(url(article)).content.decode(), "ED01")
    # No key points, and two things about the reference.
    assert len(set(found)) == len(found) == 3
    client.post(url(article), {"version": article.version, "leave": found[1], f"reason-{found[1]}": "لا عنوان له"})
    assert LeftFinding.objects.get().field == "references"
    assert keys(client.get(url(article)).content.decode(), "ED01") == [found[0], found[2]]


@pytest.mark.parametrize(
    ("model", "typed", "wrong"),
    [
        ("copyrule", {"rule": "SP05", "holds": "off", "reason": "لا نلزم به"}, {"reason": ""}),
        ("copyrule", {"rule": "SP05", "holds": "off", "reason": "لا نلزم به"}, {"rule": "XX99"}),
        ("copyterm", {"written": "داعش", "preferred": "تنظيم الدولة", "reason": "اسمه"}, {"preferred": ""}),
        ("copyterm", {"written": "داعش", "forbidden": "on", "reason": "اسمه"}, {"written": "…"}),
        ("copyname", {"name": "معرض إستخدام"}, {"name": "«»"}),
    ],
)
def test_a_manager_decides_in_the_admin_for_their_own_branch(model, typed, wrong):
    cairo, nairobi = f.make_branch(), f.make_branch("نيروبي", "Nairobi")
    add = reverse(f"admin:articles_{model}_add")
    client = Client()
    client.force_login(f.make_user("mona", role="manager", branch=cairo))
    kind = {"copyrule": CopyRule, "copyterm": CopyTerm, "copyname": CopyName}[model]
    for refused in ({"branch": cairo.pk} | typed | wrong, {"branch": nairobi.pk} | typed):
        assert client.post(add, refused).status_code == 200
        assert not kind.objects.exists()
    assert client.post(add, {"branch": cairo.pk} | typed).status_code == 302
    row = kind.objects.get()
    assert (row.by.username, row.branch) == ("mona", cairo)
    assert client.post(add, {"branch": cairo.pk} | typed).status_code == 200, "decided already"
    stranger = Client()
    stranger.force_login(f.make_user(role="manager", branch=nairobi))
    change = reverse(f"admin:articles_{model}_change", args=[row.pk])
    assert stranger.get(change, follow=True).redirect_chain[-1][0] == reverse("admin:index")
    assert client.get(change).status_code == 200


NOT_THEIRS = {
    "another language": {"languages": ["en"]},
    "another branch": {"branch": ("نيروبي", "Nairobi")},
}


@pytest.mark.parametrize("case", NOT_THEIRS)
def test_who_may_not_write_may_not_leave(case):
    article = draft()
    options = dict(NOT_THEIRS[case])
    if "branch" in options:
        options["branch"] = f.make_branch(*options["branch"])
    stranger = f.make_user(role="writer", **options)
    found = judged(article, "ar").open
    anchors = [Anchor.of(finding) for finding in found]
    with pytest.raises(Refusal):
        workflow.leave_finding(article.pk, "ar", by=stranger, anchors=anchors, reason="لأنه")
    if case == "another branch":
        with pytest.raises(Refusal):
            workflow.add_copy_name(article.branch_id, "اسم", by=stranger)
    left(article)
    with pytest.raises(Refusal):
        workflow.take_up_finding(LeftFinding.objects.first().pk, by=stranger)
    in_review(article)
    with pytest.raises(Refusal):
        left(article, "OR04")


# The marks beside what is being written


def ask(client: Client, **told):
    return client.post(reverse("admin:articles_copy_marks"), json.dumps(told), "application/json")


def body(html: str, **more) -> dict:
    return {"field": "body", "html": html} | more


def test_a_page_asks_about_single_blocks_in_either_language():
    article = draft()
    client = at_desk(article)
    blocks = [
        body("<p>مصر و السودان.</p>"),
        body("<p>سليمة.</p>"),
        body("<p>قال و مضى.</p>", kind="quotation"),
        {"field": "title", "text": "عنوان ، طويل"},
        {"field": "key_points", "text": "  "},
        body("<p>بدأ «قوله هنا.</p>"),
        body('<p lang="en">A  b , c.</p>'),
    ]
    found = ask(client, article=article.pk, language="ar", blocks=blocks).json()["blocks"]
    assert [[one["rule"] for one in block] for block in found] == [["SP05"], [], [], ["SP03"], [], [], []]
    (one,) = found[0]
    assert (one["start"], one["end"], one["suggestions"][0]["edits"]) == (5, 6, [[5, 6, ""]])
    english = ask(client, article=article.pk, language="en", blocks=[body("<p>The  'no' &nbsp;was</p>")]).json()
    assert {one["rule"] for one in english["blocks"][0]} == {"SP01", "EN03"}
    # What is left is no mark any more, and a new report has its branch's house.
    told = {"anchor": one["anchor"], "reason": "منقول"}
    leave = reverse("admin:articles_copy_leave", args=[article.pk, "ar"])
    assert client.post(leave, json.dumps(told), "application/json").status_code == 200
    assert LeftFinding.objects.get().reason == "منقول"
    assert ask(client, article=article.pk, language="ar", blocks=blocks[:1]).json()["blocks"] == [[]]
    decided(CopyRule, article, rule="SP05", holds="off", reason="لا نلزم به")
    new = {"article": None, "language": "ar", "blocks": blocks[:1]}
    assert ask(client, **new, branch=article.branch_id).json()["blocks"] == [[]]
    assert ask(client, **new, branch=None).json()["blocks"][0]


UNSOUND = {
    "no JSON": ("{", 400),
    "a list": ("[]", 400),
    "no such language": ({"language": "fr", "blocks": []}, 400),
    "no field": ({"language": "ar", "blocks": [{"html": "<p>نص</p>"}]}, 400),
    "text that is none": ({"language": "ar", "blocks": [body(5)]}, 400),
    "too many": ({"language": "ar", "blocks": [body("<p>نص</p>")] * (limits.COPY_BLOCKS + 1)}, 413),
    "too large": ({"language": "ar", "blocks": [body("ن" * (limits.COPY_LETTERS + 1))]}, 413),
    "nested past all measure": ({"language": "ar", "blocks": [body("<div>" * 5000 + "نص")]}, 200),
    "another report": ({"language": "ar", "article": 4711, "blocks": []}, 404),
}


def test_what_a_page_cannot_ask():
    article = draft()
    client = at_desk(article)
    for case, (told, status) in UNSOUND.items():
        sent = told if isinstance(told, str) else json.dumps({"article": article.pk} | told)
        answer = client.post(reverse("admin:articles_copy_marks"), sent, "application/json")
        assert answer.status_code == status, case
        assert status not in (400, 413) or answer.json()["message"]


def test_a_page_leaves_nothing_that_is_none():
    article = draft()
    client, leave = at_desk(article), reverse("admin:articles_copy_leave", args=[article.pk, "ar"])
    for told in ({"anchor": {}, "reason": "س"}, {"anchor": {"rule": "XX99"}, "reason": "س"}, {}, []):
        assert client.post(leave, json.dumps(told), "application/json").status_code == 400
    assert client.post(leave, "{", "application/json").status_code == 400
    assert not LeftFinding.objects.exists()
