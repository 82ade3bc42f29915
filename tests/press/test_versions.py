"""The counters move with every change, by whatever way it is made, and only then."""

import pytest
from django.db import connection

from articles.desk import workflow
from articles.models import Article
from articles.press.derived import change_counters
from articles.press.models import TopicIndex, Version
from authors.models import Topic
from tests import factories as f

pytestmark = pytest.mark.django_db


def numbers() -> dict[str, int]:
    return {"register": 0, "press": 0} | dict(Version.objects.values_list("name", "number"))


def moved(act) -> set[str]:
    before = numbers()
    act()
    return {name for name, number in numbers().items() if number > before[name]}


def raw(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_each_way_of_changing_the_register():
    topic = f.make_topic()
    assert moved(lambda: f.make_author("سالم")) == {"register"}
    assert moved(lambda: Topic.objects.filter(pk=topic.pk).update(name_ar="طاقة")) == {"register"}
    assert moved(lambda: Topic.objects.bulk_create([Topic(name_ar="مياه")])) == {"register"}
    assert moved(lambda: raw("UPDATE authors_topic SET name_en = 'Water'")) == {"register"}
    assert moved(lambda: raw("DELETE FROM authors_topic")) == {"register"}
    assert moved(lambda: list(Topic.objects.all())) == set()


def test_each_way_of_changing_what_is_public():
    edition = f.make_edition(topics=[f.make_topic().pk])
    editor = f.make_user(role="editor")
    assert moved(lambda: TopicIndex.objects.filter(edition=edition).delete()) == {"press"}
    assert "press" in moved(lambda: workflow.withdraw(edition.article_id, "ar", by=editor, reason="سبب"))
    draft = f.make_article()
    writer = f.User.objects.get(pk=draft.revisions.get().by_id)
    assert moved(lambda: f.write(draft, writer, title_ar="عنوان آخر")) == set()
    assert moved(lambda: Article.objects.update(title_ar="مسودة")) == set()


def test_the_triggers_stand_and_a_missing_one_is_told():
    assert change_counters.missing(connection) == []
    on = " ON authors_topic" if connection.vendor == "postgresql" else ""
    raw(f"DROP TRIGGER authors_topic_moves_register_update{on}")
    assert change_counters.missing(connection) == ["authors_topic_moves_register_update"]
    change_counters.install(connection)
    assert change_counters.missing(connection) == []
