"""Conditions worked out to functions of a sight: true, false, or absent with the reason."""

import operator
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ballast.rulebook import months
from ballast.rulebook.grammar.amounts import Quantity
from ballast.rulebook.grammar.conditions import BOUNDS, Condition, Repeated
from ballast.rulebook.grammar.fields import FIELDS, Holds
from ballast.rulebook.measures.measured import Absent

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

Truth = bool | Absent
Test = Callable[[Any], Truth]
Number = Fraction | date
LENGTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1}
COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "at_least": operator.ge, "above": operator.gt, "at_most": operator.le, "below": operator.lt,
}  # fmt: skip


def compiled(conditions: Sequence[Condition], book: "Book") -> Test:
    """One function for conditions that must all hold; of none, always true."""
    tests = [_one(condition, book) for condition in conditions]
    if len(tests) == 1:
        return tests[0]
    return lambda see: every(test(see) for test in tests)


def every(truths: Iterable[Truth]) -> Truth:
    """All hold: false beats absent, a missing fact beats what is not due."""
    worst: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is not True and worst is not Absent.MISSING:
            worst = truth
    return worst


def some(truths: Iterable[Truth]) -> Truth:
    """One holds: true beats absent, a missing fact beats what is not due."""
    best: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is not False and best is not Absent.MISSING:
            best = truth
    return best


def held(test: Test, wanted: Repeated) -> Test:
    """The test over months, this one with them: in each of so many, or in so many of a stretch of them.

    An earlier month of which nothing is known is a month in which it did not hold.
    """
    if not wanted.repeated:
        return test
    if wanted.for_quarters is not None:
        return _each_quarter(test, wanted.for_quarters)
    count, window = wanted.for_months or wanted.times or 1, wanted.for_months or wanted.within_months

    def often(see: Any) -> Truth:
        now = test(see)
        earlier = range(1, window or int(see.month[5:]))
        times = sum(test(see.back(back)) is True for back in earlier)
        if isinstance(now, Absent):
            return now if times >= count - 1 else False
        return bool(now) + times >= count if wanted.for_months is None else bool(now) and times == count - 1

    return often


def _each_quarter(test: Test, count: int) -> Test:
    """The test in this month and at the ends of the quarters before it, ``count`` of them in all."""

    def every_quarter(see: Any) -> Truth:
        into = (int(see.month[5:]) - 1) % 3 + 1
        return every([test(see), *(test(see.back(into + 3 * back)) is True for back in range(count - 1))])

    return every_quarter


def within(bounds: Any) -> Callable[[Any], bool]:
    """Whether a value lies in a stretch of numbers or dates."""
    tests = [
        (COMPARE[name], plain(getattr(bounds, name).value)) for name in BOUNDS if getattr(bounds, name) is not None
    ]
    if len(tests) == 1:
        [(compare, bound)] = tests
        return lambda value: compare(value, bound)
    return lambda value: all(compare(value, bound) for compare, bound in tests)


def plain(value: Number) -> Number | int:
    """A whole number as an integer: it compares many times quicker."""
    return int(value) if isinstance(value, Fraction) and value.denominator == 1 else value


def _one(condition: Condition, book: "Book") -> Test:
    return _absent(held(HEADS[condition.head](condition, book), condition), condition)


def _absent(test: Test, condition: Condition) -> Test:
    if condition.absent is None:
        return test
    holds = condition.absent == "holds"

    def settled(see: Any) -> Truth:
        truth = test(see)
        return holds if isinstance(truth, Absent) else truth

    return settled


def _measure(condition: Condition, book: "Book") -> Test:
    code = str(condition.measure)
    is_ = condition.is_
    lies = within(condition) if is_ is None else _equals(is_)

    def test(see: Any) -> Truth:
        found = see.measure(code)
        return lies(found.value) if found.value is not None else found.absent

    return test


def _equals(wanted: Any) -> Callable[[Any], bool]:
    bound = plain(wanted.value) if isinstance(wanted, Quantity) else wanted
    return lambda value: bool(value == bound)


def _field(condition: Condition, book: "Book") -> Test:
    name = str(condition.field)
    asked = FIELDS[name]
    lies = _flag(condition) if asked.holds is Holds.FLAG else _amount(condition)
    if asked.holds in (Holds.TEXT, Holds.SET):
        lies = _text(condition, prefix=name == "industry")
        return lambda see: lies(see.field(name))
    if condition.known is not None:
        return lambda see: (see.field(name) is not None) is condition.known

    def test(see: Any) -> Truth:
        value = see.field(name)
        return lies(value) if value is not None else Absent.MISSING

    return test


def _flag(condition: Condition) -> Callable[[Any], bool]:
    return lambda value: value is condition.is_


def _amount(condition: Condition) -> Callable[[Any], bool]:
    return within(condition) if condition.is_ is None else _equals(condition.is_)


def _text(condition: Condition, *, prefix: bool) -> Callable[[Any], bool]:
    """Text that was not stated is none of those asked for."""
    wanted = condition.in_ or condition.not_in or condition.starts_with or (condition.is_,)
    begins = prefix or condition.starts_with is not None

    def lies(value: Any) -> bool:
        held = value if isinstance(value, frozenset) else frozenset({value} if value else ())
        if condition.known is not None:
            return bool(held) is condition.known
        found = _begins(held, wanted) if begins else not held.isdisjoint(wanted)
        return found is (condition.not_in is None)

    return lies


def _begins(held: frozenset[str], wanted: Sequence[Any]) -> bool:
    return any(one.startswith(text) or one[1:].startswith(text) for one in held for text in map(str, wanted))


def _light(condition: Condition, book: "Book") -> Test:
    code = str(condition.light)
    wanted = frozenset(condition.in_ or condition.not_in or (condition.is_,))
    inside = condition.not_in is None

    def test(see: Any) -> Truth:
        judged = see.light(code)
        return ((judged.colour or str(judged.state)) in wanted) is inside

    return test


def _stall(condition: Condition, book: "Book") -> Test:
    from ballast.rulebook.stalling import stalled

    code = str(condition.stall)
    wanted = frozenset(condition.in_ or condition.not_in or (condition.is_,))
    inside = condition.not_in is None
    return lambda see: (str(see.once(("stall", code), lambda: stalled(see, code)).standing) in wanted) is inside


def _reached(condition: Condition, book: "Book") -> Test:
    event, lies = str(condition.reached), within(condition)
    return lambda see: _in_period(see.reached(event).value, see, condition.this, lies)


def _planned(condition: Condition, book: "Book") -> Test:
    event, lies = str(condition.planned), within(condition)
    return lambda see: _in_period(see.planned(event).value, see, condition.this, lies)


def _due(condition: Condition, book: "Book") -> Test:
    event, lies = str(condition.due), within(condition)

    def test(see: Any) -> Truth:
        planned = see.planned(event).value
        if planned is None:
            return Absent.NOT_DUE
        return bool(planned <= see.on) and _in_period(planned, see, condition.this, lies)

    return test


def _in_period(day: date | None, see: Any, this: str | None, lies: Callable[[Any], bool]) -> bool:
    """Whether a day lies between the days a condition names, and in the period it names."""
    if day is None or not lies(day):
        return False
    if this is None:
        return True
    length = LENGTHS[this.removeprefix("last_")]
    back = 1 if this.startswith("last_") else 0
    return months.number(months.of(day)) // length == months.number(see.month) // length - back


def _all(condition: Condition, book: "Book") -> Test:
    return compiled(condition.all_ or (), book)


def _any(condition: Condition, book: "Book") -> Test:
    tests = [_one(part, book) for part in condition.any_ or ()]
    return lambda see: some(test(see) for test in tests)


def _not(condition: Condition, book: "Book") -> Test:
    test = _one(condition.not_, book) if condition.not_ else None

    def opposite(see: Any) -> Truth:
        truth = test(see) if test else False
        return truth if isinstance(truth, Absent) else not truth

    return opposite


HEADS: dict[str, Callable[[Condition, "Book"], Test]] = {
    "measure": _measure, "field": _field, "light": _light, "stall": _stall, "reached": _reached, "planned": _planned,
    "due": _due, "all": _all, "any": _any, "not": _not,
}  # fmt: skip
