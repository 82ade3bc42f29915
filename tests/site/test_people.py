"""Under a report its people: who they are now, what else they wrote, and nothing where no more than a name is known."""

import pytest

from articles.desk.workflow import merging
from tests import factories as f
from tests.site.reading import address, select, text, texts, tree, withdraw

pytestmark = pytest.mark.django_db


def test_who_they_are_and_what_else_they_wrote(client):
    edition = f.make_edition()
    assert not select(tree(client.get(address(edition))), ".people")
    author = f.make_author()
    author.position_ar, author.links = "باحثة في الأمن الإقليمي", "https://www.example.org/elham"
    author.biography_ar = "كلمة " * 60
    author.orcid = "0000-0002-1825-0097"
    author.save()
    others = [f.make_edition() for _n in range(3)]
    shown = client.get(address(edition))
    assert texts(shown, ".people .name, .people .position") == ["إلهام النجار", "باحثة في الأمن الإقليمي"]
    (about,) = texts(shown, ".people .about")
    assert (about.endswith("كلمة…"), len(about) <= 221) == (True, True)
    assert texts(shown, ".people .works a") == [others[2].title, others[1].title]
    links = [a.get("href") for a in select(tree(shown), ".people .elsewhere a")]
    assert links == ["https://orcid.org/0000-0002-1825-0097", "https://www.example.org/elham"]
    assert texts(shown, ".people .elsewhere a")[1] == "example.org"
    withdraw(others[2])
    assert texts(client.get(address(edition)), ".people .works a") == [others[1].title, others[0].title]
    (name,) = select(tree(shown), ".people .name a")
    assert client.get(name.get("href")).status_code == 200


@pytest.mark.one_database
def test_whoever_is_only_drawn_on_is_not_among_them(client):
    cited = f.make_author("باسل المحمد", "Basel Al-Mohammad")
    cited.position_ar = "صحفي"
    cited.save()
    f.make_edition()
    shown = client.get(address(f.make_edition()))
    assert texts(shown, ".people .name") == ["إلهام النجار"]
    assert "صحفي" not in text(tree(shown))


@pytest.mark.one_database
def test_a_merged_entry_is_shown_as_the_one_that_stays(client):
    first = f.make_edition()
    made = f.make_changes()["attributions"]
    double = f.make_author("الهام النجار", "Elham Naggar")
    second = f.make_edition(attributions=[made[0] | {"authors": [double.pk]}, *made[1:]])
    manager = f.make_user(role="manager")
    merging.merge_authors(double.pk, into=f.make_author().pk, by=manager)
    shown = client.get(address(second))
    assert texts(shown, ".people .name") == ["إلهام النجار"]
    assert texts(shown, ".people .works a") == [first.title]
