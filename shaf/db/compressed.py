"""A column of bytes that are kept compressed, and how one is read that is not read to its end."""

from collections.abc import Iterator
from typing import Any

from django.db import models

# The same format as the standard library's, in half the time.
from zlib_ng import zlib_ng

# Bytes inflated at a time.
PIECE = 2048


class CompressedField(models.BinaryField):
    """Long text in UTF-8, as bytes on our side and deflated (RFC 1950) on the database's: Arabic takes a quarter."""

    def deconstruct(self) -> Any:
        """As what the database sees: a migration says nothing of ours."""
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.BinaryField", arguments, options

    def get_db_prep_value(self, value: bytes | None, connection: Any, prepared: bool = False) -> Any:
        deflated = zlib_ng.compress(value) if value else value
        return super().get_db_prep_value(deflated, connection, prepared)

    def from_db_value(self, value: bytes | None, _expression: Any, _connection: Any) -> bytes | None:
        """Inflate what a query has read; what is empty was never deflated."""
        return zlib_ng.decompress(value) if value else value


def whole_lines(deflated: bytes) -> Iterator[bytes]:
    """Runs of whole lines of what such a column holds, each inflated when it is asked for; the last line of all, which
    has no end, by itself. Raises zlib_ng.error where the column breaks off."""
    if not deflated:
        # It never was.
        yield b""
        return
    inflate, left, begun = zlib_ng.decompressobj(), deflated, b""
    while not inflate.eof:
        piece = inflate.decompress(left, PIECE)
        if not piece and not inflate.eof:
            raise zlib_ng.error("it breaks off")
        left = inflate.unconsumed_tail
        lines, end, begun = (begun + piece).rpartition(b"\n")
        if end:
            yield lines + end
    yield begun
