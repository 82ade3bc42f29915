"""Caddy before `serve`, with the file that we give; its certificate is its own here, where nobody would sign one."""

import os
import subprocess
import time
from contextlib import suppress

import pytest

from shaf.attempts.counting import hashed
from shaf.product.limits import POST_MB
from tests.deploy.front import DEPLOY, HOST, LONGEST_START, Door, free_ports, program, running

pytestmark = [pytest.mark.outer, pytest.mark.nightly]


@pytest.fixture(scope="module")
def door(site, tmp_path_factory) -> Door:
    binary, folder = program("caddy"), tmp_path_factory.mktemp("caddy")
    door = Door(*free_ports(2))
    given = (DEPLOY / "Caddyfile").read_text()
    assert given.count(f"\n{HOST} {{\n") == 1
    (folder / "Caddyfile").write_text(
        f"{{\n\tadmin off\n\tskip_install_trust\n\thttp_port {door.http}\n\thttps_port {door.https}\n}}\n"
        + given.replace(f"\n{HOST} {{\n", f"\n{HOST} {{\n\ttls internal\n")
    )
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    environment["SHAF_UPSTREAM"] = f"127.0.0.1:{site.upstream}"
    command = [binary, "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    with running(command, door.https, env=environment):
        # It listens before it has made its certificate.
        deadline = time.monotonic() + LONGEST_START
        while True:
            with suppress(OSError):
                assert door.offers("h2")
                break
            assert time.monotonic() < deadline
            time.sleep(0.1)
        yield door


def test_the_file_is_one_of_caddy_s():
    tried = subprocess.run(
        [program("caddy"), "validate", "--config", DEPLOY / "Caddyfile", "--adapter", "caddyfile"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert tried.returncode == 0, tried.stderr


def test_pages_come_by_tls_compressed_and_http_leads_there(door):
    page = door.ask("/", Accept_Encoding="gzip")
    assert (page.status, page.headers["content-encoding"]) == (200, "gzip")
    assert door.ask("/", Accept_Encoding="gzip", If_None_Match=page.headers["etag"]).status == 304
    assert door.ask("/x", tls=False).status in (301, 308)
    assert door.offers("h2")


def test_what_is_too_large_is_refused(door):
    """Caddy ends the connection, so that not every reader reads why."""
    assert door.ask("/admin/", "POST", body=bytes(1024 * 1024)).status == 403
    with suppress(OSError):
        assert door.ask("/admin/", "POST", body=bytes((POST_MB + 1) * 1024 * 1024)).status == 413
    assert f"max_size {POST_MB}MiB" in (DEPLOY / "Caddyfile").read_text()
    assert door.ask("/").status == 200


def test_the_visitor_s_address_is_theirs_whatever_they_write(site, door):
    forged = "203.0.113.9"
    asked = {"by": "127.0.0.5", "X_Forwarded_For": forged, "Content_Type": "application/x-www-form-urlencoded"}
    page = door.ask("/admin/password_reset/", **asked)
    token = page.body.decode().partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]
    answer = door.ask(
        "/admin/password_reset/",
        "POST",
        body=f"csrfmiddlewaretoken={token}&email=nobody@example.org".encode(),
        Cookie=page.headers["set-cookie"].partition(";")[0],
        Referer=f"https://{HOST}/admin/password_reset/",
        **asked,
    )
    assert answer.status == 302, answer.body
    site.run(
        "from shaf.attempts.models import Attempts\n"
        "counted = set(Attempts.objects.values_list('who', flat=True))\n"
        f"assert {hashed('127.0.0.5')!r} in counted\n"
        f"assert {hashed(forged)!r} not in counted"
    )


def test_while_the_server_is_away_a_page_says_so(site, door):
    site.end()
    away = door.ask("/")
    assert (away.status, away.headers["retry-after"]) == (503, "30")
    assert "نعود بعد قليل" in away.body.decode()
