"""The month in expressions: words that stand for it in compiled SQL until it is settled."""

import ibis
import ibis.expr.types as ir


def text(word: str) -> ir.StringValue:
    """A word of the month, as text: ``month``, ``end``, ``year``, ``last_year``."""
    return ibis.literal(f"@{word}")


def number(word: str) -> ir.IntegerValue:
    """A word of the month, as a number: ``index``, ``due`` over ``of``, ``year``."""
    return ibis.literal(f"@{word}").cast("int64")
