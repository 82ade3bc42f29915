"""The media library: who adds and describes, where a picture is used, what may be deleted, other sizes, the picker."""

import json
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.desk.pictures import sizes
from articles.desk.pictures.search import matching
from articles.desk.pictures.uses import uses
from articles.desk.workflow import pictures as picture_verbs
from articles.desk.workflow.deleting_pictures import delete_picture
from articles.desk.workflow.pictures import add_picture, describe
from articles.models import Autosave, Picture, PictureSize
from shaf.db.clock import database_now
from shaf.http import middleware
from tests import factories as f
from tests.desk.browsing import drain, login, status
from tests.desk.pictures import in_body, picture_bytes

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def nairobi():
    return f.make_branch("نيروبي", "Nairobi")


def make_picture(branch=None, by=None, colour=(1, 2, 3), **options) -> Picture:
    branch = branch or f.make_branch()
    by = by or f.make_user(role="writer", branch=branch)
    return add_picture(picture_bytes(colour=colour, **options), by=by, branch=branch.pk)


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Calls something, and then what it left for the commit."""

    def call(act):
        with django_capture_on_commit_callbacks(execute=True):
            return act()

    return call


def file(data: bytes | None = None, name: str = "صورة.png") -> BytesIO:
    found = BytesIO(picture_bytes() if data is None else data)
    found.name = name
    return found


def upload(client: Client, files, **fields):
    return client.post(reverse("admin:articles_picture_upload"), {"file": files, **fields})


def upload_json(client: Client, data: bytes | None = None, **fields):
    headers = {"Accept": "application/json"}
    return client.post(reverse("admin:articles_picture_upload"), {"file": file(data), **fields}, headers=headers)


# Adding


def test_several_at_once_and_an_error_for_each_that_is_refused():
    client = login(f.make_user(role="writer"))
    files = [
        file(picture_bytes(colour=(1, 1, 1))),
        file(b"nonsense", "تالفة.png"),
        file(picture_bytes(colour=(2, 2, 2))),
    ]
    page = client.get(upload(client, files).url).content.decode()
    assert Picture.objects.count() == 2
    assert "تالفة.png" in page


def test_a_branch_is_asked_for_where_there_are_several():
    both = f.make_user(role="writer")
    for language in ("ar", "en"):
        f.Membership.objects.create(user=both, role="writer", branch=nairobi(), language=language)
    client = login(both)
    refused = upload_json(client)
    assert refused.status_code == 400
    assert refused.json()["error"]["message"]
    assert not Picture.objects.exists()
    assert upload_json(client, branch=nairobi().pk).status_code == 200
    assert Picture.objects.get().branch == nairobi()
    article = f.make_article()
    editor = reverse("ck_editor_5_upload_file")
    assert client.post(f"{editor}?article={article.pk}", {"upload": file()}).status_code == 200
    assert set(Picture.objects.values_list("branch__name_en", flat=True)) == {"Cairo", "Nairobi"}


@pytest.mark.parametrize("asked", ["another's branch", "no branch", "another's article"])
def test_nobody_uploads_into_another_branch(asked):
    client = login(f.make_user(role="manager"))
    theirs = f.make_article(branch=nairobi().pk)
    where = {
        "another's branch": {"branch": nairobi().pk},
        "no branch": {"branch": 10**30},
        "another's article": {"article": theirs.pk},
    }[asked]
    assert upload_json(client, **where).status_code == 403
    assert not Picture.objects.exists()


def test_the_service_asks_for_the_right_itself():
    with pytest.raises(Refusal, match="branch"):
        add_picture(picture_bytes(), by=f.make_user(role="manager"), branch=nairobi().pk)


def test_a_day_has_a_quota(monkeypatch):
    monkeypatch.setattr(picture_verbs, "DAILY_PICTURES", 2)
    writer = f.make_user(role="writer")
    client = login(writer)
    for colour in ((1, 1, 1), (2, 2, 2)):
        assert upload_json(client, picture_bytes(colour=colour)).status_code == 200
    refused = upload_json(client, picture_bytes(colour=(3, 3, 3)))
    assert refused.status_code == 429
    assert "2" in refused.json()["error"]["message"]
    Picture.objects.update(uploaded_at=database_now() - timedelta(days=1, minutes=1))
    assert upload_json(client, picture_bytes(colour=(3, 3, 3))).status_code == 200


def test_a_huge_request_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(middleware, "MAX_BODY", 300)
    client = login(f.make_user(role="writer"))
    refused = upload_json(client, b"x" * 1000)
    assert refused.status_code == 413
    assert refused.json()["error"]["message"]


@pytest.mark.parametrize("name", ["articles_picture_upload", "articles_picture_texts"])
def test_posts_need_the_token_and_a_login(name):
    url = reverse(f"admin:{name}", args=[make_picture().pk] if name.endswith("texts") else [])
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(f.make_user(role="writer"), "django.contrib.auth.backends.ModelBackend")
    assert strict.post(url, {"alt_ar": "وصف"}).status_code == 403
    assert Client().post(url, {"alt_ar": "وصف"}).status_code in (302, 403)
    assert login(f.make_user(role="writer")).get(url).status_code == 405


# Describing


def test_texts_are_set_logged_and_bounded():
    picture, writer = make_picture(), f.make_user(role="writer")
    url, client = reverse("admin:articles_picture_texts", args=[picture.pk]), login(writer)
    answer = client.post(url, {"alt_ar": "  وصفُ  الصورة ", "credit": "رويترز"}).json()
    assert (answer["alt_ar"], answer["credit"], answer["alt_en"]) == ("وصفُ الصورة", "رويترز", "")
    refused = client.post(url, {"alt_ar": "س" * 301})
    assert refused.status_code == 400
    assert "301" in refused.json()["error"]["message"]
    picture.refresh_from_db()
    assert picture.alt_ar == "وصفُ الصورة"
    history = client.get(reverse("admin:articles_picture_history", args=[picture.pk])).content.decode()
    assert writer.username in history


def test_another_branch_s_picture_is_not_there():
    picture, stranger = make_picture(), f.make_user(role="manager", branch=nairobi())
    client = login(stranger)
    assert client.post(reverse("admin:articles_picture_texts", args=[picture.pk]), {"alt_ar": "لي"}).status_code == 404
    assert client.get(reverse("admin:articles_picture_change", args=[picture.pk])).status_code in (302, 404)
    assert client.get(reverse("admin:articles_picture_delete", args=[picture.pk])).status_code == 404
    assert client.get(reverse("admin:articles_picture_choose")).json()["pictures"] == []
    with pytest.raises(Refusal, match="branch"):
        describe(picture, {"alt_ar": "لي"}, by=stranger)
    with pytest.raises(Refusal, match="gone"):
        delete_picture(picture.pk, by=stranger)


def test_the_branch_sees_a_picture_even_when_its_uploader_has_left():
    uploader = f.make_user(role="writer")
    picture = make_picture(by=uploader)
    f.Membership.objects.filter(user=uploader).delete()
    url = f"/media/{picture.file.name}"
    assert status(url, f.make_user(role="writer")) == 200
    assert status(url, f.User.objects.get(pk=uploader.pk)) == 404
    f.Membership.objects.create(user=uploader, role="writer", branch=nairobi(), language="ar")
    assert status(url, f.User.objects.get(pk=uploader.pk)) == 404, "it stayed with its branch"
    assert status(url, f.make_user(role="writer", branch=nairobi())) == 404


def test_the_form_stores_the_texts():
    client, picture = login(f.make_user(role="writer")), make_picture()
    url = reverse("admin:articles_picture_change", args=[picture.pk])
    client.post(
        url, {"alt_ar": "وصف", "alt_en": "Text", "caption_ar": "", "caption_en": "", "credit": "", "licence": ""}
    )
    picture.refresh_from_db()
    assert (picture.alt_ar, picture.alt_en) == ("وصف", "Text")


# Where used, and deleting


def test_it_says_where_it_is_used_and_counts_what_may_not_be_seen():
    picture, writer = make_picture(), f.make_user(role="writer")
    assert not uses(picture, writer)
    covered = f.make_article(cover=picture.pk)
    printed = f.make_article(body_ar=in_body(picture))
    f.publish(printed)
    boss = f.User.objects.create_superuser("boss")
    f.write(f.make_article(by=boss, body_ar=in_body(picture)), boss, branch=nairobi().pk)
    found = uses(picture, writer)
    assert {use.article.pk: use.where for use in found.reports} == {covered.pk: ("cover",), printed.pk: ("body",)}
    assert [len(use.editions) for use in sorted(found.reports, key=lambda use: use.article.pk)] == [0, 1]
    assert found.unseen == 1
    page = login(writer).get(reverse("admin:articles_picture_change", args=[picture.pk])).content.decode()
    assert covered.title_ar in page
    assert printed.title_ar in page


def test_two_branches_with_the_same_bytes_learn_nothing_of_each_other(committed):
    ours, theirs = make_picture(), make_picture(nairobi())
    assert ours.file.name == theirs.file.name
    f.make_article(branch=nairobi().pk, body_ar=in_body(theirs), cover=theirs.pk)
    editor = f.make_user(role="editor")
    assert not uses(ours, editor)
    name = ours.file.name
    committed(lambda: delete_picture(ours.pk, by=editor))
    assert default_storage.exists(name), "the other branch's"
    with pytest.raises(Refusal, match="used"):
        delete_picture(theirs.pk, by=f.make_user(role="editor", branch=nairobi()))


USED = ["cover", "body", "unsaved", "shared", "public", "withdrawn", "cancelled"]


@pytest.mark.both_databases
@pytest.mark.parametrize("how", USED)
def test_what_is_used_or_was_printed_is_not_deleted(how):
    picture, editor, writer = make_picture(), f.make_user(role="editor"), f.make_user(role="writer")
    describe(picture, {"alt_ar": "وصف"}, by=editor)
    article = f.make_article(by=writer, **({"cover": picture.pk} if how == "cover" else {}))
    if how == "unsaved":
        Autosave.objects.create(
            user=writer, tab="t", article=article, draft={"body_ar": in_body(picture)}, at=database_now()
        )
    elif how != "cover":
        f.write(article, writer, body_ar=in_body(picture))
    if how in ("public", "withdrawn"):
        f.publish(article)
    if how == "withdrawn":
        workflow.withdraw(article.pk, "ar", by=editor, reason="سبب")
    if how == "cancelled":
        f.publish(article, at=database_now() + timedelta(days=1))
        workflow.cancel(article.pk, "ar", by=editor)
    if how == "shared":
        workflow.share_preview(article.pk, "ar", by=writer)
    if how in ("public", "withdrawn", "cancelled", "shared"):
        if how in ("public", "withdrawn"):
            workflow.reopen(article.pk, "ar", by=writer)
        f.write(article, writer, body_ar="<p>بلا صورة</p>")
    url = reverse("admin:articles_picture_delete", args=[picture.pk])
    response = login(editor).post(url)
    assert response.status_code == 409
    if how not in ("unsaved", "shared"):
        assert f"\u2068{article}\u2069" in response.content.decode()
    assert default_storage.exists(picture.file.name)


def test_deleting_takes_the_files_and_is_an_editor_s(committed):
    picture = make_picture(size=(700, 500))
    sizes.make(picture)
    names = [picture.file.name, *picture.sizes.values_list("file", flat=True)]
    assert len(names) == 5
    url = reverse("admin:articles_picture_delete", args=[picture.pk])
    writer = login(f.make_user(role="writer"))
    assert writer.post(url).status_code == 409
    assert Picture.objects.exists()
    response = committed(lambda: login(f.make_user(role="editor")).post(url))
    assert response.status_code == 302
    assert not Picture.objects.exists()
    assert not any(default_storage.exists(name) for name in names)


def test_a_revision_does_not_hold_it_back_and_the_page_says_so():
    picture, writer = make_picture(), f.make_user(role="writer")
    article = f.make_article(by=writer, body_ar=in_body(picture))
    f.write(article, writer, body_ar="<p>بلا صورة</p>")
    editor = f.make_user(role="editor")
    found = uses(picture, editor)
    assert (bool(found), found.revisions) == (False, 1)
    delete_picture(picture.pk, by=editor)


def test_an_author_s_photo_outlives_the_library_s_row(committed):
    picture, author = make_picture(), f.make_author()
    author.photo = picture.file.name
    author.save()
    committed(lambda: delete_picture(picture.pk, by=f.make_user(role="editor")))
    assert status(f"/media/{author.photo.name}") == 200


# The grid and the picker


@pytest.mark.both_databases
def test_the_filters():
    me, other = f.make_user(role="writer"), f.make_user(role="writer")
    mine = make_picture(by=me, colour=(1, 0, 0))
    covering, shown = make_picture(by=other, colour=(2, 0, 0)), make_picture(by=other, colour=(3, 0, 0))
    describe(covering, {"alt_en": "Text"}, by=other)
    f.make_article(cover=covering.pk)
    f.make_article(body_en=in_body(shown))
    client, url = login(me), reverse("admin:articles_picture_changelist")

    def found(query: str) -> set[int]:
        return {picture.pk for picture in client.get(f"{url}?{query}").context["cl"].result_list}

    everything = {mine.pk, covering.pk, shown.pk}
    assert found("") == everything
    assert found("show=mine") == {mine.pk}
    assert found("show=unused") == {mine.pk}
    assert found("show=no_alt") == {mine.pk, shown.pk}
    assert client.get(f"{url}?branch={10**30}").status_code == 200


SEARCHES = [
    ("أسرة", "اسره", True),
    ("مَدْرَسَةٌ قديمة", "مدرسه", True),
    ("هيئة الأمم", "هيئه الامم", True),
    ("مسؤول كبير", "مسئول", True),
    ("شاطئ الإسكندرية", "شاطى الاسكندريه", True),
    ("مـــصـــر", "مصر", True),
    ("خطة ٢٠٣٠", "2030", True),
    ("Port Said", "said PORT", True),
    ("ميناء", "مطار", False),
    ("ميناء", "مينا.*", True),
    ("ميناء", "((((", True),
    ("ميناء", "x((((", False),
]


@pytest.mark.both_databases
@pytest.mark.parametrize(("text", "words", "found"), SEARCHES)
def test_search_reads_arabic_as_people_type_it(text, words, found):
    picture = make_picture()
    Picture.objects.filter(pk=picture.pk).update(caption_ar=text)
    assert Picture.objects.filter(matching(words)).exists() is found


def test_the_picker_s_answers():
    client, branch = login(f.make_user(role="writer")), f.make_branch()
    made = upload_json(client, branch=branch.pk).json()
    assert made["thumb"] == made["url"], "until its sizes are made"
    listed = client.get(reverse("admin:articles_picture_choose"), {"branch": branch.pk, "q": ""}).json()
    assert listed == {"pictures": [made], "next": None}
    assert client.get(reverse("admin:articles_picture_choose"), {"id": made["id"]}).json()["pictures"] == [made]
    assert client.get(reverse("admin:articles_picture_choose"), {"q": "لا شيء"}).json()["pictures"] == []
    assert client.get(reverse("admin:articles_picture_choose"), {"page": "x", "article": "9" * 40}).status_code == 200


def test_queries_do_not_grow_with_the_library():
    client = login(f.make_user(role="editor"))
    urls = [reverse("admin:articles_picture_changelist"), reverse("admin:articles_picture_choose")]

    def count(url: str) -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    make_picture()
    few = [count(url) for url in urls]
    writer, branch = f.make_user(role="writer"), f.make_branch()
    for n in range(12):
        name = f"{n:064x}.png"
        picture = Picture.objects.create(file=name, width=400, height=300, branch=branch, uploaded_by=writer)
        PictureSize.objects.create(picture=picture, width=320, height=240, format="webp", file=f"{name}.w320.webp")
    assert [count(url) for url in urls] == few


# Other sizes


def test_sizes_are_smaller_and_follow_the_original_s_rule():
    picture = make_picture(size=(700, 500))
    assert sizes.make(picture) == 4
    found = {(size.format, size.width, size.height) for size in picture.sizes.all()}
    assert found == {(kind, *size) for kind in ("avif", "webp") for size in ((320, 229), (640, 457))}
    urls = [f"/media/{size.file}" for size in picture.sizes.all()]
    assert [status(url) for url in urls] == [404] * 4
    assert [status(url, f.make_user(role="writer")) for url in urls] == [200] * 4
    assert [status(url, f.make_user(role="writer", branch=nairobi())) for url in urls] == [404] * 4
    describe(picture, {"alt_ar": "وصف"}, by=picture.uploaded_by)
    edition = f.make_edition(cover=picture.pk)
    for size in picture.sizes.all():
        response = Client().get(f"/media/{size.file}")
        assert response["Content-Type"] == f"image/{size.format}"
        stored = Image.open(BytesIO(b"".join(response.streaming_content)))
        assert (stored.format, stored.size) == (size.format.upper(), (size.width, size.height))
    assert status(f"/media/{picture.file.name}.w960.avif") == 404, "never enlarged"
    workflow.withdraw(edition.article_id, "ar", by=f.make_user(role="editor"), reason="سبب")
    assert [status(url) for url in urls] == [410] * 4


@pytest.mark.parametrize("suffix", [".w640.png", ".w6.avif", ".w99999.avif", ".w640.avif.w320.avif", ".avif", ".w640"])
def test_no_other_suffix_is_served(suffix):
    picture = make_picture()
    assert status(f"/media/{picture.file.name}{suffix}", picture.uploaded_by) == 404


def test_the_command_makes_what_is_missing_and_anew():
    small, large = make_picture(colour=(5, 5, 5)), make_picture(size=(400, 300), colour=(6, 6, 6))
    call_command("make_picture_sizes", dry_run=True, verbosity=0)
    assert not PictureSize.objects.exists()
    call_command("make_picture_sizes", verbosity=0)
    assert set(PictureSize.objects.values_list("picture", flat=True)) == {large.pk}
    again = default_storage.get_modified_time(large.sizes.first().file)
    call_command("make_picture_sizes", missing=True, verbosity=0)
    assert default_storage.get_modified_time(large.sizes.first().file) == again
    call_command("make_picture_sizes", verbosity=0)
    assert large.sizes.count() == 2
    assert small.sizes.count() == 0


def test_an_upload_orders_its_sizes_and_does_not_wait_for_them(monkeypatch, committed):
    ordered = []
    monkeypatch.setattr(type(sizes.make_sizes), "enqueue", lambda task, *args: ordered.append(args))
    picture = committed(lambda: make_picture(size=(700, 500)))
    assert ordered == [(picture.pk,)]
    assert not picture.sizes.exists()
    sizes.make_sizes.func(picture.pk)
    assert sizes.thumbnail(Picture.objects.get()) == f"/media/{picture.file.name}.w320.webp"
    sizes.make_sizes.func(picture.pk + 999)


def test_json_is_what_the_editor_reads():
    response = login(f.make_user(role="writer")).post(reverse("ck_editor_5_upload_file"), {"upload": file()})
    assert set(json.loads(response.content)) == {"url"}
    drain(response)
