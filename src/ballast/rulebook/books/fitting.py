"""Numbers of a book beside the measure they are compared with: the unit they may have, and what is rather meant."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.grammar.amounts import Quantity
from ballast.rulebook.grammar.conditions import BOUNDS
from ballast.rulebook.grammar.refs import Path
from ballast.rulebook.measures.measured import Unit

if TYPE_CHECKING:
    from ballast.rulebook.measures.registry import Kind

Found = Iterator[tuple[Path, Sentence]]
# The units a book may write a number in, beside a plain number, for a measure of each unit.
ALSO: dict[Unit, set[str]] = {unit: {str(unit)} for unit in Unit} | {
    Unit.SPAN: {"months"},
    Unit.COUNT: {"count"}, Unit.PLACE: {"place", "count"}, Unit.TIMES: {"times"}, Unit.NUMBER: {"percent", "yuan"},
}  # fmt: skip
LEAST_YUAN = 10_000  # a plain number below it is more often meant in 万元 than in 元


def fitting(
    path: Path, bounds: Any, unit: Unit, *, share: bool = False, names: tuple[str, ...] = (*BOUNDS, "is")
) -> Found:
    """Numbers beside a measure of ``unit``; of a share, what is left of nought to one is more often meant as a part."""
    for name in names:
        said = getattr(bounds, "is_" if name == "is" else name, None)
        if said is None:
            continue
        if not isinstance(said, Quantity) or isinstance(said.value, date) or said.unit not in ("", *ALSO[unit]):
            yield (
                (*path, name),
                Sentence(
                    f"这个量的单位是“{unit.zh or '数'}”，应写数字或带该单位的文字",
                    f"this measure counts in {unit.en or 'numbers'}; a number, or one with that unit, is wanted",
                ),
            )
        elif not said.unit:
            yield from (((*path, name), doubt) for doubt in _doubtful(said.value, unit, share=share))


def _doubtful(value: Any, unit: Unit, *, share: bool) -> Iterator[Sentence]:
    """A plain number that was more likely meant in another unit."""
    if unit in (Unit.YUAN, Unit.YUAN_PER_MU) and 0 < abs(value) < LEAST_YUAN:
        per = "/亩" if unit is Unit.YUAN_PER_MU else ""
        yield Sentence(
            f'{value} 会当作 {value} 元{per}；请写明单位，如 "{value}万元{per}"、"{value}元{per}"',
            f'{value} would be {value} yuan; write the unit, as "{value}万元{per}" or "{value}元{per}"',
        )
    if share and 0 < value < 1:
        text, part = f"{float(value):g}%", f"{float(value * 100):g}%"
        yield Sentence(
            f'会当作 {text}；若指 {part} 请写 "{part}"，若确是 {text} 请写 "{text}"',
            f'this would be {text}; write "{part}" or "{text}", whichever is meant',
        )


def is_share(kind: "Kind") -> bool:
    """Whether it is a share of something, never below nought: a growth of 0.5 % may well be meant."""
    return kind.unit is Unit.PERCENT and kind.least == 0
