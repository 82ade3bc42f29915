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
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
SIZE_FORMATS = {
    "avif": {"quality": 60, "speed": 8, "max_threads": 1},
    "webp": {"quality": 78, "method": 4},
}


class Refused(Exception):
    """`args[0]` is the code."""


def decode(data: bytes) -> tuple[dict, bytes]:
    """Decode the first frame and encode it anew without metadata. Raises Refused."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
    except UnidentifiedImageError as error:
        raise Refused("format") from error
    width, height = image.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise Refused("pixels")
    kind = image.format
    image.load()
    image = ImageOps.exif_transpose(in_srgb(image))
    transparent = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    image = image.convert("RGBA" if transparent and kind != "JPEG" else "RGB")
    image.info.clear()
    out = io.BytesIO()
    match kind:
        case "JPEG":
            extension = "jpg"
            image.save(out, "JPEG", quality=88, optimize=True, progressive=True)
        case "WEBP":
            extension = "webp"
            image.save(out, "WEBP", quality=88, method=4)
        case _:
            extension = "png"
            image.save(out, "PNG", optimize=True)
    return {"extension": extension, "width": image.width, "height": image.height}, out.getvalue()


def at_widths(data: bytes, widths: list[int]) -> tuple[dict, bytes]:
    """A picture of our own encoding at each of these widths, none of which is larger than it."""
    from PIL import Image

    image = Image.open(io.BytesIO(data), formats=FORMATS)
    image.load()
    sizes, encoded = [], b""
    for width in sorted(widths, reverse=True):
        height = max(1, round(image.height * width / image.width))
        smaller = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        for kind, options in SIZE_FORMATS.items():
            out = io.BytesIO()
            smaller.save(out, kind.upper(), **options)
            sizes.append({"format": kind, "width": width, "height": height, "bytes": len(out.getvalue())})
            encoded += out.getvalue()
    return {"sizes": sizes}, encoded


def in_srgb(image):
    """The picture with its own colour profile applied, since the profile is dropped with the rest."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except ImageCms.PyCMSError:
        return image


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
