"""Handing a letter to the mail server, with a last look before it takes it."""

import re
import smtplib
import socket
from collections.abc import Callable
from email.errors import MessageError

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import BadHeaderError, sanitize_address

from articles.models import Notice


class RefusedForGood(Exception):
    """The server will not take this letter for this address, now or later."""


class Unanswered(Exception):
    """The server has the whole letter and said nothing: it may have taken it (RFC 1047)."""


class Postman:
    """One connection for all letters of a round, opened when the first needs it."""

    def __init__(self) -> None:
        self.connection = get_connection()
        self.is_down = False

    def __enter__(self) -> "Postman":
        return self

    def __exit__(self, *error: object) -> None:
        self._hang_up()

    def send(self, message: EmailMessage, commit: Callable[[], bool]) -> None:
        """Send the message, asking `commit` right before the server takes it; where that is False, nothing is sent.

        Raises RefusedForGood; Unanswered, after which it must not be tried again; anything else where it may be
        (`is_down`: so may every other).
        """
        if not isinstance(self.connection, EmailBackend):
            if commit():
                self.connection.send_messages([message])
            return
        try:
            sender = sanitize_address(message.from_email, "utf-8")
            (to,) = (sanitize_address(address, "utf-8") for address in message.to)
            text = message.message().as_bytes(linesep="\r\n")
        except (ValueError, BadHeaderError, MessageError) as error:
            raise RefusedForGood(str(error)) from error
        try:
            self._hand_over(sender, to, text, commit)
        except RefusedForGood:
            raise
        except Exception:  # raised again: after whatever happened the connection is of no use to the next letter
            self._hang_up()
            raise

    def _hand_over(self, sender: str, to: str, text: bytes, commit: Callable[[], bool]) -> None:
        smtp = self._open()
        _expect(smtp.mail(sender), 250)
        code, reply = smtp.rcpt(to)
        if 500 <= code < 600:
            smtp.rset()
            raise RefusedForGood(f"{code} {_said(reply)}")
        _expect((code, reply), 250, 251)
        _expect(smtp.docmd("DATA"), 354)
        smtp.send(re.sub(rb"(?m)^\.", b"..", text).rstrip(b"\r\n") + b"\r\n")
        if not commit():
            smtp.close()  # breaking off here is how SMTP says: never mind
            self.connection.connection = None
            return
        try:
            smtp.send(b".\r\n")
            code, reply = smtp.getreply()
        except Exception as error:  # whatever it was, the server has the letter
            raise Unanswered(str(error)) from error
        if 500 <= code < 600:
            raise RefusedForGood(f"{code} {_said(reply)}")
        _expect((code, reply), 250)

    def _open(self) -> smtplib.SMTP:
        try:
            if self.connection.connection is None:
                self.connection.open()
                # The last dot leaves at once: it would wait for word that the server has what came before (RFC 896).
                self.connection.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self.connection.connection.ehlo_or_helo_if_needed()
        except Exception:  # raised again: no letter can go, whatever kept the server from answering
            self.is_down = True
            raise
        return self.connection.connection

    def _hang_up(self) -> None:
        """Politely, and without waiting for a server that does not answer."""
        if not isinstance(self.connection, EmailBackend):
            return
        # Where the login or the encryption failed, Django keeps it as a partial one.
        open_ones = (self.connection.connection, self.connection._partial_connection)
        self.connection.connection = self.connection._partial_connection = None
        for smtp in filter(None, open_ones):
            try:
                smtp.putcmd("QUIT")
            except (OSError, smtplib.SMTPException):
                pass
            finally:
                smtp.close()


def _expect(answer: tuple[int, bytes], *codes: int) -> None:
    if answer[0] not in codes:
        raise smtplib.SMTPResponseException(*answer)


def _said(reply: bytes | str) -> str:
    return reply.decode(errors="replace") if isinstance(reply, bytes) else reply


def trouble(error: Exception) -> tuple[str, str]:
    """Why a letter could not be handed over (Notice.Trouble), and what the server or the program said."""
    answer = str(error) or type(error).__name__
    match error:
        case RefusedForGood():
            return Notice.Trouble.REFUSED, answer
        case smtplib.SMTPAuthenticationError():
            return Notice.Trouble.LOGIN, f"{error.smtp_code} {_said(error.smtp_error)}"
        case smtplib.SMTPNotSupportedError():
            return Notice.Trouble.UNABLE, answer
        case smtplib.SMTPConnectError():
            return Notice.Trouble.UNREACHABLE, f"{error.smtp_code} {_said(error.smtp_error)}"
        case smtplib.SMTPResponseException():
            return Notice.Trouble.NOT_NOW, f"{error.smtp_code} {_said(error.smtp_error)}"
        case OSError():
            return Notice.Trouble.UNREACHABLE, answer
    return Notice.Trouble.OTHER, f"{type(error).__name__}: {error}"
