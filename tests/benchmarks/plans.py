"""How the database runs the statements of each public page."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection
from tqdm import tqdm

from tests.benchmarks.kinds import Kind
from tests.benchmarks.measure import Sites, change

EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN ", "postgresql": "EXPLAIN "}
# Steps whose cost grows with the number of editions, unless something ends them early; a person judges the rest.
LINEAR = re.compile(
    r"SCAN (?!sharing|found|x$|\(|near|clock|CONSTANT)"
    r"|Seq Scan on articles_(?:edition|\w*index|searchentry|printed)\b"
)
OTHERS = (
    *("/corrections/", "/sitemap.xml", "/sitemap-reports-1.xml", "/sitemap-authors-1.xml", "/sitemap-topics-1.xml"),
    *("/news-sitemap.xml", "/llms.txt", "/en/", "/en/articles/", "/en/feed/"),
)


def print_plans(sites: Sites, kinds: list[Kind], *, whole: bool = False) -> None:
    """The plans of every statement, first after a change; where not `whole`, those with a step that may be linear."""
    pages = [(kind.name, kind.ours[-1]) for kind in kinds if not kind.again]
    for name, address in [*pages, *((path, path) for path in OTHERS)]:
        for sql, plan in _plans(sites, address):
            if whole or LINEAR.search(plan):
                tqdm.write(f"\n{name}\n  {' '.join(sql.split())[:300]}\n{plan}")


def _plans(sites: Sites, address: str) -> Iterator[tuple[str, str]]:
    statements: list[tuple[str, Any]] = []

    def note(execute: Callable, sql: str, params: Any, many: bool, context: Any) -> Any:
        statements.append((sql, params))
        return execute(sql, params, many, context)

    change()
    with connection.execute_wrapper(note):
        sites.ask(sites.ours, address, 200)
    for sql, params in statements:
        with connection.cursor() as cursor:
            cursor.execute(EXPLAIN[connection.vendor] + sql, params)
            yield sql, "\n".join(f"    {row[-1]}" for row in cursor.fetchall())
