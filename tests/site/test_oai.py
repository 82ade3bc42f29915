"""OAI-PMH: what a catalogue gathers, learns of withdrawals, and is refused."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

import httpx2
import pytest
from lxml import etree
from oaipmh_scythe import Scythe
from oaipmh_scythe.exceptions import NoRecordsMatch

from articles.site.oai import records
from articles.site.oai.asked import LAST
from shaf.db.clock import database_now
from tests import factories as f
from tests.site.many import copies
from tests.site.reading import address, correct, withdraw

pytestmark = pytest.mark.django_db

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parent / "oai_pmh.rng"))
NS = {
    "o": "http://www.openarchives.org/OAI/2.0/",
    "d": "http://purl.org/dc/elements/1.1/",
}
RECORDS = {"verb": "ListRecords", "metadataPrefix": "oai_dc"}


def asked(client, **arguments) -> etree._Element:
    """The answer, valid by the grammar."""
    response = client.get(f"/oai?{urlencode(arguments)}")
    return read(response)


def read(response) -> etree._Element:
    assert (response.status_code, response["Content-Type"]) == (200, "text/xml; charset=utf-8")
    root = etree.fromstring(response.content)
    assert GRAMMAR.validate(root), GRAMMAR.error_log
    return root


def found(root, path: str) -> list[str]:
    return root.xpath(f"//{path}/text()", namespaces=NS)


def error(root) -> str:
    return "".join(root.xpath("//o:error/@code", namespaces=NS))


def harvested(client, **arguments) -> Iterator[etree._Element]:
    """Each page of a list."""
    while True:
        page = asked(client, **arguments)
        yield page
        token = "".join(found(page, "o:resumptionToken"))
        if not token:
            return
        arguments = {"verb": arguments["verb"], "resumptionToken": token}


def name(edition) -> str:
    return f"oai:example.org:{edition.article_id}/{edition.language}"


def test_who_this_is_and_what_it_has(client):
    topic = f.make_topic()
    edition = f.make_edition(("ar", "en"), topics=[topic.pk])
    identify = asked(client, verb="Identify")
    assert found(identify, "o:baseURL") == ["http://testserver/oai"]
    assert found(identify, "o:earliestDatestamp") == [f"{edition.live_from.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"]
    assert found(asked(client, verb="ListMetadataFormats"), "o:metadataPrefix") == ["oai_dc"]
    assert not error(asked(client, verb="ListMetadataFormats", identifier=name(edition)))
    sets = asked(client, verb="ListSets")
    named = dict(zip(found(sets, "o:setSpec"), found(sets, "o:setName"), strict=True))
    assert named == {
        "language-ar": "العربية",
        "language-en": "English",
        f"branch-{f.make_branch().pk}": "القاهرة / Cairo",
        f"topic-{topic.pk}": "مكافحة الإرهاب / Counter-terrorism",
    }


def test_a_record_says_what_the_page_says(client):
    edition = f.make_edition(topics=[f.make_topic().pk])
    record = asked(client, verb="GetRecord", metadataPrefix="oai_dc", identifier=name(edition))
    assert found(record, "d:title") == [edition.title]
    assert found(record, "d:creator") == ["إلهام النجار"]
    assert found(record, "d:language") == ["ar"]
    assert found(record, "d:date") == [edition.byline_date.isoformat()]
    assert found(record, "d:subject") == ["مكافحة الإرهاب"]
    short, page = found(record, "d:identifier")
    assert short == f"http://testserver/r/{edition.article_id}/"
    assert client.get(page).status_code == 200
    assert client.get(page).wsgi_request.path == address(edition)
    assert set(record.xpath("//d:title/@xml:lang", namespaces=NS)) == {"ar"}


def test_a_harvest_goes_on_where_it_ended_and_sees_everything_once(client, monkeypatch):
    monkeypatch.setattr(records.page, "__kwdefaults__", {"size": 2})
    editions = [edition for _n in range(2) for edition in f.make_edition(("ar", "en")).article.editions.all()]
    editions.append(f.make_edition())
    pages = list(harvested(client, **RECORDS))
    assert [len(found(page, "o:header/o:identifier")) for page in pages] == [2, 2, 1]
    assert [page.xpath("count(//o:resumptionToken)", namespaces=NS) for page in pages] == [1, 1, 1]
    identifiers = [one for page in pages for one in found(page, "o:header/o:identifier")]
    assert sorted(identifiers) == sorted(map(name, editions))
    assert identifiers == [
        one
        for page in harvested(client, **RECORDS | {"verb": "ListIdentifiers"})
        for one in found(page, "o:identifier")
    ]
    stamps = [one for page in pages for one in found(page, "o:datestamp")]
    assert stamps == sorted(stamps)
    assert [one for page in harvested(client, **RECORDS, set="language-en") for one in found(page, "o:identifier")] == [
        name(edition) for edition in editions if edition.language == "en"
    ]


def test_who_comes_again_learns_of_corrections_and_withdrawals(client):
    corrected, withdrawn, untouched = f.make_edition(), f.make_edition(), f.make_edition()
    correct(corrected)
    withdraw(withdrawn)
    again, more = records.page("", untouched.live_from + timedelta(microseconds=1), LAST, None, database_now())
    assert [(record.edition.article_id, record.is_deleted) for record in again] == [
        (corrected.article_id, False),
        (withdrawn.article_id, True),
    ]
    assert more is None
    all_of_it = asked(client, **RECORDS)
    assert found(all_of_it, "o:identifier") == [name(untouched), name(corrected), name(withdrawn)]
    assert all_of_it.xpath("//o:header[@status='deleted']/o:identifier/text()", namespaces=NS) == [name(withdrawn)]
    assert len(all_of_it.xpath("//o:metadata", namespaces=NS)) == 2
    until = f"{corrected.live_from - timedelta(days=1):%Y-%m-%d}"
    assert error(asked(client, **RECORDS, until=until)) == "noRecordsMatch"
    assert len(found(asked(client, **RECORDS, **{"from": until}), "o:identifier")) == 3
    one = asked(client, verb="GetRecord", metadataPrefix="oai_dc", identifier=name(withdrawn))
    assert one.xpath("//o:header/@status", namespaces=NS) == ["deleted"]
    assert withdrawn.title not in etree.tostring(one, encoding="unicode")


def test_nothing_is_told_of_what_is_not_public(client):
    draft, ahead = f.make_article(), f.make_edition(at=datetime.now(UTC) + timedelta(days=1))
    assert error(asked(client, **RECORDS)) == "noRecordsMatch"
    for article in (draft.pk, ahead.article_id):
        named = f"oai:example.org:{article}/ar"
        assert error(asked(client, verb="GetRecord", metadataPrefix="oai_dc", identifier=named)) == "idDoesNotExist"
    shown = f.make_edition()
    assert found(asked(client, **RECORDS), "o:identifier") == [name(shown)]


@pytest.mark.one_database
@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "badVerb"),
        ("verb=Nothing", "badVerb"),
        ("verb=Identify&verb=Identify", "badVerb"),
        ("verb=Identify&set=a", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListRecords", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=yesterday", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2025-02-30", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2025-01-02&until=2025-01-01", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2025-01-01&until=2025-01-02T00:00:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=%D9%85", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=a", "badArgument"),
        ("verb=ListRecords&metadataPrefix=marc", "cannotDisseminateFormat"),
        ("verb=ListRecords&resumptionToken=%00", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=W10=", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=" + "W" * 2000, "badResumptionToken"),
        ("verb=ListSets&resumptionToken=a", "badResumptionToken"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=branch-999999", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=branch-en", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=nothing", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=1970-01-01", "noRecordsMatch"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=%D9%85", "idDoesNotExist"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elsewhere.example:1/ar", "idDoesNotExist"),
        ("verb=ListMetadataFormats&identifier=oai:example.org:999999/ar", "idDoesNotExist"),
    ],
)
def test_refusals(client, query, code):
    f.make_edition()
    root = etree.fromstring(client.get(f"/oai?{query}").content)
    assert error(root) == code
    if code in ("badVerb", "badArgument"):
        assert root.find("o:request", NS).attrib == {}
    if "%" not in query:
        assert GRAMMAR.validate(root), GRAMMAR.error_log


@pytest.mark.one_database
def test_a_form_asks_like_an_address_and_needs_no_token_of_ours(client):
    edition = f.make_edition()
    client.handler.enforce_csrf_checks = True
    form = "application/x-www-form-urlencoded"
    assert found(read(client.post("/oai", urlencode(RECORDS), content_type=form)), "o:identifier") == [name(edition)]
    assert error(read(client.post("/oai", RECORDS))) == "badArgument"
    assert client.put("/oai").status_code == 405
    assert client.post("/articles/", urlencode(RECORDS), content_type=form).status_code == 405


def test_a_page_asks_for_as_much_in_a_large_archive(client):
    f.make_edition(topics=[f.make_topic().pk])
    asked(client, **RECORDS)
    few = len(client.queries)
    copies(f.make_edition(), [datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=n) for n in range(300)])
    asked(client, **RECORDS)
    assert len(client.queries) == few <= 10


@pytest.mark.one_database
def test_a_harvester_in_use_elsewhere_reads_it(client, monkeypatch):
    """oaipmh-scythe."""

    def answer(request):
        response = client.get(request.url.raw_path.decode())
        return httpx2.Response(response.status_code, headers=dict(response.headers), content=response.content)

    monkeypatch.setattr(records.page, "__kwdefaults__", {"size": 2})
    editions = [f.make_edition(topics=[f.make_topic().pk]) for _n in range(3)]
    withdraw(editions[0])
    with Scythe("http://testserver/oai") as harvester:
        harvester._client = httpx2.Client(transport=httpx2.MockTransport(answer))
        assert harvester.identify().repositoryName == f.make_publisher().name_ar
        assert f"topic-{f.make_topic().pk}" in [one.setSpec for one in harvester.list_sets()]
        read = {record.header.identifier: record for record in harvester.list_records()}
        assert {named: record.header.deleted for named, record in read.items()} == {
            name(edition): edition is editions[0] for edition in editions
        }
        assert read[name(editions[1])].metadata["title"] == [editions[1].title]
        with pytest.raises(NoRecordsMatch):
            list(harvester.list_records(set_="branch-999999"))
