"""History: how what is known of a thing came to be, revision by revision, each value with its cell."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ballast.kit.ledger.models import Fact, FactQuerySet


@dataclass(frozen=True, slots=True)
class Change:
    """One value that a revision brought: the field, what stood before, what stands after, and its cell."""

    field: str
    before: Any
    after: Any
    cell: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of one fact: what kind, of which key, when, by whom, from where, and what it changed.

    ``superseded_at`` is None while it stands; ``followed`` tells a fact that was revised from one withdrawn.
    """

    kind: str
    key: tuple[tuple[str, Any], ...]
    recorded_at: datetime
    superseded_at: datetime | None
    followed: bool
    by: str
    source_id: int | None
    source: str
    row: int | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one value that stands came from: its address in words, and the source, row and field to open it by."""

    text: str
    source_id: int | None
    row: int | None
    field: str
    by: str
    recorded_at: datetime


def cell_of(found: FactQuerySet, field: str) -> Cell | None:
    """Where the value of ``field`` came from, if exactly one fact is found; None where there is none, or several."""
    facts = list(found.select_related("source__file").order_by("pk")[:2])
    if len(facts) != 1:
        return None
    [fact] = facts
    return Cell(fact.cell(field), fact.source_id, fact.row, field, fact.recorded_by, fact.recorded_at)


def revisions(*kinds: FactQuerySet, without: str) -> list[Revision]:
    """Every revision of the facts asked for, newest first; ``without`` is the part of the key all share."""
    told = [revision for found in kinds for revision in _of_kind(found, without)]
    return sorted(told, key=lambda revision: revision.recorded_at, reverse=True)


def sources_of(source_id: int, row: int | None, *kinds: FactQuerySet, owner: str) -> set[int]:
    """The owners (ids in the field ``owner``) of all facts that came from a source, or from one row of it."""
    owners: set[int] = set()
    for found in kinds:
        came = found.filter(source_id=source_id) if row is None else found.filter(source_id=source_id, row=row)
        owners.update(came.values_list(owner, flat=True).distinct())
    return owners


def _of_kind(found: FactQuerySet, without: str) -> Iterable[Revision]:
    model = found.model
    related = [field.name for field in model.payload() if field.is_relation and field.name != without]
    before: dict[tuple[tuple[str, Any], ...], Fact] = {}
    told: list[tuple[Fact, Fact | None]] = []
    for fact in found.select_related("source__file", *related).order_by("recorded_at", "pk"):
        key = _key(fact, without)
        told.append((fact, before.get(key)))
        before[key] = fact
    for fact, previous in told:
        key = _key(fact, without)
        yield Revision(
            kind=model.__name__.lower(), key=key, recorded_at=fact.recorded_at, superseded_at=fact.superseded_at,
            followed=before[key] is not fact, by=fact.recorded_by, source_id=fact.source_id,
            source=str(fact.source) if fact.source else "", row=fact.row,
            changes=tuple(_changes(fact, previous)),
        )  # fmt: skip


def _changes(fact: Fact, previous: Fact | None) -> Iterable[Change]:
    for field in fact.payload():
        if field.name in fact.KEY:
            continue
        after, before = _value(fact, field.name), _value(previous, field.name) if previous else None
        if after != before and not (previous is None and after in (None, "")):
            yield Change(field.name, before, after, fact.cell(field.name))


def _key(fact: Fact, without: str) -> tuple[tuple[str, Any], ...]:
    return tuple((name, _value(fact, name)) for name in fact.KEY if name != without)


def _value(fact: Fact, name: str) -> Any:
    value = getattr(fact, name)
    return getattr(value, "name", value) if fact._meta.get_field(name).is_relation else value
