"""The one settings file, in an environment of the tests' own."""

import os
import sys
import tempfile
from pathlib import Path

if sys.dont_write_bytecode:
    # Nothing beside the sources, as was asked for; but what the tests start again and again is compiled once.
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(__file__).parent.parent / ".pytest_cache" / "bytecode")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

os.environ.update(
    DEBUG="false",
    SECRET_KEY="only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    SITE_URL="http://testserver",
    # Accounts with a second factor are asked for it here, too; what makes everybody set one is tested by itself.
    SECOND_FACTOR_REQUIRED="false",
    TAG_AUTHORITY="example.org",
    EMAIL_URL="memory://",
    # Mail goes on commit, so only tests with real transactions pay for it.
    TASKS="immediate",
    TIME_ZONE="Africa/Cairo",
)

from shaf.settings import *  # noqa: F403
from shaf.settings import DATABASES, STORAGES, VAR

# The tests' database lies there.
VAR.mkdir(parents=True, exist_ok=True)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="shaf-media-"))
# Empty, and not where the servers that tests start collect: WhiteNoise scans it for every client.
STATIC_ROOT = Path(tempfile.mkdtemp(prefix="shaf-static-"))
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
if (test_database := os.environ.get("SHAF_TEST_DB")) and DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": test_database}
