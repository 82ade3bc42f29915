"""What pages say of themselves to machines: JSON-LD, Open Graph, Highwire, Dublin Core."""

import gzip
import json
import re
from datetime import datetime
from html.parser import HTMLParser

import pytest
from lxml import html

from articles.desk.workflow.files import add_file
from articles.press.models import Edition
from articles.site.citation.work import Name
from articles.site.metadata.highwire import author
from articles.site.metadata.schema_org import script
from authors.models import Author, ReportType, Series
from authors.slugs import save_with_slugs
from tests import factories as f
from tests.report_files import pdf
from tests.site.reading import address, correct, links, select, tree
from tests.worlds import once_for_the_class

pytestmark = pytest.mark.one_database

SITE = "http://testserver"
URL, TEXT, NUMBER, DATE, DATETIME, BOOL = "url", "text", "number", "date", "datetime", "bool"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
# Of schema.org: type → property → what it holds, or the types of node that it may hold. Only what we use.
THING = {
    "name": TEXT,
    "url": URL,
    "description": TEXT,
    "sameAs": URL,
    "image": {"ImageObject", URL},
    "identifier": TEXT,
}
WORK = THING | {
    "author": {"Person"},
    "publisher": {"Organization"},
    "inLanguage": TEXT,
    "datePublished": {DATE, DATETIME},
    "about": {"Thing", "Organization", "CreativeWorkSeries", "DefinedTerm"},
    "mainEntity": {"Person", "ItemList"},
    "isPartOf": {"CreativeWorkSeries"},
}
SCHEMA = {
    "Report": WORK
    | {
        "mainEntityOfPage": URL,
        "headline": TEXT,
        "dateModified": DATETIME,
        "wordCount": NUMBER,
        "isAccessibleForFree": BOOL,
        "sourceOrganization": {"Organization"},
        "position": NUMBER,
        "reportNumber": TEXT,
        "genre": TEXT,
        "encoding": {"MediaObject"},
        "correction": {"CorrectionComment"},
        "citation": {"CreativeWork"},
        "isBasedOn": {"CreativeWork"},
        "creativeWorkStatus": TEXT,
        "workTranslation": {"Report"},
        "translationOfWork": {"Report"},
    },
    "CreativeWork": WORK,
    "CreativeWorkSeries": WORK,
    "CorrectionComment": WORK | {"text": TEXT},
    "WebSite": WORK | {"potentialAction": {"SearchAction"}},
    "CollectionPage": WORK,
    "ProfilePage": WORK,
    "Thing": THING,
    "DefinedTerm": THING,
    "MediaObject": THING | {"contentUrl": URL, "encodingFormat": TEXT, "contentSize": TEXT, "inLanguage": TEXT},
    "Person": THING
    | {
        "identifier": TEXT,
        "honorificPrefix": TEXT,
        "givenName": TEXT,
        "familyName": TEXT,
        "jobTitle": TEXT,
        "worksFor": {"Organization"},
    },
    "Organization": THING | {"logo": {"ImageObject"}, "parentOrganization": {"Organization"}, "correctionsPolicy": URL},
    "ImageObject": THING | {"width": NUMBER, "height": NUMBER, "caption": TEXT},
    "SearchAction": {"target": TEXT, "query-input": TEXT},
    "BreadcrumbList": {"itemListElement": {"ListItem"}},
    "ItemList": {"itemListElement": {"ListItem"}},
    "ListItem": {"position": NUMBER, "name": TEXT, "item": URL, "url": URL},
}


def graph(response):
    """The nodes of the page's graph, each checked against SCHEMA and every reference resolved."""
    (element,) = select(tree(response), 'script[type="application/ld+json"]')
    value = json.loads(element.text)
    assert value.keys() == {"@context", "@graph"}
    assert value["@context"] == "https://schema.org"
    nodes = value["@graph"]
    known = {node["@id"]: node for node in nodes if "@id" in node}
    for node in nodes:
        check(node, known)
    return nodes


def types(node):
    found = node["@type"]
    return found if isinstance(found, list) else [found]


def check(node, known):
    allowed = SCHEMA[types(node)[0]]
    for name, value in node.items():
        if name.startswith("@"):
            continue
        assert name in allowed, f"{types(node)} has no {name}"
        wanted = allowed[name] if isinstance(allowed[name], set) else {allowed[name]}
        for one in value if isinstance(value, list) else [value]:
            assert one not in ("", None, [], {}), name
            fits(one, wanted, known, name)


def fits(value, wanted, known, name):
    if isinstance(value, dict):
        node = known[value["@id"]] if value.keys() == {"@id"} else value
        assert set(types(node)) & wanted, f"{name}: {types(node)}"
        return check(value, known) if value is node else None
    if isinstance(value, bool):
        assert BOOL in wanted, name
    elif isinstance(value, int):
        assert NUMBER in wanted, name
    elif wanted == {URL}:
        assert re.match(r"https?://[!-~]+$", value), f"{name}: {value}"
    elif wanted & {DATE, DATETIME}:
        assert TIME.fullmatch(value) or (DATE in wanted and re.fullmatch(r"\d{4}-\d\d-\d\d", value)), f"{name}: {value}"
    else:
        assert wanted & {TEXT, URL}, f"{name}: {value}"
    return None


def one(nodes, kind):
    (found,) = [node for node in nodes if kind in types(node)]
    return found


def metas(response, attribute="name"):
    """Every <meta name> or <meta property>: key → contents, in order."""
    found = {}
    for element in select(tree(response), f"head > meta[{attribute}]"):
        found.setdefault(element.get(attribute), []).append(element.get("content"))
    return found


REFERENCE = {"kind": "reference", "title": "Why Syria joined", "title_language": "en", "date": "2025-11-10"}


def report():
    series = Series.objects.create(name_ar="تقدير موقف", name_en="Assessment")
    series.fill_slugs()
    series.save()
    kind = ReportType(name_ar="ورقة سياسات", name_en="Policy paper")
    save_with_slugs(kind)
    paper = add_file(pdf(), by=f.make_user(role="writer"), branch=f.make_branch().pk, title_ar="الورقة كاملة")
    named = f.make_author(
        "محمد أبو الخير",
        "Mohamed Abul Kheir",
        honorific_ar="د.",
        given_name_ar="محمد",
        family_name_ar="أبو الخير",
    )
    changes = f.make_changes()
    byline = changes["attributions"][0] | {"authors": [named.pk, f.make_author().pk]}
    reference = REFERENCE | {
        "source": f.make_source().pk,
        "authors": [f.make_author("باسل المحمد", "Basel").pk],
        "url": "https://example.org/a?b=1&c=2",
    }
    return f.make_edition(
        ("ar", "en"),
        title_ar="سوريا والتحالف",
        attributions=[byline, reference],
        topics=[f.make_topic().pk],
        series=series.pk,
        series_number=12,
        report_type=kind.pk,
        files=[paper.pk],
    )


edition = once_for_the_class(report)


@pytest.mark.django_db
class TestReport:
    def test_graph(self, client, edition):
        nodes = graph(client.get(address(edition)))
        report = one(nodes, "Report")
        own = links(client.get(address(edition)), "canonical")[""]
        assert report["@type"] == ["Report", "AnalysisNewsArticle"]
        assert report["headline"] == "سوريا والتحالف"
        assert (report["inLanguage"], report["wordCount"]) == ("ar", edition.word_count)
        first, second = report["author"]
        assert first["name"] == "محمد أبو الخير"
        assert (first["honorificPrefix"], first["givenName"], first["familyName"]) == ("د.", "محمد", "أبو الخير")
        assert client.get(second["url"].removeprefix(SITE)).status_code == 200
        assert report["sourceOrganization"]["name"] == "فرع القاهرة"
        assert report["isPartOf"]["name"] == "تقدير موقف"
        assert (report["position"], report["reportNumber"]) == (12, "12")
        assert report["genre"] == "ورقة سياسات"
        (paper,) = report["encoding"]
        assert (paper["name"], paper["encodingFormat"]) == ("الورقة كاملة", "application/pdf")
        assert paper["contentUrl"] == f"{SITE}/media/{edition.files[0]['file']}"
        assert [topic["name"] for topic in report["about"]] == ["مكافحة الإرهاب"]
        assert "correction" not in report
        assert report["citation"] == report["isBasedOn"] == [{"@id": "#source-1"}]
        source = one(nodes, "CreativeWork")
        assert (source["name"], source["inLanguage"], source["url"]) == (
            "Why Syria joined",
            "en",
            "https://example.org/a?b=1&c=2",
        )
        assert source["publisher"]["name"] == "الجزيرة نت"
        trail = one(nodes, "BreadcrumbList")["itemListElement"]
        assert [step["position"] for step in trail] == [1, 2, 3]
        assert trail[-1]["item"].removeprefix(SITE) == client.get(f"/r/{edition.article_id}/")["Location"]
        assert own.endswith(address(edition))

    def test_translations_know_each_other(self, client, edition):
        english = client.get(f"/en/r/{edition.article_id}/")["Location"]
        arabic = one(graph(client.get(address(edition))), "Report")
        other = one(graph(client.get(english)), "Report")
        assert arabic["workTranslation"]["@id"] == other["@id"] == SITE + english
        assert other["translationOfWork"]["@id"] == arabic["@id"]
        assert "workTranslation" not in one(graph(client.get(address(f.make_edition()))), "Report")

    def test_corrections_of_every_edition(self, client, edition):
        second = correct(edition, correction_note_ar="صُحّح </script> أول.")
        third = correct(second, "minor", correction_note_ar="إملاء.")
        client.get(address(third))
        report = one(graph(client.get(address(third))), "Report")
        assert [correction["text"] for correction in report["correction"]] == ["صُحّح </script> أول.", "إملاء."]
        modified = datetime.fromisoformat(report["dateModified"])
        assert modified == second.live_from.replace(microsecond=0)
        assert datetime.fromisoformat(report["datePublished"]) == edition.live_from.replace(microsecond=0)
        assert len(client.queries) <= 4

    def test_highwire(self, client, edition):
        found = {name: value for name, value in metas(client.get(address(edition))).items() if "citation_" in name}
        assert found == {
            "citation_title": ["سوريا والتحالف"],
            "citation_author": ["أبو الخير, محمد", "إلهام النجار"],
            "citation_publication_date": ["2025/11/16"],
            "citation_technical_report_institution": ["مركز شاف لتحليل الأزمات والدراسات المستقبلية"],
            "citation_technical_report_number": ["12"],
            "citation_language": ["ar"],
            "citation_keywords": ["مكافحة الإرهاب"],
            "citation_abstract_html_url": [SITE + client.get(f"/r/{edition.article_id}/")["Location"]],
        }

    def test_dublin_core(self, client, edition):
        found = metas(client.get(address(edition)))
        assert found["DC.title"] == ["سوريا والتحالف"]
        assert found["DC.creator"] == ["محمد أبو الخير", "إلهام النجار"]
        assert (found["DC.date"], found["DC.language"]) == (["2025-11-16"], ["ar"])
        assert found["DC.identifier"] == [f"{SITE}/r/{edition.article_id}/"]

    def test_open_graph(self, client, edition):
        response = client.get(address(edition))
        found = metas(response, "property")
        assert found["og:type"] == ["article"]
        assert found["og:title"] == ["سوريا والتحالف"]
        assert found["og:site_name"] == ["مركز شاف لتحليل الأزمات والدراسات المستقبلية"]
        assert found["og:description"] == metas(response)["description"] == [edition.description]
        assert (found["og:locale"], found["og:locale:alternate"]) == (["ar_AR"], ["en_US"])
        assert (found["og:image:width"], found["og:image:height"]) == (["1200"], ["630"])
        assert found["og:image:type"] == ["image/png"]
        assert found["og:image:alt"][0].startswith("«سوريا والتحالف»، تقرير صادر عن ")
        assert datetime.fromisoformat(found["article:published_time"][0]) == edition.live_from.replace(microsecond=0)
        assert len(found["article:author"]) == 2
        assert (found["article:section"], found["article:tag"]) == (["فرع القاهرة"], ["مكافحة الإرهاب"])
        assert metas(response)["twitter:card"] == ["summary_large_image"]
        alone = metas(client.get(address(f.make_edition())), "property")
        assert "og:locale:alternate" not in alone

    def test_an_earlier_edition_has_its_own(self, client, edition):
        second = correct(edition, title_ar="عنوان جديد")
        own = f"{SITE}/articles/{edition.article_id}/editions/1/"
        response = client.get(own.removeprefix(SITE))
        assert links(response, "canonical") == {"": SITE + address(second)}
        assert not links(response, "alternate").keys() & {"ar", "en", "x-default"}
        assert metas(response)["citation_title"] == ["سوريا والتحالف"]
        assert metas(response)["citation_abstract_html_url"] == [own]
        report = one(graph(response), "Report")
        assert (report["@id"], report["headline"]) == (own, "سوريا والتحالف")
        assert report["creativeWorkStatus"] == "Superseded"

    def test_weight(self, client, edition):
        """What it adds to the page on the wire, in bytes: the texts are there once, and the rest is their echo."""
        source = client.get(address(edition)).content
        added = rb'<meta name="(?:citation|DC|twitter)[^>]*>\n|<meta property[^>]*>\n|<script type.*?</script>'
        bare = re.sub(added, b"", source)
        assert len(bare) < len(source) - 4000
        assert len(gzip.compress(source)) - len(gzip.compress(bare)) < 1600

    def test_queries(self, client, edition):
        client.get(address(edition))
        client.get(address(edition))
        assert len(client.queries) <= 3

    def test_a_preview_has_none(self, client):
        """It is nobody's to index or to share."""
        from django.template.loader import render_to_string

        page = html.fromstring(render_to_string("site/preview.html", {"edition": None, "findings": []}))
        assert not select(page, "script")


@pytest.mark.django_db
class TestOtherPages:
    def test_home(self, client, edition):
        for path, language in (("/", "ar"), ("/en/", "en")):
            response = client.get(path)
            website = one(graph(response), "WebSite")
            assert website["inLanguage"] == language
            assert website["potentialAction"]["target"] == f"{SITE}{path}search/?q={{q}}"
            assert one(graph(response), "Organization")["@id"] == f"{SITE}/#publisher"
            assert metas(response)["description"]
            assert metas(response, "property")["og:type"] == ["website"]

    def test_lists(self, client, edition):
        for path in ("/articles/", "/branches/القاهرة/", "/topics/مكافحة-الإرهاب/", "/sources/الجزيرة-نت/"):
            page = one(graph(client.get(path)), "CollectionPage")
            listed = [item["url"] for item in page["mainEntity"]["itemListElement"]]
            assert listed == [SITE + client.get(f"/r/{edition.article_id}/")["Location"]], path
            assert metas(client.get(path))["description"], path

    def test_type(self, client, edition):
        page = one(graph(client.get(f"/types/{edition.report_type['slug']}/")), "CollectionPage")
        assert (page["about"]["@type"], page["about"]["name"]) == ("DefinedTerm", "ورقة سياسات")

    def test_series(self, client, edition):
        page = one(graph(client.get(f"/series/{edition.series['series']['slug']}/")), "CollectionPage")
        assert page["about"]["@type"] == "CreativeWorkSeries"

    def test_author(self, client, edition):
        Author.objects.filter(name_ar="إلهام النجار").update(
            honorific_ar="د.",
            position_ar="باحثة",
            biography_ar="سيرة\nفي سطرين.",
            orcid="0000-0002-1825-0097",
            links="https://example.org/elham\nhttps://example.com/",
        )
        author = Author.objects.get(name_ar="إلهام النجار")
        author.save()
        response = client.get("/authors/إلهام-النجار/")
        person = one(graph(response), "ProfilePage")["mainEntity"]
        assert (person["name"], person["honorificPrefix"], person["jobTitle"]) == ("إلهام النجار", "د.", "باحثة")
        assert person["sameAs"] == [
            "https://orcid.org/0000-0002-1825-0097",
            "https://example.org/elham",
            "https://example.com/",
        ]
        assert metas(response)["description"] == ["سيرة في سطرين."]
        assert metas(response, "property")["og:type"] == ["profile"]

    def test_what_is_not_there_says_nothing(self, client):
        response = client.get("/nowhere/")
        assert not select(tree(response), 'script, meta[property], link[rel="canonical"]')

    def test_publisher_with_a_logo(self, client, edition):
        publisher = f.make_publisher()
        publisher.logo.name, publisher.url = f"{'a' * 64}.png", "https://example.org/"
        publisher.save()
        organization = one(graph(client.get("/")), "Organization")
        assert organization["logo"]["url"] == f"{SITE}/media/{'a' * 64}.png"
        assert organization["sameAs"] == "https://example.org/"


@pytest.mark.django_db
def test_hreflang_is_reciprocal(client, edition):
    for path in (address(edition), "/", "/articles/", "/branches/القاهرة/", "/authors/إلهام-النجار/"):
        here = links(client.get(path), "alternate")
        pairs = {code: url for code, url in here.items() if code}
        assert set(pairs) == {"ar", "en", "x-default"}, path
        assert pairs["x-default"] == pairs["ar"] == SITE + path
        there = links(client.get(pairs["en"].removeprefix(SITE)), "alternate")
        assert {code: url for code, url in there.items() if code} == pairs


class Scripts(HTMLParser):
    """A browser's tokeniser, near enough: what the script holds, and which tags stand outside it."""

    def __init__(self):
        super().__init__()
        self.tags, self.data, self.inside = [], "", False

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.inside = tag == "script"

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        self.data += data if self.inside else ""

    def handle_comment(self, data):
        raise AssertionError("a comment")


@pytest.mark.parametrize(
    "text",
    [
        "</script><img src=x onerror=alert(1)>",
        "</ScRiPt >",
        "<!-- <script>",
        "]]>",
        "\u2028\u2029",
        "\ud800 \udfff",
        '"}\\',
        "&lt;/script&gt;",
        "\x00\x1f",
    ],
)
def test_no_text_breaks_out_of_the_script(text):
    written = script([{"@type": "Thing", "name": text}])
    written.encode()
    parser = Scripts()
    parser.feed(f'<script type="application/ld+json">{written}</script><p>')
    assert parser.tags == ["script", "p"]
    read = json.loads(parser.data)["@graph"][0]["name"]
    assert read == re.sub("[\ud800-\udfff]", "\ufffd", text)


@pytest.mark.django_db
def test_a_hostile_title_on_the_page(client):
    title = "</title></script><!-- \"'><b>&"
    response = client.get(address(f.make_edition(title_ar=title, standfirst_ar=title)))
    assert one(graph(response), "Report")["headline"] == title
    assert metas(response)["citation_title"] == [title]
    assert metas(response, "property")["og:title"] == [title]
    assert not select(tree(response), "b")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (Name("إلهام النجار"), "إلهام النجار"),
        (Name("محمد أبو الخير", "أبو الخير", "محمد"), "أبو الخير, محمد"),
        (Name("A; B, C"), "A B C"),
    ],
)
def test_a_name_for_zotero(name, said):
    assert author(name) == said


def test_earlier_editions_read_without_their_notes_cost_no_query():
    """`described` passes over what was not read, rather than read it one by one."""
    from articles.site.metadata.subject import _note

    old = Edition.from_db("default", ["id", "title"], [1, "x"])
    assert _note(old) == ""
