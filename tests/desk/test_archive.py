"""What an import leaves to be done: recorded once, said in the reader's language, worked off by those who may."""

import re
from io import StringIO

import polib
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import translation

from articles.desk import workflow
from articles.desk.archive.kinds import KINDS, OF_SENTENCES
from articles.desk.archive.recording import Found, copy_found, kind_of, record
from articles.desk.archive.repairs import REPAIRS
from articles.desk.article.said import Said, gettext, joined, said_in
from articles.desk.importers.run import CREATED, SAMPLES, Outcome
from articles.management.commands import import_reports
from articles.models import Article, Import, ImportFinding, Track
from articles.press.models import Edition
from articles.press.old_addresses import Former, Leads, Place, remember
from tests import factories as f
from tests.desk.browsing import login
from tests.worlds import once_for_the_class

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
OLD = "https://old.example/2019/05/17/قديم/"
# An error, which a writer may leave with a reason, and a warning.
CROOKED = (
    "<p>نص فيه خلل ، أولًا:\u00a0تعزيز التعاون، "
    f'و<a href="{OLD}">رابط</a> و<a href="https://other.example/2019/05/17/قديم/">آخر</a>.</p>'
)


class TestSaid:
    def test_it_is_said_again_in_another_language(self):
        with translation.override("en"):
            text = gettext("“%(label)s” is empty.") % {"label": "س"}
            both = joined([text, gettext("Left out of the text: %(what)s") % {"what": text}])
        assert text == "“س” is empty."
        assert said_in(text, "ar") == "لا شيء بعد «س»."
        assert said_in(both, "ar").startswith("لا شيء بعد «س». ")
        assert said_in(both, "ar").endswith("لا شيء بعد «س».")
        assert said_in("كما هو", "en") == "كما هو"

    def test_its_kind_is_known_by_what_it_was_made_of(self):
        assert kind_of(gettext("“%(label)s” is empty.") % {"label": "س"}) == "attribution"
        assert kind_of("“س” is empty.") == "note"
        assert isinstance(joined([gettext("The centre's own attribution has no date."), "x"]), Said)
        assert kind_of(joined([gettext("The centre's own attribution has no date."), "x"])) == "attribution"

    def test_the_table_names_sentences_and_kinds_that_there_are(self):
        known = {entry.msgid for entry in polib.pofile(settings.BASE_DIR / "locale/ar/LC_MESSAGES/django.po")}
        assert not OF_SENTENCES.keys() - known
        assert not set(OF_SENTENCES.values()) - KINDS.keys()
        assert not REPAIRS.keys() - KINDS.keys()


def found_of(article: Article) -> list[Found]:
    return [
        Found(kind="link", text=gettext("Links into the former site"), article=article.pk, what=OLD, place="/?p=5"),
        Found(kind="shortcode", text=gettext("Shortcodes that were not read"), article=article.pk, what="[poll]"),
        *copy_found([article.pk]),
        Found(kind="refused", text=gettext("The document names no branch."), place="b.docx"),
    ]


def import_of(article: Article, by) -> Import:
    kept = record(found_of(article), by=by, command="import_wordpress", source="export.xml")
    return record([], by=by, command="import_wordpress", source="export.xml", results={"created": 1}) or kept


def at(imported: Import, **asked: str) -> str:
    return f"{reverse('admin:articles_import', args=[imported.pk])}?{'&'.join(f'{k}={v}' for k, v in asked.items())}"


def open_kinds(imported: Import) -> list[str]:
    return list(imported.findings.filter(settled_at=None).values_list("kind", flat=True))


def newsroom():
    writer = f.make_user(role="writer")
    article = f.make_article(by=writer, languages=["ar"], body_ar=CROOKED)
    return writer, article, import_of(article, writer)


world = once_for_the_class(newsroom)


class TestRecording:
    def test_a_run_that_is_begun_again_keeps_nothing_twice(self, world):
        writer, article, _imported = world
        told = {"by": writer, "command": "import_wordpress", "source": "second.xml"}
        first = record(found_of(article), **told)
        again = record([*found_of(article), Found(kind="note", text="جديد", article=article.pk)], **told)
        assert (again.pk, first.findings.count()) == (first.pk, 5)
        ended = record([], **told, results={"created": 2})
        assert (ended.pk, ended.results) == (first.pk, {"created": 2})
        assert record([], **told).pk != first.pk

    def test_an_unknown_kind_is_a_mistake(self, world):
        with pytest.raises(KeyError):
            record([Found(kind="x", text="x")], by=world[0], command="c", source="s")

    def test_it_is_read_in_the_reader_s_language(self, world):
        _writer, _article, imported = world
        finding = imported.findings.get(kind="refused")
        assert (finding.text_en, finding.text_ar) == ("The document names no branch.", finding.text_in("ar"))
        assert re.search("[ا-ي]", finding.text_ar)


class TestThePage:
    def test_it_is_sorted_by_kind_and_leads_to_the_form(self, world):
        _writer, article, imported = world
        editor = login(f.make_user(role="editor"))
        assert reverse("admin:articles_imports") in editor.get(reverse("admin:index")).content.decode()
        assert at(imported)[:-1] in editor.get(reverse("admin:articles_imports")).content.decode()
        page = editor.get(at(imported)).content.decode()
        assert [str(KINDS[kind].label) in page for kind in ("link", "shortcode", "copy")] == [True] * 3
        assert reverse("admin:articles_article_change", args=[article.pk]) in page
        assert reverse("admin:articles_article_copy_check", args=[article.pk, "ar"]) in page
        links = editor.get(at(imported, kind="link")).content.decode()
        assert OLD in links
        assert "[poll]" not in links
        assert editor.get(at(imported, kind="picture")).status_code == 404

    def test_what_is_about_no_report_is_for_who_imported(self, world):
        writer, _article, imported = world
        assert "b.docx" in login(writer).get(at(imported)).content.decode()
        assert "b.docx" in login(f.make_user(role="manager")).get(at(imported)).content.decode()
        assert "b.docx" not in login(f.make_user(role="editor")).get(at(imported)).content.decode()

    def test_another_branch_sees_nothing(self, world):
        stranger = login(f.make_user(role="manager", branch=f.make_branch("نيروبي", "Nairobi")))
        assert stranger.get(at(world[2])).status_code == 404
        assert "export.xml" not in stranger.get(reverse("admin:articles_imports")).content.decode()

    def test_settled_with_a_reason(self, world):
        _writer, _article, imported = world
        editor = f.make_user(role="editor", first_name="سلمى")
        client, chosen = login(editor), imported.findings.get(kind="shortcode")
        sent = {"finding": chosen.pk, "settle": "1"}
        refused = client.post(at(imported), sent)
        assert refused.status_code == 409
        assert "اذكر السبب" in refused.content.decode()
        assert f'value="{chosen.pk}" id="finding-{chosen.pk}" checked' in refused.content.decode()
        assert client.post(at(imported), sent | {"reason": "س" * 501}).status_code == 409
        assert client.post(at(imported), {"settle": "1", "reason": "سبب"}).status_code == 409
        assert "shortcode" in open_kinds(imported)
        assert client.post(at(imported), sent | {"reason": "استطلاع قديم"}).status_code == 302
        assert "shortcode" not in open_kinds(imported)
        page = client.get(at(imported, show="settled")).content.decode()
        assert all(words in page for words in ("استطلاع قديم", "سلمى", "[poll]"))
        chosen.refresh_from_db()
        assert (chosen.settled_by_id, chosen.settled_how) == (editor.pk, "settled")
        english = login(f.make_user(role="writer", languages=["en"], branch=f.make_branch("عمّان", "Amman")))
        assert english.post(at(imported), {"finding": chosen.pk, "again": "1"}).status_code == 404
        assert client.post(at(imported, show="settled"), {"finding": chosen.pk, "again": "1"}).status_code == 302
        assert "shortcode" in open_kinds(imported)
        assert client.post(at(imported), {"finding": chosen.pk, "again": "1"}).status_code == 409

    def test_a_writer_of_the_branch_may_and_a_reader_of_it_may_not(self, world):
        _writer, _article, imported = world
        english = f.make_user(role="writer", languages=["en"])
        finding = imported.findings.get(kind="copy")
        sent = {"finding": finding.pk, "settle": "1", "reason": "سبب"}
        assert login(english).post(at(imported), sent).status_code == 409
        assert login(f.make_user(role="writer")).post(at(imported), sent).status_code == 302


class TestRepairs:
    def test_all_that_is_safe_is_a_save_of_whoever_asks(self, world):
        _writer, article, imported = world
        edition = f.make_edition(title_ar="التقرير القديم")
        remember(Former(kind="post", number=5, link=OLD), Leads(Place.REPORT, edition.article_id))
        editor = f.make_user(role="editor")
        assert login(editor).post(at(imported), {"repair": "1"}).status_code == 302
        article.refresh_from_db()
        assert "خلل، أولًا: تعزيز" in article.body_ar
        assert f'href="/r/{edition.article_id}/"' in article.body_ar
        assert 'href="https://other.example/' in article.body_ar
        assert {revision.by_id for revision in article.revisions.filter(version__gt=1)} == {editor.pk}
        assert set(open_kinds(imported)) == {"shortcode", "refused"}
        assert set(imported.findings.filter(settled_how="repaired").values_list("settled_by", flat=True)) == {editor.pk}

    def test_a_link_that_leads_nowhere_here_stays_and_says_why(self, world):
        _writer, _article, imported = world
        page = login(f.make_user(role="editor")).post(at(imported), {"repair": "1"}, follow=True).content.decode()
        assert "لا يؤدي إلى شيء هنا" in page
        assert "link" in open_kinds(imported)
        assert "copy" not in open_kinds(imported)

    def test_one_kind_alone(self, world):
        _writer, _article, imported = world
        login(f.make_user(role="editor")).post(at(imported, kind="link"), {"repair": "1"})
        assert "copy" in open_kinds(imported)

    def test_what_is_in_review_is_left_and_what_is_approved_is_reopened_only_where_asked(self, world):
        _writer, article, imported = world
        edition = f.publish(article)
        client = login(f.make_user(role="editor"))
        page = client.post(at(imported, kind="copy"), {"repair": "1"}, follow=True).content.decode()
        assert "مقفل" in page
        assert "copy" in open_kinds(imported)
        client.post(at(imported, kind="copy"), {"repair": "1", "reopen": "on"})
        assert "copy" not in open_kinds(imported)
        assert Track.objects.get(article=article, language="ar").state == "draft"
        assert Edition.objects.get(pk=edition.pk).body == edition.body
        assert Edition.objects.get(pk=edition.pk).live_until is None

    def test_what_was_repaired_already_is_settled_and_no_save(self, world):
        writer, article, imported = world
        f.write(article, writer, body_ar="<p>نص سليم.</p>")
        before = Article.objects.get(pk=article.pk).version
        editor = f.make_user(role="editor")
        page = login(editor).post(at(imported, kind="copy"), {"repair": "1"}, follow=True).content.decode()
        assert "سُوِّي واحد" in page
        assert Article.objects.get(pk=article.pk).version == before
        assert imported.findings.get(kind="copy").settled_how == "settled"

    def test_who_may_not_write_repairs_nothing(self, world):
        _writer, article, imported = world
        english = f.make_user(role="editor", languages=["en"])
        login(english).post(at(imported), {"repair": "1"})
        article.refresh_from_db()
        assert article.version == 1
        assert "copy" in open_kinds(imported)

    def test_a_report_in_the_bin_stays_as_it_is(self, world):
        writer, article, imported = world
        workflow.bin(article.pk, by=writer)
        login(writer).post(at(imported), {"repair": "1"})
        assert "copy" in open_kinds(imported)


def test_import_reports_leaves_its_notes_there(tmp_path):
    f.make_publisher()
    f.make_branch()
    f.make_user("importer", "writer")
    (tmp_path / "one.ar.txt").write_text((SAMPLES / "nile-water.ar.txt").read_text())
    (tmp_path / "empty.txt").write_text("")
    told = {"by": "importer", "branch": "القاهرة", "stdout": StringIO()}
    with pytest.raises(Exception, match="refused"):
        call_command("import_reports", str(tmp_path), dry_run=True, **told)
    assert not Import.objects.exists()
    with pytest.raises(Exception, match="refused"):
        call_command("import_reports", str(tmp_path), **told)
    imported = Import.objects.get()
    assert imported.results == {"created": 1, "refused": 1}
    refused = imported.findings.get(kind="refused")
    assert refused.place == "empty.txt"
    assert re.search("[ا-ي]", refused.text_ar)
    assert re.search("[a-z]", refused.text_en)
    assert ImportFinding.objects.filter(article=Article.objects.get()).exists()


def test_a_run_that_is_broken_off_leaves_what_it_found(tmp_path, monkeypatch):
    f.make_user("importer", "writer")
    article = f.make_article(languages=["ar"], body_ar=CROOKED)

    def broken_off(_paths, *, progress, outcomes, **_told):
        for n, path in enumerate(progress([(tmp_path / "a.txt",), (tmp_path / "b.txt",)])):
            if n:
                raise KeyboardInterrupt
            outcomes.append(Outcome(CREATED, path, article.pk, notes=("ملاحظة",)))

    monkeypatch.setattr(import_reports, "import_files", broken_off)
    with pytest.raises(CommandError, match="Interrupted"):
        call_command("import_reports", str(tmp_path), by="importer", stdout=StringIO())
    imported = Import.objects.get()
    assert sorted(open_kinds(imported)) == ["copy", "note"]
    assert imported.results == {"created": 1}
