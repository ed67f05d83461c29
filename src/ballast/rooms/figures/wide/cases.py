"""What was asked of the city's resources and what was granted, by number and (land) by area."""

import ibis
import ibis.expr.types as ir

from ballast.rooms.figures import clock
from ballast.rooms.figures.relations import relation
from ballast.rulebook.terms import Resource


def cases() -> ir.Table:
    """Every project that asked by the end of the month."""
    asked, end = relation("cases"), clock.text("end")
    asked = asked.filter(asked.requested_on <= end)
    granted = (asked.granted_on <= end).fill_null(False)
    due = (asked.due_on <= end).fill_null(False)
    on_time = due & granted & (asked.granted_on <= asked.due_on)
    land = asked.resource == str(Resource.LAND)
    found = asked.group_by("project_id").agg(
        cases=asked.count(),
        cases_granted=asked.count(where=granted),
        due=asked.count(where=due),
        on_time=asked.count(where=on_time),
        land_requested=asked.requested.sum(where=land).cast("int64"),
        land_granted=asked.granted.sum(where=land & granted).cast("int64"),
    )
    return found.mutate(cases_due=found.due.nullif(0), cases_on_time=ibis.cases((found.due > 0, found.on_time))).drop(
        "due", "on_time"
    )
