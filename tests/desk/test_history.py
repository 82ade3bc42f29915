"""Versions, editions and the way back."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article import draft
from articles.desk.article.refusal import Refusal
from articles.desk.diff.drafts import compare_drafts
from articles.desk.workflow.files import add_file
from articles.models import Article, Picture, ReportFile, Revision, Track, Transition
from authors.models import Author, ReportType, Series, Topic
from shaf.db.clock import database_now
from tests import factories as f
from tests.report_files import pdf

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def make_picture(by, name="a" * 64) -> Picture:
    return Picture.objects.create(
        file=f"{name}.png", width=8, height=6, alt_ar="وصف", alt_en="alt", uploaded_by=by, branch=f.make_branch()
    )


def read(article) -> dict:
    return draft.read(Article.objects.get(pk=article.pk))


def version_of(article) -> int:
    return Article.objects.get(pk=article.pk).version


def restore(article, by, version=1, **kwargs):
    return workflow.restore(article.pk, by=by, version=version, **{"base_version": version_of(article)} | kwargs)


@pytest.fixture
def writer():
    return f.make_user(role="writer")


@pytest.fixture
def full(writer):
    """An article whose every field was filled in version 1 and changed in version 2."""
    series = Series.objects.create(name_ar="سلسلة أولى"), Series.objects.create(name_ar="سلسلة ثانية")
    pictures = make_picture(writer), make_picture(writer, "b" * 64)
    kinds = [ReportType.objects.create(name_ar=name) for name in ("نوع أول", "نوع ثان")]
    files = [add_file(pdf(mark), by=writer, branch=f.make_branch().pk, title_ar="ورقة") for mark in (b"", b"% 2\n")]
    article = f.make_article(
        by=writer,
        feed_id_ar="https://old.example/?p=1",
        feed_id_en="https://old.example/?p=2",
        report_type=kinds[0].pk,
        files=[files[0].pk],
        key_points_ar="نقطة",
        key_points_en="Point",
        slug_ar="قديم",
        slug_en="old",
        topics=[f.make_topic().pk],
        series=series[0].pk,
        series_number=3,
        cover=pictures[0].pk,
        correction_note_ar="بيان",
        correction_kind_ar="minor",
        correction_note_en="Note",
        correction_kind_en="substantive",
    )
    new = {f"{field}_{language}": "آخر" for field in draft.ARTICLE_FIELDS for language in draft.LANGUAGES}
    new |= {f"feed_id_{language}": "" for language in draft.LANGUAGES}
    f.write(
        article,
        writer,
        **new,
        **{f"correction_note_{language}": "" for language in draft.LANGUAGES},
        **{f"correction_kind_{language}": "" for language in draft.LANGUAGES},
        topics=[f.make_topic("آخر", "Other").pk],
        series=series[1].pk,
        series_number=4,
        cover=pictures[1].pk,
        report_type=kinds[1].pk,
        files=[files[1].pk],
        attributions=[{"kind": "byline", "source": f.make_publisher().pk, "authors": [], "date": "2026-01-01"}],
    )
    return article


def test_restoring_gives_every_field_back_as_a_new_version(full, writer):
    first, second = (full.revisions.get(version=n).draft for n in (1, 2))
    assert all(first[field] != second[field] for field in draft.FIELDS if field != "branch")
    assert read(full) == second
    article = restore(full, writer)
    assert article.version == 3
    assert read(full) == first == full.revisions.get(version=3).draft
    assert [full.revisions.get(version=n).draft for n in (1, 2)] == [first, second]
    assert Transition.objects.filter(article=full, verb="restore", by=writer).count() == 1
    restore(full, writer, 2)
    assert read(full) == second


def test_the_branch_is_restored_where_both_are_ones_own():
    nairobi = f.make_branch("نيروبي", "Nairobi")
    writer = f.make_user(role="writer")
    stranger = f.make_user(role="writer", branch=nairobi)
    for language in ("ar", "en"):
        f.Membership.objects.create(user=writer, role="writer", branch=nairobi, language=language)
    article = f.make_article(by=writer)
    f.write(article, writer, branch=nairobi.pk)
    with pytest.raises(Refusal, match="branch"):
        restore(article, stranger)
    restore(article, writer)
    assert read(article)["branch"] == f.make_branch().pk


def in_review(article, writer):
    workflow.submit(article.pk, "ar", by=writer)


def approved(article, writer):
    f.publish(article, "ar")


def binned(article, writer):
    workflow.bin(article.pk, by=writer)


REFUSED = {
    "another branch": ("branch", {"branch": "نيروبي"}, {"title_ar": "جديد"}, None),
    "a language that is not mine": ("language", {"languages": ("ar",)}, {"title_en": "New"}, None),
    "in review": ("locked", {}, {"title_ar": "جديد"}, in_review),
    "shared fields in review": ("locked", {}, {"topics": []}, in_review),
    "approved": ("locked", {}, {"title_ar": "جديد"}, approved),
    "approved, in a language that is not mine": ("language", {"languages": ("en",)}, {"topics": []}, approved),
    "in the bin": ("binned", {}, {"title_ar": "جديد"}, binned),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_as_any_save_would_be(case, writer):
    code, who, changes, then = REFUSED[case]
    branch = f.make_branch(who["branch"], "Nairobi") if "branch" in who else f.make_branch()
    by = f.make_user(role="writer", branch=branch, languages=who.get("languages", ("ar", "en")))
    article = f.make_article(by=writer, topics=[f.make_topic().pk])
    f.write(article, writer, **changes)
    if then:
        then(article, writer)
    before = read(article), version_of(article), [t.state for t in article.tracks.all()]
    with pytest.raises(Refusal) as refused:
        restore(article, by)
    assert refused.value.code == code
    assert (
        read(article),
        version_of(article),
        [t.state for t in Article.objects.get(pk=article.pk).tracks.all()],
    ) == before
    assert not Transition.objects.filter(verb="restore").exists()


def test_shared_fields_return_approved_tracks_to_draft(writer):
    article = f.make_article(by=writer, topics=[f.make_topic().pk])
    f.write(article, writer, topics=[])
    f.publish(article, "ar")
    restore(article, writer)
    assert article.tracks.get(language="ar").state == Track.State.DRAFT


def test_whoever_restores_has_contributed(writer):
    article = f.make_article(by=writer)
    f.write(article, writer, title_ar="جديد")
    editor = f.make_user(role="editor")
    restore(article, editor)
    with pytest.raises(Refusal, match="four_eyes"):
        f.publish(article, "ar", approver=editor)


def test_nothing_is_merged_in_silence(writer):
    article = f.make_article(by=writer)
    f.write(article, writer, title_ar="ثانٍ")
    seen = version_of(article)
    f.write(article, writer, standfirst_ar="كُتب بعد ذلك")
    with pytest.raises(Refusal, match="stale_version"):
        restore(article, writer, base_version=seen)
    assert read(article)["standfirst_ar"] == "كُتب بعد ذلك"
    with pytest.raises(Refusal, match="gone"):
        restore(article, writer, version=77)
    restore(article, writer)
    with pytest.raises(Refusal, match="unchanged"):
        restore(article, writer)


def test_what_was_deleted_since_is_named_and_left_out_only_on_request(full, writer):
    old = full.revisions.get(version=1).draft
    gone = {
        ("topic", old["topics"][0]),
        ("series", old["series"]),
        ("picture", old["cover"]),
        ("reporttype", old["report_type"]),
        ("reportfile", old["files"][0]),
        ("author", old["attributions"][1]["authors"][0]),
        ("source", old["attributions"][1]["source"]),
    }
    models = {"topic": Topic, "series": Series, "picture": Picture, "author": Author, "source": f.Source}
    models |= {"reporttype": ReportType, "reportfile": ReportFile}
    for kind, pk in gone:
        models[kind].objects.get(pk=pk).delete()
    said = " ".join(map(str, compare_drafts(read(full), old).parts))
    assert all(f"{pk}" in said for _kind, pk in gone)
    page = client_of(writer).get(address("restore", full, 1)).content.decode()
    assert all(f'value="{kind}:{pk}"' in page for kind, pk in gone)
    for enough in (set(), gone - {("author", old["attributions"][1]["authors"][0])}):
        with pytest.raises(Refusal, match="missing"):
            restore(full, writer, leave_out=enough)
    restore(full, writer, leave_out=gone)
    now = read(full)
    assert (now["topics"], now["series"], now["cover"]) == ([], None, None)
    assert now["title_ar"] == old["title_ar"]
    assert now["attributions"][1] | {"source": old["attributions"][1]["source"]} == old["attributions"][1] | {
        "authors": []
    }


def test_an_author_who_was_merged_since_is_credited_as_the_one_that_stays(writer):
    kept = f.make_author("منى سالم", "Mona")
    article = f.make_article(by=writer)
    f.write(article, writer, attributions=[])
    duplicate = Author.objects.get(pk=article.revisions.get(version=1).draft["attributions"][0]["authors"][0])
    workflow.merge_authors(duplicate.pk, into=kept.pk, by=f.User.objects.create_superuser("boss"))
    restore(article, writer)
    assert read(article)["attributions"][0]["authors"] == [kept.pk]


# The pages


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(name, article, *args) -> str:
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *args])


def pages(article) -> list[str]:
    return [
        address("versions", article),
        address("versions_compare", article),
        address("restore", article, 1),
        address("editions", article, "ar"),
        address("editions_compare", article, "ar"),
    ]


@pytest.fixture
def corrected(writer):
    """Published, and published again with a correction."""
    article = f.make_article(by=writer, title_ar="عنوان أول")
    f.publish(article, "ar", approver=f.make_user(role="editor", first_name="كريم", last_name="الشافعي"))
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, title_ar="عنوان ثانٍ", correction_note_ar="صُحّح العنوان.", correction_kind_ar="substantive")
    f.publish(article, "ar")
    return article


@pytest.mark.parametrize(("who", "status"), [("own", 200), ("other branch", 404), ("no role", 302), ("anonymous", 302)])
def test_who_sees_the_pages(corrected, writer, who, status):
    client = {
        "own": lambda: client_of(writer),
        "other branch": lambda: client_of(f.make_user(role="manager", branch=f.make_branch("نيروبي", "Nairobi"))),
        "no role": lambda: client_of(f.make_user()),
        "anonymous": Client,
    }[who]()
    for path in pages(corrected):
        assert client.get(path).status_code == status, path
    if who == "other branch":
        assert client.post(address("restore", corrected, 1), {"base_version": 2}).status_code == 404


def test_a_guest_reads_his_own_language_and_no_more(writer):
    article = f.make_article(by=writer, title_ar="سرّ عربي", title_en="Open English")
    f.write(article, writer, title_en="Open English again", title_ar="سرّ عربي ثانٍ")
    guest = f.make_user(role="editor", branch=f.make_branch("نيروبي", "Nairobi"), languages=("en",))
    workflow.call_in(article.pk, "en", by=f.make_user(role="manager"), editor=guest)
    client = client_of(guest)
    page = client.get(address("versions_compare", article)).content.decode()
    assert "Open English" in page
    assert "<del>سر" not in page
    assert "ثانٍ" not in page.partition('id="content-main"')[2].partition("changes")[2]
    assert client.get(address("editions", article, "en")).status_code == 200
    assert client.get(address("editions", article, "ar")).status_code == 404
    assert client.get(address("restore", article, 1)).status_code == 404


def test_versions_say_who_when_and_what(corrected, writer):
    page = client_of(writer).get(address("versions", corrected)).content.decode()
    assert writer.username in page
    assert "العنوان (العربية)" in page
    assert address("restore", corrected, 1) in page
    assert address("restore", corrected, version_of(corrected)) not in page


def test_the_difference_of_any_two_versions(corrected, writer):
    client = client_of(writer)
    for query in ("?old=1&new=2", "?old=2&new=1", "?new=2", ""):
        page = client.get(address("versions_compare", corrected) + query).content.decode()
        assert "<del>أول</del><ins>ثانٍ</ins>" in page, query
    first = client.get(address("versions_compare", corrected) + "?new=1").content.decode()
    assert "<ins>عنوان أول</ins>" in first
    for query in ("?old=9", "?new=x", "?old=-1", "?new=99999999999999999999", "?old=%00"):
        assert client.get(address("versions_compare", corrected) + query).status_code == 404, query


@pytest.mark.both_databases
def test_versions_are_paged_and_cost_the_same_queries(corrected, writer):
    client = client_of(writer)
    client.get(address("versions", corrected))

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address("versions", corrected)).status_code == 200
        return len(seen)

    before = queries()
    last = corrected.revisions.first()
    Revision.objects.bulk_create(
        Revision(article=corrected, version=n, by=f.make_user(role="writer"), at=last.at, draft=last.draft, changed={})
        for n in range(3, 40)
    )
    assert queries() == before
    page = client.get(address("versions", corrected)).content.decode()
    assert page.count('name="old"') == 25
    more = client.get(address("versions", corrected) + "?before=15").content.decode()
    assert more.count('name="old"') == 14
    assert "?before=" not in more
    assert client.get(address("versions", corrected) + "?before=x").status_code == 404


def test_restoring_shows_what_will_change_and_then_does_it(corrected, writer):
    workflow.reopen(corrected.pk, "ar", by=writer)
    client = client_of(writer)
    path = address("restore", corrected, 1)
    page = client.get(path)
    assert "<del>ثانٍ</del><ins>أول</ins>" in page.content.decode()
    assert read(corrected)["title_ar"] == "عنوان ثانٍ"
    assert client.post(path, {"base_version": "x"}).status_code == 409
    seen = page.context["base_version"]
    f.write(corrected, writer, title_ar="عنوان ثالث")
    stale = client.post(path, {"base_version": seen})
    assert stale.status_code == 409
    assert "<del>ثالث</del><ins>أول</ins>" in stale.content.decode()
    assert read(corrected)["title_ar"] == "عنوان ثالث"
    done = client.post(path, {"base_version": stale.context["base_version"]})
    assert done.status_code == 302
    assert read(corrected)["title_ar"] == "عنوان أول"
    assert client.get(address("restore", corrected, 77)).status_code == 404
    assert "مطابق" in client.get(path).content.decode()


@pytest.mark.both_databases
def test_editions_say_who_wrote_and_approved_and_why_each_ended(corrected, writer):
    first, second = corrected.editions.order_by("number")
    client = client_of(writer)
    page = client.get(address("editions", corrected, "ar")).content.decode()
    for said in ("كريم الشافعي", "صُحّح العنوان.", first.fingerprint, first.seal, second.seal):
        assert said in page
    assert f'href="{reverse("site:edition", args=[corrected.pk, 1])}"' in page
    assert f'href="{reverse("site:report", args=[corrected.pk, second.slug])}"' in page
    assert f'<code dir="ltr">{first.fingerprint}</code>' in page
    compared = client.get(address("editions_compare", corrected, "ar") + "?old=1&new=2").content.decode()
    assert "<del>أول</del><ins>ثانٍ</ins>" in compared
    assert "<ins>صُحّح العنوان.</ins>" in compared
    assert client.get(address("editions_compare", corrected, "ar") + "?old=5").status_code == 404
    assert client.get(address("editions_compare", corrected, "en")).status_code == 404
    workflow.withdraw(corrected.pk, "ar", by=f.make_user(role="editor"), reason="سبب معلن")
    assert "سبب معلن" in client.get(address("editions", corrected, "ar")).content.decode()


def test_what_was_only_scheduled_has_no_public_address(writer):
    article = f.make_article(by=writer)
    f.publish(article, "ar", at=database_now() + timedelta(days=1))
    client = client_of(writer)
    page = client.get(address("editions", article, "ar")).content.decode()
    assert "مجدولة" in page
    assert f"/articles/{article.pk}/" not in page.replace("/admin/articles/article/", "")
    workflow.cancel(article.pk, "ar", by=f.make_user(role="editor"))
    assert "لم تُنشر" in client.get(address("editions", article, "ar")).content.decode()


def test_the_form_leads_to_both(corrected, writer):
    page = client_of(writer).get(reverse("admin:articles_article_change", args=[corrected.pk])).content.decode()
    assert address("versions", corrected) in page
    assert address("editions", corrected, "ar") in page


def test_hostile_text_stays_text(writer):
    hostile = "<script>alert(1)</script>"
    article = f.make_article(by=writer, title_ar=hostile, standfirst_ar=hostile, languages=("ar",))
    f.publish(article, "ar")
    client = client_of(writer)
    for path in pages(article):
        page = client.get(path).content.decode()
        assert hostile not in page
        assert "&lt;script&gt;alert(1)" in page


def test_comparing_drafts_takes_as_many_queries_for_many_rows_as_for_few(full, writer):
    old, new = (full.revisions.get(version=n).draft for n in (1, 2))
    row = old["attributions"][1]

    def queries(one, other) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert compare_drafts(one, other)
        return len(seen)

    few = queries(old, new)
    assert few <= 8
    many = old | {
        "attributions": [
            *old["attributions"],
            *(row | {"authors": [f.make_author(f"كاتب {n}", "").pk]} for n in range(20)),
        ]
    }
    assert queries(many, new) == few
