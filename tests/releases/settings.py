"""The tests' settings, with the pictures of a release."""

import os
from pathlib import Path

from tests.settings import *  # noqa: F403

MEDIA_ROOT = Path(os.environ["RELEASE_MEDIA"])
