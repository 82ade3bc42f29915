"""Who reads elsewhere gets a picture in a size for reading, and never the original that was uploaded."""

import json
import re

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from articles.desk.pictures.sizes import make
from articles.desk.workflow.pictures import add_picture, describe
from articles.models import Picture
from articles.site.public_state import public_state
from shaf.pictures.encoding import readers_size
from tests import factories as f
from tests.desk.browsing import drain
from tests.desk.pictures import picture_bytes
from tests.site.reading import address

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
FEEDS = ("/feed/", "/feed/atom/", "/feed/json/")


@pytest.fixture
def picture():
    writer = f.make_user(role="writer")
    # Each test has its own: what one has made stays in the folder.
    data = picture_bytes(size=(1500, 600), colour=(next(f.serial) % 256, 99, 7))
    picture = add_picture(data, by=writer, branch=f.make_branch().pk)
    return describe(picture, {"alt_ar": "وصف"}, by=writer)


def published(picture: Picture, size: str = 'width="1500" height="600"'):
    image = f'<img src="/media/{picture.file.name}" alt="عرضه width=&quot;9&quot;" {size}>'
    return f.make_edition(cover=picture.pk, body_ar=f'<p>نص</p><figure class="image">{image}</figure>')


def addresses(text: str) -> list[str]:
    """The last part of each address of a picture."""
    return re.findall(r"/media/([\w.]+)", text)


@pytest.mark.parametrize("width", [(319, 319), (320, 320), (700, 640), (1280, 1280), (1281, 1280), (9000, 1280)])
def test_the_widest_that_there_is_up_to_a_reader_s(width):
    original, wanted = width
    name = "a.jpg" if wanted == original == 319 else f"a.jpg.w{wanted}.webp"
    assert readers_size("a.jpg", original, 2 * original) == (name, wanted, 2 * wanted)


def test_feeds_hand_out_a_reader_s_size(picture):
    make(picture)
    published(picture)
    name = f"{picture.file.name}.w1280.webp"
    for path in FEEDS:
        text = Client().get(path).content.decode()
        assert len(addresses(text)) >= 3, "cover, picture of the text, enclosure"
        assert set(addresses(text)) == {name}, path
    (item,) = json.loads(Client().get("/feed/json/").content)["items"]
    (attached,) = item["attachments"]
    assert (attached["mime_type"], attached["size_in_bytes"]) == ("image/webp", default_storage.size(name))
    for measure in ('width="1280"', 'height="512"'):
        assert item["content_html"].count(measure) == 2
    assert "عرضه width=&quot;9&quot;" in item["content_html"]


def test_a_size_that_is_made_later_is_handed_out_from_then_on(picture):
    published(picture)
    first = Client().get("/feed/")
    assert addresses(re.search("<enclosure[^>]*>", first.content.decode())[0]) == [picture.file.name]
    before = public_state("ar")
    make(picture)
    assert public_state("ar") != before, "a feed that is kept is asked for anew"
    later = Client().get("/feed/")
    assert addresses(re.search("<enclosure[^>]*>", later.content.decode())[0]) == [f"{picture.file.name}.w1280.webp"]
    assert later["ETag"] != first["ETag"]


def test_what_a_page_says_of_itself_names_a_reader_s_size(picture):
    edition = published(picture)
    page = Client().get(address(edition)).content.decode()
    graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    (report,) = [node for node in graph["@graph"] if "AnalysisNewsArticle" in node["@type"]]
    (cover,) = [image for image in report["image"] if "/media/" in image["url"]]
    assert addresses(cover["url"]) == [f"{picture.file.name}.w1280.webp"]
    assert (cover["width"], cover["height"]) == (1280, 512)
    assert picture.file.name not in "".join(re.findall('<meta property="og:image[^>]*>', page))
    answer = Client().get(cover["url"].partition("//")[2].partition("/")[1] + "media/" + addresses(cover["url"])[0])
    assert answer.status_code == 200
    drain(answer)


def test_a_picture_without_its_measures_stays_as_it_is(picture):
    """No size of it can be known to exist."""
    published(picture, size="")
    (item,) = json.loads(Client().get("/feed/json/").content)["items"]
    assert picture.file.name in addresses(item["content_html"])
