"""Recording: one entry of the journal a transaction, every fact through it."""

import itertools
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction

from ballast.kit.ledger import canonical
from ballast.kit.ledger.models import Entry, Fact, Seal, Source
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

JOURNAL_LOCK = 7_264_001
CLOCK_TOLERANCE = timedelta(minutes=5)
CHUNK = 400


class ClockBehind(Refusal):
    """The clock of this machine stands before the last recorded moment."""


class SameKeyTwice(Refusal):
    """One action tries to say two things of the same natural key."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What ``record`` did: new keys, keys revised, keys that said the same already."""

    new: int = 0
    revised: int = 0
    unchanged: int = 0

    def __add__(self, other: "Recorded") -> "Recorded":
        return Recorded(self.new + other.new, self.revised + other.revised, self.unchanged + other.unchanged)


class Writer:
    """The open entry of the journal; made by ``entry`` only."""

    def __init__(self, moment: datetime, by: str, action: str, previous: str, source: Source | None) -> None:
        self.moment = moment
        self.by = by
        self.action = action
        self.source = source
        self._previous = previous
        self._recorded: list[tuple[str, int, str]] = []
        self._closed: list[tuple[str, int]] = []
        self._sources: dict[int, Source] = {}
        self._seen: set[tuple[object, ...]] = set()

    def record(self, facts: Iterable[Fact]) -> Recorded:
        """Record ``facts`` of one kind; a fact equal to the one that stands is left as it is.

        Each fact comes with its payload set and, if it has one of its own, ``source`` and ``row``.
        Raises SameKeyTwice when one entry would say two things of one key.
        """
        done = Recorded()
        waiting = iter(facts)
        while chunk := list(itertools.islice(waiting, CHUNK)):
            done += self._record_chunk(chunk)
        return done

    def _record_chunk(self, chunk: list[Fact]) -> Recorded:
        model = type(chunk[0])
        for fact in chunk:
            self._claim(model, fact)
        standing = _standing(model, chunk)
        fresh: list[Fact] = []
        closing: list[int] = []
        for fact in chunk:
            before = standing.get(_key(fact))
            if before is not None and _says(before) == _says(fact):
                continue
            if before is not None:
                closing.append(before.pk)
            fresh.append(self._stamp(fact))
        self._close(model, closing)
        self._insert(model, fresh)
        return Recorded(len(fresh) - len(closing), len(closing), len(chunk) - len(fresh))

    def withdraw(self, facts: Iterable[Fact]) -> int:
        """Close facts that stand without putting others in their place; how many."""
        count = 0
        for model, group in itertools.groupby(facts, key=type):
            ids = [fact.pk for fact in group if fact.superseded_at is None]
            self._close(model, ids)
            count += len(ids)
        return count

    def take_back(self, facts: Iterable[Fact]) -> int:
        """Close facts that stand and record again what stood before each, where anything did; how many."""
        standing = [fact for fact in facts if fact.superseded_at is None]
        self.withdraw(standing)
        for model, group in itertools.groupby(standing, key=type):
            self.record(_before(model, list(group)))
        return len(standing)

    def finish(self) -> Entry | None:
        """Write the journal line; None where nothing was recorded or closed."""
        if not (self._recorded or self._closed):
            return None
        chain = canonical.Chain(self._previous)
        chain.add(canonical.entry_line(self.by, self.action, self.moment))
        sources = [canonical.source_line(source) for _, source in sorted(self._sources.items())]
        for line in canonical.in_order(self._recorded, self._closed, sources):
            chain.add(line)
        return Entry.objects.create(
            moment=self.moment, by=self.by, action=self.action, recorded=len(self._recorded),
            closed=len(self._closed), previous=self._previous, hash=chain.hash(),
        )  # fmt: skip

    def _claim(self, model: type[Fact], fact: Fact) -> None:
        claim = (model, *_key(fact))
        if claim in self._seen:
            raise SameKeyTwice(
                Sentence(
                    f"同一次操作对同一对象说了两次：{model._meta.label} {_key(fact)}",
                    f"One action says two things of the same key: {model._meta.label} {_key(fact)}",
                ),
                where=fact.cell(model.KEY[0]), code="same_key_twice",
            )  # fmt: skip
        self._seen.add(claim)

    def _stamp(self, fact: Fact) -> Fact:
        fact.recorded_at = self.moment
        fact.recorded_by = self.by
        if fact.source_id is None:
            fact.source = self.source
        return fact

    def _close(self, model: type[Fact], ids: list[int]) -> None:
        for start in range(0, len(ids), CHUNK):
            part = ids[start : start + CHUNK]
            model.objects.filter(pk__in=part).update(superseded_at=self.moment)
        self._closed += [(model._meta.label_lower, pk) for pk in ids]

    def _insert(self, model: type[Fact], fresh: list[Fact]) -> None:
        label = model._meta.label_lower
        for fact in model.objects.bulk_create(fresh):
            self._recorded.append((label, fact.pk, canonical.canonical(fact)))
            if fact.source is not None:
                self._sources[fact.source.pk] = fact.source


@contextmanager
def entry(*, at: datetime, by: str, action: str, source: Source | None = None) -> Iterator[Writer]:
    """Open one entry of the journal in one transaction; nothing is kept if the body raises.

    ``at`` is the moment of recording (aware). Writers take turns, and moments never fall back: a moment
    at or before the last one is put a microsecond after it, unless the clock is minutes behind.
    """
    with transaction.atomic():
        lock()
        head = Entry.objects.order_by("-id").first()
        writer = Writer(_moment(at), by, action, head.hash if head else canonical.NOTHING_BEFORE, source)
        yield writer
        writer.finish()


def lock() -> None:
    """Let one writer at a time into the journal; SQLite's IMMEDIATE transactions do so by themselves."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [JOURNAL_LOCK])


def latest_moment() -> datetime | None:
    """The last moment anything was recorded or sealed."""
    head = Entry.objects.order_by("-id").first()
    seal = Seal.objects.order_by("-id").first()
    moments = [found.moment for found in (head, seal) if found]
    return max(moments) if moments else None


def _moment(at: datetime) -> datetime:
    last = latest_moment()
    if last is None or at > last:
        return at
    if last - at > CLOCK_TOLERANCE:
        raise ClockBehind(
            Sentence(
                f"本机时钟 {at:%Y-%m-%d %H:%M} 早于台账最后时刻 {last:%Y-%m-%d %H:%M}，请校正时钟",
                f"The clock says {at:%Y-%m-%d %H:%M}, before the ledger's last moment; set it right",
            ),
            code="clock_behind",
        )
    return last + timedelta(microseconds=1)


def _key(fact: Fact) -> tuple[object, ...]:
    return tuple(_attribute(fact, name) for name in fact.KEY)


def _attribute(fact: Fact, name: str) -> object:
    field = fact._meta.get_field(name)
    return field.to_python(getattr(fact, field.attname))  # type: ignore[union-attr]


def _says(fact: Fact) -> tuple[object, ...]:
    return tuple(field.to_python(getattr(fact, field.attname)) for field in fact.payload())


def _standing(model: type[Fact], chunk: list[Fact]) -> dict[tuple[object, ...], Fact]:
    first = model._meta.get_field(model.KEY[0]).attname  # type: ignore[union-attr]
    found = model.objects.current().filter(**{f"{first}__in": {getattr(fact, first) for fact in chunk}})
    for name in model.KEY[1:]:
        values = {_attribute(fact, name) for fact in chunk}
        if len(values) == 1:
            found = found.filter(**{name: values.pop()})
    return {_key(fact): fact for fact in found}


def _before(model: type[Fact], closed: list[Fact]) -> Iterator[Fact]:
    """A fresh fact saying what each of ``closed`` had revised, with the source and row it had."""
    revised = {_key(fact): fact.recorded_at for fact in closed}
    earlier = model.objects.filter(superseded_at__in=set(revised.values())).select_related("source")
    names = [field.attname for field in model.payload()]
    for fact in earlier:
        if revised.get(_key(fact)) == fact.superseded_at:
            said = {name: getattr(fact, name) for name in names}
            yield model(**said, source=fact.source, row=fact.row)
