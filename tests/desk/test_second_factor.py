"""A password alone opens nothing to whoever decides; what was typed survives being asked again."""

import re
import time
from collections import Counter
from io import StringIO

import pyotp
import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client, override_settings
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from articles.desk import workflow
from articles.desk.notices.mail import _one_time_link, compose
from articles.desk.workflow import membership
from articles.models import Notice, Track
from authors.models import Membership
from shaf.audit.models import Event
from shaf.backoffice import entering, grave
from shaf.devices.models import DeskSession
from shaf.devices.sessions import described
from shaf.second_factor import factors, proof
from tests import factories as f
from tests.desk.second_factors import PASSWORD, is_in, log_in, with_app
from tests.press.parallel import in_parallel

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
required = override_settings(SECOND_FACTOR_REQUIRED=True)


@pytest.fixture(autouse=True)
def _in_the_middle_of_a_code():
    """Codes of apps change with each half minute: none does so within a test."""
    middle = time.time() // 30 * 30 + 15
    with time_machine.travel(middle, tick=False):
        yield


@pytest.fixture
def editor():
    return f.make_user("chief", "editor", email="chief@example.org")


# Who must


@pytest.mark.parametrize(
    ("role", "superuser", "asked"),
    [("writer", False, False), ("editor", False, True), ("manager", False, True), ("", True, True)],
)
@required
def test_whoever_decides_is_led_to_set_one_and_a_writer_is_not(role, superuser, asked):
    user = f.make_user("somebody", role, is_superuser=superuser)
    client = Client()
    answer = client.post(reverse("admin:login"), {"username": "somebody", "password": PASSWORD})
    assert answer.url == (f"{reverse('second_factor_set_up')}?next=%2Fadmin%2F" if asked else "/admin/")
    assert is_in(client) is not asked
    assert entering.required(user) is asked


def test_nobody_must_where_the_setting_is_off(editor):
    assert is_in(log_in(editor))


@required
def test_whoever_is_made_an_editor_is_led_to_it_at_once():
    user = f.make_user("new", "writer")
    client = log_in(user)
    assert is_in(client)
    Membership.objects.filter(user=user).update(role="editor")
    assert client.get(reverse("admin:index"), follow=True).request["PATH_INFO"] == reverse("second_factor_set_up")


# The first time


@required
def test_the_first_sign_in_sets_an_app_and_shows_the_codes_once(editor):
    client = log_in(editor, then="/admin/inbox/")
    page = client.get(reverse("second_factor_set_up") + "?next=/admin/inbox/")
    assert "<svg" in page.text
    secret = secret_in(page.text)
    assert secret not in str(dict(client.session))
    app = pyotp.parse_uri(re.search(r'href="(otpauth:[^"]+)"', page.text)[1].replace("&amp;", "&"))
    assert (app.secret, app.name, app.issuer) == (secret, "chief", "testserver")
    wrong = client.post(reverse("second_factor_set_up"), {"code": "000000"})
    assert wrong.status_code == 400
    assert not is_in(client)
    answer = client.post(reverse("second_factor_set_up"), {"code": app.now(), "next": "/admin/inbox/"}, follow=True)
    codes = re.findall(r"<code>(\d{4}) (\d{4})</code>", answer.text)
    assert len(codes) == 10
    assert "".join(codes[0]) not in str(dict(client.session))
    assert client.post(reverse("recovery_codes"), {"next": "/admin/inbox/"}).url == "/admin/inbox/"
    assert is_in(client)
    assert client.get(reverse("recovery_codes")).status_code == 302
    assert not is_in(log_in(editor))
    assert is_in(log_in(editor, "".join(codes[3])))
    assert not is_in(log_in(editor, "".join(codes[3])))


def secret_in(page: str) -> str:
    return re.search(r'<code dir="ltr">([A-Z2-7 ]+)</code>', page)[1].replace(" ", "")


@required
def test_a_forgotten_password_does_not_go_around_it(editor):
    app = with_app(editor)
    client = Client()
    client.post(reverse("admin_password_reset"), {"email": editor.email})
    link = client.get(_one_time_link(editor).removeprefix("http://testserver")).url
    client.post(link, {"new_password1": "qalam-wa-waraq-7", "new_password2": "qalam-wa-waraq-7"})
    assert not is_in(client)
    assert client.get(reverse("admin:index"), follow=True).request["PATH_INFO"] == reverse("second_factor")
    client.post(reverse("second_factor"), {"code": pyotp.TOTP(app.secret).at(time.time() + 30)})
    assert is_in(client)


@required
def test_a_session_of_before_the_upgrade_is_led_to_it(editor):
    client = Client()
    client.force_login(editor, "django.contrib.auth.backends.ModelBackend")
    answer = client.get(reverse("admin:inbox"), follow=True)
    assert answer.request["PATH_INFO"] == reverse("second_factor_set_up")


def test_a_writer_may_have_one_too():
    writer = f.make_user("writer1", "writer")
    with_app(writer)
    assert not is_in(log_in(writer))


# What is right


@pytest.mark.parametrize(
    "write", [lambda code: code, lambda code: f" {code[:3]} {code[3:]}", lambda code: arabic(code)]
)
@override_settings(CACHES={"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}})
def test_a_code_is_taken_as_people_write_it_and_once(editor, write):
    app = with_app(editor)
    code = pyotp.TOTP(app.secret).at(time.time() + 30)
    assert is_in(log_in(editor, write(code)))
    assert not is_in(log_in(editor, code))


def arabic(code: str) -> str:
    return "".join(chr(ord("٠") + int(digit)) for digit in code)


@pytest.mark.parametrize("seconds", [-90, 90])
def test_a_code_of_another_minute_is_not_right(editor, seconds):
    app = with_app(editor)
    assert not is_in(log_in(editor, app.at(time.time() + seconds)))


@override_settings(CACHES={"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}})
def test_codes_are_not_guessed_without_end_and_the_right_one_waits_too(editor):
    app = with_app(editor)
    client = log_in(editor)
    said = [client.post(reverse("second_factor"), {"code": f"{n:06}"}).text for n in range(6)]
    assert "محاولات" not in said[4]
    answer = client.post(reverse("second_factor"), {"code": app.at(time.time() + 30)})
    assert answer.status_code == 400
    assert not is_in(client)
    [told] = Notice.objects.filter(to=editor)
    assert told.kind == "factor_guessed"


def test_secrets_are_stored_so_that_a_copy_does_not_tell_them(editor):
    app = with_app(editor)
    factors.new_codes(editor)
    assert app.secret not in str(list(Authenticator.objects.values_list("data", flat=True)))
    with override_settings(SECRET_KEY="another-" * 8), pytest.raises(factors.Unreadable):
        factors.is_right(editor, app.now())
    with override_settings(
        SECRET_KEY="another-" * 8, SECRET_KEY_FALLBACKS=["only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz"]
    ):
        assert factors.is_right(editor, app.at(time.time() + 30))


# A stolen password


def addresses(number: int) -> list[str]:
    """Every address at the desk, and those of drafts beside it, with something for each part: `number` for an id."""
    found = []

    def walk(patterns, prefix=""):
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if isinstance(pattern, URLPattern):
                found.append(route)
            else:
                walk(pattern.url_patterns, route)

    walk(get_resolver().url_patterns)
    values = {"int": str(number), "slug": "ar", "path": str(number)}
    plain = [re.sub(r"<(?:(\w+):)?\w+>", lambda part: values.get(part[1], "1"), route) for route in found]
    plain = [re.sub(r"\^|\$|\\Z|\(\?P<\w+>[^)]*\)", "1", route) for route in plain]
    return sorted({f"/{route}" for route in plain if route.startswith(("admin", "media", "preview"))})


# The way in, whose answers may differ: they know whose password was typed.
WAY_IN = ("/admin/login/", "/admin/second_factor/", "/admin/second_factor/set_up/", "/admin/logout/")


@pytest.mark.parametrize("has_app", [True, False], ids=["has an app", "must set one"])
@required
def test_a_stolen_password_opens_no_address(has_app):
    """What it is answered is what somebody is answered who has none, to the letter but for tokens."""
    chief = f.make_user("root", "manager", is_superuser=True, is_staff=True)
    if has_app:
        with_app(chief)
    article = f.make_article(by=f.make_user(role="writer"))
    thief, stranger, chief_in = log_in(chief), Client(), log_in(chief)
    session = chief_in.session
    proof.prove(session)
    session.save()
    answered: Counter[tuple[str, int]] = Counter()
    opened, control = set(), 0
    for address in addresses(article.pk):
        if address in WAY_IN:
            continue
        for method in ("get", "post"):
            stolen, nobody = (getattr(client, method)(address) for client in (thief, stranger))
            answered[method, nobody.status_code] += 1
            if told(stolen) != told(nobody):
                opened.add((method, address))
        control += chief_in.get(address).status_code == 200
    assert sum(answered.values()) > 200
    assert control > 40, "whoever is in sees pages, so the table could have found one"
    assert not opened
    assert not is_in(thief)
    print(dict(answered), f"control: {control} pages open to whoever is in")  # noqa: T201


def told(response) -> tuple[int, str, str]:
    """Status, Location and what is in the page but for its tokens."""
    text = b"".join(response.streaming_content).decode() if response.streaming else response.text
    plain = re.sub(r'(?:name="(?:csrfmiddlewaretoken|once)" value="[^"]*"|value="[\w-]{16,}")', "", text)
    return response.status_code, response.get("Location", ""), plain


def test_with_a_password_and_no_factor_one_cannot_set_one(editor):
    """Else whoever stole it would set their own."""
    with_app(editor)
    thief = log_in(editor)
    assert thief.get(reverse("second_factor_set_up")).url == reverse("admin:login")
    assert thief.post(reverse("second_factor_set_up"), {"code": "123456"}).url == reverse("admin:login")
    assert thief.get(reverse("recovery_codes")).status_code == 302


def test_every_address_of_the_library_is_shut():
    for name in ("account_login", "account_signup", "account_email", "mfa_index", "account_logout", "mfa_authenticate"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    assert not [model for model in admin.site._registry if model._meta.app_label in ("account", "mfa")]
    chief = log_in(f.make_user("root", is_superuser=True, is_staff=True))
    for address in ("/accounts/", "/accounts/login/", "/admin/account/emailaddress/", "/admin/mfa/authenticator/"):
        assert chief.get(address).status_code == 404


def test_the_log_tells_of_whoever_has_the_password_alone(editor):
    """A phisher's day: stopped at the second step, and seen."""
    app = with_app(editor)
    thief = log_in(editor)
    for code in ("000000", app.at(time.time() - 600)):
        assert thief.post(reverse("second_factor"), {"code": code}).status_code != 302
    assert not is_in(thief)
    told = list(Event.objects.order_by("pk").values_list("what", "about", "address"))
    account, here = f"user:{editor.pk}", "127.0.0.1"
    assert told == [
        ("password_right", account, here),
        ("second_factor_failed", account, here),
        ("second_factor_failed", account, here),
    ]


# Asked again


def stale(client: Client) -> None:
    """As if the second factor had been given a quarter of an hour and a second ago."""
    session = client.session
    session[proof.KEY] = time.time() - proof.FRESH - 1
    session.save()


def grave_acts(person):
    """Address and form of each act that is asked for again, with how one sees that it was done."""
    branch = f.make_branch()
    reviewed, second, live = (f.make_article(by=f.make_user(role="writer")) for _n in range(3))
    for article in (reviewed, second):
        workflow.submit(article.pk, "ar", by=f.make_user(role="writer"))
    f.publish(live)
    writer = f.make_user("pupil", "writer", branch)
    state = lambda article: Track.objects.get(article=article, language="ar").state  # noqa: E731
    return {
        "approve": (
            reverse("admin:articles_article_review", args=[reviewed.pk, "ar"]),
            {"verb": "approve", "fingerprint": f.fingerprint_of(reviewed), "when": "now"},
            lambda: state(reviewed) == "approved",
        ),
        "approve in the list": (
            reverse("admin:articles_article_changelist"),
            {
                "action": "approve_ar",
                "confirmed": "yes",
                "_selected_action": [second.pk],
                f"fingerprint_{second.pk}": f.fingerprint_of(second),
            },
            lambda: state(second) == "approved",
        ),
        "withdraw": (
            reverse("admin:articles_article_verb", args=[live.pk, "withdraw", "ar"]),
            {"reason": "سبب السحب: خطأ في المصدر"},
            lambda: state(live) == "withdrawn",
        ),
        "roles": (
            reverse("admin:person", args=[branch.pk, writer.pk]),
            {"roles": ["editor"], "languages": ["ar"]},
            lambda: Membership.objects.filter(user=writer, role="editor").exists(),
        ),
        "end": (
            reverse("admin:person_end", args=[branch.pk, writer.pk]),
            {},
            lambda: not Membership.objects.filter(user=writer).exists(),
        ),
        "invite": (
            reverse("admin:people_invite"),
            {"branch": branch.pk, "email": "new@example.org", "name": "Mona", "roles": ["writer"], "languages": ["ar"]},
            lambda: Membership.objects.filter(user__email="new@example.org").exists(),
        ),
    }


ACTS = ["approve", "approve in the list", "withdraw", "roles", "end", "invite"]


@pytest.mark.parametrize("name", ACTS)
def test_what_is_grave_asks_again_and_keeps_what_was_typed(name):
    chief = f.make_user("head", "manager")
    app = with_app(chief)
    address, form, is_done = grave_acts(chief)[name]
    client = log_in(chief, app.at(time.time() + 30))
    assert is_in(client)
    stale(client)
    asked = client.post(address, form)
    assert asked.status_code == 403
    assert "again_code" in asked.text
    assert not is_done()
    kept = sent_again(asked.text)
    assert kept == {name: value if isinstance(value, list) else [value] for name, value in as_text(form).items()}
    wrong = client.post(address, kept | {"again_code": "000000"})
    assert wrong.status_code == 403
    assert sent_again(wrong.text) == kept
    assert not is_done()
    done = client.post(address, kept | {"again_code": app.at(time.time() - 30)})
    assert done.status_code == 302, done.text[:2000]
    assert is_done()


def as_text(form):
    return {name: [str(v) for v in value] if isinstance(value, list) else str(value) for name, value in form.items()}


def sent_again(page: str) -> dict[str, list[str]]:
    """What the page of an ask holds, as a browser would send it."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<textarea name="([^"]+)" hidden readonly>\n([^<]*)</textarea>', page):
        found.setdefault(name, []).append(value)
    return found


def test_every_name_of_the_table_is_an_address():
    names = {pattern.name for pattern in every_pattern()}
    assert names >= grave.FORMS | grave.PAGES | grave.BY_VERB


def every_pattern(patterns=None):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            yield pattern
        else:
            yield from every_pattern(pattern.url_patterns)


def test_what_was_given_just_now_is_not_asked_again(editor):
    app = with_app(editor)
    article = f.make_article(by=f.make_user(role="writer"))
    workflow.submit(article.pk, "ar", by=f.make_user(role="writer"))
    client = log_in(editor, app.at(time.time() + 30))
    address = reverse("admin:articles_article_review", args=[article.pk, "ar"])
    answer = client.post(address, {"verb": "approve", "when": "now", "fingerprint": f.fingerprint_of(article)})
    assert answer.status_code == 302


def test_what_is_not_grave_is_not_asked_again(editor):
    app = with_app(editor)
    article = f.make_article(by=f.make_user(role="writer"))
    workflow.submit(article.pk, "ar", by=f.make_user(role="writer"))
    client = log_in(editor, app.at(time.time() + 30))
    stale(client)
    address = reverse("admin:articles_article_review", args=[article.pk, "ar"])
    answer = client.post(address, {"verb": "send_back", "reason": "ينقص المصدر الثاني في الفقرة الأولى"})
    assert answer.status_code == 302


def test_a_page_in_which_a_password_is_typed_asks_before(editor):
    chief = f.make_user("root", is_superuser=True, is_staff=True)
    app = with_app(chief)
    client = log_in(chief, app.at(time.time() + 30))
    stale(client)
    address = reverse("admin:auth_user_password_change", args=[editor.pk])
    assert client.get(address).status_code == 403
    assert client.post(address, {"password1": "x", "password2": "x"}).url == address
    assert client.post(address, {"again_code": app.at(time.time() - 30)}).url == address
    assert client.get(address).status_code == 200


def test_the_log_leaves_with_a_fresh_factor_alone():
    chief = f.make_user("head", "manager")
    app = with_app(chief)
    client = log_in(chief, app.at(time.time() + 30))
    stale(client)
    address = reverse("admin:audit_log_export")
    asked = client.post(address, {"who": "head"})
    assert (asked.status_code, Event.objects.filter(what="exported").exists()) == (403, False)
    done = client.post(address, sent_again(asked.text) | {"again_code": app.at(time.time() - 30)})
    assert (done.status_code, done["Content-Type"]) == (200, "application/x-ndjson; charset=utf-8")
    assert b'"what"' in b"".join(done.streaming_content)


# Where the session ended


def test_logging_in_on_the_page_takes_the_code_too(editor):
    app = with_app(editor)
    article = f.make_article(by=f.make_user(role="writer"))
    address = reverse("admin:articles_article_verb", args=[article.pk, "set_deadline", "ar"])
    typed = {"day": "2027-01-01", "relogin_username": "chief", "relogin_password": PASSWORD}
    client = Client()
    without = client.post(address, typed)
    assert without.status_code == 403
    assert not is_in(client)
    client.post(address, typed | {"relogin_code": app.at(time.time() + 30)})
    assert is_in(client)


def test_the_dialog_takes_the_code_too(editor):
    app = with_app(editor)
    client, told = Client(), {"user": editor.pk, "username": "chief", "password": PASSWORD}
    answer = client.post(reverse("relogin"), told, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, "second_factor")
    assert not is_in(client)
    told["code"] = app.at(time.time() + 30)
    assert client.post(reverse("relogin"), told, content_type="application/json").status_code == 200
    assert is_in(client)


@required
def test_the_dialog_lets_nobody_in_who_must_set_one_first(editor):
    client, told = Client(), {"user": editor.pk, "username": "chief", "password": PASSWORD}
    assert client.post(reverse("relogin"), told, content_type="application/json").status_code == 403
    assert not is_in(client)


# Devices


def test_a_new_device_is_told_and_a_known_one_is_not(editor, mailoutbox):
    client = log_in(editor)
    assert [n.kind for n in Notice.objects.filter(to=editor)] == ["new_device"]
    assert Notice.objects.get(to=editor).reason == "Firefox · Windows"
    client.post(reverse("admin:logout"))
    log_in(editor, client=client)
    assert Notice.objects.filter(to=editor).count() == 1
    log_in(editor)
    assert Notice.objects.filter(to=editor).count() == 2


def test_a_thief_with_the_password_alone_is_no_known_device(editor):
    app = with_app(editor)
    thief = log_in(editor)
    assert not Notice.objects.filter(to=editor, kind="new_device").exists()
    thief.post(reverse("second_factor"), {"code": app.at(time.time() + 30)})
    assert Notice.objects.filter(to=editor, kind="new_device").exists()


def test_sessions_are_listed_and_ended(editor):
    here, phone, library = (log_in(editor) for _n in range(3))
    stranger = log_in(f.make_user("other", "editor"))
    page = here.get(reverse("security")).text
    assert page.count("Firefox · Windows") >= 3
    device = re.findall(r'name="device" value="([0-9a-f]{64})"', page)
    assert len(device) == 2
    assert not [row for row in DeskSession.objects.all() if row.pk in page]
    here.post(reverse("security"), {"act": "end", "device": device[0]})
    assert sorted([is_in(phone), is_in(library)]) == [False, True]
    theirs = re.findall(r'name="device" value="([0-9a-f]{64})"', stranger.get(reverse("security")).text)
    assert theirs == []
    stranger.post(reverse("security"), {"act": "end", "device": device[1]})
    assert is_in(phone) or is_in(library)
    here.post(reverse("security"), {"act": "end_others"})
    assert not is_in(phone)
    assert not is_in(library)
    assert is_in(here)
    assert is_in(stranger)


def test_setting_a_factor_ends_the_sessions_without_it(editor):
    here, elsewhere = log_in(editor), log_in(editor)
    page = here.get(reverse("second_factor_set_up")).text
    app = pyotp.TOTP(secret_in(page))
    here.post(reverse("second_factor_set_up"), {"code": app.now()})
    assert is_in(here)
    assert not is_in(elsewhere)
    assert Notice.objects.filter(to=editor, kind="factor_set").exists()


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604.1",
            "Safari · iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537 Chrome/142.0 Safari/537 Edg/142.0", "Edge · Windows"),
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537 Chrome/142.0 Mobile Safari/537", "Chrome · Android"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_a_device_is_called_what_people_call_it(agent, said):
    assert described(agent) == said


# Removing and resetting


def test_the_last_factor_stays_where_the_role_asks_for_one(editor):
    app = with_app(editor)
    client = log_in(editor, app.at(time.time() + 30))
    pk = factors.held(editor).app.pk
    with required:
        client.post(reverse("security"), {"act": "remove", "factor": pk})
    assert factors.held(editor).app
    client.post(reverse("security"), {"act": "remove", "factor": pk})
    assert not factors.has_any(editor)
    assert is_in(client)


def test_nobody_removes_the_factor_of_another(editor):
    with_app(editor)
    other = log_in(f.make_user("other", "editor"))
    other.post(reverse("security"), {"act": "remove", "factor": factors.held(editor).app.pk})
    assert factors.has_any(editor)


@required
def test_the_operator_resets_and_the_person_sets_a_new_one(editor):
    app = with_app(editor)
    client, out = log_in(editor, app.at(time.time() + 30)), StringIO()
    call_command("reset_second_factor", "chief@example.org", stdout=out)
    assert "next login" in out.getvalue()
    assert Event.objects.filter(what="second_factor_reset", about=f"user:{editor.pk}").count() == 1
    assert not is_in(client)
    answer = client.post(reverse("admin:login"), {"username": "chief", "password": PASSWORD})
    assert answer.url.startswith(reverse("second_factor_set_up"))
    assert Notice.objects.filter(to=editor, kind="factor_reset").exists()
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("reset_second_factor", "nobody")


@pytest.mark.django_db(transaction=True)
def test_the_mails_say_what_happened_and_what_to_do(editor):
    log_in(editor)
    [letter] = mail.outbox
    assert "Firefox · Windows" in letter.body
    assert f"http://testserver{reverse('security')}" in letter.body
    assert f"http://testserver{reverse('admin_password_reset')}" in letter.alternatives[0].content


def test_the_session_has_another_key_after_each_step(editor):
    """Else whoever planted a session's key before would share it."""
    app, client, keys = with_app(editor), Client(), []
    client.get(reverse("admin:login"))
    for step in (
        lambda: client.post(reverse("admin:login"), {"username": "chief", "password": PASSWORD}),
        lambda: client.post(reverse("second_factor"), {"code": app.at(time.time() + 30)}),
    ):
        step()
        keys.append(client.session.session_key)
    assert len(set(keys)) == 2
    assert DeskSession.objects.filter(user=editor).count() == 1


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_a_code_that_is_given_twice_at_once_is_taken_once(editor):
    app = with_app(editor)
    spare = factors.new_codes(editor)[0]
    soon = app.at(time.time() + 30)
    for code in (soon, spare):
        found = in_parallel(*[lambda code=code: factors.is_right(editor, code)] * 4)
        assert sorted(found) == [False, False, False, True]


@pytest.mark.parametrize(("role", "told"), [("editor", True), ("writer", False)])
@required
def test_an_invitation_says_that_a_phone_is_wanted(role, told):
    chief = f.make_user("head", "manager")
    roles = [(role, "ar")]
    membership.invite(by=chief, branch=f.make_branch(), email="new@example.org", name="Mona", roles=roles)
    letter = compose([Notice.objects.get(kind="invited")])
    assert ("هاتفك" in letter.body) is told
    assert ("هاتفك" in letter.alternatives[0].content) is told
