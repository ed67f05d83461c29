"""What would end a light: the nearest bound of a better band, in money or by an event."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.book import Book
from ballast.rulebook.books.lights import Light
from ballast.rulebook.grammar.conditions import BOUNDS, Condition
from ballast.rulebook.lights.judgement import Judgement, State
from ballast.rulebook.measures.measured import Lever, Measured
from ballast.rulebook.telling.values import money

MONEY = {
    "done": ("再完成投资", "complete a further"), "paid": ("再到位资金", "pay in a further"),
    "agreed": ("再落实资金", "agree a further"), "came": ("产出再增加", "bring a further"), "amount": ("再增加", "add"),
}  # fmt: skip


def endings(see: Any, light: Light, judged: Judgement) -> tuple[Sentence, ...]:
    """What would turn the light to a colour that is in order, one sentence a way; empty where nothing can be done."""
    book: Book = see.rules.book
    colour = judged.would_be or judged.colour
    if judged.state not in (State.LIT, State.SUSPENDED) or book.colours[colour].severity <= 0:
        return ()
    ways = _of_bands(see, light) if light.bands else _of_rules(see, light)
    return tuple(dict.fromkeys(ways))


def _good(book: Book, colour: str) -> bool:
    return colour in book.colours and book.colours[colour].severity <= 0


def _of_bands(see: Any, light: Light) -> Iterator[Sentence]:
    """To the nearest band of a good colour."""
    found: Measured = see.measure(light.measure)
    if found.value is None or found.lever is None:
        return
    steps = [
        step
        for band in light.bands
        if _good(see.rules.book, band.colour)
        for step in [_money_into(found.value, found.lever, band)]
        if step is not None
    ]
    if steps:
        yield _more(found, min(steps))
    elif found.lever.event:
        yield _event(see, found.lever.event)


def _money_into(value: Any, lever: Lever, bounds: Any) -> int | None:
    """How many 元 more put the value within the bounds; None where more money never does."""
    if not lever.slope:
        return None
    low, high = 0, None  # the least and the most that may be added
    for name in BOUNDS:
        said = getattr(bounds, name)
        if said is None:
            continue
        need = (Fraction(said.value) - value) / lever.slope
        rising = (name in ("at_least", "above")) == (lever.slope > 0)
        strict = name in ("above", "below")
        if rising:
            low = max(low, floor(need) + 1 if strict else ceil(need))
        else:
            most = ceil(need) - 1 if strict else floor(need)
            high = most if high is None else min(high, most)
    return None if high is not None and high < low else low


def _more(found: Measured, amount: int) -> Sentence:
    assert found.lever is not None
    zh, en = MONEY.get(found.lever.input, MONEY["amount"])
    now = next((one.amount for one in found.inputs if one.name == found.lever.input), None)
    reach = f"（达到 {money(now + amount)}）" if now is not None else ""
    return Sentence(
        f"{zh} {money(amount)}{reach}",
        f"{en} {money(amount)}" + (f" (to {money(now + amount)})" if now is not None else ""),
    )


def _event(see: Any, event: str) -> Sentence:
    name = see.rules.book.event_name(event)
    return Sentence(f"{name.zh}（并在系统中登记实际时间）", f"be {name.en} (and have the actual date recorded)")


def _of_rules(see: Any, light: Light) -> Iterator[Sentence]:
    """What would stop every rule that now lights a bad colour."""
    book: Book = see.rules.book
    for rule in light.rules:
        if not _good(book, rule.colour) and see.rules.test(rule.when)(see) is True:
            for one in rule.when:
                yield from _stopping(see, one)


def _stopping(see: Any, one: Condition) -> Iterator[Sentence]:
    """What would make one condition cease to hold."""
    if one.head in ("all", "any"):
        for part in one.all_ or one.any_ or ():
            yield from _stopping(see, part)
    elif one.head == "measure":
        yield from _leaving(see, one)
    elif one.head == "not" and one.not_ is not None and one.not_.head == "reached":
        yield _event(see, str(one.not_.reached))
    elif one.head == "light" and one.light is not None:
        yield from endings(see, see.rules.book.lights[one.light], see.light(one.light))


def _leaving(see: Any, one: Condition) -> Iterator[Sentence]:
    found: Measured = see.measure(str(one.measure))
    if found.value is None or found.lever is None:
        return
    if found.lever.event:
        yield _event(see, found.lever.event)
        return
    steps = [step for way in _outside(one) for step in [_money_into(found.value, found.lever, way)] if step is not None]
    if steps:
        yield _more(found, min(steps))


class _Way:
    """One bound, the other way about: below what was at least, above what was at most."""

    def __init__(self, name: str, said: Any) -> None:
        for bound in BOUNDS:
            setattr(self, bound, said if bound == OTHER[name] else None)


OTHER = {"at_least": "below", "above": "at_most", "at_most": "above", "below": "at_least"}


def _outside(one: Condition) -> list[_Way]:
    return [_Way(name, getattr(one, name)) for name in BOUNDS if getattr(one, name) is not None]
