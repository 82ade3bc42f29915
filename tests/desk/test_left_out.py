"""What a save leaves out is said on the form, by name and place, before anybody is sent to read the rest."""

import html
import json

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from authors.models import Page
from tests import factories as f
from tests.desk.browsing import change_url, form_data, login, new_report_data

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ISOLATES = str.maketrans("", "", "\u2066\u2068\u2069")
BODY = (
    '<p>قبل الصورة</p><p><img src="file:///C:/Temp/clip_image001.emz"></p><p>شاهد <iframe src="https://v.example/1">'
    '</iframe> وانظر <a href="file:///C:/x.docx">الملف</a>، <b>&lt;غامق&gt;</b></p>'
)
KEPT = "<p>قبل الصورة</p><p>شاهد وانظر الملف، <strong>&lt;غامق&gt;</strong></p>"
SAID = [
    "صورة لم تُرفع إلى هنا؛ أدرجها من ملفّها: (file:///C:/Temp/clip_image001.emz) — بعد «قبل الصورة»",
    "مقطع أو رسم أو صفحة مضمَّنة: (https://v.example/1) — بعد «شاهد»",
    "رابط لا يصلح عنوانه للنشر؛ وبقي كلامه: الملف (file:///C:/x.docx) — بعد «شاهد وانظر»",
]


@pytest.fixture
def writer():
    return f.make_user(role="writer")


@pytest.fixture
def client(writer) -> Client:
    return login(writer)


def page_of(response) -> str:
    return html.unescape(response.content.decode()).translate(ISOLATES)


def items(page: str) -> list[str]:
    return [part.partition("</li>")[0] for part in page.split('<ul class="left-out">')[-1].split("<li>")[1:]][
        : len(SAID)
    ]


def test_a_save_says_what_it_left_out_and_keeps_the_words(client):
    response = client.post(reverse("admin:articles_article_add"), new_report_data() | {"body_ar": BODY}, follow=True)
    assert Article.objects.get().body_ar == KEPT
    page = page_of(response)
    assert "لم يُحفظ ما يلي، إذ لا مكان له هنا: النص (العربية)" in page
    assert items(page) == SAID
    # It is said once: what is stored loses nothing more.
    article = Article.objects.get()
    again = client.post(change_url(article), form_data(client, change_url(article)), follow=True)
    assert "left-out" not in again.content.decode()


def test_what_is_said_is_text(client):
    body = '<p>x</p><p><img src="file:///x" alt="&lt;script&gt;alert(1)&lt;/script&gt;"></p>'
    response = client.post(reverse("admin:articles_article_add"), new_report_data() | {"body_ar": body}, follow=True)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in response.content.decode()
    assert "<script>alert(1)" not in response.content.decode()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_it_is_seen_before_the_report_goes_to_review(writer, client, language):
    article = f.make_article(by=writer)
    data = form_data(client, change_url(article)) | {f"body_{language}": BODY, f"_submit_{language}": "1"}
    page = page_of(client.post(change_url(article), data, follow=True))
    assert article.track(language).state == "draft"
    assert items(page) == SAID
    assert "ثم أرسل التقرير للمراجعة" in page
    data = form_data(client, change_url(article)) | {f"_submit_{language}": "1"}
    client.post(change_url(article), data)
    assert article.track(language).state == "review"


def test_the_other_language_holds_no_report_back(writer, client):
    article = f.make_article(by=writer)
    data = form_data(client, change_url(article)) | {"body_en": BODY, "_submit_ar": "1"}
    assert items(page_of(client.post(change_url(article), data, follow=True))) == SAID
    assert article.track("ar").state == "review"


def test_a_form_that_comes_back_with_errors_says_it_too(client):
    """The editor is given what is left of the text, so this is when the rest goes."""
    data = new_report_data() | {"body_ar": BODY, "title_ar": "ع" * 301}
    page = page_of(client.post(reverse("admin:articles_article_add"), data))
    assert not Article.objects.exists()
    assert items(page) == SAID


def test_it_is_said_while_the_text_is_written(writer, client):
    article = f.make_article(by=writer)
    told = {"tab": "tab-12345678", "user": writer.pk, "article": article.pk, "version": article.version}
    told |= {"changed": ["body_ar"], "fields": [["body_ar", BODY + '<p><img src="" width="4"></p>']]}
    answer = client.post(reverse("admin:articles_autosave"), json.dumps(told), "application/json").json()
    said = [line.translate(ISOLATES) for line in answer["left_out"]["body_ar"]]
    assert said == SAID, "an upload that is under way is no loss yet"


def test_long_lists_end(client):
    body = "<p>نص</p>" + '<p><img src="file:///x"></p>' * 30
    data = new_report_data() | {"body_ar": body}
    page = page_of(client.post(reverse("admin:articles_article_add"), data, follow=True))
    assert page.count("صورة لم تُرفع") == 20
    assert "و10 غيرها" in page


def test_a_page_of_the_centre_says_it_too():
    client = login(f.make_user(role="manager", is_staff=True, is_superuser=True))
    data = dict.fromkeys(("name_en", "body_en", "slug_ar", "slug_en"), "")
    data |= {"name_ar": "من نحن", "body_ar": BODY, "order": "0"}
    response = client.post(reverse("admin:authors_page_add"), data, follow=True)
    assert Page.objects.get().body_ar == KEPT
    assert items(page_of(response)) == SAID
