"""What is answered and not kept goes out compressed, to those who can read it."""

import gzip
import re

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from shaf.http.compression import CompressedText
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

# A form's token is another each time.
HIDDEN = re.compile(rb'value="[^"]+"')


@pytest.mark.parametrize(
    ("path", "status"),
    [("/search/?q=%D8%A3%D9%85%D9%86", 200), ("/?utm_source=x", 200), ("/absent/", 404), ("/admin/login/", 200)],
)
def test_it_is_the_same_text_in_fewer_bytes(client, path, status):
    f.make_publisher()
    plain = client.get(path)
    small = client.get(path, headers={"accept-encoding": "gzip, br"})
    assert (plain.status_code, small.status_code) == (status, status)
    assert "Content-Encoding" not in plain
    assert small["Content-Encoding"] == "gzip"
    assert len(small.content) * 2 < len(plain.content)
    assert "Accept-Encoding" in plain["Vary"]
    assert "Accept-Encoding" in small["Vary"]
    assert HIDDEN.sub(b"", gzip.decompress(small.content)) == HIDDEN.sub(b"", plain.content)


def test_the_length_of_a_page_with_a_secret_varies(client):
    """Else it would tell, letter for letter, whether a guess stands in the page (BREACH)."""
    lengths = {len(client.get("/admin/login/", headers={"accept-encoding": "gzip"}).content) for _ in range(8)}
    assert len(lengths) > 3


def test_who_has_a_compressed_page_is_told_that_it_is_the_same(client):
    f.make_publisher()
    page = client.get("/?utm_source=x", headers={"accept-encoding": "gzip"})
    again = client.get("/?utm_source=x", headers={"accept-encoding": "gzip", "if-none-match": page["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("kind", "compressed"),
    [
        ("text/html; charset=utf-8", True),
        ("application/rss+xml; charset=utf-8", True),
        ("application/json", True),
        ("image/svg+xml", True),
        ("image/png", False),
        ("application/pdf", False),
        ("application/octet-stream", False),
    ],
)
def test_what_is_compressed_already_is_sent_as_it_is(kind, compressed):
    middleware = CompressedText(lambda request: HttpResponse(b"same " * 200, content_type=kind))
    answer = middleware(RequestFactory().get("/", headers={"accept-encoding": "gzip"}))
    assert ("Content-Encoding" in answer, "Vary" in answer) == (compressed, compressed)
