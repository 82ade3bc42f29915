"""The units of systemd: each is one, is closed as far as it can be, and runs a command that there is."""

import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class
from django.test import override_settings

from tests.deploy.front import DEPLOY, program

pytestmark = [pytest.mark.outer, pytest.mark.one_database]

SERVICES = sorted(path.name for path in DEPLOY.glob("*.service"))
# Of ten; what is below 3 has no more than what it needs.
HIGHEST_EXPOSURE = 3.0
EXPOSURE = re.compile(r"Overall exposure level for \S+: ([\d.]+)")


def exposure(unit: Path) -> float:
    ran = subprocess.run(
        [program("systemd-analyze"), "security", "--offline=true", "--no-pager", unit],
        capture_output=True,
        text=True,
        check=False,
    )
    return float(EXPOSURE.search(ran.stdout)[1])


@pytest.mark.parametrize("name", SERVICES)
def test_it_is_closed_as_far_as_it_can_be(name, tmp_path):
    assert exposure(DEPLOY / name) <= HIGHEST_EXPOSURE
    open_one = tmp_path / name
    open_one.write_text(
        "\n".join(
            line for line in (DEPLOY / name).read_text().splitlines() if "Protect" not in line and "=~" not in line
        )
    )
    assert exposure(open_one) > exposure(DEPLOY / name) + 1


def test_systemd_understands_every_line(tmp_path):
    units = []
    for path in [*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")]:
        units.append(tmp_path / path.name)
        # There is no installation here.
        units[-1].write_text(path.read_text().replace("/opt/shaf/.venv/bin/python", "/bin/true"))
    command = [program("systemd-analyze"), "verify", "--man=no", *units]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    units[0].write_text(units[0].read_text().replace("[Service]", "[Service]\nNoNewPrivilege=yes"))
    assert "NoNewPrivilege" in subprocess.run(command, capture_output=True, text=True, check=False).stderr


@pytest.mark.parametrize("name", SERVICES)
def test_its_command_is_one_of_ours_with_these_options(name):
    (line,) = re.findall(r"^ExecStart=(.*)$", (DEPLOY / name).read_text(), re.MULTILINE)
    python, manage, command, *arguments = line.split()
    assert (python, manage) == ("/opt/shaf/.venv/bin/python", "manage.py")
    understood(command, arguments)


def understood(command: str, arguments: list[str]) -> None:
    """Fails where manage.py has no such command, or it no such argument."""
    commands = get_commands()
    # As in production: with tasks that run at once there is no worker.
    with override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}):
        load_command_class(commands[command], command).create_parser("manage.py", command).parse_args(arguments)
