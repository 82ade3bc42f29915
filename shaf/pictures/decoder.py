"""Run as a process of its own: a picture on standard input, its re-encoding on standard output; or, with widths in
pixels as arguments, the picture at each of these widths in each of SIZE_FORMATS.

A hostile picture can cost all of this process's 10 seconds and 1.2 GB, and nothing else. The first line of the answer
is JSON: {"extension", "width", "height"} or {"sizes": [{"format", "width", "height", "bytes"}]}, followed by the bytes
(of all sizes, one after the other), or {"refused": code}.
"""

import io
import json
import resource
import sys
import warnings

MAX_PIXELS = 40_000_000
MAX_SIDE = 12_000
MEMORY = 1_200_000_000
SECONDS = 10
QUALITY = 88
# How much larger a WebP may become; in pixels, up to where there is time to try for less, and to compress without loss.
GROWTH = 1.2
FEW_PIXELS, LOSSLESS_PIXELS = 4_000_000, 12_500_000
FAST_LOSSLESS = {"method": 0, "quality": 0}
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
SIZE_FORMATS = {
    "avif": {"quality": 60, "speed": 8, "max_threads": 1},
    "webp": {"quality": 78, "method": 4},
}


class Refused(Exception):
    """`args[0]` is the code."""


def decode(data: bytes) -> tuple[dict, bytes]:
    """Decode the first frame and encode it anew: upright, in sRGB, in 8 bits, without metadata. Raises Refused.

    What came as a JPEG stays one, and so does WebP; PNG and GIF become PNG. Greys and palettes stay what they are, so
    that nothing is much larger than it was sent.
    """
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
    except UnidentifiedImageError as error:
        raise Refused("format") from error
    width, height = image.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise Refused("pixels")
    kind, tables = image.format, getattr(image, "quantization", None)
    deep = any("16" in str(tile.args) for tile in image.tile) and kind == "PNG"
    image.load()
    profile = image.info.get("icc_profile")
    # Its orientation first: what is converted does not know it any more.
    image = in_srgb(with_alpha(in_eight_bits(upright(image), deep)), profile)
    image.info = {"transparency": image.info["transparency"]} if "transparency" in image.info else {}
    match kind:
        # A camera's file with a second frame (MPO) is a JPEG that goes on.
        case "JPEG" | "MPO":
            extension, encoded = "jpg", as_jpeg(image, tables)
        case "WEBP":
            extension, encoded = "webp", as_webp(image, data)
        case _:
            extension, encoded = "png", saved(image, "PNG", optimize=True)
    return {"extension": extension, "width": image.width, "height": image.height}, encoded


def upright(image):
    """Turned as its orientation says (Exif 2.32, tag 0x0112); one that cannot be read is none."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    try:
        orientation = image.getexif().get(0x0112)
    except Exception:  # the picture may be sound where what is written about it is not
        return image
    return image.transpose(turns[orientation]) if orientation in turns else image


def in_eight_bits(image, deep: bool):
    """16-bit grey scaled to 8 bits, where Pillow would cut off all above 255. `deep`: the file has 16 bits a channel,
    so a transparent colour is named in 16 bits, too; other modes Pillow has scaled already."""
    clear = image.info.pop("transparency", None) if deep else None
    if not image.mode.startswith("I"):
        if isinstance(clear, tuple):
            image.info["transparency"] = tuple(part >> 8 for part in clear)
        return image
    wide = image.convert("I")
    grey = wide.point([value >> 8 for value in range(65_536)], "L")
    if clear is not None:
        grey.putalpha(wide.point([255 * (value != clear) for value in range(65_536)], "L"))
    return grey


def with_alpha(image):
    """A transparent colour becomes a channel, since other colours may be converted into it. A palette keeps its own."""
    if image.mode == "P" or "transparency" not in image.info:
        return image
    image = image.convert("RGBA" if image.mode == "RGB" else "LA")
    image.info.pop("transparency", None)
    return image


def in_srgb(image, profile: bytes | None):
    """The picture with its own colour profile applied, since the profile is dropped with the rest. A profile that is
    broken, or of another kind of picture, is none."""
    from PIL import Image

    match image.mode:
        case "P":
            entries = bytes(image.getpalette("RGB"))
            colours = Image.frombytes("RGB", (len(entries) // 3, 1), entries)
            image.putpalette(_through(profile, colours, "RGB").tobytes())
            return image
        case "L":
            return _through(profile, image, "RGB").convert("L")
        case "LA":
            grey = _through(profile, image.getchannel("L"), "RGB").convert("L")
            grey.putalpha(image.getchannel("A"))
            return grey
        case "RGB" | "RGBA":
            return _through(profile, image, image.mode)
        case "1":
            return image
        case _:
            return _through(profile, image, "RGB").convert("RGB")


def _through(profile: bytes | None, image, mode: str):
    from PIL import ImageCms

    if not profile:
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return image


def as_jpeg(image, tables: dict | None) -> bytes:
    """With the coarser of its own quantisation and ours: what was thrown away once is not stored at length."""
    from PIL import Image

    image = image.convert("RGB") if image.mode not in ("L", "RGB") else image
    probe = Image.open(io.BytesIO(saved(Image.new("L", (8, 8)), "JPEG", quality=QUALITY)))
    own = tables and sum(tables[0]) > sum(probe.quantization[0])
    options = {"qtables": list(tables.values())[:2]} if own else {"quality": QUALITY}
    return saved(image, "JPEG", optimize=True, progressive=True, **options)


def as_webp(image, data: bytes) -> bytes:
    """As it came: without loss, or with as much as keeps it near its size, as far as there is time to try."""
    image = image.convert("RGBA" if "A" in image.mode else "RGB") if image.mode not in ("RGB", "RGBA") else image
    pixels = image.width * image.height
    if is_lossless(data) and pixels <= LOSSLESS_PIXELS:
        return saved(image, "WEBP", lossless=True, **({"method": 4} if pixels <= FEW_PIXELS else FAST_LOSSLESS))
    qualities, method = ((QUALITY, 75, 60, 45), 4) if pixels <= FEW_PIXELS else ((QUALITY, 60), 2)
    encoded = b""
    for quality in qualities:
        encoded = saved(image, "WEBP", quality=quality, method=method)
        if len(encoded) <= len(data) * GROWTH:
            break
    return encoded


def is_lossless(data: bytes) -> bool:
    """Whether the first frame of a WebP file is (RFC 9649, section 2): of its chunks, which picture comes first."""
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if name in (b"VP8L", b"VP8 "):
            return name == b"VP8L"
        # A frame of an animation begins with 16 bytes about it, then has chunks of its own.
        at += 24 if name == b"ANMF" else 8 + size + size % 2
    return False


def saved(image, kind: str, **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def at_widths(data: bytes, widths: list[int]) -> tuple[dict, bytes]:
    """A picture of our own encoding at each of these widths, none of which is larger than it."""
    from PIL import Image

    image = Image.open(io.BytesIO(data), formats=FORMATS)
    image.load()
    if image.mode in ("1", "P"):
        # Neither can be made smaller but by leaving pixels out.
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    sizes, encoded = [], b""
    for width in sorted(widths, reverse=True):
        height = max(1, round(image.height * width / image.width))
        smaller = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        for kind, options in SIZE_FORMATS.items():
            made = saved(smaller, kind.upper(), **options)
            sizes.append({"format": kind, "width": width, "height": height, "bytes": len(made)})
            encoded += made
    return {"sizes": sizes}, encoded


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    warnings.simplefilter("ignore")
    data = sys.stdin.buffer.read()
    try:
        widths = [int(width) for width in sys.argv[1:]]
        header, encoded = at_widths(data, widths) if widths else decode(data)
    except Refused as refused:
        header, encoded = {"refused": refused.args[0]}, b""
    except MemoryError:
        header, encoded = {"refused": "pixels"}, b""
    except Exception:  # whatever a broken file makes a decoder do, the answer is that it is broken
        header, encoded = {"refused": "broken"}, b""
    sys.stdout.buffer.write(json.dumps(header).encode() + b"\n" + encoded)


if __name__ == "__main__":
    main()
