"""A proxy as an operator sets it up, before a server as an operator starts it, and readers who come to it by TLS."""

import http.client
import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import unavailable

ROOT = Path(__file__).parent.parent.parent
DEPLOY = ROOT / "shaf" / "deploy"
HOST = "reports.example.org"
LONGEST_START = 60


@dataclass(frozen=True)
class Answer:
    """`headers`: by their names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Door:
    """Where a proxy listens, at 127.0.0.1."""

    http: int
    https: int

    def ask(
        self,
        path: str,
        method: str = "GET",
        *,
        host: str = HOST,
        tls: bool = True,
        body: bytes | None = None,
        by: str = "127.0.0.1",
        **headers: str,
    ) -> Answer:
        """Raises OSError or HTTPException where there is no answer. `by`: the visitor's address."""
        raw = socket.create_connection(
            ("127.0.0.1", self.https if tls else self.http), timeout=60, source_address=(by, 0)
        )
        if tls:
            trusting = ssl._create_unverified_context()
            trusting.set_alpn_protocols(["http/1.1"])
            raw = trusting.wrap_socket(raw, server_hostname=host)
        connection = http.client.HTTPConnection(host)
        connection.sock = raw
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        finally:
            connection.close()

    def offers(self, protocol: str) -> bool:
        """Whether TLS agrees on it: h2."""
        asking = ssl._create_unverified_context()
        asking.set_alpn_protocols([protocol])
        with (
            socket.create_connection(("127.0.0.1", self.https), timeout=60) as raw,
            asking.wrap_socket(raw, server_hostname=HOST) as agreed,
        ):
            return agreed.selected_alpn_protocol() == protocol


@dataclass
class Site:
    """A server and its settings. `upstream`: its port."""

    environment: dict[str, str]
    upstream: int
    process: subprocess.Popen | None = None

    def run(self, code: str) -> None:
        """In a process of the same installation."""
        subprocess.run(
            [sys.executable, "-c", f"import django; django.setup()\n{code}"],
            cwd=ROOT,
            env=self.environment,
            check=True,
            timeout=300,
        )

    def end(self) -> None:
        """As `systemctl stop` ends it."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(90)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def free_ports(number: int) -> list[int]:
    with_ports = [socket.socket() for _one in range(number)]
    for one in with_ports:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in with_ports]
    for one in with_ports:
        one.close()
    return ports


def program(name: str) -> str:
    """Its path; skips where it is missing, and fails with CI=true."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin") or unavailable(name)


@contextmanager
def running(command: list[str], port: int, **options: object) -> Iterator[subprocess.Popen]:
    """A program that listens at a port, ended at the end."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    try:
        deadline = time.monotonic() + LONGEST_START
        while True:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            assert process.poll() is None, process.stdout.read()
            assert time.monotonic() < deadline
            time.sleep(0.1)
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(30)
        process.stdout.close()


def certificate(folder: Path) -> tuple[Path, Path]:
    """A self-signed certificate and its key."""
    chain, key = folder / "fullchain.pem", folder / "privkey.pem"
    subprocess.run(
        [program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}"]
        + ["-keyout", str(key), "-out", str(chain)],
        check=True,
        capture_output=True,
    )
    return chain, key


def nginx_configuration(folder: Path, door: Door, upstream: int) -> Path:
    """The file that we give, with nothing changed in it but ports and places, in a frame like Debian's."""
    chain, key = certificate(folder)
    site = (DEPLOY / "nginx.conf").read_text()
    for old, new in {
        f"/etc/letsencrypt/live/{HOST}/fullchain.pem": str(chain),
        f"/etc/letsencrypt/live/{HOST}/privkey.pem": str(key),
        "/var/lib/nginx/shaf": str(folder / "kept"),
        "127.0.0.1:8000": f"127.0.0.1:{upstream}",
        "    listen [::]:": "    # listen [::]:",
        "    listen 80": f"    listen 127.0.0.1:{door.http}",
        "    listen 443": f"    listen 127.0.0.1:{door.https}",
    }.items():
        assert old in site
        site = site.replace(old, new)
    (folder / "site.conf").write_text(site)
    places = "".join(
        f"{name}_temp_path {folder}/{name};" for name in ("proxy", "client_body", "fastcgi", "uwsgi", "scgi")
    )
    main = folder / "nginx.conf"
    main.write_text(
        ("user root;\n" if os.geteuid() == 0 else "")
        + f"worker_processes 1; daemon off; pid {folder}/pid; error_log stderr warn;\n"
        + f"events {{}}\nhttp {{ {places} access_log {folder}/access.log; gzip on; include {folder}/site.conf; }}\n"
    )
    return main
