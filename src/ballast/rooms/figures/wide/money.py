"""What was planned, agreed, paid in, promised and made."""

import ibis.expr.types as ir

from ballast.rooms.figures import clock
from ballast.rooms.figures.relations import relation


def plan() -> ir.Table:
    """The plan of the month's year."""
    plans = relation("plans")
    return plans.filter(plans.year == clock.number("year")).select("project_id", annual_plan="amount")


def funds() -> ir.Table:
    """Agreed and paid in, the latest month of every channel, summed."""
    funding = relation("funding")
    funding = funding.filter(funding.month <= clock.text("month"))
    last = funding.group_by("project_id", "channel").agg(last=funding.month.max())
    newest = funding.join(
        last,
        [funding.project_id == last.project_id, funding.channel == last.channel, funding.month == last.last],
    )
    return newest.group_by("project_id").agg(
        funds_agreed=newest.agreed.sum().cast("int64"), funds_paid_in=newest.paid_in.sum().cast("int64")
    )


def promises() -> ir.Table:
    """What the agreement promises."""
    return relation("promises").rename(promised_output="output", promised_tax="tax", promised_jobs="jobs")


def output() -> ir.Table:
    """Output, tax and jobs by the latest report."""
    made = relation("outputs")
    made = made.filter(made.month <= clock.text("month"))
    last = made.group_by("project_id").agg(last=made.month.max())
    newest = made.join(last, [made.project_id == last.project_id, made.month == last.last])
    return newest.select("project_id", "output", "tax", "jobs")
