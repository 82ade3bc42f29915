"""CSL-JSON: a list of one item, by the schema of the Citation Style Language 1.0.2."""

import json

from articles.site.citation.work import Name, Work


def csl_json(work: Work) -> str:
    item = {
        "id": work.key,
        "type": "report",
        "title": work.title,
        "author": [_name(name) for name in work.authors],
        "issued": {"date-parts": [[work.date.year, work.date.month, work.date.day]]},
        "publisher": work.institution,
        "genre": work.genre,
        "collection-title": work.series,
        "number": work.number,
        "keyword": ", ".join(work.topics),
        "abstract": work.abstract,
        "note": work.note,
        "URL": work.url,
        "language": work.language,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2) + "\n"


def _name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.is_split else {"literal": name.whole}
