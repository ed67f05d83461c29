"""The ledger's tables: where facts come from, the journal, the seals, and the base of every fact."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from ballast.kit.grid import column_letter

LEDGER_FIELDS = ("id", "recorded_at", "superseded_at", "recorded_by", "source", "row")


class StoredFile(models.Model):
    """A document as it was received, kept under the hash of its bytes."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=150)


class Source(models.Model):
    """Where facts came from: one sheet of a workbook, one form, one API call.

    ``columns`` maps a fact's field to the column letter it was read from, so that a fact's row number is
    enough to name the cell of each of its values. Of a list on its side it maps a field to its row, and a fact's
    "row" is the number of its column.
    """

    kind = models.CharField(max_length=20)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=255, blank=True)
    columns = models.JSONField(default=dict)
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=150)

    def __str__(self) -> str:
        return " · ".join(part for part in (self.file.name if self.file else self.kind, self.place) if part)

    def cell(self, field: str, row: int | None) -> str:
        """The address of one value, as ``名单.xlsx · Sheet1!C12``; without a row, the source itself."""
        letter = self.columns.get(field)
        if row is None:
            return str(self)
        if letter and self.on_its_side:
            return f"{self}!{column_letter(row - 1)}{letter}"
        return f"{self}!{letter}{row}" if letter else f"{self}!{row}"

    @property
    def on_its_side(self) -> bool:
        """Whether the list has its headings at the left and a project a column."""
        return any(place.isdecimal() for place in self.columns.values())


class Entry(models.Model):
    """One line of the journal: everything one action recorded and closed, hashed onto the line before."""

    moment = models.DateTimeField(unique=True)
    by = models.CharField(max_length=150)
    action = models.CharField(max_length=80)
    recorded = models.PositiveIntegerField()
    closed = models.PositiveIntegerField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)


class Seal(models.Model):
    """A moment fixed for good: its hash covers the journal up to it and the seal before it."""

    subject = models.CharField(max_length=40, db_index=True)
    moment = models.DateTimeField(unique=True)
    by = models.CharField(max_length=150)
    reason = models.CharField(max_length=400, blank=True)
    entry = models.ForeignKey(Entry, null=True, on_delete=models.PROTECT, related_name="+")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)


class FactQuerySet(models.QuerySet[Any]):
    """Questions every kind of fact answers."""

    def current(self) -> Self:
        """The facts that stand now."""
        return self.filter(superseded_at__isnull=True)

    def known(self, at: Any = None) -> Self:
        """The facts known at the moment ``at``; None is now."""
        if at is None:
            return self.current()
        return self.filter(recorded_at__lte=at).filter(Q(superseded_at__isnull=True) | Q(superseded_at__gt=at))


class Fact(models.Model):
    """A business fact with transaction time; never edited, never deleted, only superseded.

    Subclasses name their natural key in ``KEY``, inherit ``Meta`` and declare ``unique_current(...)``.
    """

    KEY: ClassVar[tuple[str, ...]]

    recorded_at = models.DateTimeField(db_index=True)
    superseded_at = models.DateTimeField(null=True)
    recorded_by = models.CharField(max_length=150)
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="+")
    row = models.PositiveIntegerField(null=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True

    @classmethod
    def payload(cls) -> list["models.Field[Any, Any]"]:
        """The fields that carry the fact itself: all but the ledger's own."""
        return [field for field in cls._meta.concrete_fields if field.name not in LEDGER_FIELDS]

    def cell(self, field: str) -> str:
        """Where one of this fact's values stands in the world outside."""
        return self.source.cell(field, self.row) if self.source else ""


def unique_current(name: str, *key: str) -> models.UniqueConstraint:
    """The natural key is unique among the facts that stand."""
    return models.UniqueConstraint(fields=key, condition=Q(superseded_at__isnull=True), name=name)
