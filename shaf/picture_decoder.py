"""Run as a process of its own: a picture on standard input, its re-encoding on standard output.

A hostile picture can cost all of this process's 10 seconds and 1.2 GB, and nothing else. The first line of the answer
is JSON: {"extension", "width", "height"} followed by the bytes, or {"refused": code}.
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
        header, encoded = decode(data)
    except Refused as refused:
        header, encoded = {"refused": refused.args[0]}, b""
    except MemoryError:
        header, encoded = {"refused": "pixels"}, b""
    except Exception:  # whatever a broken file makes a decoder do, the answer is that it is broken
        header, encoded = {"refused": "broken"}, b""
    sys.stdout.buffer.write(json.dumps(header).encode() + b"\n" + encoded)


if __name__ == "__main__":
    main()
