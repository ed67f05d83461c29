"""What recognition hands over: tables, rows, groups, what was skipped, and what is wrong, each with its source."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ballast.kit.collector import paused_collector
from ballast.kit.grid import address, column_letter
from ballast.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong or uncertain: a code, where it stands (``Sheet1!C12``), and a sentence."""

    code: str
    where: str
    sentence: Sentence

    def as_json(self) -> dict[str, str]:
        """Plain data: code, where, zh, en."""
        return {"code": self.code, "where": self.where, "zh": self.sentence.zh, "en": self.sentence.en}


@dataclass(frozen=True, slots=True)
class Column:
    """What one column was taken for; ``unit`` in 元 for money, ``year`` where the heading names one."""

    field: str
    heading: str
    unit: int | None = None
    year: int | None = None
    confidence: float = 0.0
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One list found on a sheet. Rows and columns are zero-based; ``roles`` says what each row was taken for."""

    sheet: str
    title: str
    unit: int | None
    unit_source: str
    year: int | None
    header: tuple[int, int] | None
    columns: dict[int, Column]
    first_row: int
    last_row: int
    roles: dict[int, str]
    marks: dict[str, str] = field(default_factory=dict)
    kind: str = "list"


@dataclass(frozen=True, slots=True)
class Part:
    """A sub-project or funding line inside a project: told, never counted beside it."""

    name: str
    total_investment: int | None
    annual_plan: int | None
    source: str


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project. ``values`` holds every further recognised field: money in 元, text, dates ``YYYY`` or ``YYYY-MM``.

    ``columns`` maps each field to its column and ``rows`` lists the zero-based sheet rows it takes.
    """

    name: str
    total_investment: int | None
    annual_plan: int | None
    area: str | None
    owner: str | None
    responsible: str | None
    sheet: str
    rows: tuple[int, ...]
    columns: dict[str, int]
    values: dict[str, Any]
    group_path: tuple[str, ...]
    marks: str
    parts: tuple[Part, ...]
    warnings: tuple[Fault, ...]
    written: Callable[[int, int], tuple[int, int]] | None = None

    @property
    def source(self) -> str:
        """The cell of the name: ``Sheet1!B12``."""
        return f"{self.sheet}!{self._address(self.columns.get('name', 0))}"

    @property
    def cells(self) -> dict[str, str]:
        """The A1 address each field was read from (of the project's first row)."""
        return {field: self._address(column) for field, column in self.columns.items()}

    @property
    def places(self) -> tuple[dict[str, str], int]:
        """Where a ledger finds each field: its column's letter, and the row's number; of a list on its side the number
        of its row, and that of the project's column."""
        if self.written is None:
            return {field: column_letter(column) for field, column in self.columns.items()}, self.rows[0] + 1
        cells = {field: self.written(self.rows[0], column) for field, column in self.columns.items()}
        return {field: str(row + 1) for field, (row, _) in cells.items()}, next(iter(cells.values()))[1] + 1

    def _address(self, column: int) -> str:
        """``written`` leads from a turned sheet back to the sheet as it is."""
        row = self.rows[0]
        return address(*(self.written(row, column) if self.written else (row, column)))

    def as_json(self) -> dict[str, Any]:
        """Plain data; amounts in 元, absent is null."""
        plain: dict[str, Any] = {
            "name": self.name,
            "total_investment": self.total_investment,
            "annual_plan": self.annual_plan,
            "area": self.area,
            "owner": self.owner,
            "responsible": self.responsible,
            "source": self.source,
            "warnings": [fault.as_json() for fault in self.warnings],
            "rows": [row + 1 for row in self.rows],
            "group_path": list(self.group_path),
            "level": len(self.group_path),
        }
        if self.marks:
            plain["marks"] = self.marks
        if self.parts:
            plain["parts"] = [
                {
                    "name": part.name,
                    "total_investment": part.total_investment,
                    "annual_plan": part.annual_plan,
                    "source": part.source,
                }
                for part in self.parts
            ]
        plain.update(self.values)
        return plain


@dataclass(frozen=True, slots=True)
class Group:
    """A group, a subtotal or a total: what it states against what its members count and sum to.

    ``reconciles`` is true when the stated count is met, and the total to the 元 or within its own last figure:
    7.1 亿元 for rows that add up to 7.1233 is ``rounded``, and ``note`` says so. None when nothing is stated or the
    members are not listed.
    """

    title: str
    level: int
    stated_count: int | None
    stated_total: int | None
    stated_annual: int | None
    counted: int | None
    summed: int | None
    summed_annual: int | None
    reconciles: bool | None
    annual_reconciles: bool | None
    source: str
    sheet: str
    row: int
    note: str = ""
    kind: str = "group"
    rounded: bool = False
    steps: tuple[int, int] = (1, 1)

    @property
    def agrees(self) -> bool | None:
        """Whether everything stated is met, the year's plan too."""
        return False if self.annual_reconciles is False else self.reconciles

    def as_json(self) -> dict[str, Any]:
        """Plain data; amounts in 元, absent is null."""
        return {
            "title": self.title,
            "level": self.level,
            "stated_count": self.stated_count,
            "stated_total": self.stated_total,
            "counted": self.counted,
            "summed": self.summed,
            "reconciles": self.reconciles,
            "rounded": self.rounded,
            "stated_annual_plan": self.stated_annual,
            "summed_annual_plan": self.summed_annual,
            "annual_plan_reconciles": self.annual_reconciles,
            "source": self.source,
            "note": self.note,
            "kind": self.kind,
        }


@dataclass(frozen=True, slots=True)
class Skipped:
    """Rows that are no project and no group, and why: a title, a note, a header, a sheet of statistics."""

    source: str
    reason: Sentence
    sheet: str
    rows: tuple[int, ...]

    def as_json(self) -> dict[str, str]:
        """Plain data: source, reason in both languages."""
        return {"source": self.source, "reason": self.reason.zh, "reason_en": self.reason.en}


@dataclass(frozen=True, slots=True)
class Recognition:
    """Everything found in one file."""

    file: str
    tables: list[Table]
    rows: list[ProjectRow]
    groups: list[Group]
    skipped: list[Skipped]
    errors: list[Fault]
    warnings: list[Fault]
    turned: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, list[dict[str, Any]]]:
        """The four lists of a dry run: rows, groups, skipped, errors."""
        with paused_collector():
            return {
                "rows": [row.as_json() for row in self.rows],
                "groups": [group.as_json() for group in self.groups],
                "skipped": [skipped.as_json() for skipped in self.skipped],
                "errors": [fault.as_json() for fault in self.errors],
            }
