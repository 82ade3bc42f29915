"""A backup with one byte changed, or any part gone, is refused by the name of what is damaged."""

import hashlib
import json
import zipfile

import pytest
from django.core.management import CommandError, call_command

from shaf.backup.archive import MANIFEST, SUMS, Archive
from shaf.backup.refusal import Refused, Status
from tests.backup.installations import empty

pytestmark = pytest.mark.outer


def check(path, capsys):
    call_command("restore", path, "--check")
    return capsys.readouterr().out


def test_a_sound_one_says_what_it_holds(released, capsys):
    said = check(released, capsys)
    assert "every member is as it was written" in said
    assert "5 reports, 8 editions, 2 accounts" in said
    assert "feed ids: example.org,2025" in said


def members(path):
    """(name, where its bytes begin in the file, how many there are) of each."""
    with zipfile.ZipFile(path) as archive, path.open("rb") as file:
        for info in archive.infolist():
            file.seek(info.header_offset + 26)
            name, extra = (int.from_bytes(file.read(2), "little") for _length in range(2))
            yield info.filename, info.header_offset + 30 + name + extra, info.compress_size


def test_one_byte_of_any_member(released, tmp_path):
    copy, seen = tmp_path / "copy.zip", []
    data = released.read_bytes()
    for name, begin, size in members(released):
        changed = bytearray(data)
        changed[begin + size // 2] ^= 1
        copy.write_bytes(changed)
        with pytest.raises(Refused, match="damaged") as refusal, Archive(copy) as archive:
            archive.verify(lambda _bytes: None)
        assert name in str(refusal.value)
        assert refusal.value.status == Status.DAMAGED
        seen.append(name)
    assert {SUMS, MANIFEST, "tables/articles_edition.jsonl"} < set(seen)
    assert len([name for name in seen if name.startswith("media/")]) == 6


def rewritten(path, to, changes):
    """The same ZIP with these members in place of its own, or beside them; without those that are None."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w") as new:
        for name, data in ({name: old.read(name) for name in old.namelist()} | changes(old)).items():
            if data is not None:
                new.writestr(name, data)
    return to


USERS = "tables/auth_user.jsonl"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (lambda old: {USERS: None}, f"{USERS} is not as it was written"),
        (lambda old: {"tables/odd.jsonl": b"[]"}, "tables/odd.jsonl is not as it was written"),
        (lambda old: {USERS: old.read(USERS) + b"[]"}, f"{USERS} is not as it was written"),
        (lambda old: {SUMS: old.read(SUMS) + b"more"}, f"{SUMS} is not as it was written"),
        (lambda old: {SUMS: None}, "no backup of Shaf"),
    ],
    ids=["one is gone", "one more", "one written anew as a ZIP should be", "more sums", "no sums"],
)
def test_other_members(released, tmp_path, changes, said):
    copy = rewritten(released, tmp_path / "copy.zip", changes)
    with pytest.raises(CommandError, match=said) as refusal:
        call_command("restore", copy, "--check")
    assert refusal.value.returncode == Status.DAMAGED


@pytest.mark.parametrize("share", [0, 0.3, 0.99])
def test_one_that_breaks_off(released, tmp_path, share):
    data = released.read_bytes()
    (tmp_path / "half.zip").write_bytes(data[: int(len(data) * share)])
    with pytest.raises(CommandError, match="no complete backup") as refusal:
        call_command("restore", tmp_path / "half.zip", "--check")
    assert refusal.value.returncode == Status.DAMAGED


def with_manifest(path, to, **changes):
    """The same backup with another manifest, and its right sum."""
    with zipfile.ZipFile(path) as old:
        manifest, sums = json.loads(old.read(MANIFEST)), old.read(SUMS).decode()
    text = json.dumps(manifest | {key: change(manifest[key]) for key, change in changes.items()}).encode()
    before = next(line for line in sums.splitlines() if line.endswith(f"  {MANIFEST}"))
    sums = sums.replace(before, f"{hashlib.sha256(text).hexdigest()}  {MANIFEST}")
    return rewritten(path, to, lambda old: {MANIFEST: text, SUMS: sums.encode()})


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"format": lambda _old: 2}, Status.NEWER, "has format 2"),
        (
            {"migrations": lambda old: old | {"articles": [*old["articles"], "0999_later"]}},
            Status.NEWER,
            "articles.0999_later, which this release lacks",
        ),
        ({"migrations": lambda old: old | {"podcasts": ["0001_initial"]}}, Status.NEWER, "podcasts.0001_initial"),
        (
            {"tables": lambda old: old | {"auth_group": {"rows": 0, "columns": {"id": "integer"}}}},
            Status.DAMAGED,
            "other tables than its migrations made: auth_group",
        ),
    ],
    ids=["format", "migration", "app", "tables"],
)
def test_of_another_release(released, tmp_path, changes, status, said):
    copy = with_manifest(released, tmp_path / "copy.zip", **changes)
    with pytest.raises(CommandError, match=said) as refusal:
        call_command("restore", copy, "--check")
    assert refusal.value.returncode == status


def test_a_damaged_one_touches_nothing(released, tmp_path):
    copy, site = tmp_path / "copy.zip", empty(tmp_path / "site", sqlite=True)
    data = bytearray(released.read_bytes())
    (begin,) = [begin + size // 2 for name, begin, size in members(released) if name == "tables/articles_edition.jsonl"]
    data[begin] ^= 1
    copy.write_bytes(data)
    with pytest.raises(CommandError, match=r"articles_edition\.jsonl"):
        site.call("restore", copy)
    assert list((tmp_path / "site").iterdir()) == []


def test_what_it_lost_by_itself_is_said(released, tmp_path, capsys):
    copy = with_manifest(released, tmp_path / "copy.zip", media=lambda old: old | {"lost": ["a.jpg"]})
    assert "The file a.jpg was lost already." in check(copy, capsys)
