"""Recognition of a whole file: every sheet, every table, then what they say of one another."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from ballast.kit.collector import paused_collector
from ballast.kit.grid import Grid, Value, address
from ballast.kit.money import WAN, YI
from ballast.kit.sentence import Sentence
from ballast.rulebook.lists.abreast import abreast
from ballast.rulebook.lists.dates import year_of_file
from ballast.rulebook.lists.echoes import said_once
from ballast.rulebook.lists.editions import set_apart
from ballast.rulebook.lists.faults import fault
from ballast.rulebook.lists.infer import crammed
from ballast.rulebook.lists.layout import Layout, money_columns
from ballast.rulebook.lists.overlap import overlaps
from ballast.rulebook.lists.report import Fault, Recognition, Skipped
from ballast.rulebook.lists.scan import Cut, cut, is_pivot
from ballast.rulebook.lists.spans import Spans
from ballast.rulebook.lists.stated import over_more_than_a_table
from ballast.rulebook.lists.table import Found, layout_of, read_table
from ballast.rulebook.lists.upright import as_written, is_upright, set_upright
from ballast.rulebook.lists.words import is_empty, number_of

PIVOT = Sentence("透视表，不是项目清单", "a pivot table, not a list of projects")
LEFT = Sentence("导入时选择不读这张表", "left out by choice at import")
UPRIGHT = Sentence(
    "登记表或竖排的表，栏目写在左边；请改成一行一个项目",
    "a form or an upright table, its headings at the left; put one project in a row",
)
CRAMMED = Sentence(
    "整行都写在一个单元格里；请在 Excel/WPS 中选中这一列，用“数据—分列”分开后再导入",
    "whole rows stand in one cell; select the column, part it with Data, Text to Columns, and import again",
)
STATISTICS = Sentence("统计或说明表，没有项目名称列", "statistics or notes: no column of project names")


def recognise(
    grids: Sequence[Grid],
    *,
    file: str,
    known_areas: Sequence[str] = (),
    overrides: Mapping[tuple[str, int], str] | None = None,
    unit_overrides: Mapping[tuple[str, int], int] | None = None,
    sheets: Mapping[str, bool] | None = None,
) -> Recognition:
    """What the sheets of ``file`` hold.

    ``overrides`` gives the field of a column by sheet name and zero-based column, ``unit_overrides`` its unit in 元
    (column -1 for the whole sheet); ``sheets`` says which are to be left out (False), and which are to be counted
    though they repeat others (True).
    """
    with paused_collector():
        return _recognised(grids, file, known_areas, overrides or {}, unit_overrides or {}, sheets or {})


def _recognised(
    grids: Sequence[Grid],
    file: str,
    known_areas: Sequence[str],
    overrides: Mapping[tuple[str, int], str],
    unit_overrides: Mapping[tuple[str, int], int],
    sheets: Mapping[str, bool],
) -> Recognition:
    result = Recognition(file, [], [], [], [], [], [])
    result.skipped.extend(
        _whole(grid, 0, len(grid.rows), LEFT) for grid in grids if not sheets.get(grid.name, True) and any(grid.rows)
    )
    grids, turns = set_upright([said_once(grid) for grid in grids if sheets.get(grid.name, True)])
    planned = [plan for grid in grids for plan in _plan(grid, overrides, result)]
    if any(found.header for _, _, found, _ in planned):
        planned = [plan for plan in planned if _told(plan, result)]
    stated = [found.unit for _, _, found, _ in planned if found.unit]
    tables, doubts = [], []
    for grid, spans, found, layout in planned:
        units = {column: unit for (sheet, column), unit in unit_overrides.items() if sheet == grid.name}
        doubts.append(_settle_unit(grid, found, layout, units, stated))
        tables.append(read_table(grid, spans, found, layout, known_areas, units))
    set_apart(tables, {*sheets, *(sheet for sheet, _ in overrides)})
    for table, doubt in zip(tables, doubts, strict=True):
        _take(result, table, doubt if table.rows else [])
    _conclude(result)
    as_written(result, turns)
    return result


def _conclude(result: Recognition) -> None:
    """What the tables say of one another, which groups do not agree, and whether there is a list at all."""
    overlaps(result)
    over_more_than_a_table(result)
    result.warnings.extend(
        fault("no-reconcile", group.source, text=group.title, other=group.note)
        for group in result.groups
        if group.agrees is False
    )
    if result.tables and not result.rows:
        result.errors.append(fault("no-rows", result.tables[0].sheet))
    if not result.tables:
        result.errors.append(fault("no-table", result.file))


def _plan(
    grid: Grid, overrides: Mapping[tuple[str, int], str], result: Recognition
) -> list[tuple[Grid, Spans, Cut, Layout]]:
    """The tables of one sheet that hold projects; what holds none is skipped with its reason."""
    chosen = {column: kind for (sheet, column), kind in overrides.items() if sheet == grid.name}
    if not any(grid.rows):
        return []
    if is_pivot(grid) and not chosen:
        result.skipped.append(_whole(grid, 0, len(grid.rows), PIVOT))
        return []
    spans = Spans.of(grid)
    planned = []
    for part, found in [one for whole in cut(grid, spans) for one in abreast(grid, whole)]:
        found.year = found.year or year_of_file(result.file)
        layout = layout_of(part, found, chosen)
        upright = not chosen and is_upright(part, range(*found.body))
        if layout is None or upright:
            first = min(found.lead, default=found.header.first if found.header else found.body[0])
            packed = found.header is None and crammed(part.rows[slice(*found.body)])
            reason = UPRIGHT if upright else CRAMMED if packed else STATISTICS
            result.skipped.append(_whole(grid, first, found.body[1], reason))
        else:
            planned.append((part, spans, found, layout))
    return planned


def _told(plan: tuple[Grid, Spans, Cut, Layout], result: Recognition) -> bool:
    """Beside lists with headers, a sheet without one must have numbers or money too to be taken for a list."""
    grid, _, found, layout = plan
    chosen = any(meant.confidence == 1.0 for meant in layout.columns.values())
    if found.header or chosen or "sequence" in layout.of or "total_investment" in layout.of:
        return True
    result.skipped.append(_whole(grid, 0, len(grid.rows), STATISTICS))
    return False


def _settle_unit(grid: Grid, found: Cut, layout: Layout, units: dict[int, int], stated: list[int]) -> list[Fault]:
    """The unit of bare numbers: chosen, stated, that of the workbook's other tables, or 万元 with a warning."""
    if -1 in units:
        found.unit = units.pop(-1)
        return []
    bare = [column for column, meant in money_columns(layout).items() if not meant.unit and column not in units]
    body = [row for row in grid.rows[found.body[0] : found.body[1]] if not _says_its_unit(row, layout)]
    bare = [column for column in bare if any(column < len(row) and number_of(row[column]) for row in body if row)]
    if found.unit or not bare:
        return []
    own = {meant.unit for meant in money_columns(layout).values() if meant.unit}
    if len(own) == 1:
        found.unit = own.pop()
        return []
    if len(set(stated)) == 1:
        found.unit = stated[0]
        return [fault("unit-borrowed", f"{grid.name}!{address(found.body[0], bare[0])}")]
    numbers = [
        abs(number)
        for row in body
        if row
        for column in bare[:1]
        if column < len(row) and (number := number_of(row[column]))
    ]
    if _small(numbers):
        found.unit = YI
        return [fault("unit-guessed", f"{grid.name}!{address(found.body[0], bare[0])}")]
    found.unit = WAN
    return [fault("unit-default", f"{grid.name}!{address(found.body[0], bare[0])}")]


def _says_its_unit(row: Sequence[Value], layout: Layout) -> bool:
    """True where a column of the list says what the row's amounts are counted in."""
    column = layout.of.get("money_unit", len(row))
    return column < len(row) and not is_empty(row[column])


def _small(numbers: list[float]) -> bool:
    """True for amounts no list has in 万元: most of them below ten, or below fifty and written with decimals."""
    if len(numbers) < 3:
        return False
    middle, broken = median(numbers), sum(number != int(number) for number in numbers)
    return broken > 0 and (middle < 10 or (middle < 50 and broken * 3 > len(numbers)))


def _take(result: Recognition, found: Found, doubts: list[Fault]) -> None:
    """Add a table's findings to the whole; doubts about its unit go with every amount read by it."""
    totals = [row.total_investment for row in found.rows if row.total_investment]
    if len(totals) >= 3:
        middle = median(totals)
        if middle > 100 * YI:
            doubts.append(fault("unit-large", found.table.sheet))
        elif middle < 10 * WAN:
            doubts.append(fault("unit-small", found.table.sheet))
    if doubts:
        for place, row in enumerate(found.rows):
            if row.total_investment is not None or row.annual_plan is not None:
                found.rows[place] = replace(row, warnings=(*row.warnings, *doubts))
    result.tables.append(found.table)
    result.rows.extend(found.rows)
    result.groups.extend(found.groups)
    result.skipped.extend(found.skipped)
    result.errors.extend(found.errors)
    told = doubts + found.warnings
    result.warnings.extend(told)
    for row in found.rows:
        if row.warnings:
            result.warnings.extend(warning for warning in row.warnings if warning not in told)


def _whole(grid: Grid, first: int, last: int, reason: Sentence) -> Skipped:
    rows = tuple(row for row in range(first, last) if any(value is not None for value in grid.rows[row]))
    first = rows[0] if rows else first
    width = max((len(grid.rows[row]) for row in rows), default=1)
    end = address(rows[-1] if rows else first, max(width - 1, 0))
    return Skipped(f"{grid.name}!{address(first, 0)}:{end}", reason, grid.name, rows)
