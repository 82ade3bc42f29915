"""What the press set once: pictures in every size, headings that can be linked, tables that scroll, and its renewal."""

import io
import re

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import translation
from PIL import Image

from articles.models import Picture
from articles.press.derived import printing
from articles.press.html.sanitise import canonical
from articles.press.models import Printed
from articles.templatetags.typography import contact
from shaf.pictures import encoding
from shaf.pictures.markup import picture_markup
from shaf.product import release
from tests import factories as f
from tests.site.reading import address, correct, select, tree

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def stored(width: int = 1000, height: int = 500) -> Picture:
    data = io.BytesIO()
    Image.new("RGB", (width, height), "#335577").save(data, "PNG")
    made = encoding.reencode(data.getvalue())
    name = encoding.store(made)
    return Picture.objects.create(file=name, alt_ar="وصف", branch=f.make_branch(), uploaded_by=f.make_user())


def test_a_picture_in_every_size_that_it_reaches(client):
    picture = stored()
    name = picture.file.name
    image = f'<img src="/media/{name}" alt="وصف &quot;أ&quot; &gt; ب" width="1000" height="500">'
    body = f'<figure class="image">{image}</figure>'
    page = tree(client.get(address(f.make_edition(body_ar="<p>نص</p>" + body, cover=picture.pk))))
    cover, image = select(page, "img[height]")
    for img in (cover, image):
        assert (img.get("width"), img.get("height")) == ("1000", "500")
        sources = next(img.iterancestors("picture")).xpath(".//source")
        assert [source.get("type") for source in sources] == ["image/avif", "image/webp"]
        assert f"/media/{name}.w320.avif 320w" in sources[0].get("srcset")
        assert "w1280" not in sources[0].get("srcset"), "never enlarged"
    assert (cover.get("loading"), image.get("loading")) == (None, "lazy")
    assert image.get("alt") == 'وصف "أ" > ب'


def test_a_size_that_is_not_made_yet_is_the_original_for_now():
    client, picture = Client(), stored()
    f.make_edition(cover=picture.pk)
    smaller = client.get(f"/media/{picture.file.name}.w640.avif")
    assert smaller.status_code == 200
    assert smaller["Content-Type"] == "image/png"
    assert smaller["Cache-Control"] == "no-store"
    original = client.get(f"/media/{picture.file.name}")
    assert original["Cache-Control"].endswith("immutable")
    assert b"".join(smaller.streaming_content) == b"".join(original.streaming_content)


def test_markup_escapes():
    markup = picture_markup("0" * 64 + ".png", 100, 50, alt='"><script>')
    assert "<script>" not in markup
    assert "<source" not in markup, "smaller than every size"


def test_headings_and_tables(client):
    body = "<h2>عنوان</h2><p>نص</p><figure class='table'><table><tbody><tr><td>خلية</td></tr></tbody></table></figure>"
    page = tree(client.get(address(f.make_edition(body_ar=body))))
    (anchor,) = select(page, "h2 a.anchor")
    assert select(page, f'h2[id="{anchor.get("href")[1:]}"]')
    (table,) = select(page, "figure.table > .wide")
    assert (table.get("tabindex"), table.get("role")) == ("0", "group")
    assert table.get("aria-label")


def test_a_word_that_looks_like_a_table_stays_a_word(client):
    image = '<img alt="&lt;table onclick=x> &lt;/table>" height="4" src="https://example.org/a.png" width="6">'
    body = f"<p>نص {image} بعده</p><figure class='table'><table><tbody><tr><td>خلية</td></tr></tbody></table></figure>"
    with translation.override("ar"):
        text = printing._text(canonical(body), [])
    assert text.count("<div") == text.count("</div>") == 1
    assert text.index("<div") > text.index("بعده")


def test_times_are_valid_in_html(client):
    edition = correct(f.make_edition())
    (time,) = select(tree(client.get(address(edition))), ".correction time")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", time.get("datetime"))


def test_a_telephone_number_is_one_piece():
    assert contact("هاتف: +20 2 2575 0000\n12 شارع <b>") == (
        '<p>هاتف: <bdi dir="ltr">+20 2 2575 0000</bdi><br>12 شارع &lt;b&gt;</p>'
    )


def test_repress_sets_anew_what_another_release_set(client, monkeypatch, capsys):
    edition = f.make_edition()
    Printed.objects.update(page="<article class='report'>قديم</article>".encode(), version="before")
    assert "قديم" in client.get(address(edition)).content.decode()
    call_command("repress", dry_run=True)
    assert "1 editions would be" in capsys.readouterr().out
    assert "قديم" in client.get(address(edition)).content.decode()
    call_command("repress")
    assert edition.title in client.get(address(edition)).content.decode()
    assert Printed.objects.get().version == release.identifier()
    call_command("repress", dry_run=True)
    assert "0 editions" in capsys.readouterr().out.splitlines()[-1]


def test_the_address_of_the_site_is_not_frozen(client, settings):
    edition = f.make_edition()
    settings.SITE_URL = "https://new.example"
    page, feed = client.get(address(edition)).content.decode(), client.get("/feed/").content.decode()
    assert "site.invalid" not in page + feed
    assert "https%3A%2F%2Fnew.example%2Fr%2F" in page
    assert "https://new.example/authors/" in feed
