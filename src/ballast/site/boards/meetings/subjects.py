"""What the screen in the room shows of the city, a county or a project: big figures, lights, curve, photos, place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ballast.kit import audit
from ballast.kit.charts import Option, lines, plain
from ballast.kit.money import YI, in_yi
from ballast.kit.phones import masked
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import queries as figures
from ballast.rooms.figures.cards import Figure, Value
from ballast.rooms.lifecycle import queries as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import ProfileCard, Reach
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.supervision import queries as supervision
from ballast.rulebook.need_to_know import NeedToKnow
from ballast.rulebook.stages import MilestoneKind, Stage
from ballast.rulebook.terms import Basis
from ballast.site.boards import curve
from ballast.site.boards.meetings.locating import Located, located
from ballast.site.boards.supervision.colours import Lamp, lamp, lamps, warning
from ballast.site.boards.supervision.disclosing import disclose

CITY = ("started_large", "started_large_total", "completed", "completion_rate", "ahead_of_schedule", "fai_growth",
        "industrial_value_added_growth", "start_rate")  # fmt: skip
COUNTY = ("completed", "completion_rate", "ahead_of_schedule", "started_large", "start_rate", "stalled")
PHOTOS, NAMED, LETTERS = 3, 5, 19


@dataclass(frozen=True, slots=True)
class Big:
    """One figure in large type: its name, the number and its unit; ``bad`` where it is below nought."""

    name: Sentence
    text: str
    unit: str
    bad: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One subject on the screen; what is not known of it is empty."""

    name: str
    under: str = ""
    figures: Sequence[Big] = ()
    lamps: Sequence[tuple[Sentence, Lamp]] = ()
    counts: Sequence[tuple[Lamp, int]] = ()
    lit: Sequence[tuple[str, Lamp]] = ()
    option: Option | None = None
    dates: Sequence[tuple[str, str, bool]] = ()
    photos: Sequence[int] = ()
    serial: str = ""
    problems: str = ""
    map: Located | None = None


def city(month: str, name: str) -> Subject:
    """The whole city in a month."""
    found = figures.figures(CITY, month=month)
    return Subject(name=name, under=month, figures=[_big(found[code], found[code].total) for code in CITY],
                   option=_of_figures(month, ""))  # fmt: skip


def county(month: str, code: str, *, held: Reach) -> Subject | None:
    """One county in a month; None where there is none. Before the seal its places are need-to-know."""
    area = people.area_of_code(code)
    if area is None:
        return None
    found = figures.figures(COUNTY, month=month, by="county")
    if found[COUNTY[0]].edition is None:
        audit.shown(NeedToKnow.RANKING, f"meeting {month} {code}")
    big = [_big(found[one], found[one].values.get(code, Value(None))) for one in COUNTY]
    counts, lit = _lit(month, area.name, held)
    return Subject(name=area.name, under=month, figures=big, counts=counts, lit=lit, option=_of_figures(month, code),
                   map=located(area.county_code, None))  # fmt: skip


def project(month: str, card: ProfileCard, serial: str, *, held: Reach, on: date) -> Subject:
    """One project in a month, as seen on the day of the meeting."""
    area = next(one for one in people.areas() if one.id == card.area_id)
    told = supervision.lines(month, held=held)
    line = next((one for one in told.lines if one.project_id == card.project_id), None)
    lights = line.lights if line else {}
    lamps_ = [
        (light.label, lamp(told.book, lights[code])) for code, light in told.book.lights.items() if code in lights
    ]
    plans = {one.year: one for one in registry.plan_years(card.project_id)}
    years = curve.years(reporting.progress_of(card.project_id), plans)
    year = next((one for one in years if one.year == int(month[:4])), None)
    now = next((one for one in year.months if one.month == month), None) if year else None
    stage = Stage(line.stage).zh if line and line.stage in list(Stage) else ""
    pictures = registry.evidence(card.project_id, params=policy.in_force(on).checks)
    return Subject(
        name=card.name, serial=serial, under=" · ".join(filter(None, (area.name, card.owner, stage))),
        figures=_of_project(card, year, now), lamps=[one for one in lamps_ if one[1].code != "not_applicable"],
        option=_of_months(year, month) if year else None, dates=_dates(card.project_id, on),
        photos=[one.id for one in pictures if one.is_picture][:PHOTOS],
        problems=masked(now.declared.problems or "") if now and now.declared else "",
        map=located(area.county_code, registry.places([card.project_id]).get(card.project_id)),
    )  # fmt: skip


def _of_project(card: ProfileCard, year: curve.Year | None, now: curve.Month | None) -> list[Big]:
    """Total, plan, completed, share of the plan and how far ahead of the schedule."""
    points = now.points if now else None
    done = now.declared.year_to_date if now and now.declared else None
    return [
        Big(Sentence("总投资", "Total investment"), *_yi(card.total_investment)),
        Big(Sentence("年度计划", "Plan of the year"), *_yi(year.plan if year else None)),
        Big(Sentence("本年累计完成", "Completed this year"), *_yi(done)),
        Big(Sentence("完成年度计划", "Of the plan"), _number(now.done if now else None), "%"),
        Big(Sentence("序时偏差", "Ahead of schedule"), _number(points, sign=True), "个百分点", bad=(points or 0) < 0),
    ]


def _lit(month: str, county: str, held: Reach) -> tuple[list[tuple[Lamp, int]], list[tuple[str, Lamp]]]:
    """How many projects of a county are lit in each colour that warns, and the largest of the gravest by name."""
    told = supervision.lines(month, held=held)
    own = [(line, supervision.worst(line, told.book)) for line in told.lines if line.county == county]
    grave = warning(lamps(told.book))
    counts = [(one, sum(worst == one.code for _, worst in own)) for one in grave]
    found = [(line, one) for one in grave for line, worst in own if worst == one.code]
    found.sort(key=lambda pair: (-pair[1].severity, -(pair[0].total or 0)))
    disclose(line for line, _ in found[:NAMED])
    return [pair for pair in counts if pair[1]], [(line.name, one) for line, one in found[:NAMED]]


def _dates(project_id: int, on: date) -> list[tuple[str, str, bool]]:
    """Start and completion, planned and reached; whether one is past and not reached."""
    clocks = lifecycle.clocks([project_id]).get(project_id, {})
    found = []
    for kind in (MilestoneKind.STARTED, MilestoneKind.COMPLETED):
        dates = clocks.get((str(kind), str(Basis.DECLARED)))
        if dates is None or (dates.planned is None and dates.actual is None):
            continue
        late = dates.actual is None and dates.planned is not None and dates.planned < on
        said = f"{dates.actual}" if dates.actual else f"拟 {dates.planned}"
        found.append((kind.zh, said, late))
    return found


def _of_figures(month: str, county: str) -> Option:
    """Completed by the end of each month of the year, against what the schedule asks of the plan."""
    by, year = "county" if county else "", int(month[:4])
    told = figures.series("completed", until=month, months=int(month[5:]), by=by)
    plan = _of(figures.figure("annual_plan", month=month, by=by), county)
    shares = [book.scheduled(number) for number, book in enumerate(policy.for_year(year), start=1)]
    due = [None if plan is None else plan * share.numerator / share.denominator for share in shares]
    return _curve([_of(one, county) for _, one in told], due)


def _of_months(year: curve.Year, month: str) -> Option:
    """The same of one project, up to the month of the meeting."""
    told = [one.declared for one in year.months if one.month <= month]
    done = [None if one is None or one.year_to_date is None else Decimal(one.year_to_date) for one in told]
    return _curve(done, [None if one.scheduled is None else Decimal(one.scheduled) for one in year.months])


def _curve(done: Sequence[Decimal | None], due: Sequence[Decimal | None]) -> Option:
    """Completed as columns, planned as a line, in letters that are read across a room."""
    drawn: list[dict[str, Any]] = [
        {"name": "累计完成", "type": "bar", "barMaxWidth": 44, "data": _in_yi(done)},
        {"name": "计划进度", "lineStyle": {"type": "dashed", "width": 4}, "symbol": "none", "data": _in_yi(due)},
    ]
    option = lines([f"{number}月" for number in range(1, 13)], drawn, unit="亿元")
    option["legend"]["textStyle"] = {"fontSize": LETTERS}
    for axis in ("xAxis", "yAxis"):
        option[axis]["axisLabel"] = {"fontSize": LETTERS}
    option["yAxis"]["nameTextStyle"] = {"fontSize": LETTERS}
    return option


def _in_yi(amounts: Sequence[Decimal | None]) -> list[float | None]:
    return [plain(None if one is None else one / YI, 2) for one in amounts]


def _of(figure: Figure, county: str) -> Decimal | None:
    value = figure.values.get(county, Value(None)) if county else figure.total
    return value.number


def _big(figure: Figure, value: Value) -> Big:
    bad = figure.unit in ("points", "percent") and value.number is not None and value.number < 0
    return Big(figure.name, figures.display(value, figure.unit), figures.unit_word(figure.unit), bad)


def _yi(amount: object) -> tuple[str, str]:
    return (in_yi(amount), "亿元") if isinstance(amount, int) else ("—", "")


def _number(value: Decimal | None, *, sign: bool = False) -> str:
    return "—" if value is None else f"{value:+.1f}" if sign else f"{value:.1f}"
