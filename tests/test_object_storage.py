"""Pictures in object storage: the same rights and answers as from a folder, and public pages that stand without it."""

import io
import socket
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from moto.server import ThreadedMotoServer

from articles.desk import workflow
from articles.desk.workflow.pictures import describe
from articles.models import Picture
from articles.press.models import Edition
from shaf.http.state_watch import NEVER, State
from shaf.inputs.fields import PictureField
from shaf.pictures import object_storage
from shaf.pictures.storage import ContentHashStorage, StorageAway
from shaf.startup import service_urls
from tests import factories as f
from tests.desk.test_pictures import login, picture_bytes, post
from tests.front import Front

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]
BUCKET = "reports"
BODY = '<p>{}</p><figure class="image"><img src="/media/{}" alt="صورة"></figure>'


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def url_of(port: int) -> str:
    return f"s3://key:secret@127.0.0.1:{port}/{BUCKET}?tls=false"


@pytest.fixture(scope="module")
def port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def _server(port) -> Iterator[None]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    server.start()
    yield
    server.stop()


@pytest.fixture
def s3(port, _server, settings):
    """The client of an empty bucket, which the site uses from now on."""
    client = boto3.client(
        "s3",
        endpoint_url=f"http://127.0.0.1:{port}",
        region_name="us-east-1",
        aws_access_key_id="key",
        aws_secret_access_key="secret",
    )
    client.create_bucket(Bucket=BUCKET)
    use(settings, port)
    yield client
    for key in keys(client):
        client.delete_object(Bucket=BUCKET, Key=key)
    client.delete_bucket(Bucket=BUCKET)
    client.close()


@pytest.fixture
def away(settings):
    """Have the site use a storage that does not answer."""
    return lambda: use(settings, free_port())


def use(settings, port: int) -> None:
    settings.STORAGE_URL = url_of(port)
    settings.STORAGES = settings.STORAGES | service_urls.storage(settings.STORAGE_URL)


def keys(client) -> list[str]:
    return [found["Key"] for found in client.list_objects_v2(Bucket=BUCKET).get("Contents", [])]


def uploaded(**options) -> Picture:
    writer = f.make_user(role="writer")
    assert post(login(writer), picture_bytes(**options)).status_code == 200
    return Picture.objects.latest("pk")


def printed(picture: Picture) -> Edition:
    describe(picture, {"alt_ar": "صورة"}, by=picture.uploaded_by)
    body = BODY.format("نص", picture.file.name)
    return f.publish(f.make_article(branch=picture.branch_id, cover=picture.pk, body_ar=body))


def test_a_picture_lies_in_the_bucket_under_its_hash_and_is_nobodys_to_read_there(s3):
    picture = uploaded(size=(400, 300))
    name = picture.file.name
    assert sorted(keys(s3)) == sorted(f"media/{file}" for file in (name, *picture.sizes.values_list("file", flat=True)))
    assert picture.sizes.count() == 2
    assert s3.head_object(Bucket=BUCKET, Key=f"media/{name}")["ContentType"] == "image/png"
    grants = s3.get_object_acl(Bucket=BUCKET, Key=f"media/{name}")["Grants"]
    assert [grant["Grantee"]["Type"] for grant in grants] == ["CanonicalUser"]
    assert post(login(picture.uploaded_by), picture_bytes(size=(400, 300))).json()["url"] == f"/media/{name}"
    assert len(keys(s3)) == 3


def test_readers_get_it_from_us_as_from_a_folder(s3, client, settings):
    picture = uploaded(size=(400, 300))
    name = picture.file.name
    assert client.get(f"/media/{name}").status_code == 404
    edition = printed(picture)
    folder = ContentHashStorage()
    folder.save(name, ContentFile(default_storage.open(name).read()))
    paths = (f"/media/{name}", f"/media/{name}.w320.webp", f"/media/{name}.w640.webp", f"/media/{'0' * 64}.png")
    tag = {"if-none-match": f'"{name}"'}

    def answers():
        for path in paths:
            for method, headers in ((client.get, {}), (client.head, {}), (client.get, tag)):
                answer = method(path, headers=headers)
                yield answer.status_code, dict(answer.headers), answer.getvalue()

    first = list(answers())
    assert [status for status, _headers, _body in first] == [200, 200, 304, 200, 200, 200] + [404] * 6
    assert first[0][2] == Path(folder.path(name)).read_bytes()
    assert "s-maxage=60" in first[0][1]["Cache-Control"]
    folder.save(f"{name}.w320.webp", ContentFile(first[3][2]))
    s3_storages, settings.STORAGES = settings.STORAGES, settings.STORAGES | {"default": FOLDER}
    assert list(answers()) == first
    settings.STORAGES = s3_storages
    s3.delete_object(Bucket=BUCKET, Key=f"media/{name}.w320.webp")
    waiting = client.get(f"/media/{name}.w320.webp")
    assert (waiting["Cache-Control"], waiting.getvalue()) == ("no-store", first[0][2])
    workflow.withdraw(edition.article_id, "ar", by=f.make_user(role="editor"), reason="سبب معلن")
    assert client.get(f"/media/{name}").status_code == 410


FOLDER = {"BACKEND": "shaf.pictures.storage.ContentHashStorage"}


def test_a_storage_that_is_away_takes_its_pictures_along_and_nothing_else(s3, client, away):
    picture = uploaded(size=(1400, 900))
    edition = printed(picture)
    report, media = f"/articles/{edition.article_id}/{edition.slug}/", f"/media/{picture.file.name}"
    state = State(1, NEVER)
    front = Front(lambda: (state, 0.0))
    away()
    for path in ("/", report, "/articles/", "/feed/", "/feed/json/", "/search/?q=تقرير", "/healthz"):
        assert front.get(path).status == 200, path
    assert front.get("/feed/").headers["Cache-Control"] == "no-store"
    assert "ETag" not in front.get("/feed/").headers
    for answer in (client.get(media), client.head(media), client.get(f"{media}.w320.webp")):
        assert (answer.status_code, answer["Cache-Control"], answer["Retry-After"]) == (503, "no-store", "10")
    assert client.get(media, headers={"if-none-match": f'"{picture.file.name}"'}).status_code == 304
    assert client.get(f"/media/{'0' * 64}.png").status_code == 404


def test_what_was_made_while_it_was_away_is_not_kept(s3, port, settings, away):
    picture = uploaded(size=(1400, 900))
    printed(picture)
    state = State(1, NEVER)
    front = Front(lambda: (state, 0.0))
    away()
    assert b"<enclosure" not in front.get("/feed/").body
    use(settings, port)
    seen = front.get("/feed/")
    assert b"<enclosure" in seen.body
    assert "ETag" in seen.headers
    assert front.get("/feed/").kept


def test_an_upload_that_cannot_be_stored_leaves_nothing_behind(s3, away):
    away()
    writer = f.make_user(role="writer")
    refused = post(login(writer), picture_bytes())
    assert refused.status_code == 503
    assert "Upload it again" in refused.json()["error"]["message"] or "مجددًا" in refused.json()["error"]["message"]
    photo = SimpleUploadedFile("p.png", picture_bytes())
    with pytest.raises(ValidationError) as raised:
        PictureField().clean(photo)
    assert raised.value.code == "storage"
    assert not Picture.objects.exists()
    assert keys(s3) == []


def test_one_that_never_answers_is_waited_for_once(s3, client, settings):
    pictures = [uploaded(size=(400, 300), colour=(n, 0, 0)) for n in range(3)]
    for picture in pictures:
        printed(picture)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(0)
        use(settings, silent.getsockname()[1])
        assert client.get(f"/media/{pictures[0].file.name}").status_code == 503
        assert client.get("/feed/").status_code == 200
        silent.accept()[0].close()
        with pytest.raises(BlockingIOError):
            silent.accept()


@pytest.mark.parametrize("broken", ["no bucket", "no key"])
def test_a_bucket_that_is_not_there_is_no_missing_picture(s3, client, settings, broken):
    picture = uploaded()
    printed(picture)
    url = settings.STORAGE_URL.replace(f"/{BUCKET}", "/elsewhere")
    if broken == "no bucket":
        settings.STORAGES = settings.STORAGES | service_urls.storage(url)
        assert "NoSuchBucket" in default_storage.trouble()
        assert client.get(f"/media/{picture.file.name}").status_code == 503
    else:
        s3.delete_object(Bucket=BUCKET, Key=f"media/{picture.file.name}")
        assert client.get(f"/media/{picture.file.name}").status_code == 404


def test_it_is_asked_again_after_a_while(s3, port, settings, monkeypatch):
    name = uploaded().file.name
    storage = default_storage._wrapped
    monkeypatch.setattr(storage, "connection", Broken())
    for said in ("does not answer", "a moment ago"):
        with pytest.raises(StorageAway, match=said):
            storage.size(name)
    monkeypatch.undo()
    with pytest.raises(StorageAway, match="a moment ago"):
        storage.size(name)
    monkeypatch.setattr(object_storage.time, "monotonic", lambda: storage.left_alone_until)
    assert storage.size(name) == len(storage.open(name).read())


class Broken:
    class meta:
        class client:
            @staticmethod
            def head_object(**_asked):
                raise object_storage.BotoCoreError()


def test_backups_have_a_place_of_their_own(s3, tmp_path):
    backups = storages["backups"]
    name = backups.save("2026.tar", ContentFile(b"a backup"))
    assert keys(s3) == ["backups/2026.tar"]
    assert backups.save("2026.tar", ContentFile(b"another")) != name
    with backups.open(name) as file:
        assert file.read() == b"a backup"
    with pytest.raises(FileNotFoundError):
        backups.open("none.tar")


def moved(*arguments: str) -> str:
    out = io.StringIO()
    call_command("move_media", *arguments, stdout=out, stderr=out, verbosity=0)
    return out.getvalue()


def test_pictures_move_there_and_back(s3, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    folder = ContentHashStorage(location=settings.MEDIA_ROOT)
    s3_storages, settings.STORAGES = settings.STORAGES, settings.STORAGES | {"default": FOLDER}
    for colour in range(3):
        uploaded(size=(400, 300), colour=(colour, 0, 0))
    settings.STORAGES = s3_storages
    names = sorted(folder.listdir("")[1])
    assert len(names) == 9
    assert "9 files" in moved("--to", "s3", "--dry-run")
    assert keys(s3) == []
    # As if begun before, and ended half-way.
    default_storage.save(names[0], ContentFile((settings.MEDIA_ROOT / names[0]).read_bytes()))
    assert "8 files copied, 1 were there already" in moved("--to", "s3")
    assert {key: s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() for key in keys(s3)} == {
        f"media/{name}": (settings.MEDIA_ROOT / name).read_bytes() for name in names
    }
    assert sorted(folder.listdir("")[1]) == names, "nothing is deleted that nobody asked for"
    assert "0 files copied, 9 were there already" in moved("--to", "s3", "--delete-source")
    assert folder.listdir("")[1] == []
    assert "9 files copied" in moved("--to", "folder")
    assert sorted(folder.listdir("")[1]) == names


def test_what_is_damaged_is_named_and_stays(s3, settings, tmp_path, away):
    settings.MEDIA_ROOT = tmp_path / "media"
    name, size = f"{'1' * 64}.png", f"{'1' * 64}.png.w320.webp"
    Path(settings.MEDIA_ROOT).mkdir()
    (settings.MEDIA_ROOT / name).write_bytes(b"not what it says")
    (settings.MEDIA_ROOT / size).write_bytes(b"made anew")
    default_storage.save(size, ContentFile(b"made once"))
    out = io.StringIO()
    with pytest.raises(CommandError, match="2 were not copied"):
        call_command("move_media", "--to", "s3", "--delete-source", stderr=out, verbosity=0)
    assert f"{name}: not what its name says" in out.getvalue()
    assert f"{size}: another file" in out.getvalue()
    assert keys(s3) == [f"media/{size}"]
    assert len(list(Path(settings.MEDIA_ROOT).iterdir())) == 2
    away()
    with pytest.raises(CommandError, match="Nothing can be stored there"):
        moved("--to", "s3")
    settings.STORAGE_URL = ""
    with pytest.raises(CommandError, match="STORAGE_URL is not set"):
        moved("--to", "s3")
