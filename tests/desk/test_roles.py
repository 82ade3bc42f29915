"""Who may do what: every verb by every role, in and out of its branch and language (pages: test_permission_matrix)."""

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


@pytest.mark.parametrize("page", ["changelist", "add"])
def test_every_list_and_every_form_is_drawn(page):
    f.make_branch()
    client = Client()
    client.force_login(f.User.objects.create_superuser("boss"), BACKEND)
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
        assert client.get(reverse(name)).status_code == 200, name


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
