"""The review screen: what it shows, and that every decision on it is the verb's, bound to the text that was shown."""

import html
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml.html import document_fromstring

from articles.desk import workflow
from articles.models import Article, ReviewNote, Revision, Track, Transition
from articles.press.models import Edition
from authors.models import OnCall
from shaf.db.clock import database_now
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BACKEND = "django.contrib.auth.backends.ModelBackend"


def login(user) -> Client:
    client = Client()
    client.force_login(user, BACKEND)
    return client


def screen(article, language="ar", query="") -> str:
    return reverse("admin:articles_article_review", args=[article.pk, language]) + query


def text_of(response) -> str:
    return html.unescape(response.content.decode())


def state(article, language="ar") -> str:
    return Track.objects.get(article=article, language=language).state


def offered(response) -> set[str]:
    """The verbs that the page has a button for."""
    page = document_fromstring(response.content.decode())
    return {button.get("value") for button in page.xpath("//button[@name='verb']")}


def fields(response, verb: str, **chosen: str) -> dict[str, str]:
    """What a browser posts when it presses the button of this verb: the page's own form."""
    page = document_fromstring(response.content.decode())
    forms = [form for form in page.forms if form.xpath(f".//button[@name='verb'][@value='{verb}']")]
    form = next(form for form in forms if all(form.fields.get(name) == value for name, value in chosen.items()))
    return dict(form.form_values()) | {"verb": verb}


def clock(time) -> dict[str, str]:
    """A time as it is typed, in Cairo."""
    local = timezone.localtime(time)
    return {"at_0": local.strftime("%d/%m/%Y"), "at_1": local.strftime("%H:%M:%S")}


@pytest.fixture
def writer():
    return f.make_user(role="writer")


@pytest.fixture
def editor():
    return f.make_user(role="editor")


@pytest.fixture
def article(writer):
    article = f.make_article(by=writer)
    workflow.submit(article.pk, "ar", by=writer)
    return article


@pytest.fixture
def correction(writer):
    """Public, reopened, changed, and in review again."""
    article = f.make_edition(by=writer, languages=("ar", "en")).article
    workflow.reopen(article.pk, "ar", by=writer)
    body = article.body_ar.replace("وله نتيجتان", "وله ثلاث نتائج")
    note = {"correction_note_ar": "صُحّح عدد النتائج.", "correction_kind_ar": "substantive"}
    f.write(article, writer, body_ar=body, **note)
    workflow.submit(article.pk, "ar", by=writer)
    return article


# What it shows


def test_a_first_review_shows_the_whole_text_and_its_fingerprint(article, editor):
    page = text_of(login(editor).get(screen(article)))
    assert f.fingerprint_of(article) in page
    assert "تحوّلًا مفصليًا" in page
    assert "16/11/2025" in page
    assert "لا طبعة منشورة بهذه اللغة" in page


def test_a_correction_shows_what_changes_and_not_what_stays(correction, editor):
    response = login(editor).get(screen(correction))
    page = document_fromstring(response.content.decode())
    assert "ثلاث نتائج" in " ".join(page.xpath("//ins//text()"))
    assert "نتيجتان" in " ".join(page.xpath("//del//text()"))
    assert f.fingerprint_of(correction) in response.content.decode()
    whole = login(editor).get(screen(correction, query="?view=whole"))
    assert b"<ins>" not in whole.content
    assert "ثلاث نتائج" in text_of(whole)


def test_tashkeel_can_be_ignored(writer, editor):
    article = f.make_edition(by=writer).article
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, body_ar=article.body_ar.replace("يُعدّ القرارُ", "يعد القرار"))
    client = login(editor)
    assert b"<ins>" in client.get(screen(article)).content
    assert b"<ins>" not in client.get(screen(article, query="?marks=ignore")).content


def test_it_says_who_wrote_and_what_four_eyes_says(article, writer, editor):
    assert writer.username in text_of(login(editor).get(screen(article)))
    f.Membership.objects.filter(user=writer).update(role="editor")
    response = login(f.User.objects.get(pk=writer.pk)).get(screen(article))
    assert "فلا بد أن يعتمده غيرك" in text_of(response)
    assert "approve" not in offered(response)
    assert "send_back" in offered(response)


def test_findings_are_named_and_lead_to_where_they_are_mended(article, editor):
    author = f.make_author()
    author.name_ar, author.name_en = "", "Elham El-Naggar"
    author.save()
    response = login(editor).get(screen(article))
    page = text_of(response)
    assert "Elham El-Naggar" in page
    assert reverse("admin:writing_missing_name", args=["author", author.pk, "ar"]) in response.content.decode()
    assert "approve" not in offered(response)
    assert "Elham El-Naggar" in text_of(login(editor).get(reverse("preview", args=[article.pk, "ar"])))


@pytest.mark.parametrize("came_to", ["draft", "approved", "withdrawn"])
def test_out_of_review_it_is_there_to_read(article, writer, editor, came_to):
    if came_to == "draft":
        workflow.take_back(article.pk, "ar", by=writer)
    else:
        workflow.approve(article.pk, "ar", by=editor, fingerprint=f.fingerprint_of(article))
    if came_to == "withdrawn":
        workflow.withdraw(article.pk, "ar", by=editor, reason="سبب")
    response = login(editor).get(screen(article))
    assert response.status_code == 200
    assert offered(response) == {"set_embargo", "remark"}


def test_a_language_without_a_text_says_so(editor):
    article = f.make_article(languages=["ar"])
    response = login(editor).get(screen(article, "en"))
    assert response.status_code == 200
    assert "العنوان فارغ" in text_of(response)


def test_the_preview_may_be_framed_here_and_nowhere_else(article, editor):
    client = login(editor)
    page, preview = client.get(screen(article)), client.get(reverse("preview", args=[article.pk, "ar"]))
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'self'" in preview["Content-Security-Policy"]
    assert preview["X-Frame-Options"] == "SAMEORIGIN"
    assert "default-src 'none'" in preview["Content-Security-Policy"]
    other = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    assert "frame-src" not in other["Content-Security-Policy"]


def test_the_old_addresses_of_the_verbs_lead_here(article, editor):
    for verb in ("approve", "send_back"):
        response = login(editor).get(reverse("admin:articles_article_verb", args=[article.pk, verb, "ar"]))
        assert response["Location"] == screen(article)


# Who sees it, and who decides on it

NAIROBI = ("نيروبي", "Nairobi")
PEOPLE = {
    "writer": (lambda: f.make_user(role="writer"), {"remark"}),
    "editor": (lambda: f.make_user(role="editor"), {"approve", "send_back", "set_embargo", "remark"}),
    "manager": (lambda: f.make_user(role="manager"), {"approve", "send_back", "set_embargo", "remark"}),
    # An embargo holds both languages and takes the right in each that has a text: what is refused is not offered.
    "editor of the other language": (lambda: f.make_user(role="editor", languages=["en"]), set()),
    "editor on call": (lambda: on_call(), {"approve", "send_back", "remark"}),
    "guest editor": (lambda: f.make_user(role="editor", branch=f.make_branch(*NAIROBI)), None),
    "another branch's manager": (lambda: f.make_user(role="manager", branch=f.make_branch(*NAIROBI)), None),
    "nobody's": (lambda: f.make_user(is_staff=True), None),
}


def on_call():
    user = f.make_user(role="editor", branch=f.make_branch(*NAIROBI))
    until = timezone.localdate() + timedelta(days=1)
    OnCall.objects.create(user=user, branch=f.make_branch(), language="ar", until=until)
    return user


@pytest.mark.parametrize("who", PEOPLE)
def test_who_decides(article, who):
    make, may = PEOPLE[who]
    user = make()
    client = login(user)
    nothing = client.get(reverse("admin:articles_article_review", args=[article.pk + 1000, "ar"]))
    response = client.get(screen(article))
    if may is None:
        assert response.status_code == nothing.status_code
        assert response.status_code in (302, 403, 404)
    else:
        assert response.status_code == 200
        assert offered(response) == may
    posted = client.post(screen(article), {"verb": "approve", "fingerprint": f.fingerprint_of(article), "when": "now"})
    assert (state(article) == "approved") == bool(may and "approve" in may)
    assert posted.status_code in ((302, 403, 404) if may is None else (302, 409))


def test_a_guest_editor_decides_and_lands_where_he_may_be(article, editor):
    guest = f.make_user(role="editor", branch=f.make_branch(*NAIROBI))
    workflow.call_in(article.pk, "ar", by=f.make_user(role="manager"), editor=guest)
    client = login(guest)
    assert offered(client.get(screen(article))) == {"approve", "send_back", "remark"}
    user = on_call()
    client = login(user)
    response = client.post(screen(article), {"verb": "send_back", "reason": "راجع الأرقام."})
    assert state(article) == "draft"
    assert response["Location"] == reverse("admin:index")


def test_an_anonymous_visitor_is_sent_to_the_login(article):
    response = Client().get(screen(article))
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("language", ["fr", "both", "x"])
def test_an_unknown_language_or_verb_is_not_there(article, editor, language):
    assert login(editor).get(screen(article, language)).status_code == 404
    assert login(editor).post(screen(article), {"verb": "withdraw", "reason": "x"}).status_code == 404


# Deciding


def test_approve_now(article, editor):
    client = login(editor)
    response = client.post(screen(article), fields(client.get(screen(article)), "approve", when="now"))
    assert response.status_code == 302
    live = Edition.live_at(database_now()).get(article=article)
    assert live.fingerprint == f.fingerprint_of(article)
    assert live.approved_by == editor


def test_approve_for_a_time(article, editor):
    client = login(editor)
    at = (database_now() + timedelta(days=3)).replace(microsecond=0)
    data = fields(client.get(screen(article)), "approve", when="later") | clock(at)
    response = client.post(screen(article), data, follow=True)
    assert Edition.objects.get(article=article).live_from == at
    day = timezone.localtime(at)
    assert any(f"{day.day}\u00a0" in str(message) for message in response.context["messages"])


def test_the_embargo_is_set_here_and_then_only_a_later_time_is_offered(article, editor):
    client = login(editor)
    until = (database_now() + timedelta(days=2)).replace(microsecond=0)
    typed = {name.replace("at_", "not_before_"): value for name, value in clock(until).items()}
    client.post(screen(article), fields(client.get(screen(article)), "set_embargo") | typed)
    assert Article.objects.get(pk=article.pk).not_before == until
    response = client.get(screen(article))
    data = fields(response, "approve")
    assert data["when"] == "later"
    assert client.post(screen(article), data | clock(until - timedelta(hours=1))).status_code == 409
    assert client.post(screen(article), data).status_code == 302
    assert timedelta(0) <= Edition.objects.get(article=article).live_from - until < timedelta(minutes=1)


def test_send_back_with_a_reason(article, editor):
    client = login(editor)
    client.post(screen(article), fields(client.get(screen(article)), "send_back") | {"reason": "راجع الأرقام."})
    assert state(article) == "draft"
    assert Transition.objects.filter(article=article).latest("pk").reason == "راجع الأرقام."


# Refusals keep what was typed


def test_a_text_changed_meanwhile_is_refused_and_shown_anew(article, writer, editor):
    client = login(editor)
    opened = fields(client.get(screen(article)), "approve", when="now")
    workflow.take_back(article.pk, "ar", by=writer)
    f.write(article, writer, title_ar="عنوان مدسوس")
    workflow.submit(article.pk, "ar", by=writer)
    response = client.post(screen(article), opened)
    assert response.status_code == 409
    assert not Edition.objects.exists()
    assert "عنوان مدسوس" in text_of(response)
    assert fields(response, "approve", when="now")["fingerprint"] == f.fingerprint_of(article)


REFUSED = {
    "too long a reason": ("send_back", {"reason": "كلمة " * 500}, "reason", 409),
    "no reason": ("send_back", {"reason": "  "}, "reason", 200),
    "a reason of marks": ("send_back", {"reason": "ـــ"}, "reason", 409),
    "a time gone by": ("approve", {"when": "later", "at_0": "01/02/2020", "at_1": "10:00"}, "at", 409),
    "no time": ("approve", {"when": "later", "at_0": "", "at_1": "10:15"}, "at", 200),
    "no such day": ("approve", {"when": "later", "at_0": "31/02/2030", "at_1": "10:00"}, "at", 200),
    "no such embargo": ("set_embargo", {"not_before_0": "40/01/2030", "not_before_1": "10:00"}, "not_before", 200),
    "too long a remark": ("remark", {"text": "كلمة " * 500}, "text", 409),
    "an empty remark": ("remark", {"text": "", "quote": "نص لم يعد هناك"}, "text", 200),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_was_refused_is_there_again_with_everything_typed(article, editor, case):
    verb, typed, _field, status = REFUSED[case]
    before = [list(m.objects.order_by("pk").values()) for m in (Article, Track, Transition, Edition, ReviewNote)]
    data = {"verb": verb, "fingerprint": f.fingerprint_of(article)} | typed
    response = login(editor).post(screen(article), data)
    assert response.status_code == status
    page = text_of(response)
    assert 'role="alert"' in page
    for name, value in typed.items():
        assert name == "when" or value.strip() in page, name
    assert before == [
        list(m.objects.order_by("pk").values()) for m in (Article, Track, Transition, Edition, ReviewNote)
    ]


def test_a_reason_typed_into_a_report_taken_back_meanwhile_is_not_lost(article, writer, editor):
    client = login(editor)
    data = fields(client.get(screen(article)), "send_back") | {"reason": "سبب طويل كُتب في الأثناء"}
    workflow.take_back(article.pk, "ar", by=writer)
    response = client.post(screen(article), data)
    assert response.status_code == 409
    assert "سبب طويل كُتب في الأثناء" in text_of(response)


# Deadlines


def test_a_deadline_is_set_shown_and_overdue(article, writer, editor):
    url = reverse("admin:articles_article_verb", args=[article.pk, "set_deadline", "ar"])
    day = timezone.localdate() + timedelta(days=5)
    assert login(editor).post(url, {"due_on": day.strftime("%d/%m/%Y")}).status_code == 302
    assert Track.objects.get(article=article, language="ar").due_on == day
    change = reverse("admin:articles_article_change", args=[article.pk])
    for page in (screen(article), change):
        assert "موعد التسليم: " in text_of(login(writer).get(page))
        assert "متأخر: كان موعد تسليمه" not in text_of(login(writer).get(page))
    Track.objects.filter(article=article).update(due_on=timezone.localdate() - timedelta(days=1))
    for page in (screen(article), change):
        assert "متأخر: كان موعد تسليمه" in text_of(login(writer).get(page))
    assert login(editor).post(url, {"due_on": ""}).status_code == 302
    assert Track.objects.get(article=article, language="ar").due_on is None


@pytest.mark.parametrize("day", ["2026", "31/02/2027", "01/01/0001", "x"])
def test_an_impossible_deadline_is_refused_in_the_form(article, editor, day):
    url = reverse("admin:articles_article_verb", args=[article.pk, "set_deadline", "ar"])
    response = login(editor).post(url, {"due_on": day})
    assert response.status_code == 200
    assert day in text_of(response)
    assert Track.objects.get(article=article, language="ar").due_on is None


def test_a_writer_sets_no_deadline(article, writer):
    url = reverse("admin:articles_article_verb", args=[article.pk, "set_deadline", "ar"])
    assert login(writer).post(url, {"due_on": "01/01/2030"}).status_code == 409
    assert Track.objects.get(article=article, language="ar").due_on is None


def test_the_queries_do_not_grow_with_the_reports(correction, editor):
    client, counts = login(editor), []
    client.get(screen(correction))
    rows = [Article(branch_id=correction.branch_id, title_ar="تقرير") for _n in range(1000)]
    for more in ([], rows):
        Article.objects.bulk_create(more)
        tracks = [Track(article=row, language=language) for row in more for language in ("ar", "en")]
        Track.objects.bulk_create(tracks)
        with CaptureQueriesContext(connection) as queries:
            client.get(screen(correction))
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] < 45


def test_looking_changes_nothing(correction, editor):
    before = [list(m.objects.order_by("pk").values()) for m in (Article, Track, Revision, Transition, Edition)]
    for query in ("", "?view=whole", "?marks=ignore", "?view=x&marks=x", "?done=approve"):
        assert login(editor).get(screen(correction, query=query)).status_code == 200
    assert before == [list(m.objects.order_by("pk").values()) for m in (Article, Track, Revision, Transition, Edition)]
