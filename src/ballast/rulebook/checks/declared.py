"""How a check is declared: code, column and clause beside the one function that words its finding.

Its severity stands in the table of ``severity``, where a city may set it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ballast.kit.money import in_wan
from ballast.kit.sentence import Sentence
from ballast.rulebook.checks.params import DEFAULT, CheckParams
from ballast.rulebook.checks.row import Finding
from ballast.rulebook.checks.severity import Severity

Seen = TypeVar("Seen")
Rule = Callable[[Seen, CheckParams], Sentence | None]


@dataclass(frozen=True, slots=True)
class Check(Generic[Seen]):
    """One check; ``rule`` gives the sentence of its fault (what is, and what would be right) or None."""

    code: str
    column: str
    clause: Sentence
    rule: Rule[Seen]

    @property
    def severity(self) -> Severity:
        """How heavy it is where the city's book says nothing."""
        return DEFAULT.severity.of(self.code)

    def finding(self, seen: Seen, params: CheckParams) -> Finding | None:
        """The finding on what is seen, or None where it passes, is off, or lacks what the check compares."""
        sentence = self.rule(seen, params)
        if sentence is None or (severity := params.severity.of(self.code)) is Severity.OFF:
            return None
        return Finding(self.code, severity, self.column, sentence, self.clause)


def check(code: str, column: str, zh: str, en: str) -> Callable[[Rule[Seen]], Check[Seen]]:
    """Declare a check; ``zh`` and ``en`` are its clause."""

    def declare(rule: Rule[Seen]) -> Check[Seen]:
        return Check(code, column, Sentence(zh, en), rule)

    return declare


def wan(amount: int) -> str:
    """An amount as findings word it, in Chinese and English alike: ``1,234.5 万元``."""
    return f"{in_wan(amount)} 万元"
