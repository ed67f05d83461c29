"""The sources of one import: made when the first fact needs them, so that an import of nothing leaves nothing."""

from datetime import datetime

from ballast.kit import files
from ballast.kit.ledger.models import Source, StoredFile


class Sources:
    """One source a sheet and set of columns, all of one file."""

    def __init__(self, data: bytes, name: str, *, at: datetime, by: str) -> None:
        self._data, self._name, self._at, self._by = data, name, at, by
        self._file: StoredFile | None = None
        self._made: dict[tuple[str, tuple[tuple[str, str], ...]], Source] = {}

    @property
    def file(self) -> StoredFile:
        """The file itself, kept."""
        if self._file is None:
            self._file = files.keep(self._data, self._name, at=self._at, by=self._by)
        return self._file

    def of(self, sheet: str, columns: dict[str, str]) -> Source:
        """The source of facts whose fields stand in ``columns`` (as ``ProjectRow.places`` names them) of ``sheet``."""
        key = (sheet, tuple(sorted(columns.items())))
        if key not in self._made:
            self._made[key] = Source.objects.create(
                kind="list", file=self.file, place=sheet,
                columns=columns, received_at=self._at, received_by=self._by,
            )  # fmt: skip
        return self._made[key]
