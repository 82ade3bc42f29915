"""Compound names are divided between their compounds, the proposal is stored where a name comes in, and an editor
confirms it."""

import pytest
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.desk.importers import register
from authors.family_names import divided
from authors.models import Author
from tests import factories as f
from tests.site.reading import select, texts, tree

NAMES = {
    "إلهام النجار": "النجار",
    "محمد عبد الرحمن": "عبد الرحمن",
    "عبد الرحمن الكواكبي": "الكواكبي",
    "عبدالرحمن بدوي": "بدوي",
    "أحمد حسن عبد ربه": "عبد ربه",
    "جمال عبد الناصر حسين": "حسين",
    "جمال عبد الناصر": "عبد الناصر",
    "خالد أبو الفضل": "أبو الفضل",
    "أبو القاسم الشابي": "الشابي",
    "محمود ابو زيد": "ابو زيد",
    "محمد بن سلمان آل سعود": "آل سعود",
    "محمد بن راشد آل مكتوم": "آل مكتوم",
    "علي آل خليفة": "آل خليفة",
    "مالك بن نبي": "بن نبي",
    "عبد الله بن عبد العزيز": "بن عبد العزيز",
    "محمد ولد عبد العزيز": "ولد عبد العزيز",
    "أحمد نور الدين": "نور الدين",
    "صلاح الدين الأيوبي": "الأيوبي",
    "حسن نصر الله": "نصر الله",
    "سيف الإسلام القذافي": "القذافي",
    "جاد الحق علي جاد الحق": "جاد الحق",
    "سلمى بنت خالد": "بنت خالد",
    "عبد الرحمن": "",
    "أدونيس": "",
    "أم كلثوم": "",
    "Elham El-Naggar": "El-Naggar",
    "Basel Al Mohammad": "Al Mohammad",
    "Gamal Abdel Nasser": "Abdel Nasser",
    "Abdel Fattah El Sisi": "El Sisi",
    "Mohamed Abd al-Rahman": "Abd al-Rahman",
    "Malek Ben Nabi": "Ben Nabi",
    "Mohammed bin Salman Al Saud": "Al Saud",
    "Ahmed Nour El-Din": "Nour El-Din",
    "Ahmed Nour El Din": "Nour El Din",
    "Salah al-Din Bitar": "Bitar",
    "Ludwig van der Berg": "van der Berg",
    "John Smith": "Smith",
    "Martin Luther King Jr.": "King Jr.",
    "Plato": "",
}


@pytest.mark.one_database
@pytest.mark.parametrize("name", NAMES)
def test_the_family_name_is_the_last_compound(name):
    given, family = divided(name)
    assert family == NAMES[name]
    assert f"{given} {family}".strip() == (name if family else ""), "no word is lost, and none changed"


@pytest.mark.django_db
class TestComingIn:
    def test_an_importers_new_name_is_divided_and_not_checked(self):
        author = register.author({"ar": "د. محمد عبد الرحمن", "en": "Dr. Mohamed Abd al-Rahman"}, [])
        author = Author.objects.get(pk=author.pk)
        assert (author.given_name_ar, author.family_name_ar) == ("محمد", "عبد الرحمن")
        assert (author.given_name_en, author.family_name_en) == ("Mohamed", "Abd al-Rahman")
        assert not author.name_checked

    def test_one_that_is_typed_at_a_report_too_and_its_missing_name_later(self):
        writer = f.make_user(role="writer")
        author = workflow.add_entry(Author, {"ar": "خالد أبو الفضل"}, by=writer)
        assert Author.objects.get(pk=author.pk).family_name_ar == "أبو الفضل"
        workflow.add_missing_name(Author, author.pk, "en", "Khaled Abou El-Fadl", by=writer)
        assert Author.objects.get(pk=author.pk).family_name_en == "Abou El-Fadl"

    def test_what_somebody_has_divided_stays(self):
        kept = f.make_author("محمد حسنين هيكل", "", given_name_ar="محمد", family_name_ar="حسنين هيكل")
        register.author({"ar": "محمد حسنين هيكل", "en": "Mohamed Hassanein Heikal"}, [])
        kept.refresh_from_db()
        assert (kept.family_name_ar, kept.family_name_en) == ("حسنين هيكل", "Heikal")

    def test_citations_have_it_whole(self, client):
        author = register.author({"ar": "محمد عبد الرحمن"}, [])
        byline = {"kind": "byline", "source": f.make_publisher().pk, "authors": [author.pk], "date": "2025-11-16"}
        edition = f.make_edition(attributions=[byline])
        page = tree(client.get(f"/articles/{edition.article_id}/{edition.slug}/"))
        assert [tag.get("content") for tag in select(page, 'meta[name="citation_author"]')] == ["عبد الرحمن, محمد"]
        own = f"/articles/{edition.article_id}/cite."
        assert "author = {{عبد الرحمن}, محمد}" in client.get(f"{own}bib").content.decode()
        assert "AU  - عبد الرحمن, محمد" in client.get(f"{own}ris").content.decode()
        assert client.get(f"{own}json").json()[0]["author"] == [{"family": "عبد الرحمن", "given": "محمد"}]


@pytest.mark.django_db
class TestChecking:
    URL = "admin:authors_author_family_names"

    @pytest.mark.parametrize(("role", "status"), [("writer", 403), ("editor", 200), ("manager", 200)])
    def test_it_is_an_editors(self, client, role, status):
        client.force_login(f.make_user(role=role, is_staff=True))
        assert client.get(reverse(self.URL)).status_code == status

    def test_what_is_right_is_confirmed_as_it_was_typed_and_the_rest_waits(self, client):
        one = f.make_author("محمد حسنين هيكل", "")
        two = f.make_author("خالد أبو الفضل", "")
        done = f.make_author("إلهام النجار", "", name_checked=True)
        client.force_login(f.make_user(role="editor", is_staff=True))
        page = client.get(reverse(self.URL))
        shown = {box.get("name"): box.get("value") for box in select(tree(page), "input[type=text]")}
        assert shown[f"{one.pk}-family_name_ar"] == "هيكل", "the proposal, though nothing is stored"
        assert not [name for name in shown if name.startswith(f"{done.pk}-")]
        data = {name: value or "" for name, value in shown.items()}
        data |= {f"{one.pk}-given_name_ar": "محمد", f"{one.pk}-family_name_ar": " حسنين  هيكل ", "right": [one.pk]}
        assert client.post(reverse(self.URL), data).status_code == 302
        one.refresh_from_db()
        two.refresh_from_db()
        assert (one.given_name_ar, one.family_name_ar, one.name_checked) == ("محمد", "حسنين هيكل", True)
        assert (two.family_name_ar or "", two.name_checked) == ("", False)

    def test_half_a_name_is_refused_and_what_was_typed_stays(self, client):
        one = f.make_author("محمد حسنين هيكل", "")
        client.force_login(f.make_user(role="editor", is_staff=True))
        data = {f"{one.pk}-given_name_ar": "محمد حسنين", f"{one.pk}-family_name_ar": "", "right": [one.pk]}
        answer = client.post(reverse(self.URL), data)
        assert answer.status_code == 400
        assert texts(answer, ".errorlist")
        assert 'value="محمد حسنين"' in answer.content.decode()
        assert not Author.objects.get(pk=one.pk).name_checked

    def test_the_verb_asks_for_the_right(self):
        one = f.make_author("محمد حسنين هيكل", "")
        with pytest.raises(Refusal):
            workflow.check_name(one.pk, {"family_name_ar": "هيكل"}, by=f.make_user(role="writer"))
