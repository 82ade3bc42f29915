"""A real SMTP server on loopback that keeps what it is sent, and can be told to be slow, to refuse or to break off."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

logging.getLogger("mail.log").setLevel(logging.ERROR)


class Sink:
    """`letters` are (recipient, message), in the order in which the server took them."""

    def __init__(self) -> None:
        self.letters: list[tuple[str, EmailMessage]] = []
        self.arrived = threading.Event()
        self.rcpt: Callable[[str], str] = lambda address: "250 OK"
        self.data: Callable[[EmailMessage], str] = lambda message: "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self.rcpt(address)
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):
        message = message_from_bytes(envelope.content, policy=policy.default)
        answer = self.data(message)
        if answer.startswith("250"):
            self.letters += [(address, message) for address in envelope.rcpt_tos]
            self.arrived.set()
        return answer

    def recipients(self) -> list[str]:
        return sorted(address.partition("@")[0] for address, _message in self.letters)

    def ids(self) -> list[str]:
        return [message["Message-ID"] for _address, message in self.letters]

    def clear(self) -> None:
        self.letters.clear()
        self.arrived.clear()


class _Controller(Controller):
    def factory(self) -> SMTP:
        return SMTP(self.handler, hostname="sink", decode_data=False)


@contextmanager
def server(port: int = 0) -> Iterator[tuple[Sink, int]]:
    """The sink and its port."""
    sink = Sink()
    controller = _Controller(sink, hostname="127.0.0.1", port=port or _free_port())
    controller.start()
    try:
        yield sink, controller.port
    finally:
        controller.stop()


def _free_port() -> int:
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def text_of(message: EmailMessage) -> str:
    return message.get_body(preferencelist=("plain",)).get_content()


def html_of(message: EmailMessage) -> str:
    return message.get_body(preferencelist=("html",)).get_content()
