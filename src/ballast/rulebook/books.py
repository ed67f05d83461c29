"""Policy books: what a city decides, read from TOML with its paper, place and date, and checked key by key."""

import tomllib
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rulebook.calendar import CalendarParams
from ballast.rulebook.checks.params import CheckParams
from ballast.rulebook.industries import NAMES
from ballast.rulebook.loop import LoopParams
from ballast.rulebook.powers import HOLDERS, Powers
from ballast.rulebook.stalls import StallClocks

DEFAULT = Path(__file__).parents[3] / "policies" / "default" / "book.toml"


class FaultyBook(Refusal):
    """A policy book that cannot be followed; ``where`` is file, line and key."""


class _Page(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def _fraction(text: object) -> Fraction:
    try:
        return Fraction(str(text))
    except (ValueError, ZeroDivisionError) as fault:
        raise ValueError(f"应为分数如 7/12 / should be a fraction such as 7/12, not {text!r}") from fault


class SizeBand(_Page):
    """One band of planned total investment, from ``at_least`` 元 up to the next band."""

    code: str = Field(pattern=r"^[a-z0-9_]+$")
    zh: str
    en: str
    at_least: int = Field(ge=0)


class StartOnLand(_Page):
    """拿地即开工: working days from the land date to the last of five papers; days to the verified start."""

    papers_working_days: int = Field(5, ge=0, le=250)
    start_days: int = Field(30, ge=0, le=730)


class LeadIndustry(_Page):
    """One lead industry (主导产业) and the divisions of GB/T 4754-2017 that belong to it."""

    zh: str
    en: str
    divisions: tuple[str, ...] = ()

    @field_validator("divisions")
    @classmethod
    def _in_the_standard(cls, divisions: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [code for code in divisions if code not in NAMES]
        if unknown:
            raise ValueError(f"国标没有大类 {unknown} / GB/T 4754-2017 has no division {unknown}; 01–97")
        return divisions


class Book(_Page):
    """One policy book."""

    place: str
    paper: str
    date: date
    curve: tuple[Annotated[Fraction, BeforeValidator(_fraction)], ...] = Field(min_length=12, max_length=12)
    size_bands: tuple[SizeBand, ...] = Field(min_length=1)
    stalls: StallClocks = StallClocks()
    start_on_land: StartOnLand = StartOnLand()
    checks: CheckParams = CheckParams()
    calendar: CalendarParams = CalendarParams()
    powers: Powers = HOLDERS
    loop: LoopParams = LoopParams()
    lead_industries: dict[str, LeadIndustry] = {}

    @field_validator("curve")
    @classmethod
    def _rises_to_one(cls, curve: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
        if curve[0] < 0 or curve[-1] != 1 or any(late < early for early, late in pairwise(curve)):
            raise ValueError("应逐月不减、十二月为 1 / the curve may not fall and ends at 1")
        return curve

    @field_validator("size_bands")
    @classmethod
    def _rise(cls, bands: tuple[SizeBand, ...]) -> tuple[SizeBand, ...]:
        if bands[0].at_least != 0 or any(above.at_least <= below.at_least for below, above in pairwise(bands)):
            raise ValueError("应从 0 起逐档升高 / bands start at 0 and rise")
        if len({band.code for band in bands}) < len(bands):
            raise ValueError("代码重复 / two bands have one code")
        return bands

    def scheduled(self, month: int) -> Fraction:
        """The share of the annual plan due by the end of calendar month 1..12 (序时进度)."""
        return self.curve[month - 1]

    def size_band(self, total: int | None) -> str:
        """The code of the band a total investment in 元 falls in; empty where it is unknown."""
        if total is None or total < 0:
            return ""
        return next(band.code for band in reversed(self.size_bands) if total >= band.at_least)


@lru_cache(maxsize=1)
def default() -> Book:
    """The default book."""
    return load(DEFAULT)


def load(path: Path) -> Book:
    """Read a book; raises FaultyBook naming file, line and key of its first fault."""
    text = path.read_text(encoding="utf-8")
    try:
        return Book.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as fault:
        sentence = Sentence(f"不是有效的 TOML：{fault}", f"Not valid TOML: {fault}")
        raise FaultyBook(sentence, where=str(path), code="faulty_book") from fault
    except ValidationError as fault:
        raise _faulty(path, text, fault.errors()[0]) from fault


def _faulty(path: Path, text: str, error: Any) -> FaultyBook:
    key = ".".join(str(part) for part in error["loc"])
    said = f"{error['msg']}（{error['input']!r}）" if error["type"] != "missing" else error["msg"]
    where = f"{path.name}:{_line(text, [str(part) for part in error['loc']])} {key}"
    sentence = Sentence(f"规则不合要求：{said}", f"Not a rule the book can hold: {said}")
    return FaultyBook(sentence, where=where, code="faulty_book")


def _line(text: str, keys: list[str]) -> int:
    """The line the innermost key that can be found stands on; 1 where none can."""
    line = 1
    lines = text.splitlines()
    for key in keys:
        for number in range(line, len(lines) + 1):
            stripped = lines[number - 1].strip()
            if stripped.startswith((f"{key} ", f"{key}=")) or stripped.strip("[]").split(".")[-1] == key:
                line = number
                break
    return line
