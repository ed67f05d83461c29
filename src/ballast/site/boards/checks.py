"""The page of checks: each with its wording, clause and severity, and how often it spoke in a month."""

from dataclasses import dataclass

from ballast.kit.sentence import Sentence
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry.cards import Reach
from ballast.rooms.reporting import queries as reporting
from ballast.rulebook.checks import ALL, DEFAULT, EFFECTS, Severity
from ballast.rulebook.checks.handbook import GROUPS

ROW_CODES = {check.code for check in ALL}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One check: its clause, its wording by a worked example, its severity, and what came of it in the month.

    ``fired`` counts the reports as they stand; None for checks of photos and reporters, which speak when they come in.
    """

    code: str
    clause: Sentence
    wording: Sentence
    severity: Severity
    effect: Sentence
    fired: int | None
    open: int
    answered: int
    settled: int


@dataclass(frozen=True, slots=True)
class ChecksPage:
    """The checks by what they look at, the month, and how many reports of it were looked at."""

    month: str
    months: list[str]
    rows: int
    groups: list[tuple[Sentence, list[CheckLine]]]


def checks(month: str, *, held: Reach) -> ChecksPage:
    """Every check under the book in force; the newest month reported where none is asked for."""
    months = reporting.months()
    month = reporting.month_named(month) if month else (months[-1] if months else "")
    params = policy.for_month(month).checks if month else DEFAULT
    rows = reporting.report_rows(month, held=held) if month else {}
    fired, asked = reporting.fired(rows.values(), params), reporting.asked_by_code(month, held=held)
    groups = []
    for title, made, seen in GROUPS:
        lines = []
        for check in made:
            severity, stand = params.severity.of(check.code), asked.get(check.code, {})
            lines.append(CheckLine(
                code=check.code, clause=check.clause, severity=severity, effect=EFFECTS[severity],
                wording=check.rule(seen[check.code], params) or check.clause,
                fired=fired[check.code] if check.code in ROW_CODES else None, open=stand.get("open", 0),
                answered=stand.get("answered", 0), settled=stand.get("settled", 0),
            ))  # fmt: skip
        groups.append((title, lines))
    return ChecksPage(month, months[::-1], len(rows), groups)
