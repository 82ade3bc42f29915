"""A form that is sent twice is carried out once, and answered twice alike."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.cache import cache
from django.template import engines
from django.test import Client, RequestFactory
from django.urls import reverse

from articles.models import Article, Revision
from authors.models import Topic
from shaf.once.answering import KEPT, forget
from shaf.once.models import SentForm
from tests import factories as f
from tests.desk.sent_twice import FORMS, Form, add, client_of, report, send, superuser, token_on, unnamed

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
NOT_COUNTED = {"sessions.session", "once.sentform"}


@pytest.fixture(autouse=True)
def _fresh():
    cache.clear()


@pytest.fixture
def client() -> Client:
    return client_of(superuser())


def counted() -> dict[str, int]:
    """Rows by table."""
    tables = [model for model in apps.get_models() if model._meta.label_lower not in NOT_COUNTED]
    return {model._meta.label_lower: model._base_manager.count() for model in tables}


def stored() -> dict[str, list]:
    """Every row of every table."""
    tables = [model for model in apps.get_models() if model._meta.label_lower not in NOT_COUNTED]
    return {model._meta.label_lower: list(model._base_manager.order_by("pk").values()) for model in tables}


def told(client: Client) -> list[str]:
    page = client.get(reverse("admin:inbox"))
    return [str(message) for message in page.context["messages"]]


def test_every_address_of_the_desk_is_known_to_make_something_or_nothing():
    assert not unnamed()


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "make", [pytest.param(make, id=f"{name}-{n}") for name, forms in FORMS.items() for n, make in enumerate(forms)]
)
def test_the_same_form_twice_is_once(client, make):
    form = make()
    before, token = stored(), token_on(client, form)
    first = send(client, form, token)
    assert first.status_code in (201, 302), first.content.decode()[-4000:]
    after = stored()
    assert after != before
    second = send(client, form, token)
    assert (second.status_code, second.get("Location")) == (first.status_code, first.get("Location"))
    assert second.content == first.content
    assert stored() == after
    said = told(client)
    assert len(said) == len(set(said)) <= 2


@pytest.mark.parametrize("name", ["articles_article_add", "authors_topic_add", "people_invite"])
def test_another_page_makes_another(client, name):
    """The control: two forms that were opened are two."""
    form = FORMS[name][0]()
    for typed in ({}, {"name_ar": "غيره", "name_en": "", "email": "other@example.org"}):
        assert send(client, form, token_on(client, form), **typed).status_code == 302
    counts = {"articles_article_add": Article, "authors_topic_add": Topic, "people_invite": f.User}
    assert counts[name].objects.count() >= 2


def test_without_a_token_all_is_as_it_was(client):
    """Scripts, and pages that were opened before an upgrade."""
    for _time in range(2):
        assert client.post(reverse("admin:articles_article_add"), report()).status_code == 302
    assert Article.objects.count() == 2
    assert not SentForm.objects.exists()


def test_a_refused_form_can_be_sent_again(client):
    form = add("authors_topic", kind="theme", name_ar="")
    token = token_on(client, form)
    assert send(client, form, token).status_code == 200
    assert send(client, form, token, name_ar="موضوع").status_code == 302
    assert Topic.objects.count() == 1


def test_a_form_that_failed_half_way_can_be_sent_again(client, monkeypatch):
    form = add("authors_topic", kind="theme", name_ar="موضوع")
    token = token_on(client, form)
    with monkeypatch.context() as patched:
        patched.setattr("authors.admin.remember_slugs", lambda *args: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            send(client, form, token)
    assert not Topic.objects.exists()
    assert send(client, form, token).status_code == 302
    assert Topic.objects.count() == 1


def test_a_form_that_was_sent_with_other_content_keeps_it_and_asks(client):
    form = add("authors_topic", kind="theme", name_ar="الأمن المائي")
    token = token_on(client, form)
    send(client, form, token)
    asked = send(client, form, token, name_ar="الأمن الغذائي")
    page = asked.content.decode()
    assert asked.status_code == 409
    assert "الأمن الغذائي" in page
    made = Topic.objects.get()
    assert reverse("admin:authors_topic_change", args=[made.pk]) in page
    assert token not in page
    again = send(client, form, token_of(page), name_ar="الأمن الغذائي")
    assert again.status_code == 302
    assert Topic.objects.count() == 2


def token_of(page: str) -> str:
    return page.partition('<textarea name="once" hidden readonly>')[2].partition("</textarea>")[0].strip()


@pytest.mark.both_databases
def test_a_new_report_that_was_saved_before_is_saved_and_not_made_again(client):
    form = add("articles_article", **report(standfirst_ar="ملخص"))
    token = token_on(client, form)
    first = send(client, form, token)
    second = send(client, form, token, title_ar="عنوان أدقّ", _save="1")
    article = Article.objects.get()
    assert article.title_ar == "عنوان أدقّ"
    assert article.standfirst_ar == "ملخص"
    assert first["Location"] == reverse("admin:articles_article_change", args=[article.pk])
    assert second.status_code == 302
    assert article.version == Revision.objects.filter(article=article).count() == 2


def test_what_others_changed_meanwhile_is_not_lost_to_it(client):
    form = add("articles_article", **report())
    token = token_on(client, form)
    send(client, form, token)
    article = Article.objects.get()
    f.write(article, f.make_user(role="writer"), title_ar="عنوان المحررة")
    page = send(client, form, token, title_ar="عنواني")
    assert page.status_code == 409
    assert "عنوان المحررة" in page.content.decode()
    assert "عنواني" in page.content.decode()
    assert f'action="{reverse("admin:articles_article_change", args=[article.pk])}"' in page.content.decode()
    article.refresh_from_db()
    assert article.title_ar == "عنوان المحررة"


def test_a_report_that_it_made_and_that_is_gone_keeps_what_was_typed():
    writer = f.make_user(role="writer")
    client = client_of(writer)
    form = add("articles_article", **report())
    token = token_on(client, form)
    send(client, form, token)
    Article.objects.all().delete()
    page = send(client, form, token, title_ar="عنوان ثانٍ")
    assert page.status_code == 409
    assert "عنوان ثانٍ" in page.content.decode()


def test_a_token_is_one_persons(client):
    form = add("authors_topic", kind="theme", name_ar="موضوع")
    token = token_on(client, form)
    send(client, form, token)
    other = client_of(f.User.objects.create_superuser("other"))
    assert send(other, form, token, name_ar="غيره").status_code == 302
    assert Topic.objects.count() == 2


@pytest.mark.both_databases
def test_what_was_sent_after_the_session_ended_is_carried_out_once():
    user = f.make_user("writer", role="writer")
    client = client_of(user)
    form = add("articles_article", **report())
    token = token_on(client, form)
    client.logout()
    entering = {"relogin_username": "writer", "relogin_password": "demo"}
    kept = send(client, form, token)
    assert kept.status_code == 403
    assert token in kept.content.decode()
    assert send(client, form, token, **entering).status_code == 302
    assert send(client, form, token).status_code == 302
    assert Article.objects.count() == 1


@pytest.mark.both_databases
def test_tokens_do_not_pile_up(client):
    form = add("authors_topic", kind="theme", name_ar="موضوع")
    send(client, form, token_on(client, form))
    sent = SentForm.objects.get()
    forget(sent.at + KEPT - timedelta(minutes=1))
    assert SentForm.objects.exists()
    forget(sent.at + KEPT + timedelta(minutes=1))
    assert not SentForm.objects.exists()


def test_no_password_is_kept(client):
    form: Form = FORMS["auth_user_add"][0]()
    token = token_on(client, form)
    send(client, form, token)
    digest = SentForm.objects.get().digest
    SentForm.objects.all().delete()
    f.User.objects.filter(username="laila").delete()
    send(client, form, token, password1="غيرها-طويلة-7", password2="غيرها-طويلة-7")
    assert SentForm.objects.get().digest == digest


def test_every_form_on_a_page_has_a_token_of_its_own():
    template = engines["django"].from_string("{% csrf_token %}{% csrf_token %}")
    from tests.desk.sent_twice import TOKEN

    tokens = TOKEN.findall(template.render({}, RequestFactory().get("/")))
    assert len(set(tokens)) == 2


def test_a_popup_that_adds_is_closed_twice_alike(client):
    form = add("authors_topic", kind="theme", name_ar="موضوع", _popup="1")
    token = token_on(client, form)
    first, second = send(client, form, token), send(client, form, token)
    assert first.status_code == second.status_code == 200
    assert first.content == second.content
    assert Topic.objects.count() == 1
