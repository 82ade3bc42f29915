"""A report on paper: made once, whole, found under its address as long as its edition is public."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from pypdf import PdfReader

from articles.press.derived.index import index_anew
from articles.press.models import EditionPdf, PictureIndex
from shaf.paper import making
from shaf.paper.engine import why_not
from shaf.text import arabic
from tests import factories as f
from tests.conftest import unavailable
from tests.site.reading import address, correct, select, tree, withdraw

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

BODY = (
    "<h2>عنوان أول</h2><p>بلغت الخسائر 3.5 مليارات دولار في COP30 عام 2025، ولم تتراجع نسبة الفقر.</p>"
    "<h2>عنوان ثانٍ</h2><p>لا يكفي الاتفاق على الحصص، فالسنوات الجافة المقبلة تحتاج إلى قواعد معلنة.</p>"
    "<h2>عنوان ثالث</h2><p>خاتمة الكلام.</p>"
)


@pytest.fixture(autouse=True)
def _engine():
    if why_not():
        unavailable(why_not())


def bytes_of(name: str) -> bytes:
    with default_storage.open(name) as file:
        return file.read()


def words_of(data: bytes) -> str:
    return arabic.fold(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages))


def test_it_says_what_the_page_says_and_how_to_cite_it():
    edition = f.make_edition(body_ar=BODY, topics=[f.make_topic().pk])
    pdf = making.make(edition)
    data = bytes_of(pdf.file)
    reader = PdfReader(BytesIO(data))
    assert (reader.metadata.title, reader.metadata.author) == (edition.title, "إلهام النجار")
    root = reader.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("ar", True)
    said = words_of(data).split()
    for part in (edition.title, "3.5", "COP30", f"http://testserver/r/{edition.article_id}/", edition.fingerprint[:16]):
        wanted = arabic.fold(part).split()
        assert [word for word in wanted if not any(word in one for one in said)] == [], part
    body = [word for word in arabic.fold(BODY.replace("<", " <").replace(">", "> ")).split() if word[0] not in "</h"]
    lost = [word for word in body if not any(word in one for one in said)]
    assert len(lost) <= len(body) * 0.02, lost


def test_the_log_tells_of_no_step(caplog):
    making.make(f.make_edition())
    assert [record for record in caplog.records if record.name.startswith(("weasyprint", "fontTools"))] == []


def test_it_is_made_once_and_its_page_knows(client):
    edition = f.make_edition(("ar", "en"))
    path = f"/articles/{edition.article_id}/report.pdf"
    assert client.get(path).status_code == 404
    assert not select(tree(client.get(address(edition))), ".paper")
    making.make_newest()
    assert EditionPdf.objects.count() == 2
    shown = client.get(address(edition))
    (link,) = select(tree(shown), ".paper a")
    assert link.get("href") == path
    assert f'<meta name="citation_pdf_url" content="http://testserver{path}">' in shown.content.decode()
    answer = client.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    data = b"".join(answer.streaming_content)
    assert data.startswith(b"%PDF-1.7")
    assert client.get(path, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert 'rel="canonical"' in answer["Link"]
    english = client.get(f"/en{path}")
    assert b"".join(english.streaming_content) != data
    before = EditionPdf.objects.get(edition=edition)
    making.make(edition)
    call_command("make_pdfs", verbosity=0)
    assert EditionPdf.objects.get(edition=edition) == before
    assert EditionPdf.objects.get(edition=edition).made_at == before.made_at


def test_it_goes_with_its_edition(client):
    edition = f.make_edition()
    pdf = making.make(edition)
    path, file = f"/articles/{edition.article_id}/report.pdf", f"/media/{pdf.file}"

    def status(address: str) -> int:
        response = client.get(address)
        if response.streaming:
            assert b"".join(response.streaming_content).startswith(b"%PDF")
        return response.status_code

    assert (status(path), status(file)) == (200, 200)
    index_anew(edition)
    assert PictureIndex.objects.filter(picture=pdf.file).exists()
    corrected = correct(edition)
    earlier = f"/articles/{edition.article_id}/editions/1/report.pdf"
    assert (status(path), status(earlier)) == (404, 200)
    making.make(corrected)
    assert client.get(f"/articles/{edition.article_id}/editions/2/report.pdf")["Location"] == path
    withdraw(corrected)
    assert [status(one) for one in (path, earlier, file)] == [410, 410, 410]


def test_what_is_not_public_has_none_and_a_lost_picture_makes_none(client, monkeypatch, caplog):
    scheduled = f.make_edition(at=making.database_now() + timedelta(days=1))
    f.make_article()
    making.make_newest()
    assert not EditionPdf.objects.exists()
    assert client.get(f"/articles/{scheduled.article_id}/report.pdf").status_code == 404
    lost = f'<figure class="image"><img alt="" height="4" src="/media/{"0" * 64}.png" width="6"></figure>'
    monkeypatch.setattr(making, "document", lambda _edition: f"<html><body>{lost}</body></html>")
    f.make_edition()
    making.make_newest()
    assert not EditionPdf.objects.exists()
    assert "0" * 64 in caplog.text
