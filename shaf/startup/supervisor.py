"""The server and the worker beside it, as one group of processes under any supervisor of the system.

    python -m shaf.startup.supervisor SERVER… -- WORKER…

It loads nothing of Django: it minds two processes. A worker that ends is started again, later each time that it does
so at once; where the server ends, all end. SIGTERM and SIGINT let both finish what they are at; SIGHUP has the server
put new processes in the place of its own, and starts the worker anew.
"""

import logging
import signal
import subprocess
import sys
import time
from types import FrameType

from shaf.logs.forms import configured

# Seconds. A worker that lives longer has started well.
SOON, LONGEST_WAIT = 10, 60
# How often the worker is looked after.
ROUND = 0.5

logger = logging.getLogger("shaf.serve")


class Supervisor:
    """Minds a server and a worker, each given by its command."""

    def __init__(self, server: list[str], worker: list[str]) -> None:
        self.commands = {"server": server, "worker": worker}
        self.ending = False
        self.waits = 1
        self.begun, self.due = 0.0, 0.0

    def run(self) -> int:
        """Start both, and return the server's exit status once all have ended."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._end)
        signal.signal(signal.SIGHUP, self._renew)
        self.server = subprocess.Popen(self.commands["server"])  # noqa: S603 -- serve wrote it
        self._start_worker()
        while True:
            try:
                status = self.server.wait(timeout=ROUND)
            except subprocess.TimeoutExpired:
                self._look_after_worker()
                continue
            self.ending = True
            if self.worker.poll() is None:
                self.worker.terminate()
            self.worker.wait()
            return status

    def _start_worker(self) -> None:
        self.begun, self.due = time.monotonic(), 0.0
        self.worker = subprocess.Popen(self.commands["worker"])  # noqa: S603

    def _look_after_worker(self) -> None:
        if self.ending or self.worker.poll() is None:
            return
        now = time.monotonic()
        if not self.due:
            self.waits = min(self.waits * 2, LONGEST_WAIT) if now - self.begun < SOON else 1
            self.due = now + self.waits
            logger.error("The worker ended with %s; it starts again in %s s.", self.worker.returncode, self.waits)
        elif now >= self.due:
            self._start_worker()

    def _end(self, number: int, _frame: FrameType | None) -> None:
        self.ending = True
        for process in (self.server, self.worker):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)

    def _renew(self, number: int, _frame: FrameType | None) -> None:
        self.server.send_signal(signal.SIGHUP)
        # Looked after at once, as one that has lived long.
        self.begun = 0.0
        if self.worker.poll() is None:
            self.worker.terminate()


def main() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(configured())
    logging.basicConfig(handlers=[handler])
    between = sys.argv.index("--")
    sys.exit(Supervisor(sys.argv[1:between], sys.argv[between + 1 :]).run())


if __name__ == "__main__":
    main()
