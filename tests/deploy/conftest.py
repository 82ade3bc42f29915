import os
import sys
from collections.abc import Iterator

import pytest

from tests.deploy.front import HOST, ROOT, Site, free_ports, running

KEY = "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz"
PUBLISHED = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests import factories as f
f.make_publisher()
print(f.make_edition(("ar",)).article_id)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    """A server with a published report, which has the number 1."""
    folder = tmp_path_factory.mktemp("site")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "DATABASE_"))},
        "DJANGO_SETTINGS_MODULE": "shaf.settings",
        "DEBUG": "false",
        "SECRET_KEY": KEY,
        "ALLOWED_HOSTS": HOST,
        "SITE_URL": f"https://{HOST}",
        "BEHIND_PROXY": "true",
        "DATABASE_URL": f"sqlite:///{folder}/s.sqlite3",
        "MEDIA_ROOT": f"{folder}/media",
        "EMAIL_URL": "dummy://",
    }
    (port,) = free_ports(1)
    Site(environment, port).run(PUBLISHED)
    serve = [sys.executable, "manage.py", "serve", "--port", str(port), "--workers", "1", "--no-worker"]
    with running(serve, port, cwd=ROOT, env=environment) as process:
        site = Site(environment, port, process)
        try:
            yield site
        finally:
            site.end()
