"""Loading the official table of GB/T 4754-2017, so that three- and four-digit codes are known by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ballast.kit import audit
from ballast.kit.grid import Grid, address
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.registry import models
from ballast.rulebook.industries import UnknownIndustry, normal
from ballast.rulebook.industries.table import entries

LEAST = 97  # a table with fewer codes than there are divisions is not the official one


class NotTheTable(Refusal):
    """The file is not the table of GB/T 4754-2017."""


@dataclass(frozen=True, slots=True)
class IndustriesLoaded:
    """How many codes the table has, and how many were new or renamed."""

    codes: int
    changed: int


def load_industries(grids: Sequence[Grid], *, file: str, at: datetime, by: str) -> IndustriesLoaded:
    """Load the table from any sheet whose rows hold codes and names (``rulebook.industries.table`` says how).

    Raises NotTheTable, naming the cell, for a code that the standard cannot contain or a file that has no table.
    """
    found: dict[str, str] = {}
    for grid in grids:
        for entry in entries(grid.rows):
            found.setdefault(_code(entry.code, f"{file} · {grid.name}!{address(entry.row, 0)}"), entry.name)
    if len(found) < LEAST:
        raise NotTheTable(
            Sentence(
                f"没有找到国民经济行业分类表：应有一列代码和一列名称，至少 {LEAST} 个代码，只认出 {len(found)} 个",
                f"No table of industries: a column of codes and one of names, {LEAST} at least; found {len(found)}",
            ),
            where=file, code="not_the_table",
        )  # fmt: skip
    with transaction.atomic():
        known = dict(models.IndustryCode.objects.values_list("code", "name"))
        changed = {code: name for code, name in found.items() if known.get(code) != name}
        models.IndustryCode.objects.bulk_create(
            [models.IndustryCode(code=code, name=name) for code, name in changed.items()],
            update_conflicts=True, update_fields=["name"], unique_fields=["code"],
        )  # fmt: skip
        audit.write("load_industries", at=at, actor=by, object=file, detail={"codes": len(found)})
    return IndustriesLoaded(len(found), len(changed))


def _code(text: str, where: str) -> str:
    try:
        return normal(text)
    except UnknownIndustry as unknown:
        raise NotTheTable(unknown.sentence, where=where, code="unknown_industry") from unknown
