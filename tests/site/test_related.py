"""Which reports stand under a report as related."""

import pytest
from django.db import connection

from articles.site.lists import RECENT
from articles.site.related import CANDIDATES, SHOWN_MOST
from tests import factories as f
from tests.site.many import copies
from tests.site.reading import address, correct, select, tree, withdraw

pytestmark = pytest.mark.django_db


def related(client, edition):
    found = tree(client.get(address(edition)))
    return [link.text_content().strip() for link in select(found, "section.related .headline a")]


def make(title, **changes):
    byline, reference = f.make_changes()["attributions"]
    author = changes.pop("author", None) or f.make_author(f"كاتب {title}", f"Author of {title}")
    attributions = [byline | {"authors": [author.pk]}, reference | {"authors": []}]
    return f.make_edition(title_ar=title, attributions=attributions, **changes)


def test_the_nearest_first_and_none_that_shares_nothing(client):
    water, media, author = f.make_topic("المياه", "Water"), f.make_topic("الإعلام", "Media"), f.make_author()
    make("بعيد", topics=[media.pk])
    make("موضوع", topics=[water.pk])
    make("كاتب", author=author)
    make("كلاهما", topics=[water.pk], author=author)
    assert related(client, make("أصل", topics=[water.pk], author=author)) == ["كلاهما", "كاتب", "موضوع"]


def test_common_words_decide_between_equals(client):
    topic = f.make_topic()
    make("أزمة الملاحة في البحر الأحمر", topics=[topic.pk])
    for n in range(3):
        make(f"زراعة {n}", topics=[topic.pk])
    assert related(client, make("موانئ البحر الأحمر", topics=[topic.pk]))[0] == "أزمة الملاحة في البحر الأحمر"


def test_what_is_not_public_neither_stands_there_nor_takes_a_place(client, at):
    topic = f.make_topic()
    seen = make("معلن", topics=[topic.pk])
    report = make("أصل", topics=[topic.pk])
    gone = make("مسحوب", topics=[topic.pk])
    withdraw(gone)
    before = client.get(address(report)).content
    copies(seen, [report.live_from.replace(year=2090) for _n in range(CANDIDATES)])
    assert client.get(address(report)).content == before
    assert related(client, report) == ["معلن"]


def test_a_corrected_report_stands_there_once(client):
    topic = f.make_topic()
    correct(make("مصحح", topics=[topic.pk]))
    assert len(related(client, make("أصل", topics=[topic.pk]))) == 1


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite's plan")
def test_no_plan_reads_every_edition(client):
    report = make("أصل", topics=[f.make_topic().pk])
    copies(report, [report.live_from] * 60)
    asked = []

    def note(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    client.get(address(report))
    with connection.execute_wrapper(note):
        client.get(address(report))
    assert len(asked) == 3
    for sql, params in asked:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
            plan = [row[-1] for row in cursor.fetchall()]
        assert not [step for step in plan if step.startswith(("SCAN articles_", "SCAN edition", "SCAN printed"))], plan


def recent(client, edition):
    return [link.text_content().strip() for link in select(tree(client.get(address(edition))), "section.recent a")]


def test_the_recent_ones_are_others_as_long_as_they_fill_their_list(client):
    topic = f.make_topic()
    report = make("أصل", topics=[topic.pk])
    old = [make(f"قديم {n}") for n in range(RECENT)]
    near = [make(f"قريب {n}", topics=[topic.pk]) for n in range(SHOWN_MOST)]
    assert related(client, report) == [edition.title for edition in reversed(near)]
    assert recent(client, report) == [edition.title for edition in reversed(old)]
    assert recent(client, old[0]) == [edition.title for edition in [*reversed(near), *reversed(old[-3:])]]


def test_where_others_are_too_few_related_ones_stand_among_them(client):
    topic = f.make_topic()
    report = make("أصل", topics=[topic.pk])
    make("قديم")
    make("قريب", topics=[topic.pk])
    assert related(client, report) == ["قريب"]
    assert recent(client, report) == ["قريب", "قديم"]
