#!/usr/bin/env python
"""Run a management command. `demo` switches DEBUG on, so that it needs no configuration."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shaf.settings")
    if sys.argv[1:2] == ["demo"]:
        os.environ.setdefault("DEBUG", "true")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
