"""The doors: every entry that leads to something public, how many reports it has, and which is the newest."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests import factories as f
from tests.site.many import copies
from tests.site.reading import address, select, text, texts, tree, withdraw

pytestmark = pytest.mark.django_db


def doors(response: Any) -> list[tuple[str, str]]:
    """(name, how many reports) of each, in order."""
    return list(zip(texts(response, ".door a"), texts(response, ".door .count"), strict=True))


def written_by(author: int) -> dict[str, Any]:
    made = f.make_changes()["attributions"]
    return {"attributions": [made[0] | {"authors": [author]}, *made[1:]]}


def test_authors_with_what_they_wrote_and_not_with_what_draws_on_them(client):
    first = f.make_edition()
    assert "باسل المحمد" in first.credits["attributions"][1]["authors"][0]["name"]
    assert doors(client.get("/authors/")) == [("إلهام النجار", "تقرير واحد")]
    second = f.make_edition()
    shown = client.get("/authors/")
    assert doors(shown) == [("إلهام النجار", "تقريران")]
    (newest,) = select(tree(shown), ".newest a")
    assert (text(newest), newest.get("href").isascii()) == (second.title, True)
    withdraw(second)
    shown = client.get("/authors/")
    assert doors(shown) == [("إلهام النجار", "تقرير واحد")]
    assert client.get(select(tree(shown), ".newest a")[0].get("href")).wsgi_request.path == address(first)
    f.make_edition(**written_by(f.make_author("باسل المحمد", "Basel Al-Mohammad").pk))
    assert doors(client.get("/authors/"))[1] == ("باسل المحمد", "تقرير واحد")


def test_authors_of_a_branch_and_a_topic(client):
    water, food = f.make_topic("الأمن المائي", "Water"), f.make_topic("الأمن الغذائي", "Food")
    hala = f.make_author("هالة منصور", "Hala Mansour", branch=f.make_branch())
    f.make_edition(topics=[water.pk])
    f.make_edition(**written_by(hala.pk), topics=[food.pk])
    of = {
        "": ["إلهام النجار", "هالة منصور"],
        "?topic=الأمن-المائي": ["إلهام النجار"],
        "?topic=الأمن-الغذائي": ["هالة منصور"],
        "?branch=القاهرة": ["هالة منصور"],
        "?branch=القاهرة&topic=الأمن-المائي": [],
    }
    assert {query: [name for name, _n in doors(client.get(f"/authors/{query}"))] for query in of} == of
    narrowed = client.get("/authors/?topic=الأمن-المائي")
    assert select(tree(narrowed), "option[selected]")[0].get("value") == "الأمن-المائي"
    assert narrowed["X-Robots-Tag"] == "noindex"
    assert client.get("/authors/?topic=nothing").status_code == 404
    assert client.get("/topics/?topic=nothing").status_code == 200


def test_topics_by_kind_and_by_how_many_reports_they_have(client):
    made = {
        kind: f.make_topic(*names)
        for kind, names in {
            "theme": ("الطاقة", "Energy"),
            "region": ("القرن الأفريقي", "The Horn"),
            "country": ("السودان", "Sudan"),
        }.items()
    }
    for kind, topic in made.items():
        topic.kind = kind
        topic.save()
    oil = f.make_topic("النفط", "Oil")
    f.make_edition(topics=[oil.pk, *(topic.pk for topic in made.values())])
    f.make_edition(topics=[oil.pk])
    shown = client.get("/topics/")
    assert texts(shown, "h2.section") == ["القضايا", "المناطق", "الدول"]
    assert [name for name, _count in doors(shown)] == ["النفط", "الطاقة", "القرن الأفريقي", "السودان"]
    assert doors(client.get("/en/topics/")) == []


@pytest.mark.one_database
@pytest.mark.parametrize("folder", ["authors", "topics", "series", "branches", "sources", "types"])
def test_each_exists_before_anything_is_published_and_in_both_languages(client, folder):
    for prefix in ("", "/en"):
        response = client.get(f"{prefix}/{folder}/")
        assert response.status_code == 200
        assert len(texts(response, ".nothing")) == 1


def test_many_reports_cost_no_more_queries(client):
    f.make_edition(topics=[f.make_topic().pk])
    asked = []
    for _time in range(2):
        for folder in ("authors", "topics"):
            client.get(f"/{folder}/")
            asked.append(len(client.queries))
        copies(f.make_edition(), [datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=n) for n in range(100)])
    assert asked[:2] == asked[2:]


@pytest.mark.one_database
def test_the_menu_leads_to_them_and_folds_many_branches(client):
    f.make_edition()
    assert texts(client.get("/"), ".menu li")[:3] == ["جميع التقارير", "الموضوعات", "الكُتّاب"]
    for number in range(3):
        f.make_edition(branch=f.make_branch(f"مدينة {number}", f"City {number}").pk)
    menu = texts(client.get("/"), ".menu li")
    assert menu[3] == "الفروع"
    assert len([name for name in menu if name.startswith("فرع")]) == 4
    (current,) = select(tree(client.get("/topics/")), ".menu a[aria-current]")
    assert text(current) == "الموضوعات"
