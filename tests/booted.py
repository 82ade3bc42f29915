"""To import this is to have Django set up and loaded what publishing and the worker need, with no connection open."""

import django

django.setup()

from django.template.loader import get_template  # noqa: E402 -- Django must stand first
from django.urls import get_resolver  # noqa: E402

from shaf.health.management.commands import db_worker as db_worker  # noqa: E402
from tests.desk import publish_forever as publish_forever  # noqa: E402

for name in ("page", "card", "feed_entry"):
    get_template(f"press/{name}.html")
_ = get_resolver().url_patterns
