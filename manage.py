#!/usr/bin/env python
"""Run a management command. `demo` needs no configuration: it switches DEBUG on where nothing says otherwise."""

import os
import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from environs import env

from shaf.startup.environment import read_env_file

# What may be asked of a folder in which nothing is configured.
UNCONFIGURED = ("demo", "help", "--help", "-h", "version", "--version")
INTERRUPTED = 130


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shaf.settings")
    try:
        read_env_file(Path(__file__).resolve().parent)
    except ImproperlyConfigured as error:
        sys.exit(f"Shaf does not start. {error}")
    asks_help = len(sys.argv) == 1 or sys.argv[1] in UNCONFIGURED or not {"-h", "--help"}.isdisjoint(sys.argv)
    if asks_help and env.str("DEBUG", None) is None:
        os.environ["DEBUG"] = "true"
    from shaf.startup import start

    start.read_settings()
    start.execute(sys.argv)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        sys.exit(INTERRUPTED)
