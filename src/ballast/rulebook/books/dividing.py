"""Where a book divides the line of a measure: bands of lights, grades of measures, levels of indicators."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ballast.kit.sentence import Sentence
from ballast.rulebook.grammar.refs import Path
from ballast.rulebook.measures.measured import Unit

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book


class Divided(NamedTuple):
    """A list of stretches: where it stands, of which measure, and whether gaps are spoken for by ``otherwise``."""

    where: Path
    measure: str
    parts: Sequence[Any]
    gaps: bool


def divided(book: "Book") -> Iterator[Divided]:
    """Every list of stretches that must divide the line without gap or overlap."""
    for code, light in book.lights.items():
        if light.bands:
            yield Divided(("lights", code, "bands"), light.measure, light.bands, bool(light.otherwise))
    measures: dict[str, Any] = {code: use for code, (_, use) in book.uses().items()}
    for code, use in measures.items():
        if use.kind == "graded":
            yield Divided(("measures", code, "grades"), use.of, use.grades, use.otherwise is not None)
    for code, sheet in book.scoring.items():
        for name, one in sheet.indicators.items():
            by: Any = one.by
            if by.kind == "levels":
                where = ("scoring", code, "indicators", name, "by", "levels")
                yield Divided(where, one.measure, by.levels, by.otherwise is not None)


# What can be taken from each other, or held beside each other; a plain number goes with everything.
TOGETHER: dict[Unit, str] = {
    **dict.fromkeys((Unit.PERCENT, Unit.POINTS, Unit.COUNT, Unit.TIMES, Unit.PLACE, Unit.JOBS), "number"),
    Unit.MONTHS: "months", Unit.SPAN: "months",
}  # fmt: skip
BESIDE = ("difference", "greatest", "least")


def beside(book: "Book") -> Iterator[tuple[Path, Sentence]]:
    """Measures taken from each other, or held beside each other, that count in units that have nothing to do."""
    uses: dict[str, Any] = dict(book.uses())
    units = {code: kind.unit_of(use, book) for code, (kind, use) in uses.items()}
    for code, (_, use) in uses.items():
        if use.kind not in BESIDE:
            continue
        named = (use.of, use.to) if use.kind == "difference" else use.of
        found = [(one, units[one]) for one in named]
        kinds = {str(TOGETHER.get(unit, unit)) for _, unit in found if unit is not Unit.NUMBER}
        if len(kinds) > 1:
            zh = "、".join(f"“{one}”是{unit.zh}" for one, unit in found)
            en = ", ".join(f"{one} counts in {unit.en}" for one, unit in found)
            yield ("measures", code, "of"), Sentence(f"单位不同，不能相减或比大小：{zh}", f"units differ: {en}")


def alike(book: "Book") -> Iterator[tuple[Path, Sentence]]:
    """Cases that take measures of more than one unit, or numbers beside measures that are none."""
    measures: dict[str, Any] = {code: use for code, (_, use) in book.uses().items()}
    for code, use in measures.items():
        if use.kind != "by_case":
            continue
        numbers = bool(use.otherwise) or any(one.gives is not None for one in use.cases)
        units = {Unit.NUMBER} if numbers else set()
        for place, one in enumerate(use.cases):
            if not one.takes:
                continue
            kind, inner = book.uses()[one.takes]
            units.add(kind.unit_of(inner, book))
            if len(units) > 1:
                told = "、".join(sorted(unit.zh or "数" for unit in units))
                yield (
                    ("measures", code, "cases", place, "takes"),
                    Sentence(
                        f"各种情形的单位应相同，这里有{told}；可先用 weighted、graded 化成数",
                        f"all cases count in one unit, here are {told}; make numbers of them by weighted or graded",
                    ),
                )
                break
