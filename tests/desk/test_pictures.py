"""Uploads: what is let in, what becomes of it, and who sees it."""

import io
import json
import re
import zlib
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from PIL import Image

from articles.desk import workflow
from articles.desk.workflow.pictures import add_picture, describe
from articles.models import Picture
from shaf.db.clock import database_now
from shaf.pictures.encoding import PictureRefused, reencode
from shaf.pictures.storage import ContentHashStorage, content_name
from shaf.product.limits import PICTURE_BYTES
from tests import factories as f
from tests.desk.browsing import drain, login, status
from tests.desk.pictures import in_body, picture_bytes

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BACKEND = "django.contrib.auth.backends.ModelBackend"
URL = "/admin/upload/"


def post(client: Client, data: bytes, name: str = "صورة.png"):
    file = io.BytesIO(data)
    file.name = name
    return client.post(URL, {"upload": file})


def chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def png_that_claims(width: int, height: int) -> bytes:
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def with_gps() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    return picture_bytes("JPEG", exif=exif.tobytes())


@pytest.mark.parametrize(("kind", "extension"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp"), ("GIF", "png")])
def test_four_formats_are_let_in_under_their_content(kind, extension):
    writer = f.make_user(role="writer")
    response = post(login(writer), picture_bytes(kind))
    assert response.status_code == 200
    assert re.fullmatch(rf"/media/[0-9a-f]{{64}}\.{extension}", response.json()["url"])
    picture = Picture.objects.get()
    assert (picture.width, picture.height, picture.uploaded_by) == (40, 30, writer)


REFUSED = {
    "empty": b"",
    "text": b"hello",
    "html": b"<html><script>alert(1)</script>",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "pdf": b"%PDF-1.7\n",
    "bmp": picture_bytes("BMP"),
    "tiff": picture_bytes("TIFF"),
    "ico": picture_bytes("ICO"),
    "ppm": picture_bytes("PPM"),
    "tga": picture_bytes("TGA"),
    "pcx": picture_bytes("PCX"),
    "dds": picture_bytes("DDS"),
    "eps": picture_bytes("EPS"),
    "truncated": picture_bytes("PNG", (300, 300))[:120],
    "truncated jpeg": picture_bytes("JPEG", (300, 300))[:300],
    "wrong check sum": picture_bytes().replace(b"IHDR\x00", b"IHDR\x01", 1),
    "60,000 by 60,000": png_that_claims(60_000, 60_000),
    "one side too long": png_that_claims(12_001, 1),
    "41 million pixels": png_that_claims(6_404, 6_404),
    "text chunk bomb": picture_bytes()[:33]
    + chunk(b"zTXt", b"k\0\0" + zlib.compress(b"a" * 80_000_000))
    + picture_bytes()[33:],
}


@pytest.mark.parametrize("what", REFUSED)
def test_everything_else_is_refused_with_a_reason(what):
    client = login(f.make_user(role="writer"))
    response = post(client, REFUSED[what], "صورة.png")
    if what == "text chunk bomb" and response.status_code == 200:
        stored = client.get(response.json()["url"])
        assert len(b"".join(stored.streaming_content)) < 10_000, "nothing of the chunk is kept"
        return
    assert response.status_code == 400, response.content
    assert re.search("[\u0600-\u06ff]", response.json()["error"]["message"]), "in Arabic"
    assert not Picture.objects.exists()


def test_too_many_bytes_are_refused_before_they_are_decoded():
    with pytest.raises(PictureRefused, match="size"):
        reencode(b"\x89PNG" + b"\0" * PICTURE_BYTES)


def test_metadata_is_gone_and_the_picture_upright():
    encoded = reencode(with_gps())
    assert b"SecretCamera" not in encoded.data
    image = Image.open(io.BytesIO(encoded.data))
    assert not image.getexif()
    assert image.size == (30, 40), "turned as its orientation said"


def test_a_polyglot_loses_its_tail():
    encoded = reencode(picture_bytes() + b"<script>alert(1)</script>")
    assert b"script" not in encoded.data


def test_only_the_first_frame_of_an_animation():
    out = io.BytesIO()
    frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "green", "blue")]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    image = Image.open(io.BytesIO(reencode(out.getvalue()).data))
    assert getattr(image, "n_frames", 1) == 1


def test_the_same_picture_is_stored_once():
    a, b = f.make_user(role="writer"), f.make_user(role="writer")
    cairo = f.make_branch().pk
    first, second = (add_picture(picture_bytes(), by=user, branch=cairo) for user in (a, b))
    assert first == second
    assert first.uploaded_by == a


def test_another_branch_s_copy_is_a_row_of_its_own_and_says_nothing_of_the_first():
    nairobi = f.make_branch("نيروبي", "Nairobi")
    first = add_picture(picture_bytes(), by=f.make_user(role="writer"), branch=f.make_branch().pk)
    describe(first, {"alt_ar": "سر القاهرة"}, by=first.uploaded_by)
    second = f.make_user(role="writer", branch=nairobi)
    client, url = login(second), f"/media/{first.file.name}"
    assert client.get(url).status_code == 404
    assert post(client, picture_bytes()).json()["url"] == url
    assert status(url, second) == 200
    assert status(url, f.make_user(role="writer", branch=nairobi)) == 200, "the branch's, not the person's"
    copy = Picture.objects.exclude(pk=first.pk).get()
    assert (copy.file.name, copy.branch, copy.uploaded_by, copy.alt_ar or "") == (first.file.name, nairobi, second, "")
    for page in ("admin:articles_picture_changelist", "admin:articles_picture_choose"):
        assert "سر القاهرة" not in client.get(reverse(page)).content.decode()


def test_a_picture_is_stored_whole_or_not_at_all(tmp_path):
    class Torn(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"half"
            raise OSError("the disk is full")

    storage = ContentHashStorage(location=tmp_path)
    name = content_name(b"half and half", "png")
    with pytest.raises(OSError, match="full"):
        storage.save(name, Torn(b"half and half"))
    assert not storage.exists(name)
    storage.save(name, ContentFile(b"half and half"))
    assert (tmp_path / name).read_bytes() == b"half and half"


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_only_post(method):
    assert getattr(login(f.make_user(role="writer")), method)(URL).status_code == 405


def test_a_post_without_a_file_is_a_clean_error():
    response = login(f.make_user(role="writer")).post(URL)
    assert response.status_code == 400
    assert json.loads(response.content)["error"]["message"]


def test_who_may_upload():
    logged_out = post(Client(), picture_bytes())
    assert logged_out.status_code == 403
    assert logged_out.json()["error"]["message"]
    assert post(login(f.make_user(is_staff=True)), picture_bytes()).status_code == 403
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(f.make_user(role="writer"), BACKEND)
    assert post(strict, picture_bytes()).status_code == 403
    assert not Picture.objects.exists()


def test_the_package_s_own_view_has_no_route():
    assert resolve(reverse("ck_editor_5_upload_file")).func.__module__ == "articles.desk.pictures.views"
    for path in ("/ckeditor5/image_upload/", "/ckeditor5/"):
        with pytest.raises(Resolver404):
            resolve(path)
    with pytest.raises(NoReverseMatch):
        reverse("django_ckeditor_5:ck_editor_5_upload_file")


# Who sees it


@pytest.fixture
def picture():
    return add_picture(picture_bytes(colour=(1, 2, 3)), by=f.make_user(role="writer"), branch=f.make_branch().pk)


def test_a_draft_s_picture_is_seen_with_the_right_only(picture):
    url = f"/media/{picture.file.name}"
    unknown = f"/media/{'0' * 64}.png"
    article = f.make_article(body_ar=in_body(picture))
    assert picture.file.name in article.body_ar
    anonymous, nothing = Client().get(url), Client().get(unknown)
    assert (anonymous.status_code, anonymous.headers) == (404, nothing.headers)
    assert anonymous.content.replace(url.encode(), b"") == nothing.content.replace(unknown.encode(), b"")
    assert status(url, f.make_user(role="writer", branch=f.make_branch("نيروبي", "Nairobi"))) == 404
    seen = login(f.make_user(role="writer")).get(url)
    assert seen.status_code == 200
    assert seen["Cache-Control"] == "private, no-store"
    drain(seen)
    assert status(url, picture.uploaded_by) == 200


@pytest.mark.parametrize("where", ["body", "cover"])
def test_it_is_public_exactly_while_a_public_edition_prints_it(picture, where):
    url = f"/media/{picture.file.name}"
    picture.alt_ar = "وصف"
    picture.save()
    changes = {"body_ar": in_body(picture)} if where == "body" else {"cover": picture.pk}
    article = f.make_article(**changes)
    assert status(url) == 404
    f.publish(article, at=database_now() + timedelta(days=1))
    assert status(url) == 404, "scheduled is not public"
    workflow.cancel(article.pk, "ar", by=f.make_user(role="editor"))
    f.publish(article)
    response = Client().get(url)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in response["Cache-Control"]
    drain(response)
    assert Client().get(url, headers={"If-None-Match": response["ETag"]}).status_code == 304
    head = Client().head(url)
    assert head.status_code == 200
    assert head["Content-Length"] == response["Content-Length"]
    workflow.withdraw(article.pk, "ar", by=f.make_user(role="editor"), reason="سبب")
    assert status(url) == 410


def test_an_earlier_edition_keeps_its_picture_and_another_report_its_own(picture):
    url = f"/media/{picture.file.name}"
    article, writer = f.make_article(body_ar=in_body(picture)), f.make_user(role="writer")
    f.publish(article)
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, body_ar="<p>بلا صورة</p>", correction_note_ar="حُذفت الصورة.", correction_kind_ar="minor")
    f.publish(article)
    assert status(url) == 200
    other = f.make_edition(body_ar=in_body(picture)).article
    workflow.withdraw(article.pk, "ar", by=f.make_user(role="editor"), reason="سبب")
    assert status(url) == 200, "the other report prints it"
    workflow.withdraw(other.pk, "ar", by=f.make_user(role="editor"), reason="سبب")
    assert status(url) == 410


def test_an_author_s_photo_is_public():
    author = f.make_author()
    data = io.BytesIO(picture_bytes(colour=(9, 9, 9)))
    data.name = "photo.png"
    client = login(f.make_user(role="editor"))
    client.post(
        reverse("admin:authors_author_change", args=[author.pk]),
        {"name_ar": author.name_ar, "name_en": author.name_en, "photo": data},
    )
    author.refresh_from_db()
    assert re.fullmatch(r"[0-9a-f]{64}\.png", author.photo.name)
    assert status(f"/media/{author.photo.name}") == 200


@pytest.mark.parametrize(
    "name", ["x.png", "../../etc/passwd", f"{'0' * 63}.png", f"{'0' * 64}.svg", f"{'0' * 64}.png/"]
)
def test_no_other_name_is_served(name):
    assert status(f"/media/{name}") == 404


def test_an_upload_through_the_admin_form_is_re_encoded_too():
    client = login(f.make_user(role="writer"))
    data = io.BytesIO(with_gps())
    data.name = "camera.jpg"
    client.post(reverse("admin:articles_picture_add"), {"file": data, "alt_ar": "وصف"})
    picture = Picture.objects.get()
    assert re.fullmatch(r"[0-9a-f]{64}\.jpg", picture.file.name)
    with picture.file.open() as stored:
        assert b"SecretCamera" not in stored.read()
    bad = io.BytesIO(b"<svg/>")
    bad.name = "x.png"
    response = client.post(reverse("admin:articles_picture_add"), {"file": bad})
    assert response.status_code == 200
    assert response.context["adminform"].form.errors["file"]
