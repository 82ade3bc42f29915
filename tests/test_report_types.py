"""Types of report, from the desk to the reader: label, page and feeds, filters, checklist, text to begin with."""

import json
from types import SimpleNamespace

import feedparser
import pytest
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.desk.article.required import TABLE
from articles.models import Article
from authors.models import FormerSlug, ReportType
from authors.slugs import remember_slugs, save_with_slugs
from tests import factories as f
from tests.worlds import once_for_the_class

WORDS = "ورقة سياسات"


def make_type(name: str = WORDS, name_en: str = "Policy paper", **fields) -> ReportType:
    kind = ReportType(name_ar=name, name_en=name_en, **fields)
    save_with_slugs(kind)
    return kind


def make_world() -> SimpleNamespace:
    kind, other = make_type(), make_type("تعليق", "Commentary")
    papers = f.make_edition(("ar", "en"), report_type=kind.pk, title_ar="مستقبل المياه", title_en="The future of water")
    f.make_edition(title_ar="مستقبل القمح", report_type=other.pk)
    f.make_edition(title_ar="مستقبل الموانئ")
    return SimpleNamespace(kind=kind, papers=papers)


world = once_for_the_class(make_world)


@pytest.mark.django_db
class TestReaders:
    def test_the_report_bears_it_and_leads_to_it(self, client, world):
        page = client.get(f"/articles/{world.papers.article_id}/{world.papers.slug}/").content.decode()
        assert f'href="{reverse("site:type", args=[world.kind.slug_ar])}"' in page
        assert page.count(WORDS) >= 2, "on the page and in the citation"

    @pytest.mark.parametrize(
        ("prefix", "slug", "said"), [("", "ورقة-سياسات", WORDS), ("/en", "policy-paper", "Policy")]
    )
    def test_its_page_and_its_feeds_hold_its_reports_alone(self, client, world, prefix, slug, said):
        page = client.get(f"{prefix}/types/{slug}/")
        assert page.status_code == 200
        text = page.content.decode()
        assert said in text
        assert ("مستقبل المياه" if not prefix else "The future of water") in text
        assert text.partition('class="list"')[2].partition("</main>")[0].count('class="card"') == 1
        for form in ("feed/", "feed/atom/"):
            entries = feedparser.parse(client.get(f"{prefix}/types/{slug}/{form}").content).entries
            assert [said in " ".join(tag.term for tag in entry.tags) for entry in entries] == [True]
        assert len(json.loads(client.get(f"{prefix}/types/{slug}/feed/json/").content)["items"]) == 1

    def test_a_type_without_an_english_edition_has_no_english_page(self, client, world):
        assert client.get("/en/types/commentary/").status_code == 404
        assert client.get("/types/تعليق/").status_code == 200

    def test_search_is_narrowed_by_it(self, client, world):
        form = client.get("/search/").content.decode()
        assert f'<option value="{world.kind.slug_ar}">{WORDS}</option>' in form
        everything = client.get("/search/", {"q": "مستقبل"}).content.decode()
        narrowed = client.get("/search/", {"q": "مستقبل", "type": world.kind.slug_ar}).content.decode()
        assert everything.count('class="card"') == 3
        assert narrowed.count('class="card"') == 1
        assert client.get("/search/", {"type": world.kind.slug_ar}).content.decode().count('class="card"') == 1

    def test_citations_call_it_what_it_is(self, client, world):
        assert f"type = {{{WORDS}}}" in client.get(f"/articles/{world.papers.article_id}/cite.bib").content.decode()
        assert json.loads(client.get(f"/en/articles/{world.papers.article_id}/cite.json").content)[0]["genre"] == (
            "Policy paper"
        )

    def test_a_former_slug_leads_on(self, client, world):
        before = world.kind.slug_ar
        world.kind.slug_ar = "ورقة-موقف"
        world.kind.save()
        remember_slugs(world.kind, {"slug_ar": before})
        assert FormerSlug.objects.get(slug=before).kind == "type"
        answer = client.get(f"/types/{before}/")
        assert (answer.status_code, answer["Location"]) == (301, reverse("site:type", args=["ورقة-موقف"]))
        narrowed = client.get("/search/", {"q": "مستقبل", "type": before}).content.decode()
        assert narrowed.count('class="card"') == 1

    def test_a_name_that_changes_later_is_not_printed_anew(self, client, world):
        world.kind.name_ar = "اسم جديد"
        world.kind.save()
        page = client.get(f"/articles/{world.papers.article_id}/{world.papers.slug}/").content.decode()
        assert WORDS in page
        assert "اسم جديد" not in page


BARE = {"standfirst_ar": "", "attributions": [], "body_ar": "<p>نص بلا عناوين.</p>"}


@pytest.mark.django_db
class TestChecklist:
    def test_each_point_of_it_holds_back_what_lacks_it_and_says_so(self):
        writer = f.make_user(role="writer")
        kind = make_type(required=[one.name for one in TABLE])
        changes = f.make_changes(("ar",), **BARE | {"attributions": f.make_changes()["attributions"][:1]})
        article = workflow.create(by=writer, changes=changes | {"report_type": kind.pk})
        with pytest.raises(Refusal) as refused:
            workflow.submit(article.pk, "ar", by=writer)
        said = {finding.code for finding in refused.value.findings}
        assert said == {one.code for one in TABLE}

    def test_what_has_it_all_goes_and_another_type_asks_for_nothing(self):
        writer = f.make_user(role="writer")
        kind = make_type(required=["standfirst", "headings", "references"])
        full = f.make_article(writer, ("ar",), report_type=kind.pk)
        workflow.submit(full.pk, "ar", by=writer)
        bare = f.make_article(writer, ("ar",), standfirst_ar="", report_type=make_type("تعليق", "Commentary").pk)
        workflow.submit(bare.pk, "ar", by=writer)
        assert Article.objects.get(pk=bare.pk).track("ar").state == "review"

    def test_a_type_without_a_name_in_the_language_is_named(self):
        writer = f.make_user(role="writer")
        article = f.make_article(writer, report_type=make_type(name_en="").pk)
        with pytest.raises(Refusal) as refused:
            workflow.submit(article.pk, "en", by=writer)
        assert [finding.code for finding in refused.value.findings] == ["type.name.missing"]
        workflow.submit(article.pk, "ar", by=writer)


@pytest.mark.django_db
class TestDesk:
    @pytest.mark.parametrize(("role", "adds"), [("writer", False), ("editor", True), ("manager", True)])
    def test_editors_keep_the_types(self, client, role, adds):
        client.force_login(f.make_user(role=role, is_staff=True))
        data = {"name_ar": WORDS, "name_en": "", "required": ["cover"], "order": "1", "template_ar": "<h2>الملخص</h2>"}
        answer = client.post("/admin/authors/reporttype/add/", data)
        assert answer.status_code == (302 if adds else 403)
        found = list(ReportType.objects.values_list("slug_ar", "required", "template_ar"))
        assert found == ([("ورقة-سياسات", ["cover"], "<h2>الملخص</h2>")] if adds else [])

    def test_its_text_comes_in_through_the_sanitiser_and_without_pictures(self, client):
        client.force_login(f.make_user(role="editor", is_staff=True))
        data = {"name_ar": WORDS, "order": "0", "template_ar": "<p onclick='x()'>نص<script>alert(1)</script></p>"}
        client.post("/admin/authors/reporttype/add/", data)
        assert ReportType.objects.get().template_ar == "<p>نص</p>"
        data |= {"name_ar": "تعليق", "template_ar": f'<p><img src="/media/{"0" * 64}.png" alt="x"></p>'}
        answer = client.post("/admin/authors/reporttype/add/", data)
        assert answer.status_code == 200
        assert ReportType.objects.count() == 1

    def test_a_new_report_begins_with_its_text(self, client):
        writer = f.make_user(role="writer", languages=["ar"], is_staff=True)
        kind = make_type(template_ar="<h2>خلفية السياسة</h2>", template_en="<h2>Background of it</h2>")
        client.force_login(writer)
        address = reverse("admin:articles_article_add")
        page = client.get(address).content.decode()
        assert f'href="?report_type={kind.pk}"' in page
        assert "خلفية السياسة" not in page
        begun = client.get(address, {"report_type": kind.pk}).content.decode()
        assert "خلفية السياسة" in begun
        assert "Background of it" not in begun, "in a language in which they do not write"
        assert client.get(address, {"report_type": "x"}).status_code == 200

    def test_the_list_is_filtered_by_it(self, client):
        writer = f.make_user(role="writer", is_staff=True)
        kind = make_type()
        f.make_article(writer, title_ar="ورقة المياه", report_type=kind.pk)
        f.make_article(writer, title_ar="تقرير آخر")
        client.force_login(writer)
        page = client.get(reverse("admin:articles_article_changelist"), {"report_type": kind.pk}).content.decode()
        assert "ورقة المياه" in page
        assert "تقرير آخر" not in page
