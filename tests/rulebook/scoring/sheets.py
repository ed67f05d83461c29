"""Small score sheets for tests, and subjects with their readings in a line."""

from collections.abc import Mapping
from fractions import Fraction

from ballast.rulebook.books import Book
from ballast.rulebook.measures.measured import Absent
from ballast.rulebook.scoring import Deed, Reading, Standing, Subject, standing
from rulebook.policy.books_of import book

Value = int | Fraction | str | Reading
TWO = """
[scoring.league]
zh = "月度比拼"
missing = "no_points"

[scoring.league.indicators.done]
zh = "投资完成率"
measure = "plan_done"
weight = 60
by = { kind = "efficacy" }

[scoring.league.indicators.late]
zh = "迟报天数"
measure = "tables_late"
best = "lowest"
weight = 40
by = { kind = "steps", start = 0, points = 40, every = 1, down = 10 }
"""


def sheet(by: str, *, more: str = "", measure: str = "plan_done", weight: str = "100", total: str = "") -> Book:
    """A book with a sheet of one indicator, normalised ``by``; ``more`` are further keys of the sheet and its end."""
    top, _, rest = more.partition("\n---\n")
    return book(
        f'[scoring.league]\nzh = "比拼"\ntotal = {total or weight}\n{"" if "missing =" in top else _MISSING}{top}\n'
        f'[scoring.league.indicators.one]\nzh = "指标"\nmeasure = "{measure}"\nweight = {weight}\n'
        f"by = {{ {by} }}\n{rest}"
    )


_MISSING = 'missing = "no_points"\n'


def reading(value: Value, base: int | None = None) -> Reading:
    """A reading of a number, or of the word why there is none."""
    if isinstance(value, Reading):
        return value
    absent = Absent(value) if isinstance(value, str) else None
    return Reading(value=None if isinstance(value, str) else value, absent=absent, base=base)


def subject(code: str, readings: Mapping[str, Value], *deeds: Deed, classes: str = "") -> Subject:
    """A subject called as its code."""
    told = {measure: reading(value) for measure, value in readings.items()}
    return Subject(code=code, name=code, readings=told, deeds=deeds, classes=frozenset(classes.split()))


def ranked(rules: Book, values: Mapping[str, Value], *, measure: str = "plan_done", month: str = "2025-07") -> Standing:
    """The standing of subjects by one reading each."""
    return standing(rules, "league", month, [subject(code, {measure: value}) for code, value in values.items()])


def points(found: Standing) -> dict[str, str]:
    """The points as shown."""
    return {one.subject: one.shown for one in found.placed}


def order(found: Standing) -> list[tuple[str, int | None]]:
    """Subjects and places as printed."""
    return [(one.subject, one.place) for one in found.placed]
