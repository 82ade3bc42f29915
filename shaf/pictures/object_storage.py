"""Object storage that speaks S3: a bucket that nobody reads but us, whose errors are those of a folder.

It is asked once, for seconds at most. After it did not answer it is not asked for a while, so that a page which wants
twenty pictures waits for one.
"""

import base64
import hashlib
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from io import BytesIO
from typing import Any, TypeVar

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from storages.backends.s3 import S3Storage
from storages.utils import clean_name

from shaf.pictures.storage import NamedByContent, StorageAway, media_type

# Seconds. Together with the last wait for a byte, a picture takes at most 5.
CONNECT, READ, WHOLE = 1, 2, 3
# For as long as this it is left alone after it did not answer.
REST = 2
CHUNK = 1 << 16
# Bytes. What is longer waits on the disk to be read.
IN_MEMORY = 8 * 1024 * 1024
MISSING = {"NoSuchKey", "NotFound", "404"}

Answer = TypeVar("Answer")


def configured(read_timeout: int) -> Config:
    """How it is spoken to. Checksums only where S3 asks for them: others do not know the newer kinds."""
    return Config(
        signature_version="s3v4",
        s3={"addressing_style": "path"},
        connect_timeout=CONNECT,
        read_timeout=read_timeout,
        retries={"total_max_attempts": 1},
        tcp_keepalive=True,
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )


class Bucket(S3Storage):
    """Files of any size. Raises OSError: FileNotFoundError where there is no such object, StorageAway otherwise."""

    read_timeout = 60

    def __init__(self, **options: Any) -> None:
        super().__init__(
            client_config=configured(self.read_timeout),
            default_acl=None,
            **options,
        )
        self.left_alone_until = 0.0

    @cached_property
    def connection(self) -> Any:
        """One for the process, not one for each thread: of it we use the client, which threads may share."""
        return self._create_session().resource(
            "s3", region_name=self.region_name, endpoint_url=self.endpoint_url, config=self.client_config
        )

    @property
    def client(self) -> Any:
        return self.connection.meta.client

    def key(self, name: str) -> dict[str, str]:
        """Where a file lies, as the client wants it."""
        return {"Bucket": self.bucket_name, "Key": self._normalize_name(clean_name(name))}

    @contextmanager
    def asked(self) -> Iterator[None]:
        """Turn what the client raises into an OSError."""
        if time.monotonic() < self.left_alone_until:
            raise StorageAway("The object storage did not answer a moment ago.")
        try:
            yield
        except ClientError as error:
            answer = error.response
            if str(answer.get("Error", {}).get("Code")) in MISSING:
                raise FileNotFoundError(str(error)) from error
            if answer.get("ResponseMetadata", {}).get("HTTPStatusCode", 0) >= 500:
                self._leave_alone()
            raise StorageAway(f"The object storage refuses: {error}") from error
        except (BotoCoreError, Boto3Error) as error:
            self._leave_alone()
            raise StorageAway(f"The object storage does not answer: {error}") from error

    def _leave_alone(self) -> None:
        self.left_alone_until = time.monotonic() + REST

    def _asked(self, ask: Callable[..., Answer], *arguments: Any) -> Answer:
        with self.asked():
            return ask(*arguments)

    def _open(self, name: str, mode: str = "rb") -> File:
        """To be read: all of it, first."""
        if mode != "rb":
            raise ValueError("An object is stored whole, and not written to.")
        file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 -- whoever reads it closes it
        try:
            with self.asked():
                self.client.download_fileobj(self.bucket_name, self.key(name)["Key"], file)
        except OSError:
            file.close()
            raise
        file.seek(0)
        return File(file, name)

    def _save(self, name: str, content: File) -> str:
        return self._asked(super()._save, name, content)

    def delete(self, name: str) -> None:
        self._asked(super().delete, name)

    def exists(self, name: str) -> bool:
        return self._asked(super().exists, name)

    def size(self, name: str) -> int:
        with self.asked():
            return int(self.client.head_object(**self.key(name))["ContentLength"])

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        return self._asked(super().listdir, name)

    def trouble(self) -> str:
        """Why it cannot be used; '' where it can."""
        try:
            with self.asked():
                self.client.list_objects_v2(Bucket=self.bucket_name, MaxKeys=1)
        except OSError as error:
            return str(error)
        return ""


class ContentHashBucket(NamedByContent, Bucket):
    """Pictures: read whole, so that none breaks off half-way, and kept as they were first stored."""

    read_timeout = READ

    def _open(self, name: str, mode: str = "rb") -> File:
        if mode != "rb":
            raise ValueError("What is stored under its hash is not written to.")
        data = bytearray()
        with self.asked():
            begun = time.monotonic()
            answer = self.client.get_object(**self.key(name))
            for chunk in answer["Body"].iter_chunks(CHUNK):
                data += chunk
                if time.monotonic() - begun > WHOLE:
                    self._leave_alone()
                    raise StorageAway("The object storage is too slow.")
        return File(BytesIO(data), name)

    def _save(self, name: str, content: File) -> str:
        """Whole or not at all: the storage compares the digest, and an object appears when all of it is there."""
        if self.exists(name):
            return name
        data = content.read()
        digest = hashlib.md5(data, usedforsecurity=False).digest()
        said = {"ContentType": media_type(name), "ContentMD5": base64.b64encode(digest).decode()}
        with self.asked():
            self.client.put_object(**self.key(name), Body=data, **said)
        return name
