"""Old addresses at the desk: a manager adds one by hand, and is told plainly what is none."""

import pytest
from django.urls import reverse

from articles.press.models import OldAddress
from articles.press.old_addresses import Former, Leads, Place, remember
from tests import factories as f
from tests.desk.browsing import login
from tests.site.reading import address, location
from tests.worlds import once_for_the_module

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ADD = "admin:articles_oldaddress_add"


def newsroom():
    edition = f.make_edition(("ar", "en"), topics=[f.make_topic().pk])
    remember(Former(kind="post", number=5, slug="قديم"), Leads(Place.REPORT, edition.article_id))
    return edition


edition = once_for_the_module(newsroom)


@pytest.fixture
def manager(edition):
    return login(f.make_user(role="manager"))


def added(client, **typed):
    return client.post(reverse(ADD), typed)


LEADS = {
    "report": ("report", "ar"),
    "english": ("report", "en"),
    "/r/{id}/": ("report", "ar"),
    "/articles/{id}": ("report", "ar"),
    "/topics/مكافحة-الإرهاب/": ("topic", "ar"),
    "/en/topics/counter-terrorism/": ("topic", "en"),
    "/branches/القاهرة": ("branch", "ar"),
    "/": ("home", "ar"),
}


@pytest.mark.parametrize(("leads", "kept"), LEADS.items())
def test_what_is_typed_leads_there(manager, client, edition, settings, leads, kept):
    own = address(edition)
    typed = {"report": f"{settings.SITE_URL}{own}", "english": f"/en/r/{edition.article_id}/"}.get(leads, leads)
    typed = typed.format(id=edition.article_id)
    assert added(manager, address="https://old.example/x/y/?utm=1", leads=typed).status_code == 302
    row = OldAddress.objects.get(address="/x/y")
    assert (row.place, row.language, row.is_by_hand) == (*kept, True)
    response = client.get("/x/y/")
    assert response.status_code == 301
    assert client.get(location(response)).status_code == 200


def test_what_is_gone(manager, client):
    assert client.get("/?p=77").status_code == 404
    assert added(manager, address="/?p=77", gone="on").status_code == 302
    assert client.get("/?p=77").status_code == 410


REFUSED = [
    ({"address": "", "gone": "on"}, "address"),
    ({"address": "عنوان", "gone": "on"}, "ألصقه كاملًا"),
    ({"address": "/" + "ا" * 1001, "gone": "on"}, "ألصقه كاملًا"),
    ({"address": "/", "gone": "on"}, "من صفحات هذا الموقع"),
    ({"address": "/articles/5/x/", "gone": "on"}, "من صفحات هذا الموقع"),
    ({"address": "https://old.example/feed/", "gone": "on"}, "من صفحات هذا الموقع"),
    ({"address": "/admin/", "gone": "on"}, "من صفحات هذا الموقع"),
    ({"address": "/%D9%82%d8%af%D9%8A%D9%85/", "gone": "on"}, "في القائمة بالفعل"),
    ({"address": "/?page_id=5", "gone": "on"}, "في القائمة بالفعل"),
    ({"address": "/x/", "leads": "/x"}, "إلى نفسه"),
    ({"address": "/x/", "leads": "/?p=5"}, "عنوان قديم"),
    ({"address": "/x/", "leads": "https://elsewhere.example/articles/5/"}, "elsewhere.example"),
    ({"address": "/x/", "leads": "/articles/999999/"}, "لا يوجد في ذلك العنوان"),
    ({"address": "/x/", "leads": "/topics/لا-شيء/"}, "لا يوجد في ذلك العنوان"),
    ({"address": "/x/", "leads": "كلمة"}, "لا يوجد في ذلك العنوان"),
    ({"address": "/x/"}, "اكتب العنوان الذي يؤدي إليه"),
    ({"address": "/x/", "leads": "/", "gone": "on"}, "اكتب العنوان الذي يؤدي إليه"),
]


@pytest.mark.parametrize(("typed", "said"), REFUSED)
def test_plain_refusals_keep_what_was_typed(manager, typed, said):
    before = OldAddress.objects.count()
    page = added(manager, **typed)
    assert page.status_code == 200
    assert said in page.content.decode()
    assert OldAddress.objects.count() == before
    assert f'value="{typed["address"]}"' in page.content.decode() or not typed["address"] or len(typed["address"]) > 900


def test_a_draft_is_no_place(manager):
    draft = f.make_article()
    assert "لا يوجد في ذلك العنوان" in added(manager, address="/x/", leads=f"/r/{draft.pk}/").content.decode()


def test_an_imported_row_becomes_the_person_s_own(manager, edition):
    row = OldAddress.objects.get(address="/قديم")
    url = reverse("admin:articles_oldaddress_change", args=[row.pk])
    page = manager.get(url).content.decode()
    assert f'value="/r/{edition.article_id}/"' in page
    assert manager.post(url, {"address": row.address, "gone": "on"}).status_code == 302
    remember(Former(kind="post", number=5, slug="قديم"), Leads(Place.REPORT, edition.article_id))
    row.refresh_from_db()
    assert (row.place, row.is_by_hand) == ("gone", True)


def test_the_list_finds_an_address(manager):
    page = manager.get(reverse("admin:articles_oldaddress_changelist"), {"q": "قديم"}).content.decode()
    assert "/قديم" in page
    assert "?p=5" not in page
    asked = {"q": "https://old.example/?page_id=5&utm=1"}
    assert "/?p=5" in manager.get(reverse("admin:articles_oldaddress_changelist"), asked).content.decode()
