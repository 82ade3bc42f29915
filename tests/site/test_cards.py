"""Social cards: what is on them, where they are, and for how long."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from articles.site.cards import fonts
from articles.site.cards.drawing import HEIGHT, PAPER, WIDTH, Card, drawn, encoded
from articles.site.cards.lines import balanced, fitted
from tests import factories as f
from tests.site.reading import address, correct, select, tree, withdraw

pytestmark = pytest.mark.one_database

PUBLISHER = "مركز شاف لتحليل الأزمات والدراسات المستقبلية"
LONG = "تداعيات انضمام سوريا إلى التحالف الدولي لمكافحة تنظيم داعش على توازنات القوى الإقليمية والدولية " * 3


def card(**fields) -> Card:
    return Card(
        **{
            "language": "ar",
            "publisher": PUBLISHER,
            "title": "سوريا والتحالف الدولي: «مخاطر التمدّد الإرهابي»",
            "branch": "فرع القاهرة",
            "byline": "إلهام النجار",
            "date": "16 نوفمبر 2025",
        }
        | fields
    )


def ink(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether anything is drawn in this part."""
    part = image.crop(box)
    return ImageChops.difference(part, Image.new("RGB", part.size, PAPER)).getbbox() is not None


def width(text: str) -> float:
    return len(text)


class TestLines:
    def test_as_few_and_as_even_as_they_can_be(self):
        found = balanced("aaaa bbbb cccc dddd eeee", width, widest=20, most=3)
        assert found.lines == ("aaaa bbbb cccc", "dddd eeee")
        assert found.whole

    def test_cut_after_so_many(self):
        found = balanced("aaaa bbbb cccc dddd eeee", width, widest=9, most=2)
        assert found.lines == ("aaaa bbbb", "cccc…")
        assert not found.whole

    def test_one_endless_word(self):
        found = balanced("a" * 50, width, widest=10, most=2)
        assert found.lines == ("a" * 9 + "…",)

    def test_no_line_ends_with_a_short_word_or_begins_with_a_dash(self):
        assert balanced("حرب المياه في الشرق", width, widest=13, most=3).lines == ("حرب المياه", "في الشرق")
        assert balanced("السودان – الحرب", width, widest=9, most=3).lines == ("السودان –", "الحرب")

    def test_nothing_and_one_line(self):
        assert balanced("", width, widest=10, most=2).lines == ()
        assert fitted("aaaa bbbb،", width, widest=8) == "aaaa…"


class TestDrawing:
    def test_size_and_weight(self):
        for extension, format_ in (("png", "PNG"), ("jpg", "JPEG")):
            data = encoded(card(title=LONG), extension)
            with Image.open(BytesIO(data)) as image:
                assert (image.format, image.size) == (format_, (1200, 630))
            assert len(data) < 150_000

    def test_the_same_card_gives_the_same_bytes(self):
        assert encoded(card(), "png") == encoded(card(), "png")
        assert encoded(card(), "png") != encoded(card(title="غيره"), "png")

    def test_it_begins_where_reading_begins(self):
        arabic, english = drawn(card(title="قصير", byline="")), drawn(card(title="Short", byline="", language="en"))
        left, right = (0, 120, 500, 450), (700, 120, WIDTH, 450)
        assert ink(arabic, right)
        assert not ink(arabic, left)
        assert ink(english, left)
        assert not ink(english, right)

    @pytest.mark.parametrize(
        "title",
        [
            LONG,
            "إِنَّ التَّمَدُّدَ الإِرْهَابِيَّ يُهَدِّدُ أَمْنَ الدُّوَلِ كُلِّهَا، وَاللّٰهُ أَعْلَمُ " * 3,
            "ا" * 300,
            "OpenAI وDeepSeek: سباق «GovTech» (2024–2025)",
            "",
            "😀日本",
        ],
    )
    def test_nothing_reaches_the_edges(self, title):
        """Whatever the title, the outermost pixels but the accent's bar are paper, and the title keeps to its place."""
        image = drawn(card(title=title))
        assert not ink(image, (0, 0, WIDTH - 20, 60))
        assert not ink(image, (0, HEIGHT - 60, WIDTH - 20, HEIGHT))
        assert not ink(image, (0, 0, 70, HEIGHT))
        assert not ink(image, (0, 436, WIDTH - 20, 456))

    def test_letters_are_joined_and_in_order(self):
        """Raqm shapes: joined letters are narrower than the same letters apart."""
        face = fonts.font("Bold", 60)
        joined = face.getlength("بببب", direction="rtl", language="ar")
        assert joined < face.getlength("ب ب ب ب", direction="rtl", language="ar") * 0.8

    def test_a_cover_has_a_panel_of_its_own(self):
        file = BytesIO()
        Image.new("RGB", (1600, 900), "#c02020").save(file, "JPEG")
        image = drawn(card(), file.getvalue())
        red, green, _blue = image.getpixel((200, 315))
        assert (red > 150, green < 80) == (True, True)
        assert drawn(card(language="en"), file.getvalue()).getpixel((1000, 315))[0] > 150

    @pytest.mark.parametrize("size", [(300, 300), (2000, 500)])
    def test_a_cover_that_would_not_look_well_is_left_out(self, size):
        file = BytesIO()
        Image.new("RGB", size, "#c02020").save(file, "PNG")
        assert drawn(card(), file.getvalue()).tobytes() == drawn(card()).tobytes()

    def test_the_accent_can_be_read(self):
        pale = drawn(card(accent="#f5d442", title="", branch="", byline="", date=""))
        darkest = min(sum(pixel) for _count, pixel in pale.crop((100, 60, WIDTH - 100, 150)).getcolors(100_000))
        assert darkest < sum((0xF5, 0xD4, 0x42)) - 150

    def test_no_box_for_what_the_font_lacks(self):
        assert fonts.printable("أ😀ب 日本 x", "Bold") == "أب x"


def card_of(client, path):
    found = select(tree(client.get(path)), 'meta[property="og:image"]')
    return found[0].get("content").removeprefix("http://testserver") if found else ""


@pytest.mark.django_db
class TestAddresses:
    def test_public_while_its_edition_is_live(self, client):
        first = f.make_edition(("ar", "en"))
        old = card_of(client, address(first))
        response = client.get(old)
        assert (response.status_code, response["Content-Type"]) == (200, "image/png")
        assert response["Cache-Control"] == "public, max-age=60"
        assert not response.cookies
        assert client.head(old).status_code == 200
        assert client.get(old, headers={"if-none-match": response["ETag"]}).status_code == 304
        assert len(client.queries) <= 3
        english = card_of(client, client.get(f"/en/r/{first.article_id}/")["Location"])
        assert english.startswith("/en/")
        assert client.get(english).content != response.content
        second = correct(first, title_ar="عنوان آخر")
        never = client.get("/nowhere/")
        gone = client.get(old)
        assert (gone.status_code, gone.content) == (404, never.content)
        new = card_of(client, address(second))
        assert new != old
        assert client.get(new).status_code == 200
        assert not card_of(client, f"/articles/{first.article_id}/editions/1/")
        withdraw(second)
        assert client.get(new).status_code == 410

    def test_an_address_that_was_never_given_out(self, client):
        made = f.make_edition()
        own = f"/articles/{made.article_id}"
        for path in (f"{own}/card-{'0' * 12}.png", f"{own}/card-x.png", card_of(client, address(made))[:-3] + "jpg"):
            assert client.get(path).status_code in (301, 404), path
        draft = f.make_article()
        assert client.get(f"/articles/{draft.pk}/card-{'0' * 12}.png").status_code == 404

    def test_the_publisher_s_name_and_colour_change_its_address(self, client):
        made = f.make_edition()
        before = card_of(client, address(made))
        publisher = f.make_publisher()
        publisher.accent_colour = "#8a1c2c"
        publisher.save()
        after = card_of(client, address(made))
        assert after != before
        assert client.get(before).status_code == 404
        assert client.get(after).status_code == 200

    def test_without_a_font_there_is_none(self, client, monkeypatch):
        made = f.make_edition()
        own = card_of(client, address(made))
        monkeypatch.setattr(fonts, "folder", lambda: None)
        assert client.get(own).status_code == 404
        response = client.get(address(made))
        assert not select(tree(response), 'meta[property="og:image"]')
        assert select(tree(response), 'meta[name="twitter:card"]')[0].get("content") == "summary"
