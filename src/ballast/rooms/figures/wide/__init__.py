"""The wide snapshot as one expression; every column means what ``rulebook.figures.snapshot`` says."""

import ibis
import ibis.expr.types as ir

from ballast.rooms.figures import clock
from ballast.rooms.figures.relations import relation
from ballast.rooms.figures.wide import card, cases, milestones, money, progress
from ballast.rooms.figures.wide.promise import promise
from ballast.rooms.figures.wide.stage import stage
from ballast.rooms.figures.wide.stall import stall
from ballast.rulebook.books import Book
from ballast.rulebook.figures.columns import COLUMNS


def snapshot(book: Book) -> ir.Table:
    """One row a project under a book, in the order of its columns."""
    wide = card.card(book)
    parts = (money.plan(), money.funds(), money.promises(), money.output(), progress.progress(), cases.cases(),
             milestones.milestones(), card.lists())  # fmt: skip
    for part in parts:
        wide = wide.left_join(part, wide.project == part.project_id).drop("project_id")
    wide = wide.mutate(
        reported=wide.reported.fill_null(False), lists=wide.lists.fill_null(""), problems=wide.problems.fill_null(""),
        form_progress=wide.form_progress.fill_null(""),
    )  # fmt: skip
    wide = promise(wide.mutate(stage=stage(wide)), book.start_on_land)
    wide = wide.mutate(stall=stall(wide, book.stalls), behind=_behind(wide), month=clock.text("month"))
    return wide.select(*COLUMNS, "month")


def indicators() -> ir.Table:
    """Every indicator, with the place it speaks of."""
    published, places = relation("indicators"), card.places()
    joined = published.join(places, published.area_id == places.area_id)
    return joined.select(
        "area", "county", "park", "level", "indicator", "month", "lead_industry", "year_to_date"
    )


def _behind(wide: ir.Table) -> ir.BooleanValue:
    """Year to date below the share of the plan due, where both are known."""
    late = wide.completed_ytd * clock.number("of") < wide.annual_plan * clock.number("due")
    return ibis.cases(((wide.annual_plan > 0) & wide.completed_ytd.notnull(), late))
