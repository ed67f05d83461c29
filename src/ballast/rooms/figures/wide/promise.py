"""拿地即开工: the calendar's numbers give the days between land, papers and verified start."""

import ibis.expr.types as ir

from ballast.rooms.figures import clock
from ballast.rooms.figures.relations import relation
from ballast.rulebook.books import StartOnLand

DATES = {"land": "land_on", "paper": "papers_on", "start": "started_verified_on", "end": "month_end"}


def promise(wide: ir.Table, rule: StartOnLand) -> ir.Table:
    """``wide`` with whether the promise is due, kept, late or broken."""
    n = wide
    for name, on in DATES.items():
        day = wide[on] if on in wide.columns else clock.text("end")
        days = relation("days").rename({f"{name}_date": "day", f"{name}_day": "ordinal", f"{name}_working": "working"})
        n = n.left_join(days, days[f"{name}_date"] == day)
    due = n.start_on_land.fill_null(False) & (n.end_day - n.land_day >= rule.start_days).fill_null(False)
    both = (n.paper_day - n.land_day).notnull() & (n.start_day - n.land_day).notnull()
    in_time = (n.paper_working - n.land_working <= rule.papers_working_days) & (
        n.start_day - n.land_day <= rule.start_days
    )
    kept = due & both & in_time.fill_null(False)
    late = due & ~kept & both
    columns = {name: n[name] for name in wide.columns}
    return n.select(
        **columns, promise_due=due, promise_kept=kept, promise_late=late, promise_broken=due & ~kept & ~late
    )
