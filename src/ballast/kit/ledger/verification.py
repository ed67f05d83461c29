"""Verifying: read the whole ledger back and find every place that was changed behind our back."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from django.apps import apps

from ballast.kit.ledger import canonical
from ballast.kit.ledger.models import Entry, Fact, Seal, Source
from ballast.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where the ledger no longer says what was recorded."""

    where: str
    sentence: Sentence


def fact_models() -> list[type[Fact]]:
    """Every kind of fact the house keeps, in a fixed order."""
    kinds = [model for model in apps.get_models() if issubclass(model, Fact)]
    return sorted(kinds, key=lambda model: model._meta.label_lower)


def counted() -> tuple[int, int, int]:
    """How many facts, journal lines and seals there are to verify."""
    facts = sum(model.objects.count() for model in fact_models())
    return facts, Entry.objects.count(), Seal.objects.count()


def verify() -> list[Finding]:
    """Every finding, oldest first; an empty list means the ledger is as it was recorded."""
    return [*_journal(), *_orphans(), *_seals()]


def _journal() -> Iterator[Finding]:
    entries = list(Entry.objects.order_by("id"))
    for before, after in pairwise([None, *entries]):
        previous = before.hash if before else canonical.NOTHING_BEFORE
        if after is not None and after.previous != previous:
            yield _finding(after, "与前一行的链接已断", "is no longer linked to the line before it")
    said_by_moment = _said_by_moment()
    sources = {source.pk: canonical.source_line(source) for source in Source.objects.select_related("file")}
    for line in entries:
        said = said_by_moment.get(line.moment, _Said())
        if _hash_of(line, said, sources) != line.hash:
            yield _finding(
                line,
                f"内容与哈希不符（应记 {line.recorded} 条、结 {line.closed} 条，"
                f"现记 {len(said.recorded)} 条、结 {len(said.closed)} 条）",
                f"no longer matches its hash ({line.recorded} recorded and {line.closed} closed then, "
                f"{len(said.recorded)} and {len(said.closed)} now)",
            )


def _orphans() -> Iterator[Finding]:
    moments = set(Entry.objects.values_list("moment", flat=True))
    for model in fact_models():
        label = model._meta.label
        for pk, recorded, superseded in model.objects.values_list("pk", "recorded_at", "superseded_at"):
            if recorded not in moments or (superseded is not None and superseded not in moments):
                yield Finding(
                    f"{label} {pk}",
                    Sentence("此行不在任何记账行之中", "this row belongs to no line of the journal"),
                )


def _seals() -> Iterator[Finding]:
    previous = canonical.NOTHING_BEFORE
    for seal in Seal.objects.select_related("entry").order_by("id"):
        entry_hash = seal.entry.hash if seal.entry else canonical.NOTHING_BEFORE
        expected = canonical.seal_hash(previous, seal.subject, seal.moment, seal.reason, entry_hash)
        if seal.previous != previous or seal.hash != expected:
            yield Finding(
                f"seal {seal.subject} #{seal.pk}",
                Sentence("封账的哈希不符", "the seal no longer matches its hash"),
            )
        previous = seal.hash


@dataclass(slots=True)
class _Said:
    """Everything that now bears the moment of one journal line."""

    recorded: list[tuple[str, int, str]] = field(default_factory=list)
    closed: list[tuple[str, int]] = field(default_factory=list)
    sources: set[int] = field(default_factory=set)


def _said_by_moment() -> dict[datetime, _Said]:
    found: defaultdict[datetime, _Said] = defaultdict(_Said)
    for model in fact_models():
        label = model._meta.label_lower
        for fact in model.objects.order_by("id").iterator(chunk_size=5_000):
            said = found[fact.recorded_at]
            said.recorded.append((label, fact.pk, canonical.canonical(fact)))
            if fact.source_id is not None:
                said.sources.add(fact.source_id)
            if fact.superseded_at is not None:
                found[fact.superseded_at].closed.append((label, fact.pk))
    return found


def _hash_of(line: Entry, said: _Said, sources: dict[int, str]) -> str:
    chain = canonical.Chain(line.previous)
    chain.add(canonical.entry_line(line.by, line.action, line.moment))
    used = [sources.get(pk, "") for pk in sorted(said.sources)]
    for text in canonical.in_order(said.recorded, said.closed, used):
        chain.add(text)
    return chain.hash()


def _finding(line: Entry, zh: str, en: str) -> Finding:
    where = f"entry {line.pk} ({line.moment:%Y-%m-%d %H:%M:%S} {line.action})"
    return Finding(where, Sentence(f"记账行{zh}", f"the journal line {en}"))
