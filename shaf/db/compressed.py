"""A column of bytes that are kept compressed."""

import zlib
from typing import Any

from django.db import models


class CompressedField(models.BinaryField):
    """Long text in UTF-8, as bytes on our side and deflated (RFC 1950) on the database's: Arabic takes a quarter."""

    def deconstruct(self) -> Any:
        """As what the database sees: a migration says nothing of ours."""
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.BinaryField", arguments, options

    def get_db_prep_value(self, value: bytes | None, connection: Any, prepared: bool = False) -> Any:
        deflated = zlib.compress(value) if value else value
        return super().get_db_prep_value(deflated, connection, prepared)

    def from_db_value(self, value: bytes | None, _expression: Any, _connection: Any) -> bytes | None:
        """Inflate what a query has read; what is empty was never deflated."""
        return zlib.decompress(value) if value else value
