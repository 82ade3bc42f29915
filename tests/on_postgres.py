"""A pytest plugin that runs a suite on a throw-away PostgreSQL: `pytest -p tests.on_postgres`.

The server starts at import, before Django reads its settings.
"""

import atexit
import os
import signal
from contextlib import ExitStack

from tests.postgres import find_binaries, server

binaries = find_binaries()
if binaries is None:
    raise SystemExit("PostgreSQL is missing: no initdb was found.")
stack = ExitStack()
os.environ["DATABASE_URL"] = stack.enter_context(server(binaries))
atexit.register(stack.close)
# An orderly end also where whoever started this run only terminates it.
signal.signal(signal.SIGTERM, signal.default_int_handler)
