"""The stage: the furthest whose entry test is passed."""

import ibis
import ibis.expr.types as ir

from ballast.rulebook.stages import ENTRY, Stage


def stage(wide: ir.Table) -> ir.StringValue:
    """A started project with investment in the month of its start or after it is building."""
    building = wide.started_on.notnull() & (wide.last_invested_month >= wide.started_on.substr(0, 7))
    tests = []
    for candidate, kind in ENTRY.items():
        if candidate is Stage.STARTED:
            tests.append((building, str(Stage.BUILDING)))
        tests.append((wide[f"{kind}_on"].notnull(), str(candidate)))
    return ibis.cases(*tests, else_=str(Stage.PLANNED))
