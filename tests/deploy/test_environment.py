""".env.example names every setting, and nothing else."""

import re

from tests.deploy.front import ROOT

READ = re.compile(r"""(?:env\.\w+|\bfolder)\(\s*"([A-Z][A-Z_]+)"|\bos\.environ\.get\(\s*"([A-Z][A-Z_]+)\"""")
NAMED = re.compile(r"^#? ?([A-Z][A-Z_]+)=(.*)$", re.MULTILINE)
# What Python and Django themselves read.
OF_OTHERS = {"DJANGO_SETTINGS_MODULE", "LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE"}


def settings_read() -> set[str]:
    """Every variable that a module of ours reads from the environment."""
    texts = [(ROOT / "manage.py").read_text(), *(path.read_text() for path in (ROOT / "shaf").rglob("*.py"))]
    return {one or other for text in texts for one, other in READ.findall(text)} - OF_OTHERS


def test_it_names_every_setting_and_the_documents_explain_each():
    named = [name for name, _value in NAMED.findall((ROOT / ".env.example").read_text())]
    assert len(named) == len(set(named))
    documented = re.findall(r"^\| `([A-Z_]+)`", (ROOT / "shaf/docs/operating.md").read_text(), re.MULTILINE)
    assert set(named) == settings_read() == set(documented)


def test_what_has_no_default_is_there_to_be_filled_in():
    lines = (ROOT / ".env.example").read_text().splitlines()
    assert "SECRET_KEY=" in lines
    assert [line for line in lines if line and not line.startswith("#")], "what everybody sets is no comment"
