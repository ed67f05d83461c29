"""What a cell of the form holds: how it is read, written and shown; what it must not say."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ballast.kit.grid import Value
from ballast.kit.money import WAN, in_wan
from ballast.kit.words import Word
from ballast.rooms.reporting.workbook.values import CellFault, amount, text

Said = int | Decimal | str | None  # 元, mu, a percentage, a count, or text; None is nothing said


class How(Word):
    """What a cell counts in, as the form names the unit."""

    MONEY = "money", "万元", "10,000 yuan"
    MU = "mu", "亩", "mu"
    PERCENT = "percent", "%", "%"
    COUNT = "count", "数", "number"
    TEXT = "text", "", ""


@dataclass(frozen=True, slots=True)
class Number:
    """A plain number: between what, with how many decimals."""

    least: int
    most: int
    places: int

    def read(self, value: Value) -> Decimal | None:
        """The number in a cell; None where it is empty. Raises CellFault."""
        said = text(value).replace(",", "").removesuffix("%").strip()
        if not said or said in ("-", "—", "/", "无"):
            return None
        try:
            found = Decimal(f"{value:.12g}" if isinstance(value, float) else said)
        except ArithmeticError:
            found = Decimal("NaN")
        if not found.is_finite() or not self.least <= found <= self.most or found != round(found, self.places):
            raise self._fault(value)
        return found

    def _fault(self, value: Value) -> CellFault:
        between = f"{self.least} 至 {self.most:,}"
        return CellFault(
            "not_a_number", f"“{value}”不合要求；应填 {between} 之间的数字，最多 {self.places} 位小数",
            f"{value!r} should be a number from {self.least} to {self.most:,} with {self.places} decimals at most",
        )  # fmt: skip


MU, PERCENT, COUNT = Number(0, 10_000_000, 2), Number(-100, 1_000, 4), Number(0, 10**9, 0)


def _count(value: Value) -> int | None:
    found = COUNT.read(value)
    return None if found is None else int(found)


READ: dict[How, Callable[[Value], Said]] = {
    How.MONEY: amount, How.MU: MU.read, How.PERCENT: PERCENT.read, How.COUNT: _count, How.TEXT: text,
}  # fmt: skip
# What the sheet itself accepts while it is being filled.
LIMITS: dict[How, tuple[float, float]] = {
    How.MONEY: (0, 10**12), How.MU: (MU.least, MU.most), How.PERCENT: (PERCENT.least, PERCENT.most),
    How.COUNT: (COUNT.least, COUNT.most),
}  # fmt: skip


def in_cell(said: Said, how: How) -> float | str | None:
    """What stands in the workbook's cell: money in 万元."""
    if said is None or isinstance(said, str):
        return said
    return float(Decimal(said) / WAN) if how is How.MONEY else float(said)


def shown(said: Said, how: How) -> str:
    """What a page says of it, with its unit; a dash for nothing."""
    if said is None or said == "":
        return "—"
    if isinstance(said, str):
        return said
    number = in_wan(int(said)) if how is How.MONEY else f"{Decimal(said).normalize():,f}"
    return f"{number} {how.zh}" if how in (How.MONEY, How.MU) else f"{number}{how.zh}" if how is How.PERCENT else number
