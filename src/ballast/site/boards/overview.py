"""The overview: a month on one page, every number read from the figures room."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ballast.kit.charts import Option, rows
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import queries as figures
from ballast.rooms.figures.cards import Figure, Value
from ballast.rooms.policy import queries as policy
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.reporting.queries import AreaReport
from ballast.rulebook.stages import Stage
from ballast.rulebook.stalls import Stall

HEADLINES = (
    "started_large", "started_large_total", "started_very_large", "fai_growth", "industrial_value_added_growth",
    "completed", "completion_rate", "ahead_of_schedule", "start_rate", "start_on_land_rate", "industrial_pipeline",
    "industrial_pipeline_total", "key_projects", "key_projects_behind", "industrial_share", "high_tech_share",
)  # fmt: skip
COUNTY = (
    "started_large", "started_large_total", "completed", "completion_rate", "ahead_of_schedule", "start_rate",
    "projects", "stalled",
)  # fmt: skip
CONVERSIONS = {
    Stage.SIGNED: "signed_to_started_last_year",
    Stage.STARTED: "started_to_producing_last_year",
    Stage.PRODUCING: "producing_to_at_capacity_last_year",
}
FUNNEL = tuple(code for stage in Stage for code in (f"stage_{stage}", f"stage_{stage}_total"))
STALLS = tuple(code for stall in Stall for code in (str(stall), f"{stall}_total"))
CODES = tuple(dict.fromkeys((*HEADLINES, *COUNTY, *FUNNEL, *CONVERSIONS.values(), *STALLS)))
FOREMOST = 2  # lead industries among the headlines: the first of the book
RATES = ("percent", "points")


@dataclass(frozen=True, slots=True)
class Headline:
    """One headline figure with its change on last month and on the same month of last year (None: not known)."""

    figure: Figure
    on_last_month: Value | None
    on_last_year: Value | None


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of the funnel: how many, how much, the width of its bar, and how many of last year's went on."""

    stage: Stage
    count: Figure
    money: Figure
    bar: int
    conversion: Figure | None


@dataclass(frozen=True, slots=True)
class County:
    """One county's line: its figures in the order of ``COUNTY``, each with the length of its bar."""

    code: str
    name: Sentence
    cells: list[tuple[Figure, Value, int]]


@dataclass(frozen=True, slots=True)
class Overview:
    """A month on one page."""

    headlines: list[Headline]
    funnel: list[Step]
    counties: list[County]
    columns: list[Figure]
    ranked: Figure
    chart: Option
    stalls: list[tuple[Stall, Figure, Figure]]


def overview(month: str, *, sort: str, ranked: str) -> Overview:
    """The overview of a month; counties in the order of ``sort`` (``-code``: largest first), drawn by ``ranked``."""
    headlines = _headlines()
    found = figures.figures({*CODES, *headlines}, month=month, by="county")
    last_month = figures.figures(headlines, month=_before(month, 1))
    last_year = figures.figures(headlines, month=_before(month, 12))
    chosen = ranked if ranked in COUNTY else COUNTY[1]
    counties = _counties(found, sort)
    return Overview(
        headlines=[
            Headline(
                found[code],
                None if month.endswith("-01") else change(found[code], last_month[code]),
                change(found[code], last_year[code]),
            )
            for code in headlines
        ],
        funnel=_funnel(found),
        counties=counties,
        columns=[found[code] for code in COUNTY],
        ranked=found[chosen],
        chart=_chart(counties, COUNTY.index(chosen)),
        stalls=[(stall, found[str(stall)], found[f"{stall}_total"]) for stall in Stall],
    )


def _headlines() -> list[str]:
    """The headline figures, the first lead industries of the book that holds last among them."""
    return [*HEADLINES, *(f"output_growth_{code}" for code in list(policy.latest().lead_industries)[:FOREMOST])]


def reports(month: str, *, on: date) -> list[AreaReport]:
    """How far every area's report of the month has come; those that lack most first."""
    return sorted(reporting.reported(month, on=on), key=lambda found: (found.complete, found.reported - found.due))


def change(now: Figure, before: Figure) -> Value | None:
    """Growth of a count or an amount, difference of a rate (in points); None where either is absent."""
    a, b = now.total, before.total
    if a.number is None or b.number is None or not b.denominator or not a.denominator:
        return None
    if now.unit in RATES:
        top = (a.numerator or 0) * b.denominator - (b.numerator or 0) * a.denominator
        return Value(top, a.denominator * b.denominator)
    return Value((a.numerator or 0) - (b.numerator or 0), b.numerator) if b.numerator else None


def _funnel(found: dict[str, Figure]) -> list[Step]:
    most = max((found[f"stage_{stage}"].total.numerator or 0 for stage in Stage), default=0)
    return [
        Step(
            stage=stage, count=found[f"stage_{stage}"], money=found[f"stage_{stage}_total"],
            bar=(found[f"stage_{stage}"].total.numerator or 0) * 100 // most if most else 0,
            conversion=found[CONVERSIONS[stage]] if stage in CONVERSIONS else None,
        )
        for stage in Stage
    ]  # fmt: skip


def _counties(found: dict[str, Figure], sort: str) -> list[County]:
    keys = {key for code in COUNTY for key in found[code].values}
    tops = {
        code: max((abs(value.number or Decimal(0)) for value in found[code].values.values()), default=Decimal(0))
        for code in COUNTY
    }
    lines = [
        County(key, name, [(found[code], *_cell(found[code], key, tops[code])) for code in COUNTY])
        for key, name in figures.in_order("county", keys).items()
    ]
    by = sort.removeprefix("-")
    if by not in COUNTY:
        return lines
    place = COUNTY.index(by)
    known = [line for line in lines if line.cells[place][1].number is not None]
    known.sort(key=lambda line: line.cells[place][1].number or 0, reverse=sort.startswith("-"))
    return known + [line for line in lines if line not in known]


def _cell(figure: Figure, key: str, top: Decimal) -> tuple[Value, int]:
    value = figure.values.get(key, Value(None))
    return value, int(abs(value.number or Decimal(0)) * 100 / top) if top else 0


def _chart(counties: list[County], place: int) -> Option:
    figure = counties[0].cells[place][0] if counties else None
    if figure is None:
        return {}
    drawn = sorted(counties, key=lambda line: line.cells[place][1].number or 0, reverse=True)
    values = [figures.in_chart(line.cells[place][1], figure.unit) for line in drawn]
    links = [f"/figures/{figure.code}/?month={figure.month}&by=county&key={line.code}#rows" for line in drawn]
    unit = figures.chart_unit(figure.unit)
    return rows([line.name.zh for line in drawn], values, unit=unit, name=figure.name.zh, links=links)


def _before(month: str, back: int) -> str:
    number = int(month[:4]) * 12 + int(month[5:7]) - 1 - back
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
