"""What a judge wrote on one ballot, read against the chapter: every item marked, within its full marks."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from fractions import Fraction

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.tours import Item, Tour

Marks = Mapping[str, Fraction]
FORM = re.compile(r"\d{1,3}(?:\.(?P<places>\d+))?")


def faults(tour: Tour, said: Mapping[str, str]) -> Iterator[tuple[str, Sentence]]:
    """What is wrong with the marks as they were written, item by item."""
    for item in tour.items:
        found = _plain(said.get(item.code, ""))
        read = FORM.fullmatch(found)
        if not found:
            yield item.code, Sentence(f"“{item.zh}”还没有打分", f"{item.label.en} is not marked yet")
        elif read is None or Fraction(found) > item.full:
            yield item.code, _wanted(item, found)
        elif len((read["places"] or "").rstrip("0")) > tour.decimals:
            most = f"最多 {tour.decimals} 位小数" if tour.decimals else "应为整数"
            yield (
                item.code,
                Sentence(
                    f"“{item.zh}”{most}，不是 {found}",
                    f"{item.label.en}: at most {tour.decimals} decimals, not {found}",
                ),
            )


def marks_of(tour: Tour, said: Mapping[str, str]) -> dict[str, Fraction]:
    """The marks of a ballot without faults, exact."""
    return {item.code: Fraction(_plain(said[item.code])) for item in tour.items}


def written(mark: Fraction) -> str:
    """One mark as it is kept and hashed: 36.5, 40."""
    hundredths = mark * 100
    whole, rest = divmod(int(hundredths), 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") if rest else str(whole)


def _plain(said: str) -> str:
    """Full-width digits and points as plain ones."""
    return unicodedata.normalize("NFKC", said).strip().replace("。", ".")


def _wanted(item: Item, found: str) -> Sentence:
    return Sentence(
        f"“{item.zh}”应为 0 至 {item.full} 分，不是 {found[:12]}",
        f"{item.label.en} is marked from 0 to {item.full}, not {found[:12]}",
    )
