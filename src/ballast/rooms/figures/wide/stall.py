"""The stalls: the three clocks in whole months."""

import ibis
import ibis.expr.types as ir

from ballast.rooms.figures import clock
from ballast.rulebook.stalls import Stall, StallClocks

PROMISES = ("output", "tax", "jobs")


def stall(wide: ir.Table, clocks: StallClocks) -> ir.StringValue:
    """Where a project is stuck; empty where it is not."""
    now = clock.number("index")
    start = wide.started_on.substr(0, 7)
    alive = ibis.ifelse(wide.last_invested_month > start, wide.last_invested_month, start)
    producing = wide.producing_on.notnull()
    grown = _number(wide.producing_on) + clocks.to_capacity <= now
    not_at_capacity = producing & wide.at_capacity_on.isnull() & grown & ~_kept(wide, clocks)
    idle = wide.started_on.notnull() & (now - _number(alive) >= clocks.without_investment)
    return ibis.cases(
        (not_at_capacity, str(Stall.NOT_AT_CAPACITY)),
        (producing | wide.completed_on.notnull(), ""),
        (idle, str(Stall.NOT_BUILDING)),
        (wide.started_on.notnull(), ""),
        (wide.signed_on.notnull() & _not_started(wide, clocks, now), str(Stall.NOT_STARTED)),
        else_="",
    )


def _not_started(wide: ir.Table, clocks: StallClocks, now: ir.IntegerValue) -> ir.BooleanValue:
    limits = [(wide.land_mode == str(mode), limit) for mode, limit in clocks.by_land_mode().items()]
    limit = ibis.cases(*limits, else_=clocks.other_land)
    permit = (_number(wide.construction_permit_on) + clocks.after_permit <= now).fill_null(False)
    agreed = _number(wide.planned_started_on) <= now
    return permit | ibis.ifelse(wide.planned_started_on.notnull(), agreed, _number(wide.signed_on) + limit <= now)


def _kept(wide: ir.Table, clocks: StallClocks) -> ir.BooleanValue:
    """Every promise made is reached to the share the book asks, and one was made."""
    made = ibis.or_(*(wide[f"promised_{name}"].notnull() for name in PROMISES))
    reached = (
        wide[f"promised_{name}"].isnull()
        | (wide[name] * 100 >= wide[f"promised_{name}"] * clocks.capacity_percent).fill_null(False)
        for name in PROMISES
    )
    return ibis.and_(made, *reached)


def _number(on: ir.StringValue) -> ir.IntegerValue:
    return on.substr(0, 4).cast("int64") * 12 + on.substr(5, 2).cast("int64")
