"""Small pictures of every kind that a browser uploads, written as cameras, phones and programs write them."""

import io
import struct
import zlib
from itertools import pairwise

from PIL import Image, ImageCms, ImageOps
from PIL.Image import Transpose

SIZE = (32, 16)
# The colours of the quarters, as they are to be seen: at the top left and right, at the bottom left and right.
COLOURS = ((200, 60, 40), (40, 160, 80), (50, 70, 190), (220, 200, 60))
GREYS = (30, 100, 170, 240)
# How a camera that was held so stores what is upright: what undoes what the orientation says.
STORED = {
    1: None,
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_90,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_270,
}


def quarters(mode: str = "RGB", colours: tuple = COLOURS) -> Image.Image:
    image = Image.new(mode, SIZE)
    for place, colour in enumerate(colours):
        left, top = (place % 2) * SIZE[0] // 2, (place // 2) * SIZE[1] // 2
        image.paste(colour, (left, top, left + SIZE[0] // 2, top + SIZE[1] // 2))
    return image


def corners(image: Image.Image) -> list:
    """The colour of each quarter, away from its edges."""
    x, y = image.width // 8, image.height // 8
    return [image.getpixel((px, py)) for py in (y, image.height - 1 - y) for px in (x, image.width - 1 - x)]


def encoded(image: Image.Image, kind: str, *, orientation: int = 1, profile: bytes = b"", **options) -> bytes:
    """The file, held in this orientation (Exif), with a profile, and with what else a camera writes down."""
    if (turn := STORED[orientation]) is not None:
        image = image.transpose(turn)
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "SecretCamera", orientation
    out = io.BytesIO()
    kept = {} if kind == "GIF" else {"exif": exif.tobytes()} | ({"icc_profile": profile} if profile else {})
    image.save(out, kind, **kept | options)
    return out.getvalue()


def ycck(image: Image.Image) -> bytes:
    """A CMYK picture as a JPEG of YCCK, as Photoshop writes it: Pillow writes CMYK alone, whose marker is changed."""
    *inks, black = image.split()
    inks = Image.merge("RGB", inks).convert("YCbCr").split()
    data = encoded(Image.merge("CMYK", [*map(ImageOps.invert, inks), black]), "JPEG", quality=95)
    marker = data.index(b"Adobe")
    assert data[marker + 11] == 0
    return data[: marker + 11] + b"\2" + data[marker + 12 :]


def chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def deep_png(pixels: list[tuple[int, ...]], width: int, *, colour_type: int, clear: tuple[int, ...] = ()) -> bytes:
    """A PNG of 16 bits a channel, of which Pillow writes grey alone."""
    rows = [pixels[at : at + width] for at in range(0, len(pixels), width)]
    raw = b"".join(b"\0" + b"".join(struct.pack(f">{len(pixel)}H", *pixel) for pixel in row) for row in rows)
    more = chunk(b"tRNS", struct.pack(f">{len(clear)}H", *clear)) if clear else b""
    return _png((width, len(rows)), 16, colour_type, raw, more)


def interlaced_png(image: Image.Image) -> bytes:
    """A PNG in Adam7 (PNG, section 8.2), which Pillow does not write."""
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    raw = b"".join(
        b"\0" + b"".join(bytes(image.getpixel((x, y))) for x in range(left, image.width, right))
        for left, top, right, down in passes
        for y in range(top, image.height, down)
    )
    return _png(image.size, 8, 2, raw, b"", interlaced=1)


def _png(size: tuple[int, int], depth: int, colour_type: int, raw: bytes, more: bytes, *, interlaced: int = 0) -> bytes:
    header = struct.pack(">IIBBBBB", *size, depth, colour_type, 0, 0, interlaced)
    text = chunk(b"tEXt", b"Author\0SecretCamera")
    body = chunk(b"IHDR", header) + text + more + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


# Profiles (ICC.1:2010), made here because Pillow makes none but sRGB.

ADOBE = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
DISPLAY_P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
# From XYZ (D50) to sRGB.
TO_SRGB = ((3.1338561, -1.6168667, -0.4906146), (-0.9787684, 1.9161415, 0.0334540), (0.0719453, -0.2289914, 1.4052427))
GAMMA, GREY_GAMMA = 2.2, 1.4


def rgb_profile(primaries: tuple) -> bytes:
    tags = {name: _xyz(*xyz) for name, xyz in zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True)}
    return _profile(b"RGB ", tags | {name: _curve(GAMMA) for name in (b"rTRC", b"gTRC", b"bTRC")})


def grey_profile() -> bytes:
    return _profile(b"GRAY", {b"kTRC": _curve(GREY_GAMMA)})


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def seen(colour: tuple[int, int, int], primaries: tuple) -> tuple[int, ...]:
    """A colour of a profile with these primaries, in sRGB."""
    light = [(part / 255) ** GAMMA for part in colour]
    xyz = [sum(light[n] * primaries[n][axis] for n in range(3)) for axis in range(3)]
    return tuple(srgb(sum(a * b for a, b in zip(row, xyz, strict=True))) for row in TO_SRGB)


def srgb(light: float) -> int:
    """Linear light, 0 to 1, as sRGB has it (IEC 61966-2-1)."""
    light = min(max(light, 0), 1)
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))


def _xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def _curve(gamma: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"


def _profile(space: bytes, tags: dict[bytes, bytes]) -> bytes:
    text = b"text\0\0\0\0none\0\0\0\0"
    description = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"Test\0" + bytes(79)
    tags = {b"desc": description, b"cprt": text, b"wtpt": _xyz(0.9642, 1, 0.8249)} | tags
    bodies = [body + bytes(-len(body) % 4) for body in tags.values()]
    starts = [128 + 4 + 12 * len(tags)]
    for body in bodies:
        starts.append(starts[-1] + len(body))
    table = b"".join(
        name + struct.pack(">II", start, end - start) for name, (start, end) in zip(tags, pairwise(starts), strict=True)
    )
    header = struct.pack(">I4sI4s4s4s", starts[-1], b"lcms", 0x02400000, b"mntr", space, b"XYZ ")
    header = header.ljust(36, b"\0") + b"acsp" + bytes(28) + struct.pack(">3i", 63190, 65536, 54061)
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + b"".join(bodies)
