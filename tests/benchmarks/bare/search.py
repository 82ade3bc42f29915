"""Full-text search as either database has it, newest first and without a total."""

from django.db import connection

from tests.benchmarks.bare.models import Article

CREATE = {
    "sqlite": ["CREATE VIRTUAL TABLE bare_search USING fts5 (title, body, content = '')"],
    "postgresql": ["ALTER TABLE bare_article ADD COLUMN search tsvector"],
}
FILL = {
    "sqlite": ["INSERT INTO bare_search (rowid, title, body) SELECT id, title, body FROM bare_article"],
    "postgresql": [
        "UPDATE bare_article SET search = to_tsvector('arabic', title || ' ' || body)",
        "CREATE INDEX bare_search ON bare_article USING gin (search)",
    ],
}
MATCHES = {
    "sqlite": "bare_article.id IN "
    "(SELECT rowid FROM bare_search WHERE bare_search MATCH %s ORDER BY rowid DESC LIMIT {limit})",
    "postgresql": "search @@ plainto_tsquery('arabic', %s)",
}


def create() -> None:
    with connection.cursor() as cursor:
        for statement in CREATE[connection.vendor]:
            cursor.execute(statement)


def fill() -> None:
    with connection.cursor() as cursor:
        for statement in FILL[connection.vendor]:
            cursor.execute(statement)


def find(word: str, limit: int) -> list[Article]:
    found = Article.objects.select_related("branch", "author", "source").defer("body")
    matches = MATCHES[connection.vendor].format(limit=limit)
    return list(found.extra(where=[matches], params=[word])[:limit])
