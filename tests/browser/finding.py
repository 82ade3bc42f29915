"""Where the browser of the tests is."""

import os
import shutil


def find_chromium() -> str | None:
    """CHROMIUM, or Debian's."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
