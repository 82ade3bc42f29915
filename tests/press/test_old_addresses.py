"""What an importer says of a thing, as the rows that are kept of it."""

from datetime import date

import pytest
from django.db import connection

from articles.press.derived import change_counters
from articles.press.models import OldAddress
from articles.press.old_addresses import GONE, Former, Leads, Place, remember
from shaf.backup.tables import applied_in, tables_at

pytestmark = pytest.mark.django_db

POST = Former(
    kind="post",
    number=5,
    slug="%d8%aa%d8%b7%d9%88%d8%b1",
    link="https://example.org/2019/05/17/%d8%aa%d8%b7%d9%88%d8%b1/",
    day=date(2019, 5, 17),
    home="https://example.org",
)


def rows() -> dict[str, tuple]:
    return {row.address: (row.place, row.target) for row in OldAddress.objects.all()}


@pytest.mark.parametrize(
    ("former", "addresses"),
    [
        (POST, {"/?p=5", "/archives/5", "/2019/05/17/تطور", "/2019/05/تطور", "/تطور"}),
        (
            Former(kind="page", number=7, slug="team", parents=("about",)),
            {"/?p=7", "/archives/7", "/about/team", "/team"},
        ),
        (
            Former(kind="category", number=3, slug="مصر", parents=("سياسة",)),
            {"/?cat=3", "/?category_name=مصر", "/category/سياسة/مصر", "/category/مصر"},
        ),
        (
            Former(kind="tag", number=4, slug="الغاز", base="موضوع"),
            {"/?tag_id=4", "/?tag=الغاز", "/موضوع/الغاز"},
        ),
        (Former(kind="tag", slug="الغاز"), {"/?tag=الغاز", "/tag/الغاز"}),
        (Former(kind="author", number=2, slug="salem"), {"/?author=2", "/?author_name=salem", "/author/salem"}),
        (Former(kind="region", is_term=True, number=9, slug="المغرب"), {"/?tag_id=9", "/region/المغرب"}),
        (
            Former(
                kind="attachment",
                number=8,
                slug="map",
                link="https://example.org/2019/05/17/post/map/",
                file="https://example.org/wp-content/uploads/2019/05/Map-scaled.jpg",
            ),
            {
                *("/?p=8", "/archives/8", "/map", "/2019/05/17/post/map"),
                *("/wp-content/uploads/2019/05/map-scaled.jpg", "/wp-content/uploads/2019/05/map.jpg"),
            },
        ),
        (
            Former(kind="post", number=5, slug="x", home="https://example.org/blog/"),
            {"/blog?p=5", "/blog/archives/5", "/blog/x"},
        ),
    ],
    ids=lambda value: value.kind if isinstance(value, Former) else "",
)
def test_every_address_of_a_thing(former, addresses):
    remember(former, Leads(Place.REPORT, 12))
    assert set(rows()) == addresses
    assert set(rows().values()) == {("report", 12)}


def test_the_same_again_changes_nothing_and_another_place_moves_them_all():
    remember(POST, GONE)
    before = set(OldAddress.objects.values_list())
    remember(POST, GONE)
    assert set(OldAddress.objects.values_list()) == before
    remember(POST, Leads(Place.REPORT, 12))
    assert set(rows().values()) == {("report", 12)}
    assert len(rows()) == len(before)


def test_a_guess_takes_no_address_and_gives_way_to_what_is_sure():
    remember(POST, Leads(Place.REPORT, 12))
    remember(Former(kind="page", number=9, slug="تطور"), Leads(Place.PAGE, 1))
    assert rows()["/تطور"] == ("report", 12)
    remember(Former(kind="page", number=9, slug="تطور", link="/تطور/"), Leads(Place.PAGE, 1))
    assert rows()["/تطور"] == ("page", 1)
    remember(POST, Leads(Place.REPORT, 12))
    assert rows()["/تطور"] == ("page", 1)


def test_what_a_person_added_stays():
    OldAddress.objects.create(address="/2019/05/17/تطور", place=Place.GONE, language="ar")
    remember(POST, Leads(Place.REPORT, 12))
    assert rows()["/2019/05/17/تطور"] == ("gone", None)
    assert rows()["/?p=5"] == ("report", 12)


def test_what_has_neither_number_nor_link_is_no_person_s():
    remember(Former(kind="region", is_term=True, slug="المغرب"), GONE)
    assert not OldAddress.objects.get().is_by_hand
    remember(Former(kind="region", is_term=True, slug="المغرب"), Leads(Place.TOPIC, 3))
    assert rows() == {"/region/المغرب": ("topic", 3)}


def test_they_are_backed_up_and_counted():
    assert "articles_oldaddress" in {table.name for table in tables_at(applied_in(connection))}
    assert change_counters.watched()["articles_oldaddress"] == "press"


def test_a_place_says_which():
    with pytest.raises(ValueError, match="report"):
        Leads(Place.REPORT)
    assert Leads(Place.GONE) == GONE


def test_the_front_page_is_no_old_address():
    remember(Former(kind="page", number=2, link="https://example.org/"), Leads(Place.PAGE, 1))
    assert "/" not in rows()
