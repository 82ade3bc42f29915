"""The centre's own pages, colours and menu: data, edited at the desk."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from authors.models import FormerSlug, Page, Source
from shaf.pictures.colours import contrast, readable
from tests import factories as f
from tests.site.reading import correct, links, location, select, text, texts, tree

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BACKEND = "django.contrib.auth.backends.ModelBackend"


def make_page(**fields) -> Page:
    defaults = {"name_ar": "عن المركز", "body_ar": "<p>نص الصفحة.</p>"}
    page = Page(**defaults | fields)
    page.fill_slugs()
    page.save()
    return page


@pytest.mark.both_databases
def test_a_page_in_its_language_and_in_the_menu(client):
    make_page()
    response = client.get("/pages/عن-المركز/")
    assert response.status_code == 200
    assert texts(response, "h1") == ["عن المركز"]
    assert texts(response, ".text") == ["نص الصفحة."]
    (here,) = select(tree(response), ".menu a[aria-current]")
    assert text(here) == "عن المركز"
    assert "عن المركز" in texts(client.get("/"), ".menu a")
    assert "عن المركز" not in " ".join(texts(client.get("/en/"), "a"))
    assert client.get("/en/pages/عن-المركز/").status_code == 404


def test_each_page_is_described_in_a_sentence_of_its_own(client):
    long = "كلمة " * 100
    make_page(body_ar=f"<h2>عنوان</h2><p>نص &amp; <strong>أكثر</strong>.</p><p>{long}</p>")
    corrected = correct(f.make_edition())
    month = date_format(localtime(corrected.first_live_from), "Y/m")
    paths = ["/", "/articles/", f"/archive/{month}/", "/corrections/", "/pages/عن-المركز/"]
    described = [select(tree(client.get(path)), 'meta[name="description"]')[0].get("content") for path in paths]
    assert len(set(described)) == len(paths)
    assert described[1].startswith("جميع تقارير ")
    assert " المنشورة في " in described[2]
    assert described[3].startswith("هنا التصحيحات")
    assert described[4].startswith("عنوان نص & أكثر. كلمة")
    assert described[4].endswith("كلمة…")
    assert len(described[4]) <= 201


def test_both_languages_name_each_other(client):
    make_page(name_en="About", body_en="<p>Text.</p>")
    assert links(client.get("/en/pages/about/"), "alternate")["ar"] == "http://testserver/pages/عن-المركز/"
    assert links(client.get("/pages/عن-المركز/"), "alternate")["en"] == "http://testserver/en/pages/about/"


def test_a_page_without_text_is_none(client):
    make_page(body_ar="", name_en="About", body_en="<p>Text.</p>")
    assert client.get("/pages/عن-المركز/").status_code == 404
    assert "عن المركز" not in texts(client.get("/"), ".menu a")


def test_not_in_the_menu_is_at_the_foot(client):
    make_page(in_menu=False)
    home = client.get("/")
    assert "عن المركز" not in texts(home, ".menu a")
    assert "عن المركز" in texts(home, ".colophon a")


def test_an_old_slug_leads_on(client):
    page = make_page()
    FormerSlug.objects.create(kind="page", entry=page.pk, language="ar", slug="من-نحن")
    response = client.get("/pages/من-نحن/")
    assert response.status_code == 301
    assert location(response) == "/pages/عن-المركز/"


def form(**fields):
    return {"name_ar": "اتصل بنا", "slug_ar": "", "name_en": "", "slug_en": "", "in_menu": "on", "order": "1"} | fields


@pytest.mark.parametrize(("role", "status"), [("writer", 403), ("editor", 403), ("manager", 302)])
def test_who_writes_them(role, status):
    person = Client()
    person.force_login(f.make_user(role=role, is_staff=True), BACKEND)
    response = person.post(reverse("admin:authors_page_add"), form(body_ar="<p>هاتف</p>", body_en=""))
    assert response.status_code == status
    assert Page.objects.exists() == (status == 302)


def test_what_is_stored_has_passed_the_sanitiser(client):
    manager = Client()
    manager.force_login(f.make_user(role="manager", is_staff=True), BACKEND)
    hostile = '<p onclick="x()">نص</p><script>alert(1)</script><a href="javascript:x()">رابط</a>'
    manager.post(reverse("admin:authors_page_add"), form(body_ar=hostile, body_en=""))
    shown = client.get("/pages/اتصل-بنا/").content.decode()
    assert "نص" in shown
    assert "onclick" not in shown
    assert "alert" not in shown
    assert "javascript:" not in shown


@pytest.mark.parametrize(
    ("typed", "stored"), [("a/b", "a-b"), ("../x", "x"), ("a b", "a-b"), ("عن/المركز", "عن-المركز")]
)
def test_a_slug_is_one_part_of_an_address(client, typed, stored):
    manager = Client()
    manager.force_login(f.make_user(role="manager", is_staff=True), BACKEND)
    manager.post(reverse("admin:authors_page_add"), form(body_ar="<p>نص</p>", body_en="", slug_ar=typed))
    assert Page.objects.get().slug_ar == stored
    for path in ("/", "/nowhere/", "/sitemap-pages-1.xml", "/llms.txt"):
        assert client.get(path).status_code in (200, 404), path


@pytest.mark.parametrize("typed", ["..", "/", "«»"])
def test_a_slug_without_a_letter_is_refused(typed):
    manager = Client()
    manager.force_login(f.make_user(role="manager", is_staff=True), BACKEND)
    response = manager.post(reverse("admin:authors_page_add"), form(body_ar="<p>نص</p>", body_en="", slug_ar=typed))
    assert response.status_code == 200
    assert not Page.objects.exists()
    assert "حرف أو رقم" in response.content.decode()


def test_slugs_of_the_whole_register_are_mended():
    topic = f.make_topic()
    topic.slug_ar = "أ/ب"
    topic.fill_slugs()
    assert topic.slug_ar == "أ-ب"


def test_the_centre_s_colours(client):
    f.make_publisher()
    assert 'href="/theme-' not in client.get("/").content.decode()
    Source.objects.filter(kind="own").update(accent_colour="#ffcc00")
    *_house, theme = select(tree(client.get("/")), 'link[rel="stylesheet"]')
    sheet = theme.get("href")
    response = client.get(sheet)
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in response["Cache-Control"]
    assert "#ffcc00" in response.content.decode()
    assert client.get("/theme-000000000000.css").status_code == 404
    Source.objects.filter(kind="own").update(accent_colour="#003366")
    assert client.get(sheet).status_code == 404, "another colour has another address"


@pytest.mark.parametrize("colour", ["#ffcc00", "#000000", "#ffffff", "#0d4a5a", "#ff0000", "#7f7f7f"])
@pytest.mark.parametrize("paper", ["#fcfbf8", "#171614"])
def test_a_colour_can_be_read(colour, paper):
    assert contrast(readable(colour, paper), paper) >= 4.5
    if contrast(colour, paper) >= 4.5:
        assert readable(colour, paper) == colour


def test_contrast_by_the_book():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
