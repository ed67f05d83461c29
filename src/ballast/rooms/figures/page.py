"""The page of one figure, put together: its value, its last thirteen months, its parts and the rows behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from ballast.kit import audit
from ballast.kit.charts import Option, lines, rows
from ballast.kit.money import WAN
from ballast.kit.sentence import Sentence
from ballast.kit.speech import spoken
from ballast.rooms.figures import queries
from ballast.rooms.figures.cards import Figure, Row, Value
from ballast.rooms.figures.drawn import chart_unit, in_chart
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.registry.cards import Reach
from ballast.rulebook.figures.columns import COLUMNS
from ballast.rulebook.figures.declarations import Declaration, Unit
from ballast.rulebook.figures.vocabulary import Written
from ballast.rulebook.need_to_know import NeedToKnow

SIZE = 50
THIS_YEAR, LAST_YEAR = Sentence("本期", "this year"), Sentence("上年同期", "last year")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page shows: a figure of a month, one dimension, one key of it, one part, as known at a moment."""

    declaration: Declaration
    month: str
    by: str
    key: str
    part: str
    page: int
    at: datetime | None
    held: Reach


@dataclass(frozen=True, slots=True)
class Point:
    """One month of the series: its value, and by how much it stands above the same month of last year."""

    month: str
    value: Value
    edition: int | None
    last_year: Value
    change: Value | None


@dataclass(frozen=True, slots=True)
class Share:
    """One key of the breakdown."""

    key: str
    name: Sentence
    value: Value
    bar: int


@dataclass(frozen=True, slots=True)
class Rows:
    """One page of the rows behind a part; ``hidden`` are rows the person may not see, in one sum."""

    shown: list[tuple[Row, Decimal]]
    count: int
    pages: int
    hidden: int
    hidden_sum: Decimal
    total: Decimal
    agrees: bool
    unit: str


def series(asked: Asked) -> tuple[list[Point], Option]:
    """The last thirteen months with last year's, and their chart."""
    found = dict(queries.series(asked.declaration.code, until=asked.month, months=25, at=asked.at))
    known = list(found.items())
    points = [_point(month, figure, known[place][1]) for place, (month, figure) in enumerate(known[12:])]
    unit = asked.declaration.unit
    option = lines(
        [point.month for point in points],
        [
            {"name": spoken(THIS_YEAR), "data": [in_chart(point.value, unit) for point in points]},
            {"name": spoken(LAST_YEAR), "data": [in_chart(point.last_year, unit) for point in points],
             "lineStyle": {"type": "dashed"}},
        ],
        unit=chart_unit(unit),
    )  # fmt: skip
    return points, option


def breakdown(asked: Asked, figure: Figure) -> tuple[list[Share], Option]:
    """The figure by the keys of the dimension, in the dimension's order, and its chart."""
    names = queries.in_order(asked.by, figure.values)
    sizes = {key: abs(value.number or Decimal(0)) for key, value in figure.values.items()}
    top = max(sizes.values(), default=Decimal(0))
    shares = [
        Share(key, name, figure.values[key], round(sizes[key] * 100 / top) if top else 0) for key, name in names.items()
    ]
    unit = asked.declaration.unit
    values = [in_chart(share.value, unit) for share in shares]
    option = rows([share.name.zh for share in shares], values, unit=chart_unit(unit), name=asked.declaration.name.zh)
    return shares, option


def behind(asked: Asked, figure: Figure) -> Rows:
    """The rows behind a part of the figure (or of one key): they add up to it."""
    found = queries.rows(
        asked.declaration.code, month=asked.month, by=asked.by if asked.key else "", key=asked.key, part=asked.part,
        held=asked.held, at=asked.at,
    )  # fmt: skip
    seen = [row for row in found if not row.others]
    hidden = [row for row in found if row.others]
    first = (asked.page - 1) * SIZE
    _disclose(figure, seen[first : first + SIZE], asked.at)
    value = figure.values.get(asked.key) if asked.key else figure.total
    stated = getattr(value, asked.part) if value else None
    scale = _scale(asked.declaration, asked.month)
    return Rows(
        shown=[(row, Decimal(row.contribution) / scale) for row in seen[first : first + SIZE]],
        count=len(seen), pages=max(1, -(-len(seen) // SIZE)), hidden=sum(row.others for row in hidden),
        hidden_sum=Decimal(sum(row.contribution for row in hidden)) / scale,
        total=Decimal(sum(row.contribution for row in found)) / scale,
        agrees=sum(row.contribution for row in found) == (stated or 0), unit=part_unit(asked),
    )  # fmt: skip


def _disclose(figure: Figure, rows: list[Row], at: datetime | None) -> None:
    """Note who is shown which negotiations, and how areas stand before that is published."""
    secret = set(lifecycle.negotiating([row.project for row in rows if row.project is not None], at=at))
    audit.shown(NeedToKnow.NEGOTIATION, *(row.serial for row in rows if row.project in secret))
    if figure.edition is None and figure.values:
        audit.shown(NeedToKnow.RANKING, f"{figure.code} {figure.month}")


def parts(asked: Asked, figure: Figure) -> list[tuple[str, Sentence, Decimal | None, str]]:
    """Numerator and denominator with their names, amounts and units; a plain figure has one part."""
    reduced = asked.declaration.reduced(int(asked.month[5:7]))
    names = [("numerator", Sentence("分子", "Numerator")), ("denominator", Sentence("分母", "Denominator"))]
    value = figure.values.get(asked.key, Value(None)) if asked.key else figure.total
    scale = _scale(asked.declaration, asked.month)
    told = []
    for name, said in names if reduced.denominator else names[:1]:
        amount = getattr(value, name)
        told.append((name, said, None if amount is None else Decimal(amount) / scale, _unit(asked.declaration, name)))
    return told


def part_unit(asked: Asked) -> str:
    """The unit of the rows' contributions."""
    return _unit(asked.declaration, asked.part)


def written(amount: Decimal | None, unit: str) -> str:
    """A contribution as text: 元 in 万元, all else plain."""
    if amount is None:
        return "—"
    return f"{(amount / WAN if unit == 'yuan' else amount).quantize(Decimal('0.0001')).normalize():,f}"


def _point(month: str, figure: Figure, before: Figure) -> Point:
    return Point(month, figure.total, figure.edition, before.total, change(figure, before))


def change(now: Figure, before: Figure) -> Value | None:
    """Growth of a count or an amount, difference in points of a rate; None where either is absent."""
    a, b = now.total, before.total
    if a.number is None or b.number is None or not b.numerator:
        return None
    if now.unit in (Unit.PERCENT, Unit.POINTS):
        top = (a.numerator or 0) * (b.denominator or 1) - (b.numerator or 0) * (a.denominator or 1)
        return Value(top, (a.denominator or 1) * (b.denominator or 1))
    return Value((a.numerator or 0) - (b.numerator or 0), b.numerator)


def _scale(declaration: Declaration, month: str) -> int:
    """What contributions are multiplied by to stay whole numbers: the schedule's denominator."""
    formula = declaration.formula
    if isinstance(formula, Written) and formula.how == "ahead":
        return declaration.curve[int(month[5:7]) - 1][1]
    return 1


def _unit(declaration: Declaration, part: str) -> str:
    reduced = declaration.reduced(1)
    terms: Sequence[Any] = reduced.numerator if part == "numerator" else reduced.denominator
    found = {term.component.column for term in terms}
    units = {"yuan" if name == "year_to_date" else (COLUMNS[name].unit if name else "count") for name in found}
    return units.pop() if len(units) == 1 else ""
