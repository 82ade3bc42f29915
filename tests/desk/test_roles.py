"""Who may do what: every verb by every role, in and out of its branch and language; every admin page."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from articles.desk.article import rights
from articles.desk.article.verbs import RIGHTS
from authors.models import FormerSlug, Membership
from tests import factories as f

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"

# DESIGN 5: what each role may do in its own branch and language.
OWN = {
    "writer": {"write", "submit", "take_back", "reopen", "bin", "remark", "share_preview"},
    "editor": {
        *("write", "submit", "take_back", "reopen", "bin", "remark", "share_preview"),
        *("send_back", "approve", "cancel", "reschedule", "withdraw", "set_embargo", "set_deadline", "delete_picture"),
        *("delete_file", "check_name"),
        "read_unsaved",
    },
    "manager": set(RIGHTS),
}


@pytest.mark.one_database
@pytest.mark.parametrize("role", OWN)
@pytest.mark.parametrize("verb", RIGHTS)
def test_every_verb_by_every_role(role, verb):
    cairo, nairobi = f.make_branch(), f.make_branch("نيروبي", "Nairobi")
    user = f.make_user(role=role, languages=["ar"])
    assert rights.may(user, verb, cairo.pk, "ar") == (verb in OWN[role])
    assert rights.may(user, verb, nairobi.pk, "ar") is False
    assert rights.may(user, verb, cairo.pk, "en") == (verb in OWN[role] and role == "manager")


@pytest.mark.one_database
@pytest.mark.parametrize("verb", RIGHTS)
def test_no_role_and_no_active_account_may_nothing(verb):
    branch = f.make_branch()
    gone = f.make_user(role="manager", is_active=False)
    staff = f.make_user(is_staff=True)
    for user in (gone, staff):
        assert not rights.may(user, verb, branch.pk, "ar")


# Pages of the admin: which role sees them (200), and which does not (403 or 404).
PAGES = {
    "admin:articles_article_changelist": {"writer", "editor", "manager", "superuser"},
    "admin:articles_article_add": {"writer", "editor", "manager", "superuser"},
    "admin:articles_picture_changelist": {"writer", "editor", "manager", "superuser"},
    "admin:articles_picture_add": {"writer", "editor", "manager", "superuser"},
    "admin:articles_copyrule_changelist": {"manager", "superuser"},
    "admin:articles_copyrule_add": {"manager", "superuser"},
    "admin:articles_copyterm_changelist": {"manager", "superuser"},
    "admin:articles_copyterm_add": {"manager", "superuser"},
    "admin:articles_copyname_changelist": {"manager", "superuser"},
    "admin:articles_copyname_add": {"manager", "superuser"},
    "admin:articles_reportfile_changelist": {"writer", "editor", "manager", "superuser"},
    "admin:articles_reportfile_add": {"writer", "editor", "manager", "superuser"},
    "admin:authors_author_changelist": {"writer", "editor", "manager", "superuser"},
    "admin:authors_author_add": {"writer", "editor", "manager", "superuser"},
    "admin:authors_source_changelist": {"writer", "editor", "manager", "superuser"},
    "admin:authors_source_add": {"writer", "editor", "manager", "superuser"},
    "admin:authors_topic_changelist": {"writer", "editor", "manager", "superuser"},
    "admin:authors_topic_add": {"writer", "editor", "manager", "superuser"},
    "admin:authors_series_changelist": {"writer", "editor", "manager", "superuser"},
    "admin:authors_series_add": {"editor", "manager", "superuser"},
    "admin:authors_reporttype_changelist": {"writer", "editor", "manager", "superuser"},
    "admin:authors_reporttype_add": {"editor", "manager", "superuser"},
    "admin:authors_synonym_changelist": {"editor", "manager", "superuser"},
    "admin:authors_synonym_add": {"editor", "manager", "superuser"},
    "admin:authors_page_changelist": {"manager", "superuser"},
    "admin:authors_page_add": {"manager", "superuser"},
    "admin:articles_oldaddress_changelist": {"manager", "superuser"},
    "admin:articles_oldaddress_add": {"manager", "superuser"},
    "admin:authors_branch_changelist": {"writer", "editor", "manager", "superuser"},
    "admin:authors_branch_add": {"superuser"},
    # Managers have a page of their own (test_people.py).
    "admin:authors_membership_changelist": {"superuser"},
    "admin:authors_membership_add": {"superuser"},
    "admin:authors_oncall_changelist": {"manager", "superuser"},
    "admin:authors_oncall_add": {"manager", "superuser"},
    "admin:auth_user_changelist": {"superuser"},
    "admin:auth_user_add": {"superuser"},
}
ROLES = [
    *(pytest.param(role, marks=pytest.mark.one_database) for role in ("writer", "editor", "staff without a role")),
    "manager",
    "superuser",
]


def user_with(role: str):
    if role == "superuser":
        return f.User.objects.create_superuser("boss")
    if role == "staff without a role":
        return f.make_user(is_staff=True)
    return f.make_user(role=role)


def test_every_admin_model_is_in_the_table():
    names = {f"admin:{m._meta.app_label}_{m._meta.model_name}" for m in admin.site._registry}
    assert {page.rpartition("_")[0] for page in PAGES} == names


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_by_every_role(page, role):
    # Where there is no branch nobody writes.
    f.make_branch()
    client = Client()
    client.force_login(user_with(role), BACKEND)
    status = client.get(reverse(page)).status_code
    if role in PAGES[page]:
        assert status == 200
    else:
        assert status in (302, 403), "shown to nobody else"


@pytest.mark.one_database
def test_an_anonymous_visitor_is_sent_to_the_login():
    for page in PAGES:
        response = Client().get(reverse(page))
        assert response.status_code == 302
        assert response["Location"].startswith("/admin/login/")


@pytest.mark.one_database
def test_another_branch_answers_as_if_it_did_not_exist():
    article = f.make_article()
    stranger = f.make_user(role="manager", branch=f.make_branch("نيروبي", "Nairobi"))
    client = Client()
    client.force_login(stranger, BACKEND)
    unknown = article.pk + 1000
    for name, extra in [
        ("admin:articles_article_change", []),
        ("admin:articles_article_history", []),
        ("admin:articles_article_verb", ["approve", "ar"]),
        ("admin:articles_article_verb", ["submit", "ar"]),
        ("admin:articles_article_review", ["ar"]),
        ("preview", ["ar"]),
    ]:
        theirs = client.get(reverse(name, args=[article.pk, *extra]))
        nothing = client.get(reverse(name, args=[unknown, *extra]))
        assert theirs.status_code == nothing.status_code, name
        assert theirs.status_code in (302, 404)
    assert "تقرير رقم" not in client.get(reverse("admin:articles_article_changelist")).content.decode()


def test_filters_do_not_reach_into_other_tables():
    f.make_article()
    client = Client()
    client.force_login(f.make_user(role="writer"), BACKEND)
    for query in ("branch__membership__user__password__startswith=p", "tracks__guest_editor__password__startswith=p"):
        response = client.get(reverse("admin:articles_article_changelist") + "?" + query)
        assert response.status_code in (302, 400), query


@pytest.mark.one_database
def test_a_writer_adds_a_name_and_nothing_but_the_name():
    client = Client()
    client.force_login(f.make_user(role="writer"), BACKEND)
    page = client.get(reverse("admin:authors_author_add"))
    fields = set(page.context["adminform"].form.fields)
    assert "name_ar" in fields
    assert not fields & {"biography_ar", "photo", "links", "account", "orcid"}
    client.post(reverse("admin:authors_author_add"), {"name_ar": "كاتبة جديدة", "biography_ar": "سيرة مدسوسة"})
    author = f.Author.objects.get(name_ar="كاتبة جديدة")
    assert (author.slug_ar, author.biography_ar) == ("كاتبة-جديدة", None)
    response = client.post(reverse("admin:authors_author_change", args=[author.pk]), {"name_ar": "اسم آخر"})
    assert response.status_code == 403


def test_a_role_that_is_taken_away_is_gone_at_the_next_request():
    writer = f.make_user(role="writer")
    client = Client()
    client.force_login(writer, BACKEND)
    assert client.get(reverse("admin:articles_article_changelist")).status_code == 200
    Membership.objects.filter(user=writer).delete()
    assert client.get(reverse("admin:articles_article_changelist")).status_code == 302


def test_a_former_slug_is_remembered():
    author = f.make_author()
    client = Client()
    client.force_login(f.make_user(role="editor"), BACKEND)
    url = reverse("admin:authors_author_change", args=[author.pk])
    client.post(
        url, {"name_ar": author.name_ar, "slug_ar": "الهام", "slug_en": author.slug_en, "name_en": author.name_en}
    )
    former = FormerSlug.objects.get()
    assert (former.kind, former.entry, former.language, former.slug) == ("author", author.pk, "ar", "إلهام-النجار")
