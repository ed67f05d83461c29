"""The checks made on every monthly report: errors stop, warnings ask for an explanation, notes are said.

A check is one function beside its code, severity, column and clause; ``examine`` asks them all.
"""

from ballast.rulebook.checks import clocks, pace, sums
from ballast.rulebook.checks.declared import Check
from ballast.rulebook.checks.params import DEFAULT, CheckParams
from ballast.rulebook.checks.row import Finding, ReportRow, Severity

ALL: tuple[Check, ...] = (*sums.ALL, *pace.ALL, *clocks.ALL)

__all__ = ["ALL", "DEFAULT", "Check", "CheckParams", "Finding", "ReportRow", "Severity", "examine"]


def examine(row: ReportRow, params: CheckParams = DEFAULT) -> list[Finding]:
    """Everything the checks find on one row, in the order they are declared."""
    return [found for check in ALL if (found := check.finding(row, params)) is not None]
