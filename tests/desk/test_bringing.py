"""A file is brought to the desk: what is shown, what it becomes, who may, and what a refusal keeps."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from articles.desk import workflow
from articles.models import Article, BroughtFile, Picture, ReviewNote, Revision
from authors.models import Author
from shaf.product.limits import FILES_WAITING
from tests import factories as f
from tests.desk.test_import_reports import arabic
from tests.word_files import JPEG, comment, commented, docx, p, picture, r, report

pytestmark = pytest.mark.django_db
BRING = reverse("admin:articles_bring")
BODY = "نصّ التقرير طويل بما يكفي."


@pytest.fixture(autouse=True)
def newsroom():
    f.make_publisher()
    f.make_branch()
    with translation.override("ar"):
        yield


@pytest.fixture
def writer(client):
    person = f.make_user("writer", role="writer")
    client.force_login(person)
    return person


def word(**given):
    return docx(
        report(p("فرع القاهرة"), p(BODY, commented(1, " معلق"), r(" سرّ", "<w:vanish/>")), p(picture("ajpg", "سد"))),
        comments=comment(1, "راجع"),
        media={"a.jpg": JPEG},
        **given,
    )


def send(client, data, name="report.docx", **more):
    return client.post(BRING, {"file": SimpleUploadedFile(name, data), **more})


def test_a_word_file_becomes_a_draft(client, writer):
    answer = send(client, word(), follow=True)
    file = BroughtFile.objects.get()
    assert answer.url == reverse("admin:articles_brought", args=[file.pk])
    page = client.get(answer.url).content.decode()
    for said in ("عنوان التقرير", "القاهرة", "منى فهمي", "16 نوفمبر 2025", "نص مخفي", "تعليق واحد يصير ملاحظة"):
        assert said in page
    assert (Article.objects.count(), Picture.objects.count(), Author.objects.count()) == (0, 0, 0)
    made = client.post(answer.url, {"make": "1"})
    article = Article.objects.get()
    assert made.url == reverse("admin:articles_article_change", args=[article.pk])
    assert (article.title_ar, str(article.branch), article.version) == ("عنوان التقرير", "القاهرة", 1)
    name = Picture.objects.get(alt_ar="سد").file.name
    assert article.body_ar.startswith(f"<p>{BODY} معلق</p>")
    assert f'src="/media/{name}"' in article.body_ar
    assert article.attributions.get().date.isoformat() == "2025-11-16"
    note = ReviewNote.objects.get()
    assert (note.text, note.quote) == ("سلمى: راجع", f"{BODY} معلق")
    # The same button once more, and the page again.
    assert client.post(answer.url, {"make": "1"}).url == client.get(answer.url).url == made.url
    assert Article.objects.count() == 1
    # The same file once more.
    again = client.post(send(client, word()).url, {"make": "1"})
    assert again.status_code == 409
    assert f"للتقرير رقم {article.pk} هذا العنوان" in again.content.decode()
    assert Article.objects.count() == 1


def test_a_pasted_text_without_an_attribution_becomes_a_draft_that_says_so(client, writer):
    answer = client.post(BRING, {"text": f"عنوان\x0bطويل\n{BODY}\x0cوبقية."})
    page = client.get(answer.url).content.decode()
    assert "لا ينتهي النص ببيان إسناد." in page
    client.post(answer.url, {"make": "1"})
    article = Article.objects.get()
    assert (article.title_ar, article.body_ar) == ("عنوان طويل", f"<p>{BODY}</p><p>وبقية.</p>")


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"%PDF-1.7", "report.docx", "الملف ملف PDF، ولا يُقرأ هنا."),
        (b"", "report.docx", "الملف فارغ."),
        (b"PK\x03\x04x", "report.docx", "الملف مبتور أو تالف."),
    ],
)
def test_a_refused_file_keeps_what_was_typed(client, writer, data, name, said):
    answer = send(client, data, name, text="نص كُتب باليد")
    assert answer.status_code == 409
    assert said in answer.content.decode()
    assert "نص كُتب باليد" in answer.content.decode()
    assert BroughtFile.objects.count() == 0


def test_nothing_sent(client, writer):
    assert "لم يُختر ملف" in client.post(BRING, {}).content.decode()


def test_a_report_is_filled_and_asks_before_it_replaces(client, writer):
    article = workflow.create(
        by=writer, changes={"branch": f.make_branch().pk, "title_ar": "عنوان قديم", "body_ar": "<p>قديم</p>"}
    )
    answer = send(client, word(), article=article.pk)
    page = client.get(answer.url).content.decode()
    assert 'value="attributions" checked' in page
    assert 'value="title_ar" checked' not in page
    assert 'value="body_ar" checked' not in page
    assert page.count("يحل محل ما فيه") == 2
    nothing = client.post(answer.url, {"make": "1", "version": article.version})
    assert (nothing.status_code, Article.objects.get().version) == (409, 1)
    client.post(answer.url, {"make": "1", "version": 1, "field": ["attributions", "body_ar"]})
    article.refresh_from_db()
    assert article.title_ar == "عنوان قديم"
    assert article.body_ar.startswith(f"<p>{BODY}")
    assert Revision.objects.get(version=1).draft["body_ar"] == "<p>قديم</p>"


def test_what_somebody_wrote_meanwhile_is_not_overwritten(client, writer):
    article = workflow.create(by=writer, changes={"branch": f.make_branch().pk, "body_ar": "<p>قديم</p>"})
    answer = send(client, word(), article=article.pk)
    workflow.write(article.pk, by=writer, changes={"body_ar": "<p>أحدث</p>"}, base_version=1)
    refused = client.post(answer.url, {"make": "1", "version": 1, "field": ["body_ar"]})
    assert refused.status_code == 409
    assert Article.objects.get().body_ar == "<p>أحدث</p>"
    assert (Picture.objects.count(), ReviewNote.objects.count()) == (0, 0)
    assert bytes(BroughtFile.objects.get().data)


def test_a_report_in_review_is_not_filled(client, writer):
    article = f.make_article(by=writer)
    answer = send(client, word(), article=article.pk)
    workflow.submit(article.pk, "ar", by=writer)
    assert "التقرير مقفل الآن" in client.get(answer.url).content.decode()
    refused = client.post(answer.url, {"make": "1", "version": article.version, "field": ["body_ar"]})
    assert refused.status_code == 409


def person(kind):
    match kind:
        case "elsewhere":
            return f.make_user("other", role="writer", branch=f.make_branch("عمّان", "Amman"))
        case _:
            return f.make_user(kind, role=kind)


@pytest.mark.parametrize(
    ("kind", "page", "others_file", "fills"),
    [
        ("writer", 200, 404, 302),
        ("editor", 200, 404, 302),
        ("manager", 200, 404, 302),
        ("elsewhere", 200, 404, 404),
    ],
)
def test_who_may(client, kind, page, others_file, fills):
    owner = f.make_user("owner", role="writer")
    article = workflow.create(by=owner, changes={"branch": f.make_branch().pk, "title_ar": "عنوان"})
    client.force_login(owner)
    address = send(client, arabic().encode(), "a.txt").url
    client.force_login(person(kind))
    assert client.get(BRING).status_code == page
    assert client.get(address).status_code == others_file
    assert client.post(address, {"make": "1"}).status_code == others_file
    assert send(client, arabic().encode(), "a.txt", article=article.pk).status_code == fills
    client.logout()
    assert client.get(BRING).status_code == client.get(address).status_code == 302


def test_files_do_not_pile_up(client, writer):
    for n in range(FILES_WAITING + 3):
        assert send(client, arabic().encode(), f"{n}.txt").url == send(client, arabic().encode(), f"{n}.txt").url
    assert BroughtFile.objects.count() == FILES_WAITING
    newest = BroughtFile.objects.first()
    client.post(reverse("admin:articles_brought", args=[newest.pk]), {"leave": "1"})
    assert BroughtFile.objects.count() == FILES_WAITING - 1


@pytest.mark.parametrize("repair", [True, False])
def test_what_the_copy_check_proposes_is_done_where_it_is_ticked(client, writer, repair):
    text = "عنوان\nفرع القاهرة\nمصر و السودان ، معًا، فى مشهدٍ واحد."
    page = client.post(BRING, {"text": text}, follow=True)
    shown = page.content.decode()
    assert "واو العطف منفصلة" in shown
    assert 'name="repair" value="1" checked' in shown
    client.post(page.redirect_chain[-1][0], {"make": "1"} | ({"repair": "1"} if repair else {}))
    article = Article.objects.get()
    assert article.body_ar == (
        "<p>مصر والسودان، معًا، فى مشهدٍ واحد.</p>" if repair else f"<p>{text.splitlines()[2]}</p>"
    )
    assert article.revisions.get().by == writer
