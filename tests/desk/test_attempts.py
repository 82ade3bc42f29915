"""Nobody guesses without end, nobody is locked out by strangers, and nobody learns who has an account."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import signing
from django.core.cache import cache
from django.core.checks import run_checks
from django.db import connection
from django.test import Client, RequestFactory, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.desk.article.refusal import Refusal
from articles.desk.notices import outbox
from articles.desk.workflow import membership
from articles.models import Notice
from shaf.attempts import browsers, counting
from shaf.attempts.address import address
from shaf.attempts.counting import Limit, TooMany, Try, count, forget, take_back
from shaf.attempts.models import Attempts
from shaf.attempts.passwords import AT_ACCOUNT, FROM_ADDRESS, count_guess
from shaf.startup import redis_client
from tests import factories as f
from tests.press.parallel import in_parallel

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
WAIT = "محاولات فاشلة كثيرة"
RIGHT = "demo"
NEW = "kamus-wa-qalam-9"
CHECKED, STOPPED, IN = "checked", "stopped", "in"


@pytest.fixture
def person():
    return f.make_user("chief", "manager", email="chief@example.org")


@pytest.fixture
def clock(monkeypatch):
    """The database's clock, as far ahead as a test sets it: `clock[0] += timedelta(...)`."""
    ahead, now = [timedelta(0)], counting.database_now
    monkeypatch.setattr(counting, "database_now", lambda: now() + ahead[0])
    return ahead


def guess(name="chief", password="wrong", where="10.0.0.1", client=None):
    """What becomes of one guess: it was looked at, it was stopped, or it was right."""
    client = client or Client()
    response = client.post(reverse("admin:login"), {"username": name, "password": password}, REMOTE_ADDR=where)
    if response.status_code == 302:
        return IN
    assert response.status_code == 200
    return STOPPED if WAIT in response.text else CHECKED


def counted(name="chief", where="10.0.0.1"):
    """As `guess` with a wrong password and no cookies, without the page."""
    try:
        count_guess(RequestFactory().get("/", REMOTE_ADDR=where), name)
    except TooMany:
        return STOPPED
    return CHECKED


def log_out(client):
    """The client's own logout throws every cookie away, which no browser does."""
    client.post(reverse("admin:logout"))


def many(guesses):
    outcomes = list(guesses)
    return {outcome: outcomes.count(outcome) for outcome in set(outcomes)}


# What strangers can guess


@pytest.mark.parametrize("name", ["chief", "nobody.at.all"])
def test_an_hour_of_guesses_from_anywhere_at_one_account(person, clock, name):
    """Each from an address of its own, account or no account."""
    allowed = 0
    for minute in range(0, 60, 2):
        clock[0] = timedelta(minutes=minute)
        for n in range(2):
            allowed += counted(name, f"10.{minute}.0.{n}") == CHECKED
    assert allowed == 19
    assert guess(name, where="10.99.0.1") == STOPPED


def test_spellings_are_one_name(person):
    for name in ["chief", "CHIEF", " chief ", "ｃｈｉｅｆ", "Chief"]:
        assert guess(name) == CHECKED
    assert guess("cHiEf", where="10.0.0.2") == STOPPED


def test_spraying_from_one_address_is_stopped():
    names = [f"user{n}" for n in range(16)]
    assert many(counted(name) for _round in range(2) for name in names) == {CHECKED: 15, STOPPED: 17}
    assert guess("user1") == STOPPED
    assert guess("somebody", where="10.0.0.2") == CHECKED


def test_the_right_password_opens_nothing_while_one_has_to_wait(person):
    assert [guess(where=f"10.0.0.{n}") for n in range(6)] == [CHECKED] * 5 + [STOPPED]
    assert guess(password=RIGHT, where="10.0.1.1") == STOPPED


def test_a_guess_that_is_stopped_is_not_compared(person, monkeypatch):
    for _n in range(5):
        guess(where="10.0.0.2")
    asked = []
    monkeypatch.setattr("shaf.backoffice.login.AuthenticationForm.clean", lambda form: asked.append(form))
    guess(where="10.0.0.3")
    assert not asked


def test_the_wait_is_said_and_is_true(person, clock):
    for _n in range(5):
        guess()
    page = Client().post(reverse("admin:login"), {"username": "chief", "password": RIGHT}, REMOTE_ADDR="10.0.0.1")
    assert "حاول مرة أخرى بعد 4 دقائق، أو عيّن كلمة مرور جديدة" in page.text
    clock[0] = timedelta(minutes=3)
    page = Client().post(reverse("admin:login"), {"username": "chief", "password": RIGHT}, REMOTE_ADDR="10.0.0.1")
    assert "بعد دقيقة" in page.text
    clock[0] = timedelta(minutes=4, seconds=1)
    assert guess(password=RIGHT) == IN


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_parallel_guesses_are_no_more(person):
    outcomes = in_parallel(*[lambda n=n: guess(where=f"10.0.1.{n}") for n in range(20)])
    assert many(outcomes) == {CHECKED: 5, STOPPED: 15}
    outcomes = in_parallel(*[lambda n=n: counted(f"other{n}", where="10.0.2.1") for n in range(20)])
    assert many(outcomes) == {CHECKED: 15, STOPPED: 5}


@pytest.mark.parametrize("page", ["relogin", "kept"])
def test_the_other_ways_in_count_alike(person, page):
    def tried():
        if page == "relogin":
            told = {"user": person.pk, "username": "chief", "password": "wrong"}
            return Client().post(reverse("relogin"), told, content_type="application/json")
        told = {"relogin_username": "chief", "relogin_password": "wrong"}
        return Client().post(reverse("admin:articles_article_add"), told)

    for _n in range(5):
        assert WAIT not in tried().content.decode("unicode_escape" if page == "relogin" else "utf-8")
    refused = tried()
    assert (refused.json()["message"] if page == "relogin" else refused.text).count(WAIT) == 1
    assert guess(where="10.0.0.9") == STOPPED


def test_the_old_password_is_not_guessed_at_an_open_desk(person):
    client = logged_in(person)
    change = {"new_password1": NEW, "new_password2": NEW}
    for _n in range(5):
        assert WAIT not in client.post(reverse("admin:password_change"), {"old_password": "wrong", **change}).text
    assert WAIT in client.post(reverse("admin:password_change"), {"old_password": RIGHT, **change}).text
    forget(Try(Limit("password-change", 5, timedelta()), str(person.pk)))
    assert client.post(reverse("admin:password_change"), {"old_password": RIGHT, **change}).status_code == 302


def logged_in(user):
    client = Client()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


# Whom strangers lock out: nobody


def known_client():
    client = Client()
    assert guess(password=RIGHT, client=client, where="10.9.9.9") == IN
    log_out(client)
    cookie = client.cookies[browsers.COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/admin/"
    assert "chief" not in cookie.value
    return client


def flood():
    """From the person's own address, and from everywhere."""
    for n in range(20):
        counted(f"any{n}", "10.9.9.9")
        counted(where=f"10.0.3.{n}")


def test_a_known_browser_is_not_locked_out_by_strangers(person):
    client = known_client()
    flood()
    assert guess(password=RIGHT, where="10.9.9.9") == STOPPED
    assert guess(password=RIGHT, where="10.9.9.9", client=client) == IN


def test_a_known_browser_has_a_limit_too_and_is_known_for_its_own_account_alone(person):
    f.make_user("other")
    client = known_client()
    assert many(guess(client=client, where=f"10.0.4.{n}") for n in range(7)) == {CHECKED: 5, STOPPED: 2}
    assert guess(where="10.0.5.1") == CHECKED, "what happens there is no stranger's affair"
    for n in range(6):
        counted("other", where=f"10.0.6.{n}")
    assert guess("other", password=RIGHT, client=client, where="10.0.5.2") == STOPPED


def test_two_people_of_one_browser_are_both_known(person):
    f.make_user("other", "writer")
    client = known_client()
    assert guess("other", password=RIGHT, client=client) == IN
    flood()
    assert guess(password=RIGHT, where="10.9.9.9", client=client) == IN


@pytest.mark.parametrize(
    "value", ["", "x", "a.b.c", signing.dumps(["id", ["x"]]), signing.dumps(5, salt=browsers.SALT)]
)
def test_a_forged_cookie_is_a_strangers(person, value):
    for n in range(6):
        counted(where=f"10.0.7.{n}")
    client = Client()
    client.cookies[browsers.COOKIE] = value
    assert guess(password=RIGHT, client=client, where="10.0.8.1") == STOPPED


def test_an_old_cookie_is_a_strangers(person):
    client = known_client()
    flood()
    with time_machine.travel(browsers.signing.time.time() + browsers.MAX_AGE + 60, tick=False):
        assert guess(password=RIGHT, where="10.9.9.9", client=client) == STOPPED


@pytest.mark.both_databases
def test_a_success_forgets_the_persons_failures(person):
    client = Client()
    for _round in range(4):
        assert [guess(client=client) for _n in range(4)] == [CHECKED] * 4
        assert guess(password=RIGHT, client=client) == IN
        log_out(client)


def test_an_account_of_ones_own_does_not_buy_guesses_at_others(person):
    f.make_user("insider", "writer")
    found = []
    for n in range(18):
        found.append(counted(f"target{n}"))
        if n % 5 == 0:
            guess("insider", RIGHT)
    assert found.count(CHECKED) == 15


# Setting a new password


def reset(email, where="10.0.0.1", client=None):
    return (client or Client()).post(reverse("admin_password_reset"), {"email": email}, REMOTE_ADDR=where)


def test_a_new_password_ends_the_wait(person, mailoutbox):
    flood()
    assert guess(password=RIGHT) == STOPPED
    assert reset("chief@example.org", where="10.0.0.77").status_code == 302
    outbox.deliver()
    link = re.search(r"http://testserver(/admin/password_reset/\S+)", mailoutbox[-1].body)[1]
    client = Client()
    form = client.get(link)["Location"]
    client.post(form, {"new_password1": NEW, "new_password2": NEW})
    assert guess(password=NEW, where="10.0.0.78") == IN, "in another browser"
    flood()
    log_out(client)
    assert guess(password=NEW, where="10.9.9.9", client=client) == IN, "and this one is known"


ASKED = "طُلبت كلمة مرور جديدة مرات كثيرة"


@pytest.mark.both_databases
@pytest.mark.parametrize("email", ["chief@example.org", "nobody@example.org"])
def test_so_many_mails_go_to_one_address_wherever_they_are_asked_for(person, email):
    answers = [reset(email, where=f"10.0.1.{n}") for n in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [200]
    assert ASKED in answers[-1].text
    assert "12 دقيقة" in answers[-1].text
    assert Notice.objects.filter(kind="password_reset").count() == (5 if email.startswith("chief") else 0)


@pytest.mark.both_databases
def test_one_visitor_asks_for_so_many(person):
    answers = [reset(f"{n}@example.org") for n in range(16)]
    assert [answer.status_code for answer in answers] == [302] * 15 + [200]
    assert ASKED in answers[-1].text
    assert reset("chief@example.org", where="10.0.0.2").status_code == 302


def test_a_known_and_an_unknown_address_cost_the_same_but_for_the_row_of_the_mail(person):
    def tables(email, where):
        with CaptureQueriesContext(connection) as counted:
            reset(email, where=where)
        said = [re.match(r'(INSERT|UPDATE|DELETE|SELECT) .*?"(\w+)"', query["sql"]) for query in counted]
        return [found.groups() for found in said if found]

    known, unknown = tables("chief@example.org", "10.0.0.2"), tables("nobody@example.org", "10.0.0.3")
    assert [step for step in known if step != ("INSERT", "articles_notice")] == unknown
    assert guess_cost("chief", "10.0.0.4") == guess_cost("nobody", "10.0.0.5")


def guess_cost(name, where):
    with CaptureQueriesContext(connection) as counted:
        assert guess(name, where=where) == CHECKED
    return len(counted)


# What is stored


@pytest.mark.both_databases
def test_a_flood_makes_no_rows_for_what_is_over_its_limit():
    for n in range(20):
        reset(f"{n}@example.org")
        counted(f"name{n}")
    assert Attempts.objects.count() == 2 + 15 + 15


@pytest.mark.both_databases
def test_old_rows_go_as_new_ones_come(clock):
    for n in range(5):
        counted(f"name{n}", where=f"10.0.9.{n}")
    assert Attempts.objects.count() == 10
    clock[0] = timedelta(minutes=5)
    counted("one", where="10.0.9.1")
    assert Attempts.objects.count() == 2


def test_no_name_and_no_address_is_stored(person):
    guess()
    reset("chief@example.org")
    stored = str(list(Attempts.objects.values()))
    assert not re.search(r"chief|10\.0", stored)


def test_the_cache_has_no_say(person):
    for n in range(6):
        counted(where=f"10.0.0.{n}")
    cache.clear()
    assert guess(password=RIGHT, where="10.0.1.1") == STOPPED


def test_a_cache_that_is_away_refuses_nobody_and_counts_all_the_same(person):
    away = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}}
    with override_settings(CACHES=away):
        assert guess(password=RIGHT) == IN
        assert reset("chief@example.org").status_code == 302
        assert many(guess(where=f"10.0.2.{n}") for n in range(8)) == {CHECKED: 5, STOPPED: 3}


@pytest.mark.parametrize(
    ("backend", "installed", "errors"), [("redis", False, 1), ("redis", True, 0), ("locmem", False, 0)]
)
def test_a_client_that_is_missing_is_asked_for_by_its_name(monkeypatch, settings, backend, installed, errors):
    classes = {"redis": "redis.RedisCache", "locmem": "locmem.LocMemCache"}
    settings.CACHES = {"default": {"BACKEND": f"django.core.cache.backends.{classes[backend]}", "LOCATION": "x"}}
    monkeypatch.setattr(redis_client, "find_spec", lambda name: installed or None)
    found = [message for message in run_checks() if message.id == "shaf.E020"]
    assert len(found) == errors
    assert all(message.is_serious() and "uv sync --extra redis" in message.hint for message in found)


# Addresses


@pytest.mark.parametrize(
    ("proxied", "meta", "counted"),
    [
        (False, {"REMOTE_ADDR": "192.0.2.7"}, "192.0.2.7"),
        (False, {"REMOTE_ADDR": "2001:db8:1:2:3:4:5:6"}, "2001:db8:1:2::/64"),
        (False, {"REMOTE_ADDR": "2001:db8:1:2::9"}, "2001:db8:1:2::/64"),
        (False, {"REMOTE_ADDR": "::ffff:192.0.2.7"}, "192.0.2.7"),
        (False, {"REMOTE_ADDR": ""}, ""),
        (False, {"REMOTE_ADDR": "192.0.2.7", "HTTP_X_FORWARDED_FOR": "203.0.113.1"}, "192.0.2.7"),
        (True, {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.1"}, "203.0.113.1"),
        (True, {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "6.6.6.6, 203.0.113.1"}, "203.0.113.1"),
        (True, {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.1:4711"}, "203.0.113.1"),
        (True, {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "[2001:db8::5]:4711"}, "2001:db8::/64"),
        (True, {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "unknown"}, "127.0.0.1"),
        (True, {"REMOTE_ADDR": "127.0.0.1"}, "127.0.0.1"),
    ],
)
def test_whose_address_counts(rf, settings, proxied, meta, counted):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if proxied else None
    assert address(rf.get("/", **meta)) == counted


def test_a_neighbour_of_the_same_network_is_the_same_visitor():
    names = [f"name{n}" for n in range(16)]
    assert many(counted(name, where=f"2001:db8::{n:x}") for n, name in enumerate(names)) == {CHECKED: 15, STOPPED: 1}


# Invitations


def test_invitations_have_a_limit_and_the_wait_is_said(person):
    branch = f.make_branch()
    for _n in range(membership.INVITATIONS.at_once):
        count(Try(membership.INVITATIONS, str(person.pk)))
    with pytest.raises(Refusal) as refused:
        membership.invite(by=person, branch=branch, email="a@example.org", name="أ", roles={("writer", "ar")})
    assert refused.value.code == "too_many"
    assert "بعد دقيقة" in str(refused.value.messages[0])
    assert not f.User.objects.filter(email="a@example.org").exists()


# The bucket itself


def test_a_try_that_one_limit_refuses_counts_under_none():
    free, full = (Try(Limit(what, 1, timedelta(minutes=1)), "x") for what in ("free", "full"))
    count(full)
    for _n in range(3):
        with pytest.raises(TooMany):
            count(free, full)
    count(free)
    take_back(free)
    count(free)
    with pytest.raises(TooMany) as refused:
        count(free)
    assert refused.value.minutes == 1


def test_the_limits_keep_what_their_docstring_says():
    hour = timedelta(hours=1)
    assert AT_ACCOUNT.at_once + hour // AT_ACCOUNT.every == 20
    assert FROM_ADDRESS.at_once + hour // FROM_ADDRESS.every == 30


# A password form in a second tab


def strict_form(client, page):
    token = client.get(page).context["csrf_token"]
    return {"csrfmiddlewaretoken": str(token)}


def post(client, page, data):
    return client.post(page, data, headers={"origin": "http://testserver"}, follow=True)


def test_a_login_in_two_tabs_leads_in_twice(person):
    client = Client(enforce_csrf_checks=True)
    page, there = reverse("admin:login"), reverse("admin:inbox")
    first = strict_form(client, page) | {"username": "chief", "password": RIGHT, "next": there}
    second = dict(first)
    assert post(client, page, first).redirect_chain == [(there, 302)]
    answer = post(client, page, second)
    assert answer.redirect_chain == [(there, 302)]
    assert "chief" in answer.text
    elsewhere = post(client, page, second | {"next": "https://evil.example/"})
    assert elsewhere.redirect_chain == [(reverse("admin:index"), 302)]


PASSWORD_FORMS = {
    "login": ("admin:login", {"username": "chief", "password": RIGHT}),
    "change": ("admin:password_change", {"old_password": RIGHT, "new_password1": NEW, "new_password2": NEW}),
    "new account": ("admin:auth_user_add", {"username": "x", "password1": NEW, "password2": NEW}),
}


@pytest.mark.parametrize("form", PASSWORD_FORMS)
def test_a_password_form_with_a_stale_token_is_typed_anew_and_then_works(form):
    f.User.objects.create_superuser("chief", password=RIGHT)
    client = Client(enforce_csrf_checks=True)
    name, data = PASSWORD_FORMS[form]
    if form != "login":
        client.force_login(f.User.objects.get(username="chief"), "django.contrib.auth.backends.ModelBackend")
    page = reverse(name)
    answer = post(client, page, data | {"csrfmiddlewaretoken": "x" * 64})
    assert answer.redirect_chain == [(page, 302)]
    assert "kept-form" not in answer.text
    assert "اكتب كلمة المرور مرة أخرى" in answer.text
    assert NEW not in answer.text
    done = post(client, page, data | strict_form(client, page))
    assert done.redirect_chain
    assert done.redirect_chain[0][0] != page


def test_a_link_from_a_mail_that_was_open_while_somebody_logged_in_elsewhere(person, mailoutbox):
    reset("chief@example.org")
    outbox.deliver()
    link = re.search(r"http://testserver(/admin/password_reset/\S+)", mailoutbox[-1].body)[1]
    client = Client(enforce_csrf_checks=True)
    page = client.get(link)["Location"]
    new = {"new_password1": NEW, "new_password2": NEW}
    stale = strict_form(client, page) | new
    login = reverse("admin:login")
    post(client, login, strict_form(client, login) | {"username": "chief", "password": RIGHT})
    answer = post(client, page, stale)
    assert answer.redirect_chain == [(page, 302)]
    assert "kept-form" not in answer.text


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_from_elsewhere_a_login_leads_nowhere(person, origin):
    client = Client(enforce_csrf_checks=True)
    data = {"username": "chief", "password": RIGHT}
    answer = client.post(reverse("admin:login"), data, headers={"origin": origin})
    assert answer.status_code == 403
    assert "kept-form" not in answer.text


def test_a_password_form_after_the_sessions_end_is_not_kept_without_its_password(person):
    page = reverse("admin:password_change")
    answer = Client().post(page, PASSWORD_FORMS["change"][1], follow=True)
    assert answer.redirect_chain == [(f"{reverse('admin:login')}?next={page}", 302)]
    assert "kept-form" not in answer.text


def test_a_failure_of_ours_offers_the_password_form_and_not_to_send_an_empty_one(person, monkeypatch):
    client = Client(raise_request_exception=False)
    monkeypatch.setattr("shaf.backoffice.login.count_guess", lambda *_guess: 1 / 0)
    answer = client.post(reverse("admin:login"), {"username": "chief", "password": RIGHT})
    assert answer.status_code == 500
    assert "kept-form" not in answer.text
    assert f'href="{reverse("admin:login")}"' in answer.text


@pytest.mark.parametrize("name", ["admin:password_change", "admin:jsi18n", "admin:index", "admin_password_reset"])
def test_no_page_of_the_desk_stays_in_a_cache(person, name):
    assert "no-store" in logged_in(person).get(reverse(name))["Cache-Control"]


@pytest.mark.parametrize(
    ("password", "accepted"), [("oncall12", False), ("oncall12-qa", False), ("oncall12-qal", True)]
)
def test_a_password_has_twelve_characters(person, password, accepted):
    change = {"old_password": RIGHT, "new_password1": password, "new_password2": password}
    answer = logged_in(person).post(reverse("admin:password_change"), change)
    assert (answer.status_code == 302) == accepted
    assert ("12" in getattr(answer, "text", "")) != accepted
