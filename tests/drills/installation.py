"""An installation that a drill may do as it likes with: a database, people with passwords, servers."""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

from lxml.html import HtmlElement, document_fromstring

from tests.benchmarks.database import use_database
from tests.benchmarks.wire import free_port

ROOT = Path(__file__).parent.parent.parent
PASSWORD = "a-drill-needs-a-password"
KEY = "only-for-drills-0123456789-abcdefghijklmnopqrstuvwxyz"
READY = 120
DISK = "80m"


@dataclass(slots=True)
class Serving:
    """`manage.py serve` and all that it started, in a process group of its own."""

    process: subprocess.Popen[bytes]
    url: str

    def kill(self) -> None:
        """Kill -9, the whole group at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.kill()


@dataclass(slots=True)
class Installation:
    """`environment`: what an operator has to set. `disks`: folders with a small disk of their own."""

    folder: Path
    environment: dict[str, str]
    stack: ExitStack = field(repr=False)
    disks: list[Path] = field(default_factory=list)

    def manage(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command as an operator does."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            check=check,
            capture_output=True,
            text=True,
        )

    def serve(self, *arguments: str, port: int = 0, **settings: str) -> Serving:
        """Start a server and return it once it answers; it ends with the drill."""
        port = port or free_port()
        with (self.folder / f"serve-{port}.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--port", str(port), *arguments],
                cwd=ROOT,
                env=self.environment | settings,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        serving = Serving(process, f"http://127.0.0.1:{port}")
        self.stack.callback(serving.stop)
        until = time.monotonic() + READY
        while time.monotonic() < until:
            if process.poll() is not None:
                break
            if status(f"{serving.url}/healthz") == 200:
                return serving
            time.sleep(0.1)
        raise RuntimeError((self.folder / f"serve-{port}.log").read_text()[-3000:])


def status(url: str, timeout: float = 10) -> int:
    """The answer's status; 0 for none."""
    return answer(url, timeout)[0]


def answer(url: str, timeout: float = 10) -> tuple[int, bytes]:
    """Status and body; 0 where there was no answer."""
    try:
        with urllib.request.urlopen(url, timeout=timeout) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()
    except OSError:
        return 0, b""


class Person:
    """Somebody at the desk, with a browser that knows forms and cookies and no script."""

    def __init__(self, url: str, name: str, *handlers: urllib.request.BaseHandler) -> None:
        self.url, self.name = url, name
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()), *handlers)

    def open(self, path: str, data: dict[str, str] | None = None, timeout: float = 60) -> tuple[int, str]:
        """Status and text of the page that it leads to; 0 where there was no answer."""
        body = urlencode(data).encode() if data is not None else None
        request = urllib.request.Request(f"{self.url}{path}", body, {"Referer": f"{self.url}{path}"})
        try:
            with self.opener.open(request, timeout=timeout) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(errors="replace")
        except OSError:
            return 0, ""

    def log_in(self) -> "Person":
        """Raises RuntimeError where the desk does not let them in."""
        _status, page = self.open("/admin/login/")
        form = next(form for form in document_fromstring(page).forms if "password" in form.fields)
        _status, page = self.open(
            "/admin/login/", dict(form.form_values()) | {"username": self.name, "password": PASSWORD}
        )
        if 'name="password"' in page or not page:
            raise RuntimeError(f"{self.name} was not let in: {page[:300]}")
        return self

    def act(self, path: str, verb: str, **values: str) -> tuple[int, str]:
        """Press the button of a verb, in the form of the page that has it."""
        code, page = self.open(path)
        form = form_of(page, verb, **values) if code == 200 else None
        if form is None:
            return code, page
        return self.open(path, form | {"verb": verb})


def form_of(page: str, verb: str, **values: str) -> dict[str, str] | None:
    """What a browser sends when the button of a verb is pressed; None where the page has none."""
    forms: list[HtmlElement] = [
        form
        for form in document_fromstring(page).forms
        if form.xpath(f".//button[@name='verb'][@value='{verb}']")
        and all(form.fields.get(name) == value for name, value in values.items())
    ]
    return dict(forms[0].form_values()) if forms else None


@contextmanager
def installation(
    name: str,
    description: str,
    *more: tuple[str, int],
    settings: str = "tests.drills.settings",
    disks: tuple[str, ...] = (),
) -> Iterator[tuple[Installation, argparse.Namespace]]:
    """A migrated database, on SQLite or PostgreSQL as the arguments say, and Django set up on it in this process.

    `more`: further options, each a number with its default. `settings`: of this process alone.
    `disks`: folders that lie on a small disk of their own each, where this process may mount one: SQLite's is `data`.
    """
    parser = argparse.ArgumentParser(prog=f"python -m tests.drills.{name}", description=description.splitlines()[0])
    parser.add_argument("--postgresql", action="store_true", help="on a throw-away PostgreSQL in place of SQLite")
    for option, default in more:
        parser.add_argument(f"--{option}", type=int, default=default, help=f"(default: {default})")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix=f"shaf-{name}-")))
        mounted = [disk for one in disks if stack.enter_context(small_disk(disk := folder / one))]
        (folder / "data").mkdir(exist_ok=True)
        use_database(parser, stack, folder / "data", postgresql=asked.postgresql)
        os.environ["DJANGO_SETTINGS_MODULE"] = settings
        import django

        django.setup()
        environment = {key: value for key, value in os.environ.items() if not key.startswith("DJANGO_")} | {
            "DEBUG": "false",
            "SECOND_FACTOR_REQUIRED": "false",
            "SECRET_KEY": KEY,
            "ALLOWED_HOSTS": "127.0.0.1",
            "SITE_URL": "http://127.0.0.1",
            "MEDIA_ROOT": str(folder / "media"),
            "EMAIL_URL": f"file://{folder}/mail",
            "TASKS": "database",
            "DISK_FREE_MB": "5",
            "BACKUP_HOURS": "0",
        }
        found = Installation(folder, environment, stack, mounted)
        found.manage("migrate", "-v0")
        yield found, asked


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """A disk of its own at the folder; False where this process may not mount one."""
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)]
    mounted = subprocess.run(["mount", *options], check=False, capture_output=True).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=False)


def somebody(role: str) -> str:
    """A member of the branch who can log in to the server; returns their user name."""
    from django.contrib.auth.hashers import make_password

    from tests import factories as f

    user = f.make_user(role=role)
    user.email = f"{user.username}@example.org"
    # The tests' own hashes are none that the server knows.
    with_hasher = "django.contrib.auth.hashers.PBKDF2PasswordHasher"
    from django.test.utils import override_settings

    with override_settings(PASSWORD_HASHERS=[with_hasher]):
        user.password = make_password(PASSWORD)
    user.save()
    return user.username
