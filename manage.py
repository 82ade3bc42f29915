#!/usr/bin/env python
"""Run a management command. `demo` needs no configuration: it switches DEBUG on where nothing says otherwise."""

import os
import sys
from pathlib import Path

from environs import env

# What may be asked of a folder in which nothing is configured.
UNCONFIGURED = ("demo", "help", "--help", "-h")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shaf.settings")
    env.read_env(Path(__file__).resolve().parent / ".env", recurse=False)
    if (len(sys.argv) == 1 or sys.argv[1] in UNCONFIGURED) and env.str("DEBUG", None) is None:
        os.environ["DEBUG"] = "true"
    from shaf.startup import start

    start.read_settings()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
