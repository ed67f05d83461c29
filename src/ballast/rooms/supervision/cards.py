"""Frozen cards of supervision, as they travel between rooms and to pages."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionAsked:
    """What an exception is asked for: one project (by serial) or one area (by code), of a kind, for a while."""

    kind: str
    since: date
    until: date
    reason: str
    evidence: str = ""
    serial: str = ""
    area_code: str = ""
    rules: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonGiven:
    """Why a project is stuck on a list of stalls, who holds it since when, and by when it is to be free."""

    serial: str
    stall: str
    reason: str
    words: str = ""
    holder: str = ""
    held_since: date | None = None
    promised_on: date | None = None
