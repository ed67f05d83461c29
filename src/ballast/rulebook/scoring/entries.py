"""What one subject brings to one indicator: its value, or how it is treated where it has none of its own, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.scoring import Floor, Indicator, Sheet
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.measures.measured import Absent
from ballast.rulebook.scoring.cards import NOTHING, Reading, Subject
from ballast.rulebook.scoring.normalising import second_of
from ballast.rulebook.scoring.vetoing import barred
from ballast.rulebook.sight.truths import within

ABSENT = Reading(value=None, absent=Absent.MISSING)


@dataclass(frozen=True, slots=True)
class Entry:
    """A subject's readings for one indicator; ``lack`` is empty where its own value counts."""

    reading: Reading
    second: Reading
    lack: str = ""
    why: Sentence = NOTHING

    @property
    def value(self) -> Any:
        """The indicator's own measure."""
        return self.reading.value


def brought(sheet: Sheet, code: str, subject: Subject) -> Entry:
    """What a subject brings to the indicator ``code``."""
    indicator = sheet.indicators[code]
    beside = second_of(indicator.by)
    reading = subject.readings.get(indicator.measure, ABSENT)
    second = subject.readings.get(beside, ABSENT) if beside else reading
    for one in (reading, second):
        if one.value is None:
            return Entry(reading, second, _lack(sheet, indicator, one.absent), _why(one))
    if reading.base is not None and reading.base < indicator.least_base:
        zh, en = f"基数只有 {reading.base} 个，少于 {indicator.least_base} 个", f"a base of {reading.base} only"
        return Entry(reading, second, indicator.small, Sentence(zh, f"{en}, less than {indicator.least_base}"))
    for floor in sheet.floors:
        if floor.indicator == code and not passes(floor, subject) and floor.otherwise == "no_points":
            return Entry(reading, second, "no_points", Sentence("未达门槛", "below the floor"))
    return Entry(reading, second)


def _lack(sheet: Sheet, indicator: Indicator, absent: Absent | None) -> str:
    if absent is Absent.NOT_DUE:
        return indicator.not_due or sheet.not_due
    return indicator.missing or sheet.missing


def _why(reading: Reading) -> Sentence:
    return reading.said if reading.said.zh else (reading.absent or Absent.MISSING).label


def passes(floor: Floor, subject: Subject) -> bool:
    """Whether a subject reaches a floor."""
    found: Number | None = subject.readings.get(floor.measure, ABSENT).value
    return floor.missing == "passes" if found is None else within(floor)(found)


def shut_out(sheet: Sheet, subject: Subject, entries: Iterable[tuple[str, Entry]]) -> Sentence:
    """Why a subject is not ranked; empty where it is."""
    if (veto := barred(sheet, subject)).zh:
        return veto
    for floor in sheet.floors:
        if floor.otherwise == "unranked" and not passes(floor, subject):
            clause = floor.clause if floor.clause.zh else Sentence("未达入围门槛", "below the floor of entry")
            return Sentence(f"不参加排名：{clause.zh}", f"not ranked: {clause.en}")
    for code, one in entries:
        if one.lack == "unranked":
            name = sheet.indicators[code].label
            return Sentence(f"不参加排名：“{name.zh}”{one.why.zh}", f"not ranked: {name.en}, {one.why.en}")
    return NOTHING
