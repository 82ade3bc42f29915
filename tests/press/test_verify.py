"""What verify_editions finds: every cut, and nothing where nothing was cut."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.desk import workflow
from articles.press import guards
from articles.press.models import Edition
from tests import factories as f
from tests.conftest import lift_guards
from tests.press.rows import ago, sql, stored

pytestmark = pytest.mark.django_db
T = guards.TABLE


@pytest.fixture
def editions():
    """Two editions of one article in Arabic, one in English, and one of another article."""
    article, writer = f.make_article(), f.make_user(role="writer")
    f.publish(article)
    f.publish(article, "en")
    workflow.reopen(article.pk, "ar", by=writer)
    f.write(article, writer, title_ar="عنوان", correction_note_ar="صُحّح.", correction_kind_ar="minor")
    f.publish(article)
    f.make_edition()
    return Edition.objects.order_by("pk")


def test_sound_editions_are_sound(editions, capsys):
    call_command("verify_editions", verbosity=0)
    assert "4 editions sound" in capsys.readouterr().out


CUTS = {
    "title": "UPDATE {T} SET title = 'x' WHERE id = {first}",
    "body": "UPDATE {T} SET body = '<p>x</p>' WHERE id = {first}",
    "manuscript": "UPDATE {T} SET manuscript = '{{}}' WHERE id = {first}",
    "fingerprint": "UPDATE {T} SET fingerprint = 'x' WHERE id = {first}",
    "approver": "UPDATE {T} SET approved_by_name = 'x' WHERE id = {first}",
    "credits": "UPDATE {T} SET credits = '{{}}' WHERE id = {first}",
    "start": "UPDATE {T} SET live_from = '{past}' WHERE id = {first}",
    "seal": "UPDATE {T} SET seal = 'x' WHERE id = {first}",
    "the first of two, deleted": "DELETE FROM {T} WHERE id = {first}",
}


@pytest.mark.parametrize("cut", CUTS)
def test_a_cut_is_found(editions, cut, capsys):
    first = editions.first()
    lift_guards()
    if connection.vendor == "postgresql":
        sql("SET CONSTRAINTS ALL IMMEDIATE")
    if "DELETE" in CUTS[cut]:
        sql("UPDATE articles_track SET made_from_id = NULL")
        for index in ("branch", "author", "source", "topic", "series", "writer", "picture"):
            sql(f"DELETE FROM articles_{index}index WHERE edition_id = {first.pk}")
        for table in ("printed", "searchentry"):
            sql(f"DELETE FROM articles_{table} WHERE edition_id = {first.pk}")
    sql(CUTS[cut].format(T=T, first=first.pk, past=stored(ago(days=9))))
    guards.install(connection)
    with pytest.raises(CommandError):
        call_command("verify_editions", verbosity=0)
    assert f"article {first.article_id}, ar" in capsys.readouterr().out


def test_a_missing_guard_is_found(editions, capsys):
    lift_guards()
    with pytest.raises(CommandError, match="guards missing"):
        call_command("verify_editions", verbosity=0)
    assert "guard no_delete does not stand" in capsys.readouterr().out


def test_the_end_of_an_interval_is_not_sealed(editions):
    article = editions.first().article
    workflow.withdraw(article.pk, "ar", by=f.make_user(role="editor"), reason="سبب")
    call_command("verify_editions", verbosity=0)
