"""What is larger than any report, or made to be slow, is refused before anything is worked out of it.

No clock here: work is counted. How long each takes is for tests/benchmarks/hostile.py.
"""

import unicodedata

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from articles.desk import workflow
from articles.desk.article import limits
from articles.desk.autosave import autosaves
from articles.desk.form.attributions import AttributionFormSet
from articles.desk.importers.run import import_files
from articles.desk.pictures import views as library
from articles.models import Article, Autosave, Picture
from articles.press.html import inline, normal_form, reading, sanitise
from articles.press.html.sanitise import TooLarge, canonical
from authors.models import Page
from shaf.product.limits import (
    ATTRIBUTIONS,
    BODY_BYTES,
    COMBINING_MARKS,
    REQUEST_BYTES,
    REQUEST_FIELDS,
    REQUEST_FILES,
    TYPED,
)
from shaf.text import arabic
from tests import factories as f
from tests.benchmarks.growing import GROWING
from tests.benchmarks.hostile_requests import BODIES, FIELDS, Desk, largest, png

pytestmark = pytest.mark.one_database

MARKS = "a" + "\u0301\u0323" * TYPED


@pytest.fixture
def desk(db) -> Desk:
    return Desk()


def page_of(response) -> str:
    return response.content.decode()


# Normal forms


def longest_run(text: str) -> int:
    longest = run = 0
    for sign in unicodedata.normalize("NFD", text):
        run = run + 1 if unicodedata.combining(sign) else 0
        longest = max(longest, run)
    return longest


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_marks_are_never_sorted_by_the_thousand(form):
    text = "ا" + "\u0301\u0323\u05b0\u064b" * 200 + "ب\u0301"
    got = arabic.normalised(form, text)
    assert longest_run(got) == COMBINING_MARKS
    assert sorted(got.replace(arabic.JOINER, "")) == sorted(unicodedata.normalize(form, text))
    assert arabic.normalised(form, got) == got


@given(st.text(st.sampled_from("aاé…!\u0301\u0323\u0344\u05b0\u064b\u0f73\u1100\u1161 \n"), max_size=80))
def test_ordinary_text_is_normalised_as_ever(text):
    got = arabic.normalised("NFC", text)
    assert arabic.normalised("NFC", got) == got
    if longest_run(text) <= COMBINING_MARKS:
        assert got == unicodedata.normalize("NFC", text)
    assert longest_run(got) <= COMBINING_MARKS + 2  # a letter may bring marks of its own


# Fields


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_past_all_measure_is_not_normalised(desk, field, monkeypatch):
    article, seen = desk.article, []
    monkeypatch.setattr(arabic, "composed", lambda text: seen.append(len(text)) or text)
    response = desk.save(**{field: MARKS})
    assert response.status_code in (200, 409)
    assert max(seen, default=0) <= TYPED
    # It is said, and the text is still in the form.
    assert 'class="errorlist' in page_of(response)
    assert MARKS in page_of(response)
    article.refresh_from_db()
    assert article.version == 1


def test_untyped_names_the_field_and_the_row():
    rows = [{"title": "", "url": "x" * (TYPED + 1), "authors": []}]
    found = list(limits.untyped({"title_ar": "x" * (TYPED + 1), "body_ar": "x" * BODY_BYTES, "attributions": rows}))
    assert [(problem.field, problem.row, problem.part) for problem in found] == [
        ("title_ar", None, ""),
        ("attributions", 0, "url"),
    ]
    assert [p.field for p in limits.untyped({"attributions": [{}] * (ATTRIBUTIONS + 1)})] == ["attributions"]
    assert not list(limits.untyped({"title_ar": "x" * TYPED, "topics": [1], "cover": None, "series_number": "x"}))


def test_what_is_kept_unsaved_leaves_out_what_nobody_typed(desk):
    assert desk.keep(standfirst_ar=MARKS, title_ar="يبقى").status_code == 413
    assert Autosave.objects.get().draft == {"title_ar": "يبقى"}
    rows = {f"attributions-{n}-title": "x" for n in range(ATTRIBUTIONS + 1)}
    told = rows | {"attributions-TOTAL_FORMS": "99999999", "attributions": ""}
    assert desk.keep(**told).status_code == 413


@pytest.mark.parametrize("reason", [True, False])
def test_a_remark_or_a_reason_past_all_measure_is_not_folded(desk, reason, monkeypatch):
    article = desk.small
    monkeypatch.setattr(arabic, "fold", lambda text: pytest.fail("folded") if len(text) > 2_000 else text)
    address = reverse("admin:articles_article_review", args=[article.pk, "ar"])
    verb = {"verb": "send_back", "reason": MARKS} if reason else {"verb": "remark", "text": MARKS}
    assert desk.editing.post(address, verb).status_code == 409


# Bodies


@pytest.mark.parametrize("name", [name for name, (_make, refused) in BODIES.items() if refused])
def test_a_hostile_body_is_refused_before_it_is_put_into_normal_form(name, monkeypatch):
    passes, clean = [], sanitise.nh3.clean
    monkeypatch.setattr(sanitise.nh3, "clean", lambda *args, **more: passes.append(1) or clean(*args, **more))
    monkeypatch.setattr(normal_form, "_flow", lambda *_args: pytest.fail("worked out"))
    with pytest.raises(TooLarge):
        canonical(BODIES[name][0]())
    assert len(passes) <= 2


@pytest.mark.parametrize("name", GROWING)
def test_a_text_of_any_shape_stays_as_it_is_once_in_normal_form(name):
    once = canonical(GROWING[name](100))
    assert canonical(once) == once


def test_a_long_text_is_one_run_and_not_one_for_each_word():
    text = " a\u00a0\u00a0b  " * 1_000
    (run,) = inline._folded([inline.Run(text, {})])
    assert run.content == " ".join(["a\u00a0b"] * 1_000)


def test_equal_headings_and_references_get_names_of_their_own():
    body, contents = reading.with_anchors(canonical("<h2>a</h2>" * 300 + '<h2 id="h-a-7">b</h2>'))
    assert len({heading["id"] for heading in contents}) == 301
    notes = canonical(GROWING["references to one footnote"](90))
    assert notes.count('id="fnref-1') == notes.count('id="fnref-1"') + notes.count('id="fnref-1-') == 100
    assert body


@pytest.mark.parametrize("tag", ["<a {}>x</a>", "<p {}>x", "<svg {}><p>x", "</p {}>x"])
def test_attributes_are_counted_before_a_parser_compares_them(tag, monkeypatch):
    few, many = (tag.format(" ".join(f"a{n}='x>y'" for n in range(count))) for count in (100, 101))
    canonical(few)
    monkeypatch.setattr(sanitise.nh3, "clean", lambda *_args, **_more: pytest.fail("parsed"))
    with pytest.raises(TooLarge):
        canonical(many)


def test_the_largest_report_that_is_promised_is_saved_from_the_form(desk):
    page = desk.writing.get(reverse("admin:articles_article_change", args=[desk.article.pk]))
    # With letters escaped it would not fit into a request.
    assert 'enctype="multipart/form-data"' in page_of(page)
    assert desk.save(body_ar=largest()).status_code == 302
    desk.article.refresh_from_db()
    assert arabic.count_words(reading.plain_text(desk.article.body_ar)) > 60_000
    assert 2 * BODY_BYTES < REQUEST_BYTES


# Rows and files


def test_a_form_that_claims_rows_gets_those_it_has(desk, monkeypatch):
    made, construct = [], AttributionFormSet._construct_form
    monkeypatch.setattr(AttributionFormSet, "_construct_form", lambda s, i, **k: made.append(i) or construct(s, i, **k))
    assert desk.save(**{"attributions-TOTAL_FORMS": "99999999"}).status_code == 302
    assert set(made) == {0}
    made.clear()
    rows = {f"attributions-{n}-title": "عمل" for n in range(1, ATTRIBUTIONS + 200)}
    response = desk.save(**rows, **{"attributions-TOTAL_FORMS": str(ATTRIBUTIONS + 200)})
    assert response.status_code == 200
    assert max(made) <= ATTRIBUTIONS
    assert f"أكثر من {ATTRIBUTIONS}" in page_of(response)


def test_pictures_of_one_upload_are_bounded_and_each_that_is_left_is_named(desk, monkeypatch):
    monkeypatch.setattr(library, "REQUEST_PIXELS", 1_000)
    files = [SimpleUploadedFile(f"{n}.png", png(30 + n), "image/png") for n in range(4)]
    response = desk.writing.post(reverse("admin:articles_picture_upload"), {"file": files}, follow=True)
    assert Picture.objects.count() == 2
    assert "\u20682.png\u2069، \u20683.png\u2069" in page_of(response)
    assert "\u20681.png\u2069" not in page_of(response)


def test_broken_pictures_count_as_the_largest(desk, monkeypatch):
    tried = []
    broken = library.Refusal("broken", "x")

    def add(_request, file):
        tried.append(file.name)
        raise broken

    monkeypatch.setattr(library, "_add", add)
    files = [SimpleUploadedFile(f"{n}.png", b"x", "image/png") for n in range(6)]
    desk.writing.post(reverse("admin:articles_picture_upload"), {"file": files})
    assert tried == ["0.png", "1.png"]


# What was not read


def too_big(desk: Desk):
    return desk.save(title_en="a" * REQUEST_BYTES)


def too_many_fields(desk: Desk):
    return desk.save(**{f"x{n}": "" for n in range(REQUEST_FIELDS)})


def too_many_files(desk: Desk):
    return desk.pictures(REQUEST_FILES + 1, b"x")


def no_form(desk: Desk):
    return desk.writing.post("/admin/", b"x", content_type="multipart/form-data; boundary=")


def read_only_address(desk: Desk):
    return desk.writing.get(reverse("admin:articles_picture_upload"))


def not_allowed(desk: Desk):
    return desk.writing.get("/admin/auth/user/add/")


def no_lookup(desk: Desk):
    return desk.writing.get("/admin/autocomplete/")


def entrance(desk: Desk):
    return desk.anybody.post("/admin/login/", {"username": "a" * 100_000, "password": "x"})


def all_at_once(desk: Desk):
    return desk.anybody.post("/admin/", {"a": "x"}, CONTENT_LENGTH=str(10**9))


@pytest.mark.parametrize(
    ("send", "status", "says"),
    [
        (too_big, 413, "60 ألف كلمة"),
        (too_many_fields, 413, "المراجع"),
        (too_many_files, 413, f"{REQUEST_FILES} ملفًا"),
        (no_form, 400, "ناقص"),
        (read_only_address, 405, "زر"),
        (not_allowed, 403, "مدير فرعك"),
        (no_lookup, 403, "مدير فرعك"),
        (entrance, 413, "كلمة مرور"),
        (all_at_once, 413, "50"),
    ],
)
def test_what_was_not_read_is_refused_in_words(desk, send, status, says):
    response = send(desk)
    assert response.status_code == status
    assert response["Content-Language"] == "ar"
    assert says in page_of(response)
    assert "<html" in page_of(response)
    assert 'lang="ar"' in page_of(response)
    desk.article.refresh_from_db()
    assert desk.article.version == 1
    # To a script it is said in JSON.
    for client in (desk.writing, desk.anybody):
        client.defaults["HTTP_ACCEPT"] = "application/json"
    response = send(desk)
    assert response.status_code == status
    told = response.json()
    assert told["message"] == told["error"]["message"]
    assert says in told["message"] or status == 403


def test_what_was_too_large_is_still_in_the_browser_and_it_says_so(desk):
    assert "ما كتبته لا يزال في متصفحك" in page_of(too_big(desk))


@pytest.mark.django_db
def test_an_address_past_all_measure_is_refused_in_words(client):
    for path, text in (("/search/?", "لم يفهم"), ("/en/search/?", "did not understand")):
        response = client.get(path + "a=1&" * (REQUEST_FIELDS + 1))
        assert response.status_code == 400
        assert text in page_of(response)


# The database is busy


def test_a_writer_who_meets_a_locked_database_keeps_the_text(desk, monkeypatch):
    def locked(*_args, **_more):
        raise OperationalError("database is locked")

    monkeypatch.setattr(workflow, "write", locked)
    response = desk.save(title_ar="عنوان لا يضيع")
    assert response.status_code == 503
    assert response["Retry-After"]
    assert "عنوان لا يضيع" in page_of(response)
    assert "أرسله مرة أخرى" in page_of(response)
    monkeypatch.setattr(autosaves, "keep", locked)
    response = desk.keep(title_ar="عنوان")
    assert (response.status_code, response.json()["code"]) == (503, "busy")


def imported(desk: Desk, tmp_path):
    from tests.desk.test_import_reports import BODY, arabic

    path = tmp_path / "a.ar.txt"
    path.write_text(arabic(body=BODY))
    import_files([path], by=desk.writer, branch=f.make_branch())


def restored(desk: Desk, _tmp_path):
    f.write(desk.article, desk.writer, title_ar="آخر")
    workflow.restore(desk.article.pk, by=desk.writer, version=1, base_version=2)


def page_of_the_centre(desk: Desk, _tmp_path):
    client = desk.client(f.make_user(is_superuser=True))
    told = {"name_ar": "عن المركز", "body_ar": "<p>نص</p>", "order": "1"}
    assert client.post("/admin/authors/page/add/", told).status_code == 302
    assert Page.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "act",
    [
        lambda desk, _path: desk.save(body_ar="<p>نص آخر</p>"),
        lambda desk, _path: desk.keep(body_ar="<p>نص آخر</p>"),
        lambda desk, _path: f.make_article(by=desk.writer),
        lambda desk, _path: f.write(desk.article, desk.writer, body_ar="<p>نص آخر</p>"),
        restored,
        imported,
        page_of_the_centre,
    ],
    ids=["form", "autosave", "create", "write", "restore", "import", "page of the centre"],
)
def test_texts_are_put_into_normal_form_before_the_transaction_opens(act, tmp_path, monkeypatch):
    desk = Desk()
    assert desk.article.version == 1
    inside, work = [], sanitise._canonical

    def noted(text):
        inside.append(connection.in_atomic_block and bool(text))
        return work(text)

    monkeypatch.setattr(sanitise, "_canonical", noted)
    act(desk, tmp_path)
    assert len(inside) > 0
    assert not any(inside)
    assert Article.objects.exists()
