"""A desk in a process of its own: `python -m tests.newsdesk` publishes and withdraws as it is told, a line each.

`publish` answers with the report's address; `withdraw` takes the last one down, and answers once it has.
"""

import sys

import django

django.setup()

from articles.desk import workflow  # noqa: E402 -- Django must stand first
from tests import factories as f  # noqa: E402


def say(what: str) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


edition, editor = None, f.make_user(role="editor")
say("ready")
for line in sys.stdin:
    if line.strip() == "publish":
        edition = f.make_edition()
        say(f"/articles/{edition.article_id}/{edition.slug}/")
    else:
        workflow.withdraw(edition.article_id, "ar", by=editor, reason="سبب معلن")
        say("withdrawn")
