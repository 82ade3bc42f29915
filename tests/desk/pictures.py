"""What the tests of pictures make: a file, and a text that shows one."""

import io

from PIL import Image


def picture_bytes(kind: str = "PNG", size=(40, 30), colour=(20, 90, 110), **options) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **options)
    return out.getvalue()


def in_body(picture) -> str:
    return f'<p>نص</p><figure class="image"><img src="/media/{picture.file.name}" alt="صورة"></figure>'
