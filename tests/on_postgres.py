"""A pytest plugin that runs a suite on a throw-away PostgreSQL: `pytest -p tests.on_postgres`.

The server starts at import, before Django reads its settings.
"""

import atexit
import os
from contextlib import ExitStack

from tests.postgres import find_binaries, server

binaries = find_binaries()
if binaries is None:
    raise SystemExit("PostgreSQL is missing: no initdb was found.")
stack = ExitStack()
os.environ["DATABASE_URL"] = stack.enter_context(server(binaries))
atexit.register(stack.close)
