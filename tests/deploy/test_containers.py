"""The container's files, as far as they can be read without building it."""

import re
import shlex

import pytest
import yaml

from tests.deploy.front import DEPLOY, ROOT
from tests.deploy.test_environment import settings_read
from tests.deploy.test_units import understood

COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
DOCKERFILE = (DEPLOY / "Dockerfile").read_text()
OF_PYTHON = {"PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"}
OF_OTHER_PROGRAMS = {"SHAF_UPSTREAM"}


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_a_service_has_no_more_rights_than_it_needs(name):
    service = COMPOSE["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert set(service.get("cap_add", [])) <= {"NET_BIND_SERVICE"}
    assert bool(service.get("ports")) == (name == "proxy"), "nobody comes in but through the proxy"
    for place in service.get("volumes", []):
        source = place.split(":")[0]
        assert source in COMPOSE["volumes"] or (DEPLOY / source).is_file()


def test_the_database_and_the_cache_are_reached_from_inside_alone():
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert all(COMPOSE["services"][name]["networks"] == ["inside"] for name in ("db", "cache"))


@pytest.mark.parametrize("name", ["web", "backup"])
def test_a_command_of_it_is_ours_with_these_options(name):
    command, *arguments = COMPOSE["services"][name]["command"]
    understood(command, arguments)


def test_the_image_serves_as_somebody_without_rights():
    final = DOCKERFILE.split("\nFROM ")[-1]
    assert re.search(r"^USER 10001:10001$", final, re.MULTILINE)
    command, *arguments = yaml.safe_load(re.search(r"^CMD (\[.*\])$", final, re.MULTILINE)[1])
    understood(command, arguments)
    assert "/healthz" in re.search(r"^HEALTHCHECK .*\\\n(.*)$", final, re.MULTILINE)[1]


def test_every_variable_is_a_setting_of_ours():
    named = set()
    for line in re.findall(r"^(?:ENV|RUN) (.*?)(?<!\\)$", DOCKERFILE, re.MULTILINE | re.DOTALL):
        named |= {word.partition("=")[0] for word in shlex.split(line) if re.match(r"[A-Z][A-Z_]+=", word)}
    assert {"SECRET_KEY", "MEDIA_ROOT"} <= named
    assert named - OF_PYTHON - {name for name in named if name.startswith("UV_")} <= settings_read()
    for service in COMPOSE["services"].values():
        assert set(service.get("environment", {})) <= OF_OTHER_PROGRAMS


def test_what_is_copied_leaves_out_secrets_and_data():
    left_out = (ROOT / ".dockerignore").read_text().split()
    assert {".env", "var", ".git", ".venv", "tests"} <= set(left_out)
