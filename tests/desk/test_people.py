"""Inviting, entering, forgetting a password, leaving: and what nobody learns on the way."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.desk.notices import outbox
from articles.desk.urls import urlpatterns
from articles.desk.workflow import membership
from articles.models import Article, Autosave, Notice, Picture, Revision
from authors.models import Membership
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BACKEND = "django.contrib.auth.backends.ModelBackend"
ADDRESS = "newcomer@example.org"


@pytest.fixture(autouse=True)
def _fresh():
    mail.outbox = []


@pytest.fixture
def cairo():
    return f.make_branch()


@pytest.fixture
def manager(cairo):
    return f.make_user("chief", "manager", cairo, email="chief@example.org", first_name="نادية")


def logged_in(user) -> Client:
    client = Client()
    client.force_login(user, BACKEND)
    return client


def mails() -> list:
    outbox.deliver()
    return mail.outbox


def invite(client, branch, email=ADDRESS, **fields):
    data = {"name": "ليلى حسن", "email": email, "branch": branch.pk, "roles": ["writer"], "languages": ["ar"]} | fields
    return client.post(reverse("admin:people_invite"), data)


def link_in(message) -> str:
    return re.search(r"http://testserver(/admin/password_reset/\S+)", message.body)[1]


def set_password(client, link, password="kamus-wa-qalam-9"):
    form = client.get(link)["Location"]
    return client.post(form, {"new_password1": password, "new_password2": password})


def test_an_invitation_from_mail_to_the_desk(manager, cairo):
    assert invite(logged_in(manager), cairo).status_code == 302
    (message,) = mails()
    assert message.to == [ADDRESS]
    assert "أنت مدعو إلى مكتب التحرير" in message.body
    assert "القاهرة" in message.body
    assert "كاتب (العربية)" in message.body
    person = f.User.objects.get(email=ADDRESS)
    assert not person.has_usable_password()
    client = Client()
    assert client.get(reverse("admin:articles_article_changelist")).status_code == 302
    link = link_in(message)
    entered = set_password(client, link)
    assert entered["Location"] == reverse("admin:index")
    assert client.get(reverse("admin:articles_article_changelist")).status_code == 200
    assert "لم يعد هذا الرابط صالحًا" in Client().get(link).content.decode(), "it opens once"
    page = logged_in(manager).get(reverse("admin:people")).content.decode()
    assert "ليلى حسن" in page
    assert "مدعو" not in page


def test_sent_again_and_taken_back(manager, cairo):
    client = logged_in(manager)
    invite(client, cairo)
    (first,) = mails()
    person = f.User.objects.get(email=ADDRESS)
    where = [cairo.pk, person.pk]
    assert "مدعو" in client.get(reverse("admin:people")).content.decode()
    client.post(reverse("admin:person_again", args=where))
    assert len(mails()) == 2
    assert mails()[0].extra_headers["Message-ID"] != mails()[1].extra_headers["Message-ID"]
    assert client.get(reverse("admin:person_end", args=where)).status_code == 200
    client.post(reverse("admin:person_end", args=where))
    assert not f.User.objects.filter(email=ADDRESS).exists()
    for message in mails():
        assert "لم يعد هذا الرابط صالحًا" in Client().get(link_in(message)).content.decode()
    assert invite(client, cairo).status_code == 302
    assert len(mails()) == 3
    assert first


def test_an_account_elsewhere_looks_like_a_new_one_until_its_owner_answers(manager, cairo):
    nairobi = f.make_branch("نيروبي", "Nairobi")
    stranger = f.make_user("s.elsewhere", "editor", nairobi, email=ADDRESS, first_name="سرّي", last_name="الاسم")
    client, other = logged_in(manager), logged_in(manager)
    known = invite(client, cairo)
    unknown = invite(other, cairo, email="unknown@example.org")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    page = client.get(reverse("admin:people")).content.decode()
    rows = {a: next(r for r in page.split("<tr>")[1:] if a in r) for a in (ADDRESS, "unknown@example.org")}
    alike = {re.sub(r'\d+|value="[\w-]*"', "", row.partition("</tr>")[0].replace(a, "X")) for a, row in rows.items()}
    assert len(alike) == 1
    for path in ("admin:person", "admin:person_end"):
        page = client.get(reverse(path, args=[cairo.pk, stranger.pk])).content.decode()
        assert "سرّي" not in page
        assert "s.elsewhere" not in page
    letters = {message.to[0]: message for message in mails()}
    assert "password_reset" not in letters[ADDRESS].body, "his password is his own affair"
    assert "لديك حساب من قبل" in letters[ADDRESS].body
    owner = logged_in(stranger)
    notice = Notice.objects.get(to=stranger, kind="invited")
    assert "القاهرة" in owner.get(reverse("admin:inbox")).content.decode()
    owner.get(reverse("admin:inbox_notice", args=[notice.pk]))
    assert "سرّي الاسم" in client.get(reverse("admin:people")).content.decode()


def test_one_answer_is_for_one_branch(cairo):
    nairobi, khartoum = f.make_branch("نيروبي", "Nairobi"), f.make_branch("الخرطوم", "Khartoum")
    person = f.make_user("guest", "editor", cairo, email=ADDRESS)
    for branch in (nairobi, khartoum):
        boss = f.make_user(role="manager", branch=branch)
        membership.invite(by=boss, branch=branch, email=ADDRESS, name="فلان", roles=[("writer", "ar")])
    told = Notice.objects.get(to=person, kind="invited", branch=nairobi)
    assert membership.unanswered() == {(nairobi.pk, person.pk), (khartoum.pk, person.pk)}
    logged_in(person).get(reverse("admin:inbox_notice", args=[told.pk]))
    assert membership.unanswered() == {(khartoum.pk, person.pk)}
    logged_in(person).post(reverse("admin:inbox_read"), {"newest": str(Notice.objects.latest("pk").pk)})
    assert membership.unanswered() == set()


def test_no_page_lists_the_accounts_of_the_installation(manager, cairo):
    f.make_user("hidden.person", "writer", f.make_branch("نيروبي", "Nairobi"), first_name="مخفي", email="h@example.org")
    client = logged_in(manager)
    author = f.make_author()
    for page in (
        reverse("admin:authors_author_change", args=[author.pk]),
        reverse("admin:authors_author_add"),
        reverse("admin:people"),
        reverse("admin:people_invite"),
    ):
        text = client.get(page).content.decode()
        assert "hidden.person" not in text
        assert "مخفي" not in text
        assert "account" not in text
    assert client.get(reverse("admin:authors_membership_add")).status_code in (302, 403)
    lookup = {"app_label": "authors", "model_name": "membership", "field_name": "user", "term": "hid"}
    assert client.get("/admin/autocomplete/", lookup).status_code in (302, 403)


PAGES = [("admin:people", []), ("admin:people_invite", [])]


@pytest.mark.parametrize("role", ["writer", "editor"])
def test_only_managers_see_people(role, cairo, manager):
    member = f.make_user(role=role)
    client = logged_in(member)
    for name in ("admin:people", "admin:people_invite"):
        assert client.get(reverse(name)).status_code == 403
    for name in ("admin:person", "admin:person_end"):
        assert client.get(reverse(name, args=[cairo.pk, manager.pk])).status_code == 403
    assert invite(client, cairo).status_code == 403
    with pytest.raises(Refusal):
        membership.invite(by=member, branch=cairo, email=ADDRESS, name="x", roles={("manager", "ar")})
    assert reverse("admin:people") not in client.get(reverse("admin:articles_article_changelist")).content.decode()
    assert reverse("admin:people") in logged_in(manager).get(reverse("admin:inbox")).content.decode()


def test_another_branchs_people_do_not_exist(manager, cairo):
    nairobi = f.make_branch("نيروبي", "Nairobi")
    theirs = f.make_user("theirs", "writer", nairobi)
    client = logged_in(manager)
    for branch in (nairobi, cairo):
        for name in ("admin:person", "admin:person_end"):
            assert client.get(reverse(name, args=[branch.pk, theirs.pk])).status_code == 404
        assert client.post(reverse("admin:person_again", args=[branch.pk, theirs.pk])).status_code == 404
        client.post(reverse("admin:person_end", args=[branch.pk, theirs.pk]))
    assert Membership.objects.filter(user=theirs).count() == 2
    assert invite(client, nairobi).status_code == 200, "the form does not know that branch"
    assert not f.User.objects.filter(email=ADDRESS).exists()


def test_roles_are_changed_in_the_own_branch_only(manager, cairo):
    writer = f.make_user("w", "writer", cairo, ["ar"])
    Membership.objects.create(user=writer, branch=f.make_branch("نيروبي", "Nairobi"), role="writer", language="en")
    client = logged_in(manager)
    url = reverse("admin:person", args=[cairo.pk, writer.pk])
    assert client.post(url, {"roles": ["editor"], "languages": ["ar", "en"]}).status_code == 302
    found = set(Membership.objects.filter(user=writer).values_list("branch__name_en", "role", "language"))
    assert found == {("Cairo", "editor", "ar"), ("Cairo", "editor", "en"), ("Nairobi", "writer", "en")}
    assert client.post(url, {"roles": [], "languages": ["ar"]}).status_code == 200
    own = reverse("admin:person", args=[cairo.pk, manager.pk])
    assert client.post(own, {"roles": ["writer"], "languages": ["ar"]}).status_code == 409, "the last manager stays"
    assert client.post(reverse("admin:person_end", args=[cairo.pk, manager.pk])).status_code == 409


def test_a_leaver_is_out_at_the_next_request_and_his_texts_stay(manager, cairo):
    writer = f.make_user("w", "writer", cairo, email="w@example.org", first_name="سلمى")
    article = f.make_article(by=writer)
    workflow.submit(article.pk, "ar", by=writer)
    client = logged_in(writer)
    change = reverse("admin:articles_article_change", args=[article.pk])
    pages = [change, reverse("admin:inbox"), reverse("preview", args=[article.pk, "ar"])]
    assert [client.get(page).status_code for page in pages] == [200, 200, 200]
    boss = logged_in(manager)
    page = boss.get(reverse("admin:person_end", args=[cairo.pk, writer.pk])).content.decode()
    assert article.title_ar in page, "what he holds is shown first"
    assert "في المراجعة" in page or "قيد المراجعة" in page
    boss.post(reverse("admin:person_end", args=[cairo.pk, writer.pk]))
    for page in pages:
        assert client.get(page).status_code in (302, 403, 404), page
    client.post(change, {"title_ar": "بعد الرحيل", "version": article.version})
    client.post(reverse("admin:articles_article_verb", args=[article.pk, "take_back", "ar"]))
    for page in desk_pages(article.pk):
        for response in (client.get(page), client.post(page, {"draft": "{}"})):
            assert response.status_code in (302, 400, 401, 403, 404, 405), page
            assert article.title_ar not in response.content.decode(), page
            if response.status_code == 302:
                assert response["Location"].startswith("/admin/login/"), page
    assert not Autosave.objects.exists()
    assert not Picture.objects.exists()
    assert Article.objects.get(pk=article.pk).title_ar == article.title_ar
    assert article.tracks.get(language="ar").state == "review"
    assert Revision.objects.filter(by=writer).exists()
    page = boss.get(reverse("admin:people")).content.decode()
    assert "غادر" in page
    assert article.title_ar in boss.get(reverse("admin:person", args=[cairo.pk, writer.pk])).content.decode()


def desk_pages(article: int) -> list[str]:
    """Every page of the desk that is not a stock form, and the uploads, about this article."""
    texts = {
        "language": "ar",
        "verb": "take_back",
        "slug": "x",
        "queue": "drafts",
        "tab": "t",
        "year": "2026",
        "month": "1",
    }
    argument = re.compile(r"<(?:\w+:)?(\w+)>")
    found = [
        "/admin/" + argument.sub(lambda match: texts.get(match[1], str(article)), str(page.pattern))
        for page in urlpatterns
    ]
    return [*found, reverse("ck_editor_5_upload_file")]


def test_a_closed_account_is_out_everywhere(cairo, manager):
    boss = f.User.objects.create_superuser("boss")
    writer = f.make_user("w", "writer", cairo)
    client = logged_in(writer)
    assert client.get(reverse("admin:inbox")).status_code == 200
    url = reverse("admin:person_end", args=[cairo.pk, writer.pk])
    logged_in(manager).post(url, {"close_account": "on"})
    writer.refresh_from_db()
    assert writer.is_active, "a manager closes no account"
    f.make_user("w2", "writer", cairo)
    Membership.objects.create(user=writer, branch=cairo, role="writer", language="ar")
    logged_in(boss).post(url, {"close_account": "on"})
    assert client.get(reverse("admin:inbox")).status_code == 302
    assert not Client().login(username="w", password="demo")


# Passwords


def ask_for_reset(email, client=None):
    return (client or Client()).post(reverse("admin_password_reset"), {"email": email})


def test_a_forgotten_password_is_set_anew(manager):
    assert reverse("admin_password_reset") in Client().get(reverse("admin:login")).content.decode()
    assert ask_for_reset("CHIEF@example.org")["Location"] == reverse("password_reset_done")
    (message,) = mails()
    assert "كلمة مرور" in message.subject
    assert dict(message.extra_headers)["Auto-Submitted"] == "auto-generated"
    link = link_in(message)
    weak = Client()
    page = weak.post(weak.get(link)["Location"], {"new_password1": "1", "new_password2": "1"})
    assert page.status_code == 200
    client = Client()
    set_password(client, link)
    assert client.get(reverse("admin:people")).status_code == 200
    assert Client().login(username="chief", password="kamus-wa-qalam-9")


def test_nobody_learns_which_addresses_have_an_account(manager):
    f.make_user("gone", "writer", email="gone@example.org", is_active=False)
    answers = [ask_for_reset(address) for address in ("chief@example.org", "nobody@example.org", "gone@example.org")]
    assert len({(a.status_code, a["Location"], a.content) for a in answers}) == 1
    assert [message.to for message in mails()] == [["chief@example.org"]]


def test_whoever_lost_the_invitation_has_a_link_sent(manager, cairo):
    invite(logged_in(manager), cairo)
    ask_for_reset(ADDRESS)
    assert link_in(mails()[1])


@pytest.mark.both_databases
def test_the_page_costs_the_same_for_few_and_many(manager, cairo):
    client = logged_in(manager)

    def queries():
        with CaptureQueriesContext(connection) as counted:
            assert client.get(reverse("admin:people")).status_code == 200
        return len(counted)

    f.make_user(role="writer", branch=cairo)
    invite(client, cairo)
    queries()
    few = queries()
    for n in range(15):
        f.make_user(role="writer", branch=cairo)
        invite(client, cairo, email=f"more{n}@example.org")
    queries()
    assert queries() == few


def test_the_start_page_names_nobody_who_has_not_answered():
    """A stranger's account whose address was typed: its name is no business of this branch before its owner says so."""
    cairo, nairobi = f.make_branch(), f.make_branch("نيروبي", "Nairobi")
    stranger = f.make_user(role="editor", branch=nairobi, first_name="زينب", last_name="غريبة", email=ADDRESS)
    manager, writer = f.make_user(role="manager"), f.make_user(role="writer")
    workflow.submit(f.make_article(by=writer).pk, "ar", by=writer)
    membership.invite(by=manager, branch=cairo, email=ADDRESS, name="فلانة", roles=[("editor", "ar")])
    client = Client()
    client.force_login(writer, "django.contrib.auth.backends.ModelBackend")
    assert "غريبة" not in client.get(reverse("admin:index")).text
    membership.answer_invitations(stranger)
    assert "غريبة" in client.get(reverse("admin:index")).text
