"""How a check is declared: code, severity, column and clause beside the one function that words its finding."""

from collections.abc import Callable
from dataclasses import dataclass

from ballast.kit.money import in_wan
from ballast.kit.sentence import Sentence
from ballast.rulebook.checks.params import CheckParams
from ballast.rulebook.checks.row import Finding, ReportRow, Severity

Rule = Callable[[ReportRow, CheckParams], Sentence | None]


@dataclass(frozen=True, slots=True)
class Check:
    """One check; ``rule`` gives the sentence of its fault (what is, and what would be right) or None."""

    code: str
    severity: Severity
    column: str
    clause: Sentence
    rule: Rule

    def finding(self, row: ReportRow, params: CheckParams) -> Finding | None:
        """The finding on ``row``, or None where it passes or lacks what the check compares."""
        sentence = self.rule(row, params)
        return Finding(self.code, self.severity, self.column, sentence, self.clause) if sentence else None


def check(code: str, severity: Severity, column: str, zh: str, en: str) -> Callable[[Rule], Check]:
    """Declare a check; ``zh`` and ``en`` are its clause."""

    def declare(rule: Rule) -> Check:
        return Check(code, severity, column, Sentence(zh, en), rule)

    return declare


def wan(amount: int) -> str:
    """An amount as findings word it, in Chinese and English alike: ``1,234.5 万元``."""
    return f"{in_wan(amount)} 万元"
