"""A line to a service, which can be cut: whoever is on it is cut off, and nobody gets through until it is mended."""

import contextlib
import socket
import threading
from pathlib import Path


class Line:
    """Listens on a port of loopback and hands all on to `goal`: a host and a port, or the path of a socket."""

    def __init__(self, goal: tuple[str, int] | Path) -> None:
        self.goal = goal
        self.ends: set[socket.socket] = set()
        self.lock = threading.Lock()
        self.port = 0
        self.listening: socket.socket | None = None
        self.mend()

    def mend(self) -> None:
        """Let people through, on the same port as before."""
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", self.port))
        listening.listen(64)
        self.port, self.listening = listening.getsockname()[1], listening
        threading.Thread(target=self._accept, args=(listening,), daemon=True).start()

    def cut(self) -> None:
        """Refuse whoever comes, and hang up on whoever is there."""
        listening, self.listening = self.listening, None
        if listening is not None:
            # Closing alone does not wake the thread that waits in accept().
            with contextlib.suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            listening.close()
        with self.lock:
            ends, self.ends = self.ends, set()
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                near, _address = listening.accept()
            except OSError:
                return
            try:
                if isinstance(self.goal, Path):
                    far = socket.socket(socket.AF_UNIX)
                    far.connect(str(self.goal))
                else:
                    far = socket.create_connection(self.goal, timeout=5)
                    far.settimeout(None)
            except OSError:
                near.close()
                continue
            with self.lock:
                if self.listening is not listening:
                    near.close()
                    far.close()
                    return
                self.ends |= {near, far}
            for source, goal in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(source, goal), daemon=True).start()

    def _carry(self, source: socket.socket, goal: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                goal.sendall(data)
        for end in (source, goal):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            with self.lock:
                self.ends.discard(end)
            end.close()
