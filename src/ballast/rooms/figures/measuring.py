"""The sweep of an edition as expressions: every row weighed once, then summed by every dimension."""

import ibis
import ibis.expr.types as ir

from ballast.rooms.figures.expressions import condition
from ballast.rooms.figures.relations import relation
from ballast.rooms.figures.sweeping import APART, KEYS, MEASURED
from ballast.rulebook.figures.conditions import Condition
from ballast.rulebook.figures.vocabulary import Component


def measured(parts: tuple[Component, ...]) -> str:
    """A row a project: its keys, whether it is meant by each condition, and what it brings to each sum."""
    table = relation("snapshot")
    columns: dict[str, ir.Value] = {"told": _told(table)}
    for number, where in enumerate(_conditions(parts)):
        columns[f"meant_{number}"] = condition(table, where)
    for number, part in enumerate(parts):
        if part.column:
            columns[f"brings_{number}"] = ibis.ifelse(condition(table, part.where), table[part.column], None)
    return str(ibis.to_sql(table.select(**columns), dialect="duckdb"))


def _told(table: ir.Table) -> ir.Value:
    """Under which keys of which dimensions a project is added up: the whole, one key of each, and its lists."""
    keys = [ibis.literal(by + APART) + table[column].fill_null("") for by, column in KEYS.items()]
    lists = table.lists.fill_null("").split("|").filter(lambda code: code != "")
    return ibis.array([ibis.literal(APART), *keys]).concat(lists.map(lambda code: ibis.literal("list" + APART) + code))


def sums(parts: tuple[Component, ...]) -> str:
    """Every key of every dimension with every component: counts of who is meant, sums of what they bring."""
    conditions = _conditions(parts)
    schema = {"told": "array<string>"}
    schema |= {f"meant_{number}": "boolean" for number in range(len(conditions))}
    schema |= {f"brings_{number}": "int64" for number, part in enumerate(parts) if part.column}
    table = ibis.table(schema, name=MEASURED)
    table = table.mutate(told=table.told.unnest())
    measures = {}
    for number, part in enumerate(parts):
        meant = table[f"meant_{conditions.index(part.where)}"].cast("int64").sum()
        brought = table[f"brings_{number}"].sum() if part.column else meant
        measures[f"part_{number}"] = ibis.ifelse(meant == 0, 0, brought).cast("int64")
    return str(ibis.to_sql(table.group_by("told").agg(**measures), dialect="duckdb"))


def _conditions(parts: tuple[Component, ...]) -> list[Condition]:
    return list(dict.fromkeys(part.where for part in parts))
