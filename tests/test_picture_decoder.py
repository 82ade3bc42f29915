"""What becomes of an uploaded picture: upright, its colours as they are seen, 8 bits, its format, nothing beside it."""

import io
from itertools import product

import pytest
from PIL import Image

from shaf.pictures.decoder import at_widths, decode
from shaf.pictures.encoding import PictureRefused, reencode, sizes
from tests import many_pictures as many
from tests.many_pictures import COLOURS, GREYS, SIZE, corners, encoded, quarters

BLACK_AND_WHITE = (0, 255, 255, 0)
HALVES = tuple((*colour, alpha) for colour, alpha in zip(COLOURS, (255, 0, 128, 255), strict=True))
GREY_HALVES = tuple(zip(GREYS, (255, 0, 128, 255), strict=True))
# Of inks, and what Pillow makes of them where no profile says more.
INKS = ((0, 200, 200, 20), (200, 0, 180, 40), (190, 160, 0, 30), (0, 20, 200, 10))
PRINTED = tuple(tuple((255 - ink) * (255 - black) // 255 for ink in inks) for *inks, black in INKS)


def palette() -> Image.Image:
    return quarters().quantize(8)


def transparent_palette() -> tuple[Image.Image, int]:
    image = palette()
    return image, image.getpixel((SIZE[0] - 2, 1))


def pixels(mode: str, colours: tuple) -> list:
    image = quarters(mode, colours)
    flat = list(image.get_flattened_data())
    return [(pixel,) if isinstance(pixel, int) else pixel for pixel in flat]


def deep(colours: tuple, colour_type: int, mode: str, clear: tuple = ()) -> bytes:
    # The low byte says nothing that 8 bits could.
    flat = [tuple(part * 256 + 77 for part in pixel) for pixel in pixels(mode, colours)]
    return many.deep_png(flat, SIZE[0], colour_type=colour_type, clear=tuple(part * 256 + 77 for part in clear))


def frames(kind: str, **options) -> bytes:
    later = [Image.new("RGB", SIZE, "black"), Image.new("RGB", SIZE, "white")]
    return encoded(quarters(), kind, save_all=True, append_images=later, **options)


def gif(*, clear: bool = False) -> bytes:
    image, index = transparent_palette()
    return encoded(image, "GIF", **({"transparency": index} if clear else {}))


# What comes in: the file; then the mode, the extension and the quarters of what comes out, and how far off one may be.
KINDS: dict[str, tuple] = {
    "JPEG": (encoded(quarters(), "JPEG", quality=95), "RGB", "jpg", COLOURS, 6),
    "JPEG, progressive": (encoded(quarters(), "JPEG", quality=90, progressive=True), "RGB", "jpg", COLOURS, 8),
    "JPEG, one table": (encoded(quarters(), "JPEG", qtables=[[40] * 64]), "RGB", "jpg", COLOURS, 26),
    "JPEG, grey": (encoded(quarters("L", GREYS), "JPEG", quality=95), "L", "jpg", GREYS, 4),
    "JPEG, CMYK": (encoded(quarters("CMYK", INKS), "JPEG", quality=95), "RGB", "jpg", PRINTED, 8),
    "JPEG, YCCK": (many.ycck(quarters("CMYK", INKS)), "RGB", "jpg", PRINTED, 8),
    "MPO": (frames("MPO", quality=95), "RGB", "jpg", COLOURS, 6),
    "PNG, 1": (encoded(quarters("1", BLACK_AND_WHITE), "PNG"), "1", "png", BLACK_AND_WHITE, 0),
    "PNG, L": (encoded(quarters("L", GREYS), "PNG"), "L", "png", GREYS, 0),
    "PNG, L, clear": (
        *(encoded(quarters("L", GREYS), "PNG", transparency=GREYS[1]), "LA", "png"),
        *(tuple((grey, 255 * (grey != GREYS[1])) for grey in GREYS), 0),
    ),
    "PNG, LA": (encoded(quarters("LA", GREY_HALVES), "PNG"), "LA", "png", GREY_HALVES, 0),
    "PNG, P": (encoded(palette(), "PNG"), "P", "png", COLOURS, 0),
    "PNG, P, clear": (
        *(encoded(transparent_palette()[0], "PNG", transparency=transparent_palette()[1]), "P", "png"),
        *(tuple((*colour, 255 * (colour != COLOURS[1])) for colour in COLOURS), 0),
    ),
    "PNG, RGB": (encoded(quarters(), "PNG"), "RGB", "png", COLOURS, 0),
    "PNG, RGB, clear": (
        *(encoded(quarters(), "PNG", transparency=COLOURS[1]), "RGBA", "png"),
        *(tuple((*colour, 255 * (colour != COLOURS[1])) for colour in COLOURS), 0),
    ),
    "PNG, RGBA": (encoded(quarters("RGBA", HALVES), "PNG"), "RGBA", "png", HALVES, 0),
    "PNG, 16-bit grey": (deep(GREYS, 0, "L"), "L", "png", GREYS, 0),
    "PNG, 16-bit grey, clear": (
        *(deep(GREYS, 0, "L", clear=GREYS[1:2]), "LA", "png"),
        *(tuple((grey, 255 * (grey != GREYS[1])) for grey in GREYS), 0),
    ),
    "PNG, 16-bit grey and alpha": (
        *(deep(GREY_HALVES, 4, "LA"), "RGBA", "png"),
        *(tuple((grey, grey, grey, alpha) for grey, alpha in GREY_HALVES), 0),
    ),
    "PNG, 16-bit RGB": (deep(COLOURS, 2, "RGB"), "RGB", "png", COLOURS, 0),
    "PNG, 16-bit RGB, clear": (
        *(deep(COLOURS, 2, "RGB", clear=COLOURS[1]), "RGBA", "png"),
        *(tuple((*colour, 255 * (colour != COLOURS[1])) for colour in COLOURS), 0),
    ),
    "PNG, 16-bit RGBA": (deep(HALVES, 6, "RGBA"), "RGBA", "png", HALVES, 0),
    "PNG, interlaced": (many.interlaced_png(quarters()), "RGB", "png", COLOURS, 0),
    "APNG": (frames("PNG"), "RGB", "png", COLOURS, 0),
    "GIF": (gif(), "P", "png", COLOURS, 0),
    "GIF, clear": (
        *(gif(clear=True), "P", "png"),
        *(tuple((*colour, 255 * (colour != COLOURS[1])) for colour in COLOURS), 0),
    ),
    "GIF, animated": (frames("GIF"), "P", "png", COLOURS, 0),
    "WebP": (encoded(quarters(), "WEBP", quality=95), "RGB", "webp", COLOURS, 8),
    "WebP, lossless": (encoded(quarters(), "WEBP", lossless=True), "RGB", "webp", COLOURS, 0),
    "WebP, alpha": (encoded(quarters("RGBA", HALVES), "WEBP", quality=95), "RGBA", "webp", HALVES, 8),
    "WebP, animated": (frames("WEBP", quality=95), "RGB", "webp", COLOURS, 8),
    "WebP, animated, lossless": (frames("WEBP", lossless=True), "RGB", "webp", COLOURS, 0),
}  # fmt: skip
FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def near(found: list, wanted: tuple, off: int) -> bool:
    """Whether each quarter is as wanted; of what is wholly transparent no colour is seen."""
    for one, other in zip(found, wanted, strict=True):
        parts = list(zip(*((x,) if isinstance(x, int) else x for x in (one, other)), strict=True))
        clear = isinstance(other, tuple) and len(other) in (2, 4) and other[-1] == 0
        if any(abs(a - b) > off for a, b in (parts[-1:] if clear else parts)):
            return False
    return True


def quarters_of(image: Image.Image) -> list:
    if image.mode == "P":
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    return corners(image)


def parts(data: bytes) -> set[str]:
    """The names of what a file consists of."""
    if data[:4] == b"\x89PNG":
        found, at = set(), 8
        while at < len(data):
            found.add(data[at + 4 : at + 8].decode())
            at += 12 + int.from_bytes(data[at : at + 4], "big")
        return found
    if data[:4] == b"RIFF":
        found, at = set(), 12
        while at < len(data):
            size = int.from_bytes(data[at + 4 : at + 8], "little")
            found.add(data[at : at + 4].decode())
            at += 8 + size + size % 2
        return found
    found, at = set(), 2
    while data[at + 1] != 0xDA:
        found.add(f"{data[at + 1]:x}")
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return found


# JFIF, tables, frames and scans; no other application's segment and no comment.
ALLOWED = {
    "jpg": {"e0", "db", "c0", "c2", "c4", "dd"},
    "png": {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"},
    "webp": {"VP8 ", "VP8L", "VP8X", "ALPH"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_comes_out_as_it_is_seen(kind):
    data, mode, extension, colours, off = KINDS[kind]
    header, out = decode(data)
    image = opened(out)
    assert header == {"extension": extension, "width": SIZE[0], "height": SIZE[1]}
    assert (image.format, image.mode, image.size) == (FORMATS[extension], mode, SIZE)
    assert near(quarters_of(image), colours, off), quarters_of(image)
    assert getattr(image, "n_frames", 1) == 1
    assert parts(out) <= ALLOWED[extension]
    assert b"SecretCamera" not in out
    # What a file needs whatever is in it.
    assert len(out) <= 1.25 * len(data) + 400


TURNED = {
    "JPEG": (lambda: quarters(), {"quality": 95}, COLOURS),
    "JPEG grey": (lambda: quarters("L", GREYS), {"quality": 95}, GREYS),
    "JPEG CMYK": (lambda: quarters("CMYK", INKS), {"quality": 95}, PRINTED),
    "MPO": (lambda: quarters(), {"quality": 95, "save_all": True, "append_images": [Image.new("RGB", SIZE)]}, COLOURS),
    "PNG": (lambda: quarters("RGBA", HALVES), {}, HALVES),
    "PNG palette": (palette, {}, COLOURS),
    "PNG one bit": (lambda: quarters("1", BLACK_AND_WHITE), {}, BLACK_AND_WHITE),
    "PNG deep": (lambda: quarters("I;16", tuple(grey * 257 for grey in GREYS)), {}, GREYS),
    "WEBP": (lambda: quarters(), {"quality": 95}, COLOURS),
}
PROFILES = {
    "none": b"",
    "sRGB": many.srgb_profile(),
    "Adobe RGB": many.rgb_profile(many.ADOBE),
    "Display P3": many.rgb_profile(many.DISPLAY_P3),
    "grey": many.grey_profile(),
    "broken": b"no profile at all",
}
PRIMARIES = {"Adobe RGB": many.ADOBE, "Display P3": many.DISPLAY_P3}


@pytest.mark.parametrize(("kind", "profile"), list(product(TURNED, PROFILES)))
def test_it_is_upright_and_its_colours_are_those_of_its_profile(kind, profile):
    make, options, colours = TURNED[kind]
    image = make()
    if profile in PRIMARIES and len(colours[0] if isinstance(colours[0], tuple) else ()) > 2 and kind != "JPEG CMYK":
        colours = tuple((*many.seen(colour[:3], PRIMARIES[profile]), *colour[3:]) for colour in colours)
    elif profile == "grey" and colours is GREYS:
        colours = tuple(many.srgb((grey / 255) ** many.GREY_GAMMA) for grey in colours)
    for orientation in range(1, 9):
        data = encoded(image, kind.split()[0], orientation=orientation, profile=PROFILES[profile], **options)
        out = opened(decode(data)[1])
        assert out.size == SIZE, orientation
        assert near(quarters_of(out), colours, 12), (orientation, quarters_of(out), colours)


def test_sixteen_bits_of_grey_stay_a_gradient():
    gradient = many.deep_png([(value,) for value in range(0, 65536, 256)], 256, colour_type=0)
    image = opened(decode(gradient)[1])
    assert list(image.get_flattened_data()) == list(range(256))


def test_an_orientation_that_cannot_be_read_is_none():
    data = encoded(quarters(), "JPEG").replace(b"Exif\0\0MM", b"Exif\0\0XX").replace(b"Exif\0\0II", b"Exif\0\0XX")
    assert opened(decode(data)[1]).size == SIZE


def photograph(mode: str = "RGB") -> Image.Image:
    """Of soft shapes and some noise, which compresses as one does."""
    rough = Image.effect_noise((20, 15), 90).resize((400, 300), Image.Resampling.BICUBIC)
    soft = Image.merge("RGB", (rough, Image.linear_gradient("L").resize((400, 300)), rough.rotate(180)))
    return Image.blend(soft, Image.effect_noise((400, 300), 30).convert("RGB"), 0.15).convert(mode)


GROWING = {
    "JPEG of quality 40": lambda: encoded(photograph(), "JPEG", quality=40),
    "JPEG of quality 88": lambda: encoded(photograph(), "JPEG", quality=88),
    "JPEG of quality 97": lambda: encoded(photograph(), "JPEG", quality=97),
    "grey JPEG": lambda: encoded(photograph("L"), "JPEG", quality=40),
    "CMYK JPEG": lambda: encoded(photograph("CMYK"), "JPEG", quality=60),
    "turned JPEG of wide colours": lambda: encoded(
        photograph(), "JPEG", quality=60, orientation=6, profile=PROFILES["Adobe RGB"]
    ),
    "MPO": lambda: encoded(photograph(), "MPO", quality=75, save_all=True, append_images=[photograph()]),
    "grey PNG": lambda: encoded(photograph("L"), "PNG"),
    "PNG of one bit": lambda: encoded(photograph("1"), "PNG"),
    "PNG of 16 colours": lambda: encoded(photograph().quantize(16), "PNG"),
    "PNG": lambda: encoded(photograph(), "PNG"),
    "GIF": lambda: encoded(photograph().quantize(64), "GIF"),
    "WebP of quality 45": lambda: encoded(photograph(), "WEBP", quality=45),
    "WebP of quality 80": lambda: encoded(photograph(), "WEBP", quality=80),
    "WebP without loss": lambda: encoded(photograph(), "WEBP", lossless=True),
}


@pytest.mark.parametrize("kind", GROWING)
def test_what_comes_out_is_not_much_larger_than_what_went_in(kind):
    data = GROWING[kind]()
    assert len(decode(data)[1]) <= 1.25 * len(data)


@pytest.mark.parametrize("kind", ["PNG, 1", "PNG, L", "PNG, LA", "PNG, P, clear", "GIF", "WebP, alpha", "JPEG, grey"])
def test_every_mode_that_is_stored_is_made_smaller(kind):
    wide = encoded(opened(KINDS[kind][0]).resize((640, 320)), "PNG")
    stored = decode(wide)[1]
    made = sizes(stored, 640)
    assert {(size.format, size.width, size.height) for size in made} == {
        (kind, width, width // 2) for kind in ("avif", "webp") for width in (320, 640)
    }
    smaller = opened(next(size.data for size in made if (size.format, size.width) == ("webp", 320)))
    found = corners(smaller.convert("RGBA"))
    assert near(found, tuple(corners(opened(stored).convert("RGBA"))), 12), found


def test_a_line_of_one_bit_is_grey_where_it_is_made_smaller():
    stripes = Image.new("1", (640, 40))
    for x in range(0, 640, 2):
        stripes.paste(255, (x, 0, x + 1, 40))
    header, made = at_widths(encoded(stripes, "PNG"), [320])
    webp = next(size for size in header["sizes"] if size["format"] == "webp")
    assert 90 < opened(made[-webp["bytes"] :]).convert("L").getpixel((160, 10)) < 165


@pytest.mark.parametrize("mode", ["F", "I", "LAB"])
def test_modes_that_no_format_let_in_can_hold_stay_out(mode):
    out = io.BytesIO()
    Image.new(mode, SIZE).save(out, "TIFF")
    with pytest.raises(PictureRefused, match="format"):
        reencode(out.getvalue())
