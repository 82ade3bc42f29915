"""The typeface: light, whole, found, and under a name that its licence leaves free."""

from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

from shaf.fonts import finder
from shaf.fonts.faces import FACES, FAMILY, FIRST

FOLDER = finder.FOLDER


def found(name: str) -> Path:
    return Path(finders.find(f"{FOLDER}/{name}"))


def read(name: str) -> TTFont:
    return TTFont(BytesIO(found(name).read_bytes()))


def features(font: TTFont, table: str) -> set[str]:
    return {record.FeatureTag for record in font[table].table.FeatureList.FeatureRecord}


def test_a_first_view_and_all_of_it_are_light():
    sizes = {face: found(face.file).stat().st_size for face in FACES}
    assert sum(size for face, size in sizes.items() if face.subset == FIRST) <= 45_000
    assert sum(sizes.values()) <= 100_000


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_each_has_its_letters_and_not_the_reserved_name(face):
    font = read(face.file)
    assert font["name"].getDebugName(1) == FAMILY
    names = [record.toUnicode() for record in font["name"].names if record.nameID not in (0, 13, 14)]
    assert not [name for name in names if "plex" in name.lower() or "ibm" in name.lower()]
    assert "Open Font License" in font["name"].getDebugName(13)
    has = set(font.getBestCmap())
    wanted = {"arabic": "ابجدهوز٠٩COP30«»؟،–…", "latin": "éüÇœ€", "more": "پچگیۆﷺ"}[face.subset]
    assert [letter for letter in wanted if ord(letter) in face.characters and ord(letter) not in has] == []
    assert has <= {*face.characters}


def test_arabic_is_joined_and_marked():
    font = read(FACES[0].file)
    assert {"init", "medi", "fina", "rlig"} <= {
        record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord
    }
    assert {"mark", "mkmk"} <= features(font, "GPOS")


def test_the_licence_lies_beside_it():
    assert "Reserved Font Name" in found("LICENSE").read_text()
    assert finders.find(f"{FOLDER}/nothing.woff2") is None


def test_where_nothing_can_be_written_the_site_stands_without(monkeypatch, tmp_path, settings, caplog):
    settings.VAR = tmp_path / "file"
    (tmp_path / "file").write_text("")
    finder.made.cache_clear()
    try:
        assert list(finder.Fonts().list([])) == []
        assert "VAR_ROOT" in caplog.text
    finally:
        finder.made.cache_clear()
