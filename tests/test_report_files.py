"""Files of a report, from the desk to the reader: stored under their hash, frozen with the edition, gone with it."""

import hashlib
import json
from datetime import timedelta
from urllib.parse import urlsplit

import feedparser
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article import draft
from articles.desk.article.refusal import Refusal
from articles.desk.housekeeping.unused import unused_files
from articles.desk.previews.links import token_of
from articles.desk.workflow.files import add_file, delete_file, delete_unused_file, title_file
from articles.models import Article, ReportFile
from articles.press.models import Edition
from articles.press.seal import verify
from shaf.backup import media
from shaf.db.clock import database_now
from shaf.health import files as health
from tests import factories as f
from tests.desk.browsing import drain
from tests.report_files import TABLE, pdf, xlsx
from tests.site.reading import address, correct, select, texts, tree, withdraw

pytestmark = pytest.mark.django_db
TITLES = {"title_ar": "الورقة كاملة", "title_en": "The whole paper"}


def make_file(data: bytes = b"", by=None, **titles: str) -> ReportFile:
    by = by or f.make_user(role="writer")
    return add_file(data or pdf(), by=by, branch=f.make_branch().pk, **titles or TITLES)


def url(file: ReportFile) -> str:
    return f"/media/{file.file.name}"


def content(answer) -> bytes:
    return b"".join(answer.streaming_content)


def nairobi():
    return f.make_branch("نيروبي", "Nairobi")


class TestStoring:
    def test_it_is_named_by_its_bytes_and_kept_as_it_came(self):
        file = make_file()
        assert file.file.name == f"{hashlib.sha256(pdf()).hexdigest()}.pdf"
        assert file.size == len(pdf())
        with default_storage.open(file.file.name) as stored:
            assert stored.read() == pdf()

    def test_the_same_bytes_are_one_file_of_a_branch_and_another_of_another(self):
        first, again = make_file(), make_file(title_ar="غيره")
        assert (again.pk, again.title_ar) == (first.pk, "الورقة كاملة")
        elsewhere = f.make_user(role="writer", branch=nairobi())
        other = add_file(pdf(), by=elsewhere, branch=nairobi().pk, title_ar="لنا")
        assert other.pk != first.pk
        assert other.file.name == first.file.name

    @pytest.mark.parametrize(
        ("data", "titles", "code"),
        [
            (b"x", TITLES, "kind"),
            (pdf(), {"title_ar": " \u202e "}, "title.missing"),
            (pdf(), {"title_ar": "أ" * 201}, "too_long"),
        ],
    )
    def test_what_is_refused_leaves_nothing(self, data, titles, code):
        with pytest.raises(Refusal) as refused:
            make_file(data, **titles)
        assert refused.value.code == code
        assert not ReportFile.objects.exists()

    def test_another_branch_is_not_for_everybody(self):
        with pytest.raises(Refusal):
            add_file(pdf(), by=f.make_user(role="editor"), branch=nairobi().pk, **TITLES)
        mine = make_file()
        with pytest.raises(Refusal):
            title_file(mine, {"title_ar": "x"}, by=f.make_user(role="editor", branch=nairobi()))


class TestEditions:
    def test_the_page_offers_it_in_each_language_in_which_it_has_a_title(self, client):
        paper, data = make_file(), make_file(TABLE, title_ar="بيانات السكان")
        edition = f.make_edition(("ar", "en"), files=[paper.pk, data.pk])
        shown = tree(client.get(address(edition)))
        links = [(link.get("href"), link.get("download"), link.get("type")) for link in select(shown, ".files a")]
        assert links == [
            (url(paper), "الورقة-كاملة.pdf", "application/pdf"),
            (url(data), "بيانات-السكان.csv", "text/csv"),
        ]
        said = texts(client.get(address(edition)), ".files small")
        assert said == [f"PDF، {len(pdf())} بايت", f"CSV، {len(TABLE)} بايت"]
        english = Edition.objects.get(language="en")
        assert texts(client.get(address(english)), ".files a") == ["The whole paper"]

    def test_it_is_frozen_with_the_edition_and_sealed(self, client):
        paper = make_file()
        edition = f.make_edition(files=[paper.pk])
        title_file(paper, {"title_ar": "عنوان آخر"}, by=f.make_user(role="writer"))
        assert texts(client.get(address(edition)), ".files a") == ["الورقة كاملة"]
        assert edition.files == [{"file": paper.file.name, "size": len(pdf()), "title": "الورقة كاملة"}]
        assert not [broken for broken in verify() if broken]
        edition.files = []
        assert edition.manuscript_format == 2

    def test_another_file_under_the_same_title_is_a_change(self):
        first, second = make_file(), make_file(pdf(b"% 2\n"))
        one = f.make_edition(files=[first.pk])
        two = correct(one, files=[second.pk])
        assert two.number == 2
        assert [file["file"] for file in two.files] == [second.file.name]

    def test_it_is_public_with_the_edition_and_410_after_it(self, client):
        paper = make_file()
        article = f.make_article(files=[paper.pk])
        assert client.get(url(paper)).status_code == 404
        edition = f.publish(article)
        answer = client.get(url(paper))
        assert answer.status_code == 200
        assert content(answer) == pdf()
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"] == "attachment"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert client.head(url(paper))["Content-Length"] == str(len(pdf()))
        withdraw(edition)
        assert client.get(url(paper)).status_code == 410

    def test_one_that_was_replaced_stays_with_its_edition(self, client):
        first, second = make_file(), make_file(pdf(b"% 2\n"))
        one = f.make_edition(files=[first.pk])
        correct(one, files=[second.pk])
        assert content(client.get(url(first))) == pdf()
        assert content(client.get(url(second))) == pdf(b"% 2\n")
        earlier = client.get(f"/articles/{one.article_id}/editions/1/")
        assert [link.get("href") for link in select(tree(earlier), ".files a")] == [url(first)]

    def test_feeds_enclose_it(self, client):
        paper, data = make_file(), make_file(xlsx(), title_ar="بيانات")
        f.make_edition(files=[data.pk, paper.pk])
        sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        wanted = [("application/pdf", str(len(pdf())), url(paper)), (sheet, str(len(xlsx())), url(data))]
        for path, most in (("/feed/", 1), ("/feed/atom/", 2)):
            (entry,) = feedparser.parse(client.get(path).content).entries
            found = [(one.type, one.length, urlsplit(one.href).path) for one in entry.enclosures]
            assert found == wanted[:most]
        (item,) = json.loads(client.get("/feed/json/").content)["items"]
        assert [(one["mime_type"], one["size_in_bytes"]) for one in item["attachments"]] == [
            ("application/pdf", len(pdf())),
            (sheet, len(xlsx())),
        ]
        assert "image" not in item
        assert "الورقة كاملة" in item["content_html"]


class TestSeeing:
    def test_before_it_is_public_those_see_it_who_see_the_report(self):
        writer = f.make_user(role="writer")
        paper = make_file(by=writer)
        f.make_article(writer, files=[paper.pk])
        others = f.make_user(role="manager", branch=nairobi())
        for user, status in ((writer, 200), (f.make_user(role="editor"), 200), (others, 404), (f.make_user(), 404)):
            client = Client()
            client.force_login(user)
            answer = client.get(url(paper))
            drain(answer)
            assert answer.status_code == status
            assert status == 404 or answer["Cache-Control"] == "private, no-store"

    def test_another_branchs_file_is_not_taken_into_a_report(self):
        secret = make_file()
        thief = f.make_user(role="writer", branch=nairobi())
        changes = f.make_changes(branch=nairobi().pk, files=[secret.pk])
        with pytest.raises(Refusal) as refused:
            workflow.create(by=thief, changes=changes)
        assert refused.value.code == "branch"
        both = f.make_user(role="writer", branch=nairobi())
        for language in ("ar", "en"):
            f.Membership.objects.create(user=both, branch=f.make_branch(), role="writer", language=language)
        article = f.make_article(both, files=[secret.pk])
        f.write(article, f.make_user(role="writer"), title_ar="ما حملته يبقى")
        assert draft.read(Article.objects.get(pk=article.pk))["files"] == [secret.pk]

    def test_a_preview_link_gives_it_and_no_other(self):
        paper, other = make_file(), make_file(TABLE, title_ar="غيرها")
        article = f.make_article(files=[paper.pk])
        link = workflow.share_preview(article.pk, "ar", by=f.make_user(role="writer"))
        own = f"/preview/{token_of(link)}/"
        page = Client().get(own).content.decode()
        assert f'href="{own}{paper.file.name}"' in page
        assert content(Client().get(f"{own}{paper.file.name}")) == pdf()
        assert Client().get(f"{own}{other.file.name}").status_code == 404


class TestDesk:
    def test_it_is_uploaded_with_its_titles_and_offered_to_the_report(self, client):
        writer = f.make_user(role="writer", is_staff=True)
        client.force_login(writer)
        upload = SimpleUploadedFile("paper.exe", pdf())
        data = {"file": upload, "title_ar": "الورقة كاملة", "title_en": "", "branch": f.make_branch().pk}
        answer = client.post(reverse("admin:articles_reportfile_add"), data)
        assert answer.status_code == 302
        file = ReportFile.objects.get()
        assert (file.title_ar, file.size) == ("الورقة كاملة", len(pdf()))
        article = f.make_article(writer, files=[file.pk])
        page = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
        assert f'<option value="{file.pk}" selected>' in page
        found = client.get(
            reverse("admin:autocomplete"),
            {"app_label": "articles", "model_name": "article", "field_name": "files", "term": "ورقه"},
        )
        assert [one["id"] for one in found.json()["results"]] == [str(file.pk)]

    @pytest.mark.parametrize(
        ("data", "titles", "said"),
        [(b"x", {"title_ar": "ع"}, "PDF"), (pdf(), {"title_ar": ""}, "عنوانًا"), (b"", {"title_ar": "ع"}, "")],
    )
    def test_what_is_wrong_is_said_and_nothing_stored(self, client, data, titles, said):
        client.force_login(f.make_user(role="writer", is_staff=True))
        typed = {"file": SimpleUploadedFile("a.pdf", data), "branch": f.make_branch().pk, **titles}
        answer = client.post(reverse("admin:articles_reportfile_add"), typed)
        assert answer.status_code == 200
        assert said in " ".join(texts(answer, ".errorlist"))
        assert not ReportFile.objects.exists()

    def test_the_list_shows_a_branch_its_own(self, client):
        make_file()
        add_file(TABLE, by=f.make_user(role="writer", branch=nairobi()), branch=nairobi().pk, title_ar="ملف نيروبي")
        client.force_login(f.make_user(role="writer", is_staff=True))
        page = client.get(reverse("admin:articles_reportfile_changelist")).content.decode()
        assert "الورقة كاملة" in page
        assert "ملف نيروبي" not in page

    def test_the_diff_names_what_came_and_went(self, client):
        paper = make_file()
        edition = f.make_edition(files=[paper.pk])
        correct(edition, files=[])
        client.force_login(f.make_user(role="editor", is_staff=True))
        page = client.get(reverse("admin:articles_article_editions", args=[edition.article_id, "ar"]))
        assert page.status_code == 200
        versions = reverse("admin:articles_article_versions", args=[edition.article_id])
        assert client.get(versions).status_code == 200


class TestGoing:
    def test_what_is_used_stays_and_the_rest_goes_with_its_bytes(self, django_capture_on_commit_callbacks):
        editor = f.make_user(role="editor")
        paper, data = make_file(), make_file(TABLE, title_ar="بيانات")
        edition = f.make_edition(files=[paper.pk])
        correct(edition, files=[])
        with pytest.raises(Refusal) as refused:
            delete_file(paper.pk, by=editor)
        assert refused.value.code == "used"
        with pytest.raises(Refusal):
            delete_file(data.pk, by=f.make_user(role="writer"))
        with django_capture_on_commit_callbacks(execute=True):
            delete_file(data.pk, by=editor)
        assert not default_storage.exists(data.file.name)
        assert default_storage.exists(paper.file.name)

    def test_housekeeping_finds_what_nothing_carries(self, django_capture_on_commit_callbacks):
        now = database_now()
        carried, once, unused = make_file(), make_file(TABLE, title_ar="أ"), make_file(xlsx(), title_ar="ب")
        article = f.make_article(files=[carried.pk, once.pk])
        f.write(article, f.make_user(role="writer"), files=[carried.pk])
        assert unused_files(now) == []
        ReportFile.objects.update(uploaded_at=now - timedelta(days=91))
        assert unused_files(now) == [unused]
        with django_capture_on_commit_callbacks(execute=True):
            assert [delete_unused_file(file.pk) for file in (carried, unused)] == [False, True]
        assert not default_storage.exists(unused.file.name)

    def test_doctor_and_backup_miss_it(self):
        paper = make_file()
        f.make_edition(files=[paper.pk])
        assert paper.file.name in media.stored_names()
        assert list(health.every_picture()) == list(health.every_upload()) == []
        default_storage.delete(paper.file.name)
        assert paper.file.name in next(health.every_picture()).what
        assert paper.file.name in next(health.every_upload()).what

    def test_verify_finds_a_file_that_was_exchanged_in_the_record(self, capsys):
        f.make_edition(files=[make_file().pk])
        call_command("verify_editions", verbosity=0)
        assert "sound" in capsys.readouterr().out
