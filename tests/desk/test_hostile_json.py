"""What no form sends: the answer is a refusal or a sound text, and never a failure of ours."""

import json

import pytest
from django.test import Client

from articles.models import Autosave
from shaf.inputs.safe_json import sound_json
from tests import factories as f

BACKEND = "django.contrib.auth.backends.ModelBackend"
AUTOSAVE, RELOGIN = "/admin/articles/article/autosave/", "/admin/relogin/"


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"n": 1e999}', '{"n": NaN}', '{"n": -Infinity}'])
def test_refused(text):
    with pytest.raises(ValueError):
        sound_json(text.encode())


def test_made_sound():
    assert sound_json(rb'{"a": ["x\u0000y", "\ud800", 1, 2.5, null]}') == {"a": ["xy", "?", 1, 2.5, None]}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"version": 10**30}, 400),
        ({"version": -5}, 400),
        ({"supersedes": [[10**30, "x"]]}, 200),
        ({"fields": [["title_ar", "قبل \ud800 بعد\0"]]}, 200),
    ],
)
def test_an_autosave(change, status):
    writer = f.make_user(role="writer")
    article = f.make_article(by=writer)
    client = Client()
    client.force_login(writer, BACKEND)
    told = {"article": article.pk, "tab": "hostile-tab", "user": writer.pk, "version": article.version}
    told |= {"changed": ["title_ar"], "fields": [["title_ar", "عنوان آخر"]]} | change
    assert client.post(AUTOSAVE, json.dumps(told), content_type="application/json").status_code == status
    assert client.get(f"/admin/articles/article/{article.pk}/change/").status_code == 200
    assert Autosave.objects.exists() == (status == 200)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("[" * 1_000, 400),
        ("[" * 100_000, 413),
        ('{"user": 1e999}', 400),
        (r'{"username": "\ud800", "password": "x", "user": 1}', 400),
    ],
)
def test_a_login_in_place(body, status):
    assert Client().post(RELOGIN, body, content_type="application/json").status_code == status


@pytest.mark.django_db
@pytest.mark.parametrize("month", ["0", "13", "9" * 40])
def test_a_month_that_is_none(month):
    client = Client()
    client.force_login(f.make_user(role="writer"), BACKEND)
    assert client.get(f"/admin/calendar/2026/{month}/").status_code == 404


@pytest.mark.django_db
def test_a_new_password_is_not_shown_again():
    typed = {"new_password1": "سر لا يُعاد", "new_password2": "سر لا يُعاد"}
    answer = Client(enforce_csrf_checks=True).post("/admin/password_reset/x/y/", typed)
    assert answer.status_code == 403
    assert "سر لا يُعاد" not in answer.text
