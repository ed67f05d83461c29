"""The wide snapshot as expressions; every column means what ``rulebook.figures.snapshot`` says.

It is written in steps, each a named query over those before it: a single nested one is too deep for SQLite to parse.
"""

import ibis
import ibis.expr.types as ir

from ballast.rooms.figures import clock
from ballast.rooms.figures.relations import relation
from ballast.rooms.figures.settling import Dialect, Rules
from ballast.rooms.figures.wide import card, cases, milestones, money, progress
from ballast.rooms.figures.wide.promise import promise
from ballast.rooms.figures.wide.stage import stage
from ballast.rooms.figures.wide.stall import stall
from ballast.rulebook.figures.columns import COLUMNS


class Steps:
    """Named expressions in order; each may read those before it."""

    def __init__(self) -> None:
        self.named: dict[str, ir.Table] = {}

    def put(self, name: str, step: ir.Table) -> ir.Table:
        """Name a step; the table it is from then on."""
        self.named[name] = step
        return ibis.table(step.schema(), name=f"step_{name}")

    def text(self, last: ir.Table, dialect: Dialect) -> str:
        """All steps and the last one as one query."""
        steps = (f'"step_{name}" AS ({_text(step, dialect)})' for name, step in self.named.items())
        return f"WITH {', '.join(steps)} SELECT * FROM ({_text(last, dialect)}) AS answer"


def snapshot(rules: Rules, dialect: Dialect) -> str:
    """One row a project under the rules of a book, as SQL yet to be settled."""
    steps = Steps()
    wide = steps.put("card", card.card(rules.size_bands))
    parts = {
        "plan": money.plan(), "funds": money.funds(), "promises": money.promises(), "output": money.output(),
        "progress": progress.progress(), "cases": cases.cases(), "lists": card.lists(),
        "dates": milestones.dates(steps.put("milestones", milestones.pivot())),
    }  # fmt: skip
    wide = steps.put("joined", _joined(wide, {name: steps.put(name, part) for name, part in parts.items()}))
    wide = steps.put("promised", promise(wide, rules.start_on_land))
    wide = wide.mutate(
        stage=stage(wide), stall=stall(wide, rules.stalls), behind=_behind(wide), month=clock.text("month")
    )
    return steps.text(wide.select(*COLUMNS, "month"), dialect)


def indicators(dialect: Dialect) -> str:
    """Every indicator with the place it speaks of, as SQL yet to be settled."""
    published, places = relation("indicators"), card.places()
    joined = published.join(places, published.area_id == places.area_id)
    columns = ("area", "county", "park", "level", "indicator", "month", "lead_industry", "year_to_date")
    return _text(joined.select(*columns), dialect)


def _joined(wide: ir.Table, parts: dict[str, ir.Table]) -> ir.Table:
    """The card with all parts beside it; nothing said is empty text or no, where a column has no absence."""
    joined = wide
    for name, part in parts.items():
        of = part.rename({f"{name}_project": "project_id"})
        joined = joined.left_join(of, wide.project == of[f"{name}_project"])
    columns = [name for name in joined.columns if not name.endswith("_project")]
    nothing = {"reported": False, "lists": "", "problems": "", "form_progress": ""}
    told = {name: joined[name].fill_null(nothing[name]) if name in nothing else joined[name] for name in columns}
    return joined.select(**told)


def _behind(wide: ir.Table) -> ir.BooleanValue:
    """Year to date below the share of the plan due, where both are known."""
    late = wide.completed_ytd * clock.number("of") < wide.annual_plan * clock.number("due")
    return ibis.cases(((wide.annual_plan > 0) & wide.completed_ytd.notnull(), late))


def _text(step: ir.Table, dialect: Dialect) -> str:
    return str(ibis.to_sql(step, dialect=dialect))
