"""A slow connection: a proxy on loopback that hands a page on a few lines, or fewer, at a time."""

import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

PAUSE = 0.02  # seconds
LINES = re.compile(rb"(?:.*\n){1,4}|.+")
# Each ends where the text of a small fact of a report would begin.
FACTS = re.compile(rb"(?s).*?</(?:span|time|a)>\s*<(?:span|time|a)\b[^>]*>|.+")


@contextmanager
def dripping(url: str, pieces: re.Pattern[bytes] = LINES, pause: float = PAUSE) -> Iterator[str]:
    """The address under which the site at `url` answers in `pieces`, one every `pause` seconds."""
    to = (urlsplit(url).hostname, urlsplit(url).port)
    calls = []

    def accept() -> None:
        while True:
            try:
                caller, _address = listener.accept()
            except OSError:
                return
            calls.append(threading.Thread(target=_answer, args=(caller, to, pieces, pause)))
            calls[-1].start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        accepting = threading.Thread(target=accept)
        accepting.start()
        yield f"http://localhost:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)
    for thread in [accepting, *calls]:
        thread.join()


def _answer(caller: socket.socket, to: tuple[str, int], pieces: re.Pattern[bytes], pause: float) -> None:
    """One request and its answer. A browser that goes away meanwhile is no fault."""
    with caller, socket.create_connection(to) as server:
        try:
            asked = _read_head(caller)
            if not asked:
                return
            # Compressed, it would have no lines.
            asked = re.sub(rb"Accept-Encoding: [^\r]*\r\n", b"", asked)
            server.sendall(asked.replace(b"Connection: keep-alive", b"Connection: close"))
            head, blank, body = b"".join(iter(lambda: server.recv(65536), b"")).partition(b"\r\n\r\n")
            caller.sendall(head + blank)
            for piece in pieces.findall(body) if b"text/html" in head else [body]:
                caller.sendall(piece)
                time.sleep(pause)
        except OSError:
            return


def _read_head(caller: socket.socket) -> bytes:
    read = b""
    while b"\r\n\r\n" not in read:
        more = caller.recv(65536)
        if not more:
            return b""
        read += more
    return read
