"""The former site's subscribers: the same address, before and after the centre has moved in."""

from collections.abc import Iterator
from datetime import date
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import quote, urlsplit

import pytest

from articles.press.models import Edition
from articles.press.old_addresses import Former, Leads, Place, remember
from tests import factories as f
from tests.site.reading import address
from tests.site.test_newsboat import Newsboat

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]
POSTS = {5: "تطورات القدس", 6: "أزمة المياه", 7: "ما بعد القرار"}
CATEGORY = quote("القدس")
ITEM = """<item><title>{title}</title><link>{home}/2019/05/{day}/post-{number}/</link>
<pubDate>Fri, {day} May 2019 09:00:00 +0000</pubDate><dc:creator><![CDATA[elham]]></dc:creator>
<category><![CDATA[القدس]]></category><guid isPermaLink="false">{home}/?p={number}</guid>
<description><![CDATA[مقتطف]]></description><content:encoded><![CDATA[<p>نص قديم</p>]]></content:encoded></item>"""
CHANNEL = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>مركز</title><link>{home}</link><description></description><generator>https://wordpress.org/?v=6.4</generator>
{items}</channel></rss>"""


class Host:
    """The address that subscribers know: the former site, and from `moved_to` on this one behind it."""

    def __init__(self) -> None:
        self.moved_to = ""
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if host.moved_to:
                    status, headers, body = host.passed_on(self.path)
                else:
                    status, headers, body = 200, {"Content-Type": "application/rss+xml"}, host.feed().encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_arguments: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def feed(self) -> str:
        items = (ITEM.format(home=self.url, number=n, title=title, day=f"{10 + n}") for n, title in POSTS.items())
        return CHANNEL.format(home=self.url, items="\n".join(items))

    def passed_on(self, path: str) -> tuple[int, dict[str, str], bytes]:
        connection = HTTPConnection(urlsplit(self.moved_to).netloc)
        connection.request("GET", path)
        answer = connection.getresponse()
        kept = {name: value for name in ("Content-Type", "Location") if (value := answer.headers[name])}
        found = answer.status, kept, answer.read()
        connection.close()
        return found


@pytest.fixture
def host() -> Iterator[Host]:
    host = Host()
    thread = Thread(target=host.server.serve_forever, daemon=True)
    thread.start()
    yield host
    host.server.shutdown()
    host.server.server_close()
    thread.join()


def bring(host: Host, *, with_ids: bool) -> list[Edition]:
    topic = f.make_topic()
    remember(Former(kind="category", number=3, slug="القدس", home=host.url), Leads(Place.TOPIC, topic.pk))
    editions = []
    for number, title in POSTS.items():
        ids = {"feed_id_ar": f"{host.url}/?p={number}"} if with_ids else {}
        edition = f.make_edition(title_ar=title, topics=[topic.pk], **ids)
        link = f"{host.url}/2019/05/{10 + number}/post-{number}/"
        former = Former(kind="post", number=number, link=link, day=date(2019, 5, 10 + number), home=host.url)
        remember(former, Leads(Place.REPORT, edition.article_id))
        editions.append(edition)
    return editions


FEEDS = [
    "/?feed=rss2",
    f"/category/{CATEGORY}/feed/",
    *(pytest.param(path, marks=pytest.mark.nightly) for path in ("/feed/", "/feed/rss2/", "/rss.xml", "/feed/atom/")),
]


@pytest.mark.parametrize("path", FEEDS)
def test_a_subscriber_sees_nothing_twice(host, live_server, settings, tmp_path, path):
    settings.SITE_URL = host.url
    reader = Newsboat(tmp_path, [host.url + path])
    assert sorted(title for _id, title, _path, _unread in reader.reload()) == sorted(POSTS.values())
    reader.read_everything()
    editions = bring(host, with_ids=True)
    host.moved_to = live_server.url

    after = reader.reload()
    assert [unread for _id, _title, _path, unread in after] == [0] * len(POSTS), "no new one, and none unread again"
    new = f.make_edition(title_ar="تقرير جديد", topics=[f.make_topic().pk])
    unread = [title for _id, title, _path, unread in reader.reload() if unread]
    assert unread == [new.title], "what is new arrives"
    assert len(editions) == len(POSTS)


def test_without_the_ids_everything_would_be_new(host, live_server, settings, tmp_path):
    settings.SITE_URL = host.url
    reader = Newsboat(tmp_path, [host.url + "/feed/"])
    reader.reload()
    reader.read_everything()
    bring(host, with_ids=False)
    host.moved_to = live_server.url
    assert sum(unread for _id, _title, _path, unread in reader.reload()) == len(POSTS)


def test_the_link_of_an_item_that_was_read_before_leads_to_its_report(host, live_server, settings, client):
    settings.SITE_URL = host.url
    editions = bring(host, with_ids=True)
    host.moved_to = live_server.url
    for number, edition in zip(POSTS, editions, strict=True):
        for path in (f"/2019/05/{10 + number}/post-{number}/", f"/?p={number}"):
            status, headers, _body = host.passed_on(path)
            assert (status, headers["Location"]) == (301, quote(address(edition)))
