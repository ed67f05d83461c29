"""A bucket of any S3-compatible store as the place of received files; whole objects in, whole objects out."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile, File
from storages.backends.s3 import S3Storage

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

ABSENT = {"404", "NoSuchKey", "NotFound"}


class StoreAway(Refusal):
    """The store of files does not answer, or answers that it will not."""


class Bucket(S3Storage):  # type: ignore[misc]
    """django-storages' S3, with the checksums that only Amazon's own store asks for left out: files have their hash."""

    def __init__(self, *, addressing: str, **options: Any) -> None:
        config = Config(
            s3={"addressing_style": addressing}, connect_timeout=5, read_timeout=60, retries={"max_attempts": 3},
            request_checksum_calculation="when_required", response_checksum_validation="when_required",
        )  # fmt: skip
        super().__init__(client_config=config, file_overwrite=True, default_acl=None, **options)

    def _open(self, name: str, mode: str = "rb") -> "File[bytes]":
        with _answering(name):
            answer = self.bucket.Object(self._normalize_name(name)).get()
            return ContentFile(answer["Body"].read(), name=name)

    def _save(self, name: str, content: "File[bytes]") -> str:
        with _answering(name):
            self.bucket.Object(self._normalize_name(name)).put(Body=content.read())
            return name


@contextmanager
def _answering(name: str) -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in ABSENT:
            raise FileNotFoundError(name) from error
        raise _away(name, str(error)) from error
    except BotoCoreError as error:
        raise _away(name, str(error)) from error


def _away(name: str, why: str) -> StoreAway:
    return StoreAway(
        Sentence(
            f"文件库没有应答或拒绝了请求，文件没有存取；请稍后再试，或请管理员核对文件库设置（{why[:200]}）",
            f"The store of files does not answer or refuses; try again, or have its settings checked: {why[:200]}",
        ),
        where=name,
        code="store_away",
    )
