import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shaf.settings")

from shaf.startup import start

start.read_settings()

application = start.application()
