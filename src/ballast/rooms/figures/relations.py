"""What expressions read, as relations: the ledger's facts, the rulebook's tables, the snapshot they are made into."""

import ibis
import ibis.expr.types as ir

from ballast.rooms.figures.settling import COLUMNS, LOOKUPS
from ballast.rulebook.figures.columns import COLUMNS as SNAPSHOT
from ballast.rulebook.figures.columns import Kind

IBIS: dict[str, str] = {
    **dict.fromkeys((Kind.DIMENSION, Kind.TEXT, Kind.DATE, Kind.MONTH), "string"), Kind.FLAG: "boolean",
}  # fmt: skip

# What figures are read from: the wide snapshot, the indicators in their places, the lists anything stands on.
READ = {
    "snapshot": {column.name: IBIS.get(column.kind, "int64") for column in SNAPSHOT.values()}
    | {"serial": "string", "month": "string"},
    "published": {
        "area": "string", "county": "string", "park": "string", "level": "string", "indicator": "string",
        "month": "string", "lead_industry": "string", "year_to_date": "int64",
    },
    "list_codes": {"code": "string"},
}  # fmt: skip


def relation(name: str) -> ir.Table:
    """A relation by name, for expressions."""
    if name in READ:
        return ibis.table(READ[name], name=f"known_{name}")
    if name in LOOKUPS:
        return ibis.table(LOOKUPS[name], name=f"lookup_{name}")
    columns = {column: "string" if kind == "date" else kind for column, kind in COLUMNS[name].items()}
    return ibis.table(columns, name=f"known_{name}")
