"""Twenty people press "approve" at once, on two servers: one edition, and everybody is told what became of it.

uv run python -m tests.drills.approvals [--times 20] [--postgresql]
"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from tests.drills.installation import Person, form_of, installation, somebody

AT_ONCE = 20


def main() -> None:
    with installation("approvals", __doc__, ("times", 20)) as (place, asked):
        from django.db import connection
        from tqdm import tqdm

        from articles.desk import workflow
        from articles.models import Transition
        from articles.press.models import Edition
        from articles.press.seal import verify
        from tests import factories as f

        f.make_publisher()
        names, writer = [somebody("editor") for _one in range(AT_ONCE)], f.make_user(role="writer")
        servers = [place.serve("--workers", "1", "--no-worker") for _server in range(2)]
        people = [Person(servers[n % 2].url, name).log_in() for n, name in enumerate(names)]
        answers: Counter[int] = Counter()
        for _time in tqdm(range(asked.times), unit="report"):
            article = f.make_article(by=writer)
            workflow.submit(article.pk, "ar", by=writer)
            connection.close()
            path = f"/admin/articles/article/{article.pk}/review/ar/"
            with ThreadPoolExecutor(AT_ONCE) as threads:
                forms = list(threads.map(lambda one, to=path: form_of(one.open(to)[1], "approve", when="now"), people))
                assert all(forms)
                pressed = threads.map(
                    lambda one, form, to=path: one.open(to, form | {"verb": "approve"})[0], people, forms
                )
                answers.update(pressed)
            assert Edition.objects.filter(article=article).count() == 1
            assert Transition.objects.filter(article=article, verb="approve").count() == 1
        assert not [one for one in verify() if one]
        assert set(answers) <= {200, 409}, answers
        tqdm.write(f"{asked.times} × {AT_ONCE} approvals on two servers: one edition each; answers {dict(answers)}")


if __name__ == "__main__":
    main()
