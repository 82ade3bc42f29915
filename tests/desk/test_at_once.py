"""Real connections at once: whatever looks first and then makes gives two people one row, or two that differ."""

import contextlib
import threading

import pytest
from django.core.cache import cache

from articles.desk import workflow
from articles.desk.autosave import autosaves, presence
from articles.desk.importers.register import author as imported_author
from articles.desk.workflow import membership, naming
from articles.desk.workflow.mailing import choose
from articles.desk.workflow.pictures import add_picture
from articles.models import Article, Autosave, MailChoice, Picture, Presence, PreviewLink, Transition
from authors.models import Author, Membership, Series, Source, Topic
from authors.slugs import save_with_slugs
from shaf.db.at_once import once_more
from shaf.once.models import SentForm
from tests import factories as f
from tests.desk.pictures import picture_bytes
from tests.desk.sent_twice import FORMS, add, client_of, report, send, superuser, token_on
from tests.desk.test_once import counted
from tests.press.parallel import in_parallel

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 8


@pytest.fixture(autouse=True)
def _fresh():
    cache.clear()


def ok(outcomes: list) -> list:
    failed = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert not failed, failed
    return outcomes


@pytest.mark.parametrize(
    ("name", "made"),
    [("articles_article_add", Article), ("articles_article_previews", PreviewLink), ("authors_author_add", Author)],
)
def test_the_same_form_by_several_at_once_is_carried_out_once(name, made):
    form, user = FORMS[name][0](), superuser()
    clients = [client_of(user) for _n in range(4)]
    token, before = token_on(clients[0], form), counted()
    answers = ok(in_parallel(*[lambda client=client: send(client, form, token) for client in clients]))
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer["Location"] for answer in answers}) == 1
    grown = {table: n - before[table] for table, n in counted().items()}
    assert grown[made._meta.label_lower] == 1
    assert all(grown[once] <= 1 for once in ("admin.logentry", "articles.transition", "articles.revision"))


def test_one_token_is_one_row():
    form = add("articles_article", **report())
    user = superuser()
    clients = [client_of(user) for _n in range(4)]
    token = token_on(clients[0], form)
    ok(in_parallel(*[lambda client=client: send(client, form, token) for client in clients]))
    assert Article.objects.count() == SentForm.objects.count() == 1


@pytest.mark.parametrize("model", [Author, Source, Topic, Series])
def test_the_same_name_stored_by_many_has_as_many_slugs(model):
    def store():
        entry = model(name_ar="سارة حسن", name_en="Sara Hassan")
        save_with_slugs(entry)
        return entry.slug_ar

    slugs = ok(in_parallel(*[store] * MANY))
    assert len(set(slugs)) == MANY
    assert model.objects.filter(name_en="Sara Hassan").count() == MANY


@pytest.mark.parametrize("token", [True, False], ids=["from our page", "from an old page"])
def test_the_same_name_added_to_a_report_by_many_is_one_and_the_others_are_asked(token, monkeypatch):
    """Whoever looked while it was not there yet is asked all the same."""
    gate = _all_look_before_one_stores(monkeypatch, naming.search, "alike")
    clients = [client_of(f.make_user(role="writer")) for _n in range(4)]
    url, typed = "/admin/names/author/", {"name_ar": "سارة حسن"}
    answers = ok(
        in_parallel(
            *[
                lambda client=client, n=n: client.post(url, typed | ({"once": f"token-number-{n:05}"} if token else {}))
                for n, client in enumerate(clients)
            ]
        )
    )
    gate.abort()
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert Author.objects.filter(name_ar="سارة حسن").count() == 1
    added = str(Author.objects.latest("pk").pk)
    assert {answer.json()["alike"][0]["id"] for answer in answers if answer.status_code == 409} == {added}


def _all_look_before_one_stores(monkeypatch, module, name):
    """PostgreSQL lets several look at once: they go on together. On SQLite the first has the lock alone."""
    look, gate = getattr(module, name), threading.Barrier(4)

    def waiting(*args):
        found = look(*args)
        with contextlib.suppress(threading.BrokenBarrierError):
            gate.wait(timeout=0.5)
        return found

    monkeypatch.setattr(module, name, waiting)
    return gate


def test_two_people_add_the_same_topic_by_the_registers_form():
    clients = [client_of(f.User.objects.create_superuser(f"boss{n}")) for n in range(4)]
    form = add("authors_topic", kind="theme", name_ar="الأمن المائي")
    tokens = [token_on(client, form) for client in clients]
    sending = [lambda c=c, t=t: send(c, form, t) for c, t in zip(clients, tokens, strict=True)]
    answers = ok(in_parallel(*sending))
    assert {answer.status_code for answer in answers} == {302}
    assert len(set(Topic.objects.values_list("slug_ar", flat=True))) == 4


def test_a_slug_that_two_people_typed_is_one_persons_and_the_other_is_told():
    clients = [client_of(f.User.objects.create_superuser(f"boss{n}")) for n in range(3)]
    form = add("authors_topic", kind="theme", name_ar="الأمن المائي", slug_ar="الأمن-المائي")
    tokens = [token_on(client, form) for client in clients]
    sending = [lambda c=c, t=t: send(c, form, t) for c, t in zip(clients, tokens, strict=True)]
    answers = ok(in_parallel(*sending))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 302]
    assert Topic.objects.count() == 1
    shown = next(answer for answer in answers if answer.status_code == 200)
    assert "slug_ar" in shown.context["adminform"].form.errors or shown.context["errors"]


def test_one_membership_given_by_two_in_the_admin():
    clients = [client_of(f.User.objects.create_superuser(f"boss{n}")) for n in range(3)]
    form = FORMS["authors_membership_add"][0]()
    tokens = [token_on(client, form) for client in clients]
    sending = [lambda c=c, t=t: send(c, form, t) for c, t in zip(clients, tokens, strict=True)]
    answers = ok(in_parallel(*sending))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 302]
    assert Membership.objects.count() == 1


def test_one_address_invited_by_two_managers_at_once():
    branch = f.make_branch()
    managers = [f.make_user(role="manager", branch=branch) for _n in range(3)]
    forms = [FORMS["people_invite"][0]() for _n in managers]
    clients = [client_of(manager) for manager in managers]
    tokens = [token_on(client, forms[0]) for client in clients]
    sending = [lambda c=c, t=t, fo=fo: send(c, fo, t) for c, t, fo in zip(clients, tokens, forms, strict=True)]
    answers = ok(in_parallel(*sending))
    assert sorted(answer.status_code for answer in answers) == [302, 409, 409]
    assert f.User.objects.filter(email="new@example.org").count() == 1
    assert Membership.objects.filter(user__email="new@example.org").count() == 1


def test_roles_changed_by_two_managers_at_once():
    branch, person = f.make_branch(), f.make_user(role="writer")
    bosses = [f.User.objects.create_superuser(f"boss{n}") for n in range(4)]
    wanted = {("editor", "ar"), ("writer", "ar")}

    def give(boss):
        try:
            membership.give_roles(by=boss, branch=branch, person=person, roles=wanted)
        except membership.Already:
            return "already"

    ok(in_parallel(*[lambda boss=boss: give(boss) for boss in bosses]))
    assert set(Membership.objects.filter(user=person).values_list("role", "language")) == wanted


def test_the_same_name_in_two_imports_is_one_entry():
    def bring_in():
        return once_more(lambda: imported_author({"ar": "سارة حسن"}, []).pk)

    ids = ok(in_parallel(*[bring_in] * 4))
    assert len(set(ids)) == Author.objects.count() == 1


def autosaved(user):
    autosaves.keep(None, user, "the-same-tab", base_version=0, typed={"title_ar": "عنوان"})


def beaten(user):
    presence.beat(Article.objects.get(), user, "the-same-tab", writing=True)


def uploaded(user):
    add_picture(picture_bytes(), by=user, branch=f.make_branch().pk)


def chosen(user):
    choose(user, "daily")


@pytest.mark.parametrize(
    ("act", "model"), [(autosaved, Autosave), (beaten, Presence), (uploaded, Picture), (chosen, MailChoice)]
)
def test_what_is_kept_once_is_kept_once(act, model):
    user = f.make_user(role="writer")
    f.make_article(by=user)
    ok(in_parallel(*[lambda: act(user)] * MANY))
    assert model.objects.count() == 1


def test_a_save_by_several_tabs_at_once_is_a_version_each_or_none():
    article, writer = f.make_article(), f.make_user(role="writer")
    save = {"by": writer, "changes": {"title_ar": "واحد"}, "base_version": 1}
    ok(in_parallel(*[lambda: workflow.write(article.pk, **save)] * 6))
    article.refresh_from_db()
    assert article.version == 2
    assert not Transition.objects.filter(verb="write").exists()
