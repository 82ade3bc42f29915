import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shaf.settings")

from shaf.startup import start

start.read_settings()

from django.core.wsgi import get_wsgi_application  # noqa: E402

application = get_wsgi_application()
start.refuse_what_is_unsafe()
