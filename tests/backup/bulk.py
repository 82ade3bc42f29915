"""An installation of any size, to be backed up and restored by hand: `python -m tests.backup.bulk 2000`.

It is made in the database of DATABASE_URL, which must be a demo's. Each report has 14 kB of text of its own, in words
of the samples, two revisions and one edition, whose fingerprint and seal are right. What is derived is as at publish.
"""

import json
import os
import random
import re
import sys
from datetime import timedelta


def fill(number: int) -> None:
    from django.db import transaction
    from tqdm import tqdm

    from articles.models import Article, Attribution, Revision, Track, Transition
    from articles.press.derived.index import index
    from articles.press.derived.printing import printed
    from articles.press.manuscript import fingerprint
    from articles.press.models import Edition, Printed
    from articles.press.seal import seal

    pattern = Edition.objects.filter(language="ar", live_until=None, number=1).order_by("pk").first()
    revision = Revision.objects.filter(article=pattern.article_id).first()
    columns = {field.attname: getattr(pattern, field.attname) for field in Edition._meta.concrete_fields}
    words = sorted(set(re.findall("[\u0621-\u064a]{3,}", " ".join(Edition.objects.values_list("body", flat=True)))))
    chance = random.Random(number)
    for batch in tqdm(range(0, number, 100), disable=None):
        with transaction.atomic():
            count = range(min(100, number - batch))
            bodies = [_body(words, chance) for _n in count]
            articles = Article.objects.bulk_create(
                Article(branch_id=Article.objects.get(pk=pattern.article_id).branch_id, body_ar=body, version=2)
                for body in bodies
            )
            Track.objects.bulk_create(
                Track(article=a, language=at, state="draft") for a in articles for at in ("ar", "en")
            )
            Attribution.objects.bulk_create(Attribution(article=a, kind="byline") for a in articles)
            Revision.objects.bulk_create(
                Revision(
                    article=article,
                    version=version,
                    by_id=revision.by_id,
                    at=revision.at,
                    draft=revision.draft | {"body_ar": body},
                    changed={"body_ar": True},
                )
                for article, body in zip(articles, bodies, strict=True)
                for version in (1, 2)
            )
            Transition.objects.bulk_create(
                Transition(article=a, language="ar", verb=verb, by_id=revision.by_id, at=revision.at)
                for a in articles
                for verb in ("submit", "approve")
            )
            editions = []
            for place, (article, body) in enumerate(zip(articles, bodies, strict=True)):
                began = pattern.live_from - timedelta(minutes=batch + place)
                text = json.dumps({"body": body}, ensure_ascii=False)
                own = {"id": None, "article_id": article.pk, "body": body, "manuscript": text, "live_from": began}
                own |= {"first_live_from": began, "fingerprint": fingerprint(text), "contents": []}
                edition = Edition(**columns | own)
                edition.seal = seal(edition, before="")
                editions.append(edition)
            for edition in Edition.objects.bulk_create(editions):
                index(edition)
            Printed.objects.bulk_create(printed(edition) for edition in editions)


def _body(words: list[str], chance: random.Random) -> str:
    return "".join(f"<p>{' '.join(chance.choices(words, k=90))}.</p>" for _paragraph in range(14))


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shaf.settings")
    django.setup()
    fill(int(sys.argv[1]))
