"""What the search index says that it lacks."""

import pytest
from django.core.management import call_command
from django.db import connection

from articles.press.derived import search
from articles.press.models import Edition, SearchEntry
from tests import factories as f

pytestmark = pytest.mark.django_db


def test_entries_without_their_terms_are_seen_and_made_anew(capsys):
    """As a copy of the rows alone leaves them."""
    f.make_edition(("ar", "en"))
    editions = Edition.objects.count()
    assert search.state() == search.State(editions, 0, 0)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"INSERT INTO {search.TABLE} ({search.TABLE}) VALUES ('delete-all')")
        else:
            cursor.execute(f"UPDATE {search.ENTRIES} SET head = NULL, words = NULL, pairs = NULL")
    assert search.state() == search.State(editions, editions, 0)
    call_command("rebuild_search", "--dry-run")
    assert f"{editions} without an entry" in capsys.readouterr().out
    call_command("rebuild_search", verbosity=0)
    assert search.state() == search.State(editions, 0, 0)


def test_missing_and_older_entries_are_seen():
    f.make_edition(("ar", "en"))
    first, second = SearchEntry.objects.all()
    SearchEntry.objects.filter(pk=first.pk).update(version=search.VERSION - 1)
    assert search.state().older == 1
    second.delete()
    assert search.state().missing == 1
