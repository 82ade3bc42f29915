"""What a request costs at the socket of the server that we ship, beside nginx serving the same page from a file.

    uv run python -m tests.benchmarks --wire [--sizes 1000 20000] [--keep FOLDER] [--postgresql]

The figure is CPU time of all the server's processes for each answer, read from /proc: on a shared machine it holds
where requests per second swing. nginx, where it is installed, is the unit.
"""

import gzip
import http.client
import itertools
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from tqdm import tqdm

ROOT = Path(__file__).parent.parent.parent
TICK = os.sysconf("SC_CLK_TCK")
GZIP = {"Accept-Encoding": "gzip"}
# What is asked for once is not kept by then. Begun by the clock: an earlier run may have asked the same server.
ANEW, NUMBERS = "benchmark=", itertools.count(time.time_ns())
WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{5,}")
NGINX = """daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{ access_log off; gzip_static on; etag on; types {{ text/html html; }} default_type text/html;
client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
server {{ listen 127.0.0.1:{port}; root {folder}/pages; }} }}"""


@dataclass(frozen=True, slots=True)
class Server:
    name: str
    url: str
    process: int

    def ask(self, path: str, seconds: float, headers: dict[str, str]) -> float:
        """Microseconds of CPU an answer, over so many seconds of requests one behind the other. A path that ends with
        ANEW is another one each time."""
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=30)
        begun, answered, until = self.spent(), 0, time.monotonic() + seconds
        while time.monotonic() < until:
            one = f"{path}{next(NUMBERS)}" if path.endswith(ANEW) else path
            connection.request("GET", one, headers=headers)
            response = connection.getresponse()
            response.read()
            if response.status not in (200, 304):
                raise RuntimeError(f"{self.name} {path}: {response.status}")
            answered += 1
        connection.close()
        return (self.spent() - begun) * 1e6 / answered

    def get(self, path: str, headers: dict[str, str]) -> tuple[dict[str, str], bytes]:
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=30)
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return {name.lower(): value for name, value in response.getheaders()}, body

    def spent(self) -> float:
        """CPU seconds of its processes."""
        found = 0
        for process in processes(self.process):
            try:
                fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            found += int(fields[11]) + int(fields[12])
        return found / TICK

    def memory(self) -> float:
        """MiB, with what processes share divided among them (PSS)."""
        kept = 0
        for process in processes(self.process):
            said = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
            kept += int(said[1]) if said else 0
        return kept / 1024


def processes(first: int) -> list[int]:
    """It, and all that it started."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            children.setdefault(parent, []).append(int(entry.name))
    found, todo = [], [first]
    while todo:
        found.append(todo.pop())
        todo += children.get(found[-1], [])
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def started(
    name: str, command: Sequence[str], port: int, environment: dict[str, str] | None = None
) -> Iterator[Server]:
    """The server, once it answers; ended with the block."""
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        for _try in range(600):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                if process.poll() is not None:
                    raise RuntimeError(f"{name} ended with {process.returncode}") from None
                time.sleep(0.1)
        yield Server(name, f"http://127.0.0.1:{port}", process.pid)
    finally:
        process.terminate()
        process.wait(timeout=60)


@contextmanager
def serve(database: str, *, workers: int = 2) -> Iterator[Server]:
    """`manage.py serve` on this database, as an operator has it."""
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")} | {
        "DEBUG": "false",
        "SECRET_KEY": "benchmark-0123456789-abcdefghijklmnopqrstuvwxyz-0123456789",
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "DATABASE_URL": database,
    }
    command = [sys.executable, "manage.py", "serve", "--port", str(port), "--workers", str(workers), "--no-worker"]
    with started("serve", command, port, environment) as server:
        yield server


@contextmanager
def nginx(pages: dict[str, bytes]) -> Iterator[Server | None]:
    """It serves these pages from files, compressed too; None where it is not installed."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="shaf-nginx-") as name:
        folder, port = Path(name), free_port()
        folder.chmod(0o755)
        (folder / "pages").mkdir()
        for page, body in pages.items():
            (folder / "pages" / page).write_bytes(body)
            (folder / "pages" / f"{page}.gz").write_bytes(gzip.compress(body, 9))
        (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port))
        with started("nginx", [program, "-p", name, "-c", f"{name}/nginx.conf"], port) as server:
            yield server


def table(databases: dict[int, str], rounds: int, seconds: float) -> None:
    """Print what each kind of answer costs at each size, in microseconds and in nginx's. `seconds`: of each of the
    rounds, for each kind.
    """
    with ExitStack() as stack:
        servers = {size: stack.enter_context(serve(database)) for size, database in databases.items()}
        first = next(iter(servers.values()))
        pages = {size: _pages(server) for size, server in servers.items()}
        bodies = {name: first.get(next(iter(pages.values()))[name], {})[1] for name in ("page", "list", "feed")}
        unit = stack.enter_context(nginx({f"{name}.html": body for name, body in bodies.items()}))
        kinds = _kinds(pages)
        measured: dict[tuple[str, str], list[float]] = {}
        for _round in tqdm(range(rounds), unit="round"):
            for kind, (of_nginx, paths, headers, conditional) in kinds.items():
                if unit:
                    own = headers | _validator(unit, of_nginx, headers, conditional)
                    measured.setdefault((kind, "nginx"), []).append(unit.ask(of_nginx, seconds, own))
                for size, server in servers.items():
                    own = headers | _validator(server, paths[size], headers, conditional)
                    measured.setdefault((kind, str(size)), []).append(server.ask(paths[size], seconds, own))
        _print(kinds, measured, list(map(str, databases)))
        for size, server in servers.items():
            tqdm.write(f"{size} editions: {server.memory():.0f} MiB")


def _pages(server: Server) -> dict[str, str]:
    _headers, body = server.get("/articles/", {})
    reports = sorted(set(re.findall(r'href="(/articles/\d+/[^"#?]+/)"', body.decode())))
    (title,) = re.findall(r'class="headline">.*?>(.*?)<', body.decode())[:1]
    return {
        "page": quote(random.Random(1).choice(reports), safe="/%"),
        "list": "/articles/",
        "feed": "/feed/",
        "search": f"/search/?q={quote(WORD.findall(title)[-1])}",
    }


def _kinds(pages: dict[int, dict[str, str]]) -> dict[str, tuple[str, dict[int, str], dict[str, str], bool]]:
    """Name → nginx's path, ours by size, headers, whether it is asked for by its validator."""
    found = {}
    for page in ("page", "list", "feed"):
        paths = {size: of[page] for size, of in pages.items()}
        found[f"{page}, gzip"] = (f"/{page}.html", paths, GZIP, False)
        found[page] = (f"/{page}.html", paths, {}, False)
        found[f"{page}, 304"] = (f"/{page}.html", paths, {}, True)
    for page, unit in (("page", "page"), ("list", "list"), ("search", "list")):
        cold = {size: of[page] + ("&" if "?" in of[page] else "?") + ANEW for size, of in pages.items()}
        found[f"{page}, not kept"] = (f"/{unit}.html", cold, GZIP, False)
    return found


def _validator(server: Server, path: str, headers: dict[str, str], conditional: bool) -> dict[str, str]:
    return {"If-None-Match": server.get(path, headers)[0]["etag"]} if conditional else {}


def _print(kinds: dict[str, object], measured: dict[tuple[str, str], list[float]], sizes: list[str]) -> None:
    names = [name for name in ("nginx", *sizes) if any(of == name for _kind, of in measured)]
    tqdm.write("CPU microseconds an answer (times nginx's)")
    tqdm.write(f"{'':20}" + "".join(f"{name:>20}" for name in names))
    for kind in kinds:
        typical = {name: statistics.median(measured[kind, name]) for name in names}
        unit = typical.get("nginx")
        cells = (f"{typical[name]:.0f}" + (f" ({typical[name] / unit:.1f})" if unit else "") for name in names)
        tqdm.write(f"{kind:20}" + "".join(f"{cell:>20}" for cell in cells))
