"""Files are kept once, under the hash of their bytes, and read back whole or not at all."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from pytest_django import Settings

from ballast.kit.files import FileDamaged, keep, place, read
from ballast.kit.ledger.models import StoredFile
from ballast.kit.storing import WholeFiles

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
    path = Path(settings.MEDIA_ROOT) / place(stored.sha256)
    path.write_bytes(b"abd")
    with pytest.raises(FileDamaged, match="月报"):
        read(stored)
    path.unlink()
    with pytest.raises(FileDamaged):
        read(stored)


@pytest.mark.django_db
def test_a_file_is_whole_or_not_there(settings: Settings) -> None:
    class Torn(ContentFile):
        def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
            yield b"a"
            raise OSError("the cable was pulled")

    with pytest.raises(OSError, match="cable"):
        default_storage.save("ab/abc", Torn(b"abc"))
    assert not any(file.is_file() for file in Path(settings.MEDIA_ROOT).rglob("*"))


@pytest.mark.django_db
def test_a_damaged_file_is_put_right_by_the_same_bytes(settings: Settings) -> None:
    stored = keep(b"abc", "月报.xlsx", at=AT, by="张三")
    (Path(settings.MEDIA_ROOT) / place(stored.sha256)).write_bytes(b"abd")
    assert read(keep(b"abc", "月报.xlsx", at=AT, by="张三")) == b"abc"


@pytest.mark.django_db
def test_a_store_that_forgets_what_it_took_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WholeFiles, "_save", lambda self, name, content: name)
    with pytest.raises(FileDamaged):
        keep(b"abc", "月报.xlsx", at=AT, by="张三")
    assert not StoredFile.objects.exists()
