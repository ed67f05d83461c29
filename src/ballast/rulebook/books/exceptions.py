"""The chapter of justified exceptions: who may grant them, for how long, and what they suspend."""

from pydantic import Field

from ballast.rulebook.grammar.page import Clause
from ballast.rulebook.grammar.spans import Span
from ballast.rulebook.terms import Role


class ExceptionKind(Clause):
    """One kind of justified exception."""

    suspends: tuple[str, ...] = Field(
        min_length=1, description='暂停的规则，如 "lights.start"、"stall_lists.*"、"*" / what it suspends'
    )
    longest: Span = Field(description="一次最长期限 / the longest it may last")
    renewals: int = Field(0, ge=0, le=20, description="可续几次 / how often it may be renewed")
    granted_by: tuple[Role, ...] = Field(min_length=1, description="谁可批准 / who may grant it")
    evidence: bool = Field(True, description="须有佐证材料 / evidence is wanted")


def covers(patterns: tuple[str, ...], rule: str) -> bool:
    """Whether a rule such as ``lights.start`` is among those suspended."""
    return any(
        pattern in ("*", rule) or (pattern.endswith(".*") and rule.startswith(pattern[:-1])) for pattern in patterns
    )
