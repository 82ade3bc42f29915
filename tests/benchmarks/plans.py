"""How the database runs the statements of each public page."""

import re
from functools import partial

from tqdm import tqdm

from tests.benchmarks.kinds import Kind
from tests.benchmarks.measure import Sites, change
from tests.plans import plans_of

# Steps whose cost grows with the number of editions, unless something ends them early; a person judges the rest.
LINEAR = re.compile(
    r"SCAN (?!sharing|found|x$|\(|near|clock|CONSTANT)"
    r"|Seq Scan on articles_(?:edition|\w*index|searchentry|printed)\b"
)
OTHERS = (
    *("/corrections/", "/sitemap.xml", "/sitemap-reports-1.xml", "/sitemap-authors-1.xml", "/sitemap-topics-1.xml"),
    *("/news-sitemap.xml", "/llms.txt", "/en/", "/en/articles/", "/en/feed/"),
    "/oai?verb=ListRecords&metadataPrefix=oai_dc",
)


def print_plans(sites: Sites, kinds: list[Kind], *, whole: bool = False) -> None:
    """The plans of every statement, first after a change; where not `whole`, those with a step that may be linear."""
    pages = [(kind.name, kind.ours[-1]) for kind in kinds if not kind.again]
    for name, address in [*pages, *((path, path) for path in OTHERS)]:
        change()
        for sql, plan in plans_of(partial(sites.ask, sites.ours, address, 200)):
            if whole or LINEAR.search(plan):
                tqdm.write(f"\n{name}\n  {' '.join(sql.split())[:300]}\n{plan}")
