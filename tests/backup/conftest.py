import json
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.backup.installations import Installation, empty
from tests.releases import dump, make

RELEASE = make.HERE / "0.1"
ADDRESSES = list(json.loads((RELEASE / "printed.json").read_text()))


@pytest.fixture(scope="session")
def _released(tmp_path_factory, django_db_setup, django_db_blocker) -> tuple[Installation, Path]:
    """What the first release left, on SQLite, and its backup: made before a migration of this tree is run."""
    folder = tmp_path_factory.mktemp("released")
    site = empty(folder, sqlite=True)
    shutil.copytree(RELEASE / "media", site.media)
    dump.load((RELEASE / "sqlite.sql").read_text(), site.database)
    with django_db_blocker.unblock(), site.opened():
        call_command("backup", folder / "backup.zip", verbosity=0)
    return site, folder / "backup.zip"


@pytest.fixture
def released(_released, django_db_blocker):
    """The backup; nobody writes to it. The test may open databases of its own."""
    with django_db_blocker.unblock():
        yield _released[1]


@pytest.fixture
def source(_released) -> Installation:
    return _released[0]
