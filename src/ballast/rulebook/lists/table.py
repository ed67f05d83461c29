"""One table, from its cut of the sheet to projects and groups."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ballast.kit.grid import Grid, column_letter
from ballast.kit.money import WAN
from ballast.kit.sentence import Sentence
from ballast.rulebook.lists.amounts import amount, last_figure
from ballast.rulebook.lists.beside import beside, counted_columns
from ballast.rulebook.lists.carried import carry_down
from ballast.rulebook.lists.classify import Classifier
from ballast.rulebook.lists.draft import Draft, Reader
from ballast.rulebook.lists.evidence import adopt_added, adopt_parts
from ballast.rulebook.lists.faults import fault
from ballast.rulebook.lists.finish import finished
from ballast.rulebook.lists.infer import infer
from ballast.rulebook.lists.layout import Layout, lay_out
from ballast.rulebook.lists.lines import Line
from ballast.rulebook.lists.markers import SIGNS
from ballast.rulebook.lists.named import READ_AS_NAMES
from ballast.rulebook.lists.places import area_of_list, area_of_reporter, areas_behind
from ballast.rulebook.lists.plan_years import MANY_YEARS
from ballast.rulebook.lists.reconcile import Sums, reconciled
from ballast.rulebook.lists.report import Fault, Group, Part, ProjectRow, Skipped, Table
from ballast.rulebook.lists.scan import Cut
from ballast.rulebook.lists.spans import Spans
from ballast.rulebook.lists.titles import stated_in
from ballast.rulebook.lists.tree import Stated, Tree
from ballast.rulebook.lists.unshown import unshown
from ballast.rulebook.lists.words import UNSTORED, is_error, plain

REASONS: dict[str, Sentence] = {
    "title": Sentence("标题或封面行", "title or cover row"),
    "unit": Sentence("单位行", "unit line"),
    "header": Sentence("表头", "header"),
    "repeat": Sentence("重复的表头", "header repeated"),
    "note": Sentence("说明或备注行", "note"),
    "footer": Sentence("页脚或签字行", "page footer or signature"),
    "blank": Sentence("只有占位符的行", "only placeholders"),
    "stray": Sentence("没有项目名称，也不属于上面的项目", "no project name, and not part of the project above"),
}


@dataclass(slots=True)
class Found:
    """What one table gives."""

    table: Table
    rows: list[ProjectRow]
    groups: list[Group]
    skipped: list[Skipped]
    errors: list[Fault]
    warnings: list[Fault] = field(default_factory=list)


def layout_of(grid: Grid, cut: Cut, overrides: Mapping[int, str]) -> Layout | None:
    """The layout of a cut, by its header or by its content; None when no column can be the name's."""
    body = [row for row in grid.rows[cut.body[0] : cut.body[1]] if row]
    if cut.header is None:
        return infer(body, overrides)
    layout = lay_out(cut.header, body, overrides, cut.year)
    return layout if layout.names else None


def read_table(
    grid: Grid, spans: Spans, cut: Cut, layout: Layout, known: Collection[str], units: Mapping[int, int]
) -> Found:
    """Projects, groups and everything else of one table."""
    lines = Classifier(grid, spans, layout, cut, known).read(*cut.body)
    reader = Reader(grid.name, grid.rows, spans, layout, cut.unit or WAN, dict(units), known)
    drafts, tree, rest = _build(lines, reader, counted_columns(grid.rows, layout, lines))
    drafts = adopt_parts(drafts, tree, reader)
    adopt_added(drafts, tree, reader)
    carry_down(drafts, tree, reader)
    groups = reconciled(grid.name, tree, Sums(drafts))
    roles = _roles(cut, lines)
    marks = _marks([line for line in rest if line.kind == "note"])
    table = Table(
        grid.name,
        cut.title,
        cut.unit,
        "" if cut.unit_row is None else f"{grid.name}!{cut.unit_row + 1}",
        _year(cut, layout),
        (cut.header.first, cut.header.last) if cut.header else None,
        layout.columns,
        cut.body[0],
        cut.body[1],
        roles,
        marks,
    )
    skipped = [_skipped(grid, row, role) for row, role in sorted(roles.items()) if role in REASONS]
    warnings = _doubts(grid, cut, layout) + unshown(grid, layout, drafts)
    place = None if "area" in layout.of else _place(cut, grid.name, known)
    behind = () if "area" in layout.of else areas_behind([draft.name for draft in drafts], known)
    rows = [finished(grid.name, draft, known, place, behind) for draft in drafts]
    return Found(table, rows, groups, skipped, reader.errors, warnings)


def _place(cut: Cut, sheet: str, known: Collection[str]) -> str | None:
    """The area of a list as a whole: its sheet is named for it, its title begins with it, or its office reports."""
    return area_of_list(plain(sheet), known) or area_of_list(plain(cut.title), known) or area_of_reporter(cut.reporter)


def _build(lines: list[Line], reader: Reader, counted: tuple[int, ...]) -> tuple[list[Draft], Tree, list[Line]]:
    """Projects in order, the tree of groups above and beside them, and the lines that are neither."""
    drafts: list[Draft] = []
    tree = Tree()
    rest: list[Line] = []
    open_now: dict[int, str] = {}
    for line in lines:
        if line.kind == "project":
            for group in beside(reader.rows[line.row], line.row, counted, open_now):
                tree.group(group, stated_in(group.title, group.count))
            for draft in reader.read_each(line):
                draft.path = tree.project(line, draft.values.get("total_investment") or 0)
                drafts.append(draft)
        elif line.kind in ("group", "beside"):
            tree.group(line, stated(line, reader))
        elif line.kind in ("total", "of_which", "said"):
            tree.mark(line, stated(line, reader))
        elif line.kind == "part" and drafts:
            part = reader.read(line)
            drafts[-1].rows += part.rows
            drafts[-1].parts.append(
                Part(
                    part.name,
                    part.values.get("total_investment"),
                    part.values.get("annual_plan"),
                    reader.where(line.row, line.name_column),
                )
            )
            drafts[-1].line.more.append(line.row)
        else:
            rest.append(line)
            if line.kind == "stray" and line.mark == "num" and line.filled > 1:
                where = reader.where(line.row, reader.fields["name"])
                reader.errors.append(fault("name-missing", where, text=str(line.row + 1)))
    tree.finish()
    return drafts, tree, rest


def stated(line: Line, reader: Reader) -> Stated:
    """What a group row states, in its money columns or in its words."""
    cells = reader.rows[line.row]
    said: dict[str, int] = {}
    steps: dict[str, int] = {}
    for key, column, unit, foreign in reader.money:
        if key in ("total_investment", "annual_plan") and column < len(cells) and not foreign:
            found = amount(cells[column], unit)
            if column != line.name_column and found.yuan is not None:
                said[key], steps[key] = found.yuan, last_figure(cells[column], unit)
            elif cells[column] == UNSTORED:
                continue  # A sum the workbook never stored states nothing, and loses nothing.
            elif is_error(cells[column]) or found.problem == "negative":
                reader.errors.append(
                    fault(f"money-{found.problem}", reader.where(line.row, column), field=key, text=str(cells[column]))
                )
    words = stated_in(line.title, line.count)
    return Stated(
        line.count, said.get("total_investment", words.total), said.get("annual_plan", words.annual),
        steps.get("total_investment", words.total_step), steps.get("annual_plan", words.annual_step),
    )  # fmt: skip


def _roles(cut: Cut, lines: list[Line]) -> dict[int, str]:
    roles = {row: "unit" if row == cut.unit_row else "title" for row in cut.lead}
    if cut.header and not cut.again:
        roles.update(dict.fromkeys(range(cut.header.first, cut.header.last + 1), "header"))
    for line in lines:
        if line.kind == "beside":
            continue
        roles[line.row] = line.kind
        for row in line.more:
            roles[row] = "part" if line.kind == "part" else "continuation"
    return roles


def _skipped(grid: Grid, row: int, role: str) -> Skipped:
    column = next((c for c, value in enumerate(grid.rows[row]) if value is not None), 0)
    return Skipped(f"{grid.name}!{column_letter(column)}{row + 1}", REASONS[role], grid.name, (row,))


def _marks(notes: list[Line]) -> dict[str, str]:
    """What notes say of the signs beside names: ▲ to the note that explains it."""
    return {sign: line.title for line in reversed(notes) for sign in line.title if sign in SIGNS}


def _year(cut: Cut, layout: Layout) -> int | None:
    column = layout.of.get("annual_plan")
    return (layout.columns[column].year if column is not None else None) or cut.year


def _doubts(grid: Grid, cut: Cut, layout: Layout) -> list[Fault]:
    """What is uncertain about the table as a whole."""
    doubts = []
    if cut.header is None:
        doubts.append(fault("guessed", grid.name))
    name = layout.columns[layout.names[0]]
    if cut.header and name.field == "name" and name.confidence == READ_AS_NAMES:
        doubts.append(fault("named-by-content", f"{grid.name}!{column_letter(layout.names[0])}", text=name.heading))
    if name.field == "owner":
        doubts.append(fault("named-by-owner", grid.name))
    if layout.shift:
        doubts.append(fault("shifted", grid.name, text=str(abs(layout.shift))))
    others = [column for column, meant in layout.columns.items() if meant.field == "other_year_plan"]
    if len(others) >= MANY_YEARS and "annual_plan" not in layout.of:
        doubts.append(fault("plans-of-years", f"{grid.name}!{column_letter(others[0])}"))
    year = _year(cut, layout)
    if layout.unsure_year:
        where = f"{grid.name}!{column_letter(layout.of['annual_plan'])}"
        doubts.append(fault("plan-of-two-years", where, text=str(year), other=str(layout.columns[others[0]].year)))
    if cut.year and year and year != cut.year:
        doubts.append(fault("year-stale", grid.name, text=str(cut.year), other=str(year)))
    if grid.hidden:
        doubts.append(fault("hidden", grid.name, text=grid.name))
    return doubts
