"""An editor's first day with the settings as an operator gets them: production, TLS, nothing said of second factors."""

import pytest

from tests.test_headers import TLS
from tests.test_settings import run

pytestmark = pytest.mark.outer

# In a process of its own: the tests' settings ask nobody for a second factor.
DAY = """
import re, django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
import pyotp
from django.test import Client
from tests import factories as f
f.make_publisher()
editor = f.make_user("mona", "editor")
article = f.make_article(by=f.make_user(role="writer"))
client = Client(headers={"host": "example.org"})
def ask(method, address, **form):
    return getattr(client, method)(address, form, secure=True, follow=True)
page = ask("post", "/admin/login/", username="mona", password="demo")
print(page.request["PATH_INFO"], sorted(client.cookies))
print(ask("get", f"/admin/articles/article/{article.pk}/preview/ar/").request["PATH_INFO"])
app = pyotp.TOTP(re.search(r'<code dir="ltr">([A-Z2-7 ]+)<', page.text)[1].replace(" ", ""))
print(ask("post", "/admin/second_factor/set_up/", code=app.now()).request["PATH_INFO"])
print(ask("post", "/admin/second_factor/codes/", next="/admin/").status_code)
print(ask("get", f"/admin/articles/article/{article.pk}/preview/ar/").status_code)
writer = f.make_user("ali", "writer")
client = Client(headers={"host": "example.org"})
print(ask("post", "/admin/login/", username="ali", password="demo").request["PATH_INFO"])
"""


def test_the_first_day_of_an_editor_and_of_a_writer(tmp_path):
    told = run(DAY, DATABASE_URL=f"sqlite:///{tmp_path}/s.sqlite3", MEDIA_ROOT=str(tmp_path), **TLS)
    assert told.returncode == 0, told.stderr[-3000:]
    assert told.stdout.splitlines() == [
        "/admin/second_factor/set_up/ ['__Host-csrftoken', '__Host-sessionid']",
        "/admin/second_factor/set_up/",
        "/admin/second_factor/codes/",
        "200",
        "200",
        "/admin/",
    ]
