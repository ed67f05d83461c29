"""Files are kept once, under the hash of their bytes, and read back whole or not at all."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from ballast.kit.files import FileDamaged, keep, read
from ballast.kit.ledger.models import StoredFile

AT = datetime(2025, 8, 4, 1, tzinfo=UTC)


@pytest.mark.django_db
def test_the_same_bytes_are_kept_once() -> None:
    first = keep(b"abc", "月报.xlsx", at=AT, by="张三")
    again = keep(b"abc", "/tmp/副本.xlsx", at=AT, by="李四")
    assert (first.pk, first.name, first.size) == (again.pk, "月报.xlsx", 3)
    assert read(again) == b"abc"
    assert StoredFile.objects.count() == 1


@pytest.mark.django_db
def test_a_changed_file_is_not_passed_off_as_the_one_received(settings: Settings) -> None:
    stored = keep(b"abc", "月报.xlsx", at=AT, by="张三")
    path = Path(settings.MEDIA_ROOT) / stored.sha256[:2] / stored.sha256
    path.write_bytes(b"abd")
    with pytest.raises(FileDamaged, match="月报"):
        read(stored)
    path.unlink()
    with pytest.raises(FileDamaged):
        read(stored)
