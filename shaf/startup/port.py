"""The port that a server is to have, asked for before anything is said or made."""

import socket

from django.core.management.base import CommandError


def refuse_a_taken_port(command: str, host: str, port: int) -> None:
    """Raises CommandError where the port cannot be had; the remedy names the command's `--port`."""
    try:
        (family, *_rest, address), *_others = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        with socket.socket(family) as probe:
            # As the server will ask for it: one that was left a moment ago is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror as error:
        raise CommandError(f"--host {host} cannot be listened at: {error.strerror}.") from error
    except (OSError, OverflowError) as error:
        other = port + 1 if 1024 < port < 65535 else 8001
        raise CommandError(f"Port {port} cannot be used: {error}. Try {command} --port {other}.") from error
