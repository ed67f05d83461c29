"""What may be asked, and the refusals of what may not."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import ruling
from ballast.rulebook.figures.columns import BY, COLUMNS
from ballast.rulebook.figures.declarations import Declaration

MONTH = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])")


class UnknownFigure(Refusal):
    """No figure of the catalogue has this code."""


class UnknownDimension(Refusal):
    """Figures are not divided so, or not this figure."""


class UnknownMonth(Refusal):
    """Not a month as it should be written."""


class UnknownColumn(Refusal):
    """No column of the snapshot has this name, or it cannot be filtered by."""


class UnknownPart(Refusal):
    """A figure has a numerator and a denominator, no other part."""


def declaration(code: str) -> Declaration:
    """The figure with this code; near names are offered where there is none."""
    found = ruling.declared(code)
    if found is None:
        near = _near(code, list(ruling.current()))
        raise UnknownFigure(
            Sentence(f"没有代码为“{code}”的指标{near.zh}", f"No figure has the code {code!r}{near.en}"),
            where=code, code="unknown_figure",
        )  # fmt: skip
    return found


def declarations(codes: Iterable[str]) -> list[Declaration]:
    """The figures with these codes, in one question."""
    known = ruling.current()
    return [known.get(code) or declaration(code) for code in codes]


def dimension(by: str, figure: Declaration | None = None) -> str:
    """A dimension figures are divided by (or none), and one that ``figure`` has."""
    may = figure.dimensions if figure else tuple(BY)
    if by and by not in may:
        listed = ", ".join(may)
        whose = figure.name if figure else Sentence("指标", "Figures")
        raise UnknownDimension(
            Sentence(
                f"{whose.zh}不能按“{by}”分，可用：{listed}", f"{whose.en}: not divided by {by!r}; use one of {listed}"
            ),
            where=by, code="unknown_dimension",
        )  # fmt: skip
    return by


def month(text: str) -> str:
    """A month from 1900 to 2099, as 2025-07."""
    if not MONTH.fullmatch(text):
        raise UnknownMonth(
            Sentence(f"月份“{text}”应写作 2025-07", f"{text!r} is not a month; write it as 2025-07"),
            where=text, code="unknown_month",
        )  # fmt: skip
    return text


def column(name: str) -> str:
    """A column of the snapshot."""
    if name not in COLUMNS:
        near = _near(name, list(COLUMNS))
        raise UnknownColumn(
            Sentence(f"没有“{name}”这一列{near.zh}", f"There is no column {name!r}{near.en}"),
            where=name, code="unknown_column",
        )  # fmt: skip
    return name


def facet(by: str, facets: Mapping[str, str]) -> str:
    """A dimension the project list is filtered by."""
    if by not in facets:
        listed = ", ".join(facets)
        raise UnknownDimension(
            Sentence(f"不能按“{by}”筛选，可用：{listed}", f"Cannot filter by {by!r}; use one of {listed}"),
            where=by, code="unknown_dimension",
        )  # fmt: skip
    return by


def part(text: str) -> str:
    """Numerator or denominator."""
    if text not in ("numerator", "denominator"):
        raise UnknownPart(
            Sentence(f"“{text}”应为 numerator 或 denominator", f"{text!r} should be numerator or denominator"),
            where=text, code="unknown_part",
        )  # fmt: skip
    return text


def _near(name: str, known: list[str]) -> Sentence:
    near = ", ".join(get_close_matches(name, known, n=3, cutoff=0.5))
    return Sentence(f"，是否指 {near}？", f"; did you mean {near}?") if near else Sentence("", "")
