"""What the league knows of an area: its place in a ranking by a sheet, and the deeds noted of it."""

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from ballast.rulebook.grammar.refs import DeedCode, SheetCode
from ballast.rulebook.measures.measured import Input, Measured, Unit, missing
from ballast.rulebook.measures.registry import Use, measure
from ballast.rulebook.measures.repeated import Window

if TYPE_CHECKING:
    from ballast.rulebook.sight.area import AreaSight


class SheetPlace(Use):
    """``sheet``: which sheet; ``end``: counted from which end."""

    sheet: SheetCode = Field(description="哪张评分表 / which sheet")
    end: Literal["top", "bottom"] = Field(
        "top", description="从前数，或从后数（1 为最末） / counted from the top or the bottom"
    )

    @property
    def told_as(self) -> str:
        """The figure that holds it."""
        return f"{'place' if self.end == 'top' else 'last'}.{self.sheet}"


class Noted(Window):
    """``deed``: which deed, of those noted one by one."""

    deed: DeedCode = Field(description="哪个奖惩项（逐件登记的） / which deed, of those noted one by one")

    @property
    def told_as(self) -> str:
        """The figure that holds it."""
        return f"deed.{self.deed}"


@measure("sheet_place", of="area", unit=Unit.PLACE, use=SheetPlace, least=1)
def sheet_place(see: "AreaSight", use: SheetPlace) -> Measured:
    """As the ranking of the month came out."""
    told = see.facts.figures.get(use.told_as, {}).get(see.month)
    month = Input("month", see.month, Unit.TEXT)
    return Measured(told, (month,)) if told is not None else missing(month)


@measure("deeds", of="area", unit=Unit.TIMES, use=Noted, least=0)
def deeds(see: "AreaSight", use: Noted) -> Measured:
    """The times noted in these months; a month without any is nought."""
    told = see.facts.figures.get(use.told_as)
    if told is None:
        return missing()
    months = [see.back(back).month for back in range(use.months(see.month))]
    return Measured(sum(told.get(month) or 0 for month in months), (Input("month", see.month, Unit.TEXT),))
