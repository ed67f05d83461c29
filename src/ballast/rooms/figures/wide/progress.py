"""What was reported: the month's own, the year to date and the sum to date, on both bases.

The latest report that says something is found in one pass: months have seven characters, so the greatest of month
and value written together is the value of the latest month.
"""

import ibis.expr.types as ir

from ballast.rooms.figures import clock
from ballast.rooms.figures.relations import relation
from ballast.rulebook.terms import Basis

MONTH = 7
BASES = ((Basis.DECLARED, "completed"), (Basis.STATISTICAL, "stat_completed"))


def progress() -> ir.Table:
    """Every project ever reported."""
    rows = relation("progress")
    now = clock.text("month")
    rows = rows.filter(rows.month <= now)
    declared = rows.basis == str(Basis.DECLARED)
    packed = {}
    for basis, name in BASES:
        of_basis = rows.basis == str(basis)
        in_year = of_basis & (rows.month >= clock.text("year"))
        packed[name] = rows.month_completed.max(where=of_basis & (rows.month == now))
        packed[f"{name}_ytd"] = _latest(rows, rows.year_to_date, in_year)
        packed[f"{name}_to_date"] = _latest(rows, rows.to_date, of_basis)
    found = rows.group_by("project_id").agg(
        **packed,
        last_reported=rows.month.max(where=declared),
        last_invested_month=rows.month.max(where=declared & (rows.month_completed > 0)),
        problems=(rows.month + rows.problems).max(where=declared),
        form_progress=(rows.month + rows.form_progress).max(where=declared),
    )
    numbers = {name: found[name].substr(MONTH).cast("int64") for name in packed if name.endswith("_date")}
    numbers |= {name: found[name].substr(MONTH).cast("int64") for name in packed if name.endswith("_ytd")}
    return found.mutate(
        **numbers,
        reported=found.last_reported == now,
        problems=found.problems.substr(MONTH),
        form_progress=found.form_progress.substr(MONTH),
    ).drop("last_reported")


def _latest(rows: ir.Table, amount: ir.IntegerValue, where: ir.BooleanValue) -> ir.StringScalar:
    return (rows.month + amount.cast("string")).max(where=where & amount.notnull())
