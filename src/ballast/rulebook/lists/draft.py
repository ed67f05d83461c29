"""One project's values, read from its row and the rows that go with it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ballast.kit.grid import Value, address
from ballast.rulebook.lists.amounts import NOTHING, amount
from ballast.rulebook.lists.columns import DATES, MONEY, SHARED
from ballast.rulebook.lists.dates import period
from ballast.rulebook.lists.faults import fault
from ballast.rulebook.lists.layout import Layout
from ballast.rulebook.lists.lines import Line, told_of
from ballast.rulebook.lists.markers import leading, without_signs
from ballast.rulebook.lists.report import Fault, Part
from ballast.rulebook.lists.several import TOLD_IN_NAME, apart, beside_name, manned
from ballast.rulebook.lists.spans import Spans
from ballast.rulebook.lists.titles import stated_in
from ballast.rulebook.lists.units import UNITS, is_foreign
from ballast.rulebook.lists.words import is_empty, is_error, plain, told, wording

ERRORS = frozenset(["text", "error", "negative", "quantity"])
KEPT = frozenset(["helper", "name", "money_unit", ""])

# 项目单位及项目责任人: the cell names an office, then a person.
WITH_PERSON = re.compile(r"[及和与、/(（].{0,4}(?:责任人|负责人|联系人|电话)")
OFFICES = frozenset(["owner", "responsible"])
# 建设单位/责任单位: the cell names the owner, then the office in charge.
BOTH = re.compile(
    r"(?:建设单位|业主(?:单位)?|项目单位|实施单位|项目法人|法人单位).{0,3}[及和与、/(（].{0,3}(?:责任单位|主管|牵头|监管)"
)
# What stands for the words of the row above.
DITTO = frozenset(["〃", "″", "〞", "”", '"', "同上", "同前"])
# 甲园区项目（二期）: what its phases add up to is not its own.
OF_A_PHASE = re.compile(r"[一二三四五六七八九\d]期")
SPLIT = re.compile(r"\s*[/／\n]\s*")


@dataclass(slots=True)
class Draft:
    """A project in the making; ``added`` are the sums over its rows where several rows carry money."""

    line: Line
    name: str
    marks: str
    rows: tuple[int, ...]
    columns: dict[str, int]
    values: dict[str, Any]
    path: tuple[Any, ...] = ()
    parts: list[Part] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    added: dict[str, int] = field(default_factory=dict)


class Reader:
    """Reads drafts from the lines of one table."""

    def __init__(
        self,
        sheet: str,
        rows: Sequence[Sequence[Value]],
        spans: Spans,
        layout: Layout,
        unit: int,
        units: dict[int, int],
        known: Collection[str],
    ) -> None:
        self.sheet, self.rows, self.spans, self.known = sheet, rows, spans, known
        self.errors: list[Fault] = []
        self.above: dict[str, Any] = {}
        self.fields: dict[str, int] = {}
        self.money: list[tuple[str, int, int, bool]] = []
        self.dates: list[tuple[str, int]] = []
        self.texts: list[tuple[str, int]] = []
        self._columns(layout, unit, units)
        # A column headed 单位 may say of every row what its amounts are counted in, where no heading does.
        self.unit_column = layout.of.get("money_unit")
        self.stated = {column for column, meant in layout.columns.items() if meant.unit} | set(units)
        heading = layout.columns[layout.names[0]].heading
        self.abreast = layout.abreast
        self.told_in_name = next((key for key, words in TOLD_IN_NAME if words.search(heading)), "")
        offices = [(key, layout.columns[column].heading) for key, column in self.texts if key in OFFICES]
        self.manned = frozenset(key for key, heading in offices if WITH_PERSON.search(heading))
        self.both = frozenset(key for key, heading in offices if BOTH.search(heading))
        self.shared = [(key, column) for key, column in self.texts if key in SHARED]

    def _columns(self, layout: Layout, unit: int, units: dict[int, int]) -> None:
        """Sort the columns into money, dates and texts, each under the name its values are kept by."""
        for column, meant in sorted(layout.columns.items()):
            kind = meant.field
            if kind in MONEY:
                key = self._key(kind, meant.heading)
                self.money.append((key, column, units.get(column, meant.unit or unit), meant.foreign))
            elif kind in DATES:
                key = kind if kind not in self.fields else meant.heading
                self.dates.append((key, column))
            elif kind in KEPT or (column in layout.names and kind != "owner"):
                continue
            else:
                key = meant.heading if kind in ("other", "capacity") or kind in self.fields else kind
                self.texts.append((key, column))
            self.fields.setdefault(key, column)
        self.fields["name"] = layout.names[0]

    def _key(self, kind: str, heading: str) -> str:
        """The name a value is kept under: its field, or the heading where a list has several such columns."""
        return (
            kind
            if kind in ("total_investment", "annual_plan")
            or kind not in self.fields
            and kind not in ("funding", "other_year_plan", "year_completed", "remaining")
            else heading or kind
        )

    def where(self, row: int, column: int) -> str:
        """``Sheet1!C12``."""
        return f"{self.sheet}!{address(row, column)}"

    def read(self, line: Line) -> Draft:
        """The draft of a project line and its further rows."""
        name, marks = without_signs(wording(line.title))
        name, values = beside_name(str(self.rows[line.row][line.name_column]), name, self.told_in_name)
        if line.mark and not line.sequence:
            marker = leading(name)
            if marker.kind and marker.kind != "dashes":
                name, more = without_signs(marker.rest)
                marks += more
        cells = self.rows[line.row]
        columns = self.fields
        if line.name_column != columns["name"]:
            columns = {**columns, "name": line.name_column}
        draft = Draft(line, name, marks, (line.row, *line.more), columns, {**values})
        if is_error(line.title):
            self.errors.append(fault("name-error", self.where(line.row, line.name_column), text=line.title))
        self._read_row(draft, line.row, cells)
        for row in line.more:
            self._add_row(draft, row, self.rows[row])
        if self.spans.anchor:
            self._share(draft, line.row)
        self.above = draft.values
        return draft

    def read_each(self, line: Line) -> list[Draft]:
        """The drafts of a project line: one, or as many as its name's cell lists."""
        cells = list(self.rows[line.row])
        if self.abreast:
            named = [column for column in self.abreast if column < len(cells) and not is_empty(cells[column])]
            return [self.read(replace(line, title=str(cells[column]), name_column=column)) for column in named]
        amounts = [column for _, column, _, _ in self.money]
        pieces = apart(cells, line.name_column, amounts) if isinstance(line.title, str) and not line.more else []
        if not pieces:
            return [self.read(line)]
        together = [
            fault("money-together", self.where(line.row, column), field=key)
            for key, column, _, _ in self.money
            if column < len(cells) and not is_empty(cells[column]) and pieces[1][column] is None
        ]
        drafts = []
        for own in pieces:
            name, marks = without_signs(wording(own[line.name_column]))
            draft = Draft(line, name, marks, (line.row,), {**self.fields, "name": line.name_column}, {})
            self._read_row(draft, line.row, own)
            draft.warnings += together
            if self.spans.anchor:
                self._share(draft, line.row)
            drafts.append(draft)
        return drafts

    def _read_row(self, draft: Draft, row: int, cells: Sequence[Value]) -> None:
        width, values = len(cells), draft.values
        said = plain(cells[self.unit_column]) if self.unit_column is not None and self.unit_column < width else ""
        for key, column, unit, foreign in self.money:
            value = cells[column] if column < width else None
            if said and column not in self.stated:
                unit, foreign = UNITS.get(said, unit), is_foreign(said)
            if value is not None:
                self._money(draft, key, row, column, value, unit, foreign)
        for key, column in self.texts:
            value = cells[column] if column < width else None
            if value is None:
                continue
            text = told(value) if value.__class__ is str else wording(value)
            if len(text) < 3 and text in DITTO:
                text = self.above.get(key, "")
            if not text:
                continue
            if key in self.manned:
                text, person = manned(str(value), text)
                if person:
                    values.setdefault("responsible_person", person)
            if key in self.both and len(pair := SPLIT.split(str(value).strip())) == 2:
                values |= {"owner": wording(pair[0]), "responsible": wording(pair[1])}
                continue
            if text[0] == "#" and is_error(text):
                draft.warnings.append(fault("cell-error", self.where(row, column), field=key, text=text))
                continue
            values[key] = text
        for key, column in self.dates:
            value = cells[column] if column < width else None
            if value is not None:
                self._date(draft, key, row, column, value)

    def _money(self, draft: Draft, key: str, row: int, column: int, value: Value, unit: int, foreign: bool) -> None:
        found = amount(value, unit)
        problem = "foreign" if foreign and found.yuan is not None else found.problem
        if problem == "phased" and OF_A_PHASE.search(draft.name):
            found, problem = NOTHING, "phases"
        if found.yuan is not None and problem != "foreign":
            draft.values[key] = found.yuan
            if problem == "aside" and key == "total_investment" and "annual_plan" not in self.fields:
                self._plan_beside(draft, value)
        if found.phases:
            draft.added[key] = sum(found.phases)
        if problem:
            note = fault(f"money-{problem}", self.where(row, column), field=key, text=wording(value))
            if problem in ERRORS and key in ("total_investment", "annual_plan"):
                self.errors.append(note)
            draft.warnings.append(note)

    def _plan_beside(self, draft: Draft, value: Value) -> None:
        """A list without a column of plans may say the year's plan beside the total: 2.66亿元；年度计划投资1亿元."""
        said = stated_in(wording(value)).annual
        if said is not None:
            draft.values["annual_plan"] = said

    def _date(self, draft: Draft, key: str, row: int, column: int, value: Value) -> None:
        found = period(value)
        if found.problem:
            code = f"date-{found.problem}"
            draft.warnings.append(fault(code, self.where(row, column), field=key, text=wording(value)))
            draft.values[key] = wording(value)
            if found.problem != "order":
                return
        if found.start is None:
            return
        if key == "years":
            draft.values["years"] = wording(value) if isinstance(value, str) else found.start
            draft.values["start_year"] = int(found.start[:4])
            draft.values["end_year"] = int((found.end or found.start)[:4])
        else:
            draft.values[key] = found.start

    def _add_row(self, draft: Draft, row: int, cells: Sequence[Value]) -> None:
        """A further row of the same project: text goes on, money is a line of it."""
        width = len(cells)
        further = Draft(draft.line, "", "", (row,), self.fields, {}, warnings=draft.warnings)
        self._read_row(further, row, cells)
        for column in {draft.line.name_column, self.fields["name"]}:
            value = cells[column] if column < width else None
            if isinstance(value, str) and told_of(wording(value)):
                draft.values.setdefault("content", wording(value))
            elif isinstance(value, str) and not is_empty(value):
                draft.name += wording(value)
        money = {key for key, _, _, _ in self.money}
        # Under a merged name each row is an entry of its own; without a merge a row is text that ran on.
        joint = "；" if self.spans.above(row, self.fields["name"]) is not None else ""
        for key, value in further.values.items():
            if key in money:
                if key in draft.values:
                    draft.added[key] = draft.added.get(key, draft.values[key]) + value
                else:
                    draft.values[key] = value
            elif key not in draft.values:
                draft.values[key] = value
            elif isinstance(value, str) and isinstance(draft.values[key], str) and value not in draft.values[key]:
                draft.values[key] += joint + value

    def _share(self, draft: Draft, row: int) -> None:
        """Text of a merged cell speaks for every row it covers; money only for its first."""
        for key, column in self.shared:
            if key not in draft.values and self.spans.above(row, column) is not None:
                value = self._anchored(row, column)
                if not is_empty(value) and not is_error(value):
                    draft.values[key] = wording(value)
        for key, column, _, _ in self.money:
            covered = key not in draft.values and self.spans.above(row, column) is not None
            if covered and not is_empty(self._anchored(row, column)):
                draft.warnings.append(fault("money-shared", self.where(row, column), field=key))

    def _anchored(self, row: int, column: int) -> Value:
        merge = self.spans.anchor[row, column]
        cells = self.rows[merge.first_row]
        return cells[merge.first_column] if merge.first_column < len(cells) else None
