"""Citations: what reference managers read back, and the line that people copy."""

import json
import re
from datetime import UTC, datetime
from io import StringIO

import pytest
import rispy
from django.utils import translation
from pybtex.database import parse_string

from articles.press.models import Edition
from articles.site.citation.bibtex import bibtex
from articles.site.citation.csl import csl_json
from articles.site.citation.line import box_of, citation_line
from articles.site.citation.ris import ris
from articles.site.citation.work import key_of, work_of
from authors.models import Series
from tests import factories as f
from tests.site.reading import address, correct, select, text, tree, withdraw

pytestmark = pytest.mark.one_database

NASTY = 'خطر {50%} & "الاقتصاد" \\ #1_أ ~ $5 ^ } { «نص»\nوسطر ثانٍ: AT&T, and more'
ONE_LINE = NASTY.replace("\n", " ")


def edition(language="ar", **fields):
    """An unsaved edition with all that a citation reads."""
    person = {"id": 1, "honorific": "د.", "slug": "x"}
    authors = fields.pop("authors", [("إلهام النجار", "إلهام", "النجار")])
    byline = {
        "kind": "byline",
        "source": {"id": 1, "name": fields.pop("institution", "مركز شاف"), "slug": "shaf"},
        "authors": [person | {"name": n, "given_name": g, "family_name": family} for n, g, family in authors],
    }
    return Edition(
        **{
            "article_id": 7,
            "language": language,
            "number": 2,
            "title": "سوريا والتحالف الدولي",
            "description": "ملخص.",
            "credits": {"branch": {"id": 1, "name": "القاهرة", "slug": "c"}, "attributions": [byline]},
            "byline_date": datetime(2025, 11, 16, tzinfo=UTC).date(),
            "live_from": datetime(2025, 11, 20, tzinfo=UTC),
            "live_until": datetime(2025, 12, 1, tzinfo=UTC),
            "topics": [{"id": 1, "name": "الأمن", "slug": "s"}, {"id": 2, "name": "سوريا", "slug": "t"}],
            "series": None,
        }
        | fields
    )


def work(*args, latin=None, latin_family="El-Naggar", **fields):
    made = edition(*args, **fields)
    with translation.override(made.language):
        return work_of(made, key=key_of(made, latin=latin, latin_family=latin_family))


def entry_of(record):
    """What pybtex reads; it raises on what it cannot."""
    (entry,) = parse_string(record, "bibtex").entries.values()
    return entry


PRINTED = {
    **{f"{{\\text{name}}}": sign for name, sign in [("backslash", "\\"), ("braceleft", "<"), ("braceright", ">")]},
    **{f"{{\\textascii{name}}}": sign for name, sign in [("tilde", "~"), ("circum", "^")]},
    **{f"\\{sign}": sign for sign in "%&#$_"},
}


def plain(value):
    """A field as TeX prints it, braces within the text as < and >."""
    printed = re.compile("|".join(map(re.escape, PRINTED)))
    return printed.sub(lambda found: PRINTED[found[0]], value).replace("{", "").replace("}", "")


def angled(text):
    return text.replace("{", "<").replace("}", ">")


class TestBibTeX:
    def test_every_field_is_read_back(self):
        series = {"series": {"id": 1, "name": "تقدير موقف", "slug": "t"}, "number": 12}
        entry = entry_of(bibtex(work(series=series)))
        assert (entry.type, entry.key) == ("techreport", "naggar2025r7")
        (author,) = entry.persons["author"]
        assert (author.last_names, author.first_names) == (["النجار"], ["إلهام"])
        assert {name: plain(value) for name, value in entry.fields.items()} == {
            "title": "سوريا والتحالف الدولي",
            "institution": "مركز شاف",
            "type": "تقرير",
            "series": "تقدير موقف",
            "number": "12",
            "date": "2025-11-16",
            "year": "2025",
            "month": "November",
            "keywords": "الأمن, سوريا",
            "abstract": "ملخص.",
            "url": "http://testserver/r/7/",
            "langid": "arabic",
        }

    def test_signs_of_tex(self):
        record = bibtex(work(title=NASTY, institution="A & {B} 100%", authors=[("اسم {ذو} 100% & \\", "", "")]))
        entry = entry_of(record)
        assert plain(entry.fields["title"]) == angled(ONE_LINE)
        assert plain(entry.fields["institution"]) == "A & <B> 100%"
        assert plain(" ".join(entry.persons["author"][0].last_names)) == "اسم <ذو> 100% & \\"
        assert record.count("{") == record.count("}")

    @pytest.mark.parametrize(
        ("name", "given", "family"),
        [
            ("محمد أبو الخير", "محمد", "أبو الخير"),
            ("سامر عبد الله بن عبد الرحمن", "سامر", "عبد الله بن عبد الرحمن"),
            ("Basel al-Mohammad", "Basel", "al-Mohammad"),
            ("Ursula von der Leyen", "Ursula", "von der Leyen"),
            ("Smith, Jr and Sons", "Jr and Sons", "Smith, Esq"),
        ],
    )
    def test_compound_family_names_stay_whole(self, name, given, family):
        entry = entry_of(bibtex(work(authors=[(name, given, family), ("منى حسن", "منى", "حسن")])))
        first, second = entry.persons["author"]
        assert not first.prelast_names
        assert " ".join(first.last_names).strip("{}") == family
        assert " ".join(first.first_names).strip("{}") == given
        assert second.last_names == ["حسن"]

    def test_a_name_that_nobody_split_is_one(self):
        entry = entry_of(bibtex(work(authors=[("وحدة الدراسات and more, بالمركز", "", "")])))
        (author,) = entry.persons["author"]
        assert author.last_names == ["{وحدة الدراسات and more, بالمركز}"]
        assert not author.first_names

    def test_no_author_at_all(self):
        assert "author" not in entry_of(bibtex(work(authors=[]))).fields


class TestRIS:
    def read(self, record):
        assert record.endswith("ER  - \r\n")
        assert "\n" not in record.replace("\r\n", "")
        (entry,) = rispy.load(StringIO(record.replace("\r\n", "\n")))
        return entry

    def test_every_tag_is_read_back(self):
        series = {"series": {"id": 1, "name": "تقدير موقف", "slug": "t"}, "number": 12}
        entry = self.read(ris(work(series=series, authors=[("محمد أبو الخير", "محمد", "أبو الخير"), ("وحدة", "", "")])))
        assert entry["type_of_reference"] == "RPRT"
        assert entry["title"] == "سوريا والتحالف الدولي"
        assert entry["authors"] == ["أبو الخير, محمد", "وحدة"]
        assert (entry["year"], entry["date"]) == ("2025", "2025/11/16")
        assert (entry["publisher"], entry["secondary_title"], entry["issn"]) == ("مركز شاف", "تقدير موقف", "12")
        assert entry["keywords"] == ["الأمن", "سوريا"]
        assert (entry["urls"], entry["language"]) == (["http://testserver/r/7/"], "ar")

    def test_a_title_of_several_lines_cannot_add_a_tag(self):
        entry = self.read(ris(work(title="عنوان\r\nAU  - دخيل\x0bER  - \u2028TY  - BOOK")))
        assert entry["title"] == "عنوان AU - دخيل ER - TY - BOOK"
        assert entry["authors"] == ["النجار, إلهام"]

    def test_signs(self):
        assert self.read(ris(work(title=NASTY)))["title"] == ONE_LINE


class TestCSL:
    def test_shape(self):
        (item,) = json.loads(
            csl_json(work(title=NASTY, authors=[("محمد أبو الخير", "محمد", "أبو الخير"), ("وحدة", "", "")]))
        )
        assert item["type"] == "report"
        assert item["title"] == ONE_LINE
        assert item["author"] == [{"family": "أبو الخير", "given": "محمد"}, {"literal": "وحدة"}]
        assert item["issued"] == {"date-parts": [[2025, 11, 16]]}
        assert (item["publisher"], item["language"], item["URL"]) == ("مركز شاف", "ar", "http://testserver/r/7/")
        # Of the schema's fields, and no others.
        assert set(item) <= {
            *("id", "type", "title", "author", "issued", "publisher", "genre", "collection-title", "number"),
            *("keyword", "abstract", "note", "URL", "language"),
        }


class TestKey:
    @pytest.mark.parametrize(
        ("title", "authors", "key"),
        [
            ("Syria and the Coalition", [("Elham El-Naggar", "Elham", "El-Naggar")], "naggar2025syria"),
            ("The war of Al-Nusra", [("Elham Al Najjar", "", "")], "najjar2025war"),
            ("How to de-escalate: 10 ways", [("Jöhn Müller", "", "")], "muller2025escalate"),
            ("2025", [("Zoë", "", "")], "zoe2025r7"),
            ("Syria", [], "report2025syria"),
            ("سوريا", [("إلهام", "", "")], "report2025r7"),
        ],
    )
    def test_from_the_english_edition(self, title, authors, key):
        latin = edition("en", title=title, authors=authors)
        assert work(latin=latin).key == key
        assert work("en", latin=latin).key == f"{key}-en"

    def test_from_the_register_s_name(self):
        assert work(latin_family="al-Masri").key == "masri2025r7"
        assert work(latin_family="").key == "report2025r7"

    def test_ascii_without_marks(self):
        assert re.fullmatch(r"[a-z0-9-]+", work(latin=edition("en", title="Ĉio ‘ß’ 日本", authors=[("Ł", "", "")])).key)


class TestLine:
    def test_arabic(self):
        series = {"series": {"id": 1, "name": "تقدير موقف", "slug": "t"}, "number": 12}
        made = edition(title="سوريا: «مخاطر»", series=series, authors=[("إلهام النجار", "", ""), ("منى حسن", "", "")])
        assert citation_line(made) == (
            "إلهام النجار، منى حسن، «سوريا: “مخاطر”»، تقدير موقف، العدد 12، مركز شاف، 16 نوفمبر 2025، "
            "http://testserver/r/7/"
        )

    def test_english_whatever_language_is_active(self):
        made = edition("en", title="Syria: “risks”", institution="SHAF Centre", authors=[("Elham El-Naggar", "", "")])
        with translation.override("ar"):
            line = citation_line(made)
        assert line == (
            "Elham El-Naggar. “Syria: ‘risks’.” Report, SHAF Centre, 16 November 2025. http://testserver/en/r/7/."
        )

    def test_a_correction_and_no_author(self):
        line = citation_line(edition(authors=[], correction_kind="substantive"))
        assert line.startswith("«سوريا والتحالف الدولي»، تقرير، مركز شاف، 16 نوفمبر 2025، صُحّح في 20 نوفمبر 2025، ")

    def test_an_edition_that_is_over_says_so(self):
        assert citation_line(edition(), over=True).endswith(
            "، 16 نوفمبر 2025، طبعة سابقة (من 20 نوفمبر 2025 إلى 1 ديسمبر 2025)، "
            "http://testserver/articles/7/editions/2/"
        )
        assert "طبعة سابقة" not in citation_line(edition())
        assert "16 November 2025, earlier edition (from 20 November 2025 to 1 December 2025). " in citation_line(
            edition("en"), over=True
        )

    @pytest.mark.parametrize(
        ("title", "printed"), [("Why?", "“Why?” "), ("The “why?”", "“The ‘why?’” "), ("So", "“So.” ")]
    )
    def test_one_stop_after_an_english_title(self, title, printed):
        assert printed in citation_line(edition("en", title=title))

    def test_each_part_is_isolated_and_nothing_turns_the_line_around(self):
        series = {"series": {"id": 1, "name": "Policy (Brief", "slug": "t"}, "number": 12}
        authors = [("إلهام\u202e النجار", "", ""), ("J. (Smith", "", "")]
        made = edition(
            title="\u202eعنوان (Syria, 2025", institution="SHAF\u2067 Centre!", authors=authors, series=series
        )
        isolated = [piece.text for piece in box_of(made).pieces if piece.isolated]
        assert isolated == ["إلهام النجار", "J. (Smith", "عنوان (Syria, 2025", "Policy (Brief", "SHAF Centre!"]
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", citation_line(made) + bibtex(work(title=made.title)))
        assert "16 نوفمبر 2025" in "".join(piece.text for piece in box_of(made).pieces if not piece.isolated)


TYPES = {
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "json": "application/vnd.citationstyles.csl+json; charset=utf-8",
}


@pytest.mark.django_db
class TestAddresses:
    def test_files_of_both_languages(self, client):
        made = f.make_edition(("ar", "en"), title_en="Syria and the Coalition")
        for prefix, suffix in (("", ""), ("/en", "-en")):
            for extension, kind in TYPES.items():
                response = client.get(f"{prefix}/articles/{made.article_id}/cite.{extension}")
                assert response.status_code == 200
                assert response["Content-Type"] == kind
                assert response["Content-Disposition"] == f'attachment; filename="naggar2025syria{suffix}.{extension}"'
                assert response["X-Robots-Tag"] == "noindex"
                assert len(client.queries) <= 3
                again = client.get(response.request["PATH_INFO"], headers={"if-none-match": response["ETag"]})
                assert again.status_code == 304

    def test_arabic_alone_takes_the_key_from_the_register(self, client):
        made = f.make_edition()
        assert f"naggar2025r{made.article_id}," in client.get(f"/articles/{made.article_id}/cite.bib").content.decode()
        assert len(client.queries) <= 3
        assert client.get(f"/en/articles/{made.article_id}/cite.bib").status_code == 404

    def test_editions_and_what_is_gone(self, client):
        made = f.make_edition(title_ar="العنوان الأول")
        correct(made, title_ar="العنوان الثاني")
        own = f"/articles/{made.article_id}"
        assert "العنوان الثاني" in client.get(f"{own}/cite.bib").content.decode()
        old = client.get(f"{own}/editions/1/cite.ris").content.decode()
        assert "العنوان الأول" in old
        assert "طبعة سابقة (من " in old
        for extension in TYPES:
            earlier = client.get(f"{own}/editions/1/cite.{extension}")
            key = f"naggar2025r{made.article_id}-ed1"
            assert key in earlier.content.decode()
            assert earlier["Content-Disposition"] == f'attachment; filename="{key}.{extension}"'
            assert "طبعة سابقة (من " in earlier.content.decode()
            assert "طبعة سابقة" not in client.get(f"{own}/cite.{extension}").content.decode()
        assert f"http://testserver{own}/editions/1/" in old
        live = client.get(f"{own}/editions/2/cite.ris")
        assert (live.status_code, live["Location"]) == (302, f"{own}/cite.ris")
        assert client.get(f"{own}/editions/3/cite.ris").status_code == 404
        assert client.get(f"{own}/cite.doc").status_code != 200
        withdraw(made)
        assert client.get(f"{own}/cite.bib").status_code == 410
        assert client.get(f"{own}/editions/1/cite.bib").status_code == 410

    def test_a_draft_has_none(self, client):
        draft = f.make_article()
        for path in ("cite.bib", "editions/1/cite.json"):
            assert client.get(f"/articles/{draft.pk}/{path}").status_code == 404

    def test_the_box_on_the_page(self, client):
        made = f.make_edition()
        (box,) = select(tree(client.get(address(made))), "section.cite")
        assert text(box.find("h2")) == "للاستشهاد بهذا التقرير"
        assert text(select(box, ".cite-line")[0]) == citation_line(made)
        assert [text(part) for part in select(box, ".cite-line bdi")] == [
            *("إلهام النجار", made.title, made.byline["source"]["name"], f"http://testserver/r/{made.article_id}/")
        ]
        links = [link.get("href") for link in select(box, "a")]
        assert links == [f"/articles/{made.article_id}/cite.{extension}" for extension in ("bib", "ris", "json")]

    def test_series(self, client):
        series = Series.objects.create(name_ar="تقدير موقف")
        made = f.make_edition(series=series.pk, series_number=0)
        assert entry_of(client.get(f"/articles/{made.article_id}/cite.bib").content.decode()).fields["number"] == "0"
