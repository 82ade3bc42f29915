"""Exports of every kind: read, or refused by a sentence, in bounded time and memory, without a connection."""

import socket
import time
import tracemalloc
from itertools import islice

import pytest
from django.utils import translation

from articles.desk.importers.problem import Unimportable
from articles.desk.importers.wordpress import damaged
from articles.desk.importers.wordpress.export import Entry, Person, Site, Term, entries
from articles.desk.importers.wordpress.markup import Archive, converted
from tests.wordpress_files import FILES, Item, export


@pytest.fixture(autouse=True)
def unconnected(monkeypatch):
    def refuse(*_args):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_or_refused(name, tmp_path):
    data, code = FILES[name]
    path = tmp_path / "export.xml"
    path.write_bytes(data)
    began = time.monotonic()
    if code:
        with pytest.raises(Unimportable) as refused:
            list(entries(path))
        assert refused.value.code == code
        with translation.override("ar"):
            assert all(str(text.again()).strip() for text in (refused.value.reason, refused.value.remedy))
    else:
        site, person, cairo, politics, entry = entries(path)
        assert isinstance(site, Site)
        assert site.home == "https://old.example"
        assert person == Person("mona", "منى فهمي", 1)
        assert cairo == Term("category", "cairo", "فرع القاهرة", 10)
        assert politics.slug == "politics"
        assert entry.number == 1
        assert entry["title"] == "تحولات المشهد"
        assert "القرار" in entry["content:encoded"]
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "piece",
    [
        "<!-- wp:x {",
        "<!-- more ",
        "<!--",
        "<pre>",
        '<sup data-fn="a">',
        "[a ",
        '[a b="',
        "[ref]",
        "<p>https://x ",
        "Ø§ ",
    ],
)
def test_the_time_for_a_text_grows_with_its_length(piece):
    """What is never closed: where each opening looked to the end for its other half, this took minutes."""
    began = time.process_time()
    text = piece * (300_000 // len(piece))
    damaged.is_damaged(text)
    converted(text, Archive())
    assert time.process_time() - began < 2


def test_another_encoding_can_be_named(tmp_path):
    path = tmp_path / "export.xml"
    path.write_bytes(FILES["wrong encoding"][0])
    *_head, entry = entries(path, "windows-1256")
    assert entry["title"] == "تحولات المشهد"


def test_no_more_than_an_entry_is_in_memory(tmp_path):
    path = tmp_path / "export.xml"
    whole = export(*(Item(number, content="نص " * 20_000) for number in range(1, 200)))
    path.write_bytes(whole)
    tracemalloc.start()
    found = sum(isinstance(one, Entry) for one in entries(path))
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == 199
    assert most < len(whole) / 3


def test_a_password_is_never_read(tmp_path):
    path = tmp_path / "export.xml"
    path.write_bytes(export(Item(1, password="sesame")))
    *_head, entry = entries(path)
    assert entry["wp:post_password"]
    assert "sesame" not in repr(entry)


def test_an_entry_comes_before_the_file_is_at_its_end(tmp_path):
    path = tmp_path / "export.xml"
    data = export(*(Item(number, content="نص " * 50_000) for number in range(1, 10)))
    path.write_bytes(data[: len(data) // 2])
    assert len(list(islice((one for one in entries(path) if isinstance(one, Entry)), 2))) == 2
