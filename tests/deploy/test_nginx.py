"""nginx before `serve`, with the file that we give. The tests share one of each, and the last one stops the server."""

import gzip
import http.client
import re
import ssl
import subprocess

import pytest

from shaf.attempts.counting import hashed
from shaf.product.limits import POST_MB
from tests.deploy.front import DEPLOY, HOST, Door, free_ports, nginx_configuration, program, running

pytestmark = pytest.mark.outer

WITHDRAW = """
from articles.desk import workflow
from articles.models import Article
from tests import factories as f
article = Article.objects.get(pk=1)
manager = f.make_user("withdrawer", role="manager", branch=article.branch)
workflow.withdraw(article.pk, "ar", by=manager, reason="Told so.")
"""


@pytest.fixture(scope="module")
def nginx(site, tmp_path_factory):
    binary, folder = program("nginx"), tmp_path_factory.mktemp("nginx")
    door = Door(*free_ports(2))
    file = nginx_configuration(folder, door, site.upstream)
    tried = subprocess.run([binary, "-t", "-c", file, "-p", folder], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    assert "warn" not in tried.stderr
    with running([binary, "-c", str(file), "-p", str(folder)], door.https):
        yield door, folder / "kept"


@pytest.fixture
def door(nginx) -> Door:
    return nginx[0]


def test_pages_come_by_tls_and_http_leads_there(door):
    page = door.ask("/")
    assert page.status == 200
    assert "<html" in page.body.decode()
    assert page.headers["strict-transport-security"].startswith("max-age=31536000")
    plain = door.ask("/articles/?x=1", tls=False)
    assert (plain.status, plain.headers["location"]) == (301, f"https://{HOST}/articles/?x=1")
    assert door.offers("h2")


def test_whoever_asks_for_another_name_gets_nothing(door):
    with pytest.raises(ssl.SSLError):
        door.ask("/", host="elsewhere.example")
    with pytest.raises(http.client.RemoteDisconnected):
        door.ask("/", host="elsewhere.example", tls=False)


@pytest.mark.parametrize("path", ["/", "/admin/login/", "/absent/", "/search/?q=a"])
def test_every_answer_is_compressed_once(door, path):
    answer = door.ask(path, Accept_Encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert b"<html" in gzip.decompress(answer.body)
    assert "content-encoding" not in door.ask(path, Accept_Encoding="gzip;q=0").headers


def test_who_has_a_page_is_told_so(door):
    page = door.ask("/articles/1/", Accept_Encoding="gzip")
    path = page.headers.get("location", "/articles/1/").removeprefix(f"https://{HOST}")
    tag = door.ask(path, Accept_Encoding="gzip").headers["etag"]
    again = door.ask(path, Accept_Encoding="gzip", If_None_Match=tag)
    assert (again.status, again.body) == (304, b"")


def test_a_file_comes_from_nginx_the_second_time_in_each_encoding(nginx):
    door, kept = nginx
    sheet = re.search(r'href="(/static/shaf/[^"]+\.css)"', door.ask("/").body.decode())[1]
    before = [one for one in kept.rglob("*") if one.is_file()]
    sizes = {}
    for encoding in ("br", "gzip", ""):
        answers = [door.ask(sheet, Accept_Encoding=encoding) for _twice in range(2)]
        assert [answer.headers.get("content-encoding", "") for answer in answers] == [encoding] * 2
        assert answers[0].body == answers[1].body
        sizes[encoding] = len(answers[0].body)
    assert sizes["br"] < sizes["gzip"] < sizes[""]
    assert len([one for one in kept.rglob("*") if one.is_file()]) == len(before) + 3
    tag = door.ask(sheet).headers["etag"]
    assert door.ask(sheet, If_None_Match=tag).status == 304


@pytest.mark.parametrize(
    ("query", "passed_on"),
    [
        ("?utm_source=x&utm_medium=%D8%A3", ""),
        ("?fbclid=x", ""),
        ("?before=2026-01-01&utm_source=x", "?before=2026-01-01"),
        ("?utmost=x", "?utmost=x"),
    ],
)
def test_what_networks_hang_on_an_address_is_taken_off(door, query, passed_on):
    """A redirect keeps what it was asked with, so it tells what the server was asked."""
    assert door.ask(f"/en{query}").headers["location"].removeprefix(f"https://{HOST}") == f"/en/{passed_on}"


def test_what_is_too_large_is_refused_before_it_is_sent(door):
    refused = door.ask("/admin/", "POST", Content_Length=str(POST_MB * 1024 * 1024 + 1))
    assert refused.status == 413
    assert "50 MB" in refused.body.decode()
    assert f"client_max_body_size {POST_MB}m;" in (DEPLOY / "nginx.conf").read_text()


def test_a_wrong_password_is_counted_at_the_visitor_s_address_whatever_they_write(site, door):
    page = door.ask("/admin/login/", by="127.0.0.2")
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', page.body.decode())[1]
    cookie = page.headers["set-cookie"].partition(";")[0]
    body = f"csrfmiddlewaretoken={token}&username=nobody&password=wrong-12345678".encode()
    forged = "203.0.113.9"
    answer = door.ask(
        "/admin/login/",
        "POST",
        by="127.0.0.2",
        body=body,
        Cookie=cookie,
        Referer=f"https://{HOST}/admin/login/",
        Content_Type="application/x-www-form-urlencoded",
        X_Forwarded_For=forged,
        X_Real_IP=forged,
        Forwarded=f"for={forged}",
    )
    assert answer.status == 200, answer.body
    site.run(
        "from shaf.attempts.models import Attempts\n"
        "counted = set(Attempts.objects.values_list('who', flat=True))\n"
        f"assert {hashed('127.0.0.2')!r} in counted\n"
        f"assert not counted & {{ {hashed(forged)!r}, {hashed('127.0.0.1')!r} }}"
    )


def test_the_entrance_is_not_hammered_at_and_others_come_in(door):
    tried = [door.ask("/admin/login/", "POST", by="127.0.0.3", body=b"").status for _attempt in range(30)]
    assert tried.count(429) >= 5
    assert 429 not in tried[:20]
    assert door.ask("/admin/login/", by="127.0.0.3").status == 200
    assert door.ask("/admin/login/", "POST", by="127.0.0.4", body=b"").status == 403


def test_what_is_withdrawn_is_gone_at_the_next_request(site, door):
    path = door.ask("/articles/1/").headers["location"].removeprefix(f"https://{HOST}")
    tag = door.ask(path).headers["etag"]
    assert door.ask(path, If_None_Match=tag).status == 304
    site.run(WITHDRAW)
    assert door.ask(path, If_None_Match=tag).status == 410


def test_while_the_server_is_away_a_page_says_so(site, door):
    site.end()
    away = door.ask("/")
    assert (away.status, away.headers["retry-after"], away.headers["cache-control"]) == (503, "30", "no-store")
    assert "نعود بعد قليل" in away.body.decode()
