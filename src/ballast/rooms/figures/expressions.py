"""Figures as Ibis expressions over the snapshot: the second reading of every formula."""

import ibis
import ibis.expr.types as ir

from ballast.rooms.figures import clock
from ballast.rooms.figures.relations import relation
from ballast.rooms.figures.settling import Dialect
from ballast.rulebook.figures import conditions as c
from ballast.rulebook.figures.columns import BY
from ballast.rulebook.figures.reading import LEVELS
from ballast.rulebook.figures.vocabulary import Component


def condition(table: ir.Table, asked: c.Condition) -> ir.BooleanValue:
    """Whether a row meets a condition; never absent."""
    if isinstance(asked, c.All):
        return ibis.and_(*(condition(table, part) for part in asked.of))
    if isinstance(asked, c.Any):
        return ibis.or_(*(condition(table, part) for part in asked.of))
    if isinstance(asked, c.Not):
        return ~condition(table, asked.of)
    if isinstance(asked, c.OnList):
        return table.lists.contains(f"|{asked.code}|").fill_null(False)
    column = table[asked.column]  # type: ignore[attr-defined]
    if isinstance(asked, c.Known) and not column.type().is_string():
        return column.notnull()
    return _atom(column, asked).fill_null(False)


def _atom(column: ir.Column, asked: c.Condition) -> ir.BooleanValue:
    if isinstance(asked, c.Is):
        return column.isin(asked.values) if asked.values else column
    if isinstance(asked, c.AtLeast):
        return column >= asked.bound
    if isinstance(asked, c.Below):
        return column < asked.bound
    if isinstance(asked, c.Within):
        return _within(column, asked.period)
    return column != ""


def _within(on: ir.StringValue, period: c.Period) -> ir.BooleanValue:
    """ISO dates compare as text: ``2025-07`` stands before every day of July 2025."""
    if period == "last_year":
        return (on >= clock.text("last_year")) & (on < clock.text("year"))
    return (on >= clock.text(period)) & (on <= clock.text("end"))


def measure(table: ir.Table, part: Component) -> ir.IntegerScalar:
    """One component: rows counted; or a column summed: nought where no row is meant, absent where none is known."""
    where = condition(table, part.where)
    everyone = part.where == c.EVERYTHING
    if not part.column:
        return table.count() if everyone else table.count(where=where)
    column = table[part.column]
    summed = column.sum() if everyone else column.sum(where=where)
    meant = table.count() if everyone else table.count(where=where)
    return ibis.ifelse(meant == 0, 0, summed).cast("int64")


def keyed(by: str) -> tuple[ir.Table, ir.StringValue]:
    """The snapshot and the key of a dimension; by list a row comes once for every list its project stands on."""
    table = relation("snapshot")
    if by == "list":
        codes = relation("list_codes")
        listed = table.join(codes, table.lists.contains(ibis.literal("|") + codes.code + "|"))
        return listed, listed.code
    return table, table[BY[by]].fill_null("") if by else ibis.literal("")


def compiled(parts: tuple[Component, ...], by: str, dialect: Dialect) -> str:
    """One query for many components of projects: a row a key, the key first; without ``by`` one row."""
    table, key = keyed(by)
    measures = {f"part_{number}": measure(table, part) for number, part in enumerate(parts)}
    return _text(table.group_by(key=key).agg(**measures) if by else table.agg(**measures), dialect)


def compiled_published(by: str, dialect: Dialect) -> str:
    """The query of all that is published of a month: indicator, lead industry, key, value.

    By lead industry the industries are the keys, and the lead industry asked for is none in particular.
    """
    table = relation("published")
    here = table.month == clock.text("month")
    if by == "lead_industry":
        here &= table.lead_industry != ""
    if by in LEVELS:
        here &= table.level == str(LEVELS[by])
    key = {"": ibis.literal(""), "lead_industry": table.lead_industry}.get(by, table.area)
    industry = ibis.literal("") if by == "lead_industry" else table.lead_industry
    found = table.filter(here).select(indicator="indicator", industry=industry, key=key, amount="year_to_date")
    return _text(found.group_by("indicator", "industry", "key").agg(value=found.amount.sum().cast("int64")), dialect)


def compiled_rows(part: Component, by: str, dialect: Dialect) -> str:
    """The query of the rows a component counts: key (where divided), project, serial, name, area, contribution."""
    table, key = keyed(by)
    amount = table[part.column] if part.column else ibis.literal(1).cast("int64")
    meant = table.filter(condition(table, part.where), amount.notnull())
    said = {"key": key, "contribution": amount} | {name: table[name] for name in ("project", "serial", "name", "area")}
    return _text(meant.select(**said), dialect)


def _text(expression: ir.Table, dialect: Dialect) -> str:
    return str(ibis.to_sql(expression, dialect=dialect))
