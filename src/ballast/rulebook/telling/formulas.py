"""Measures made of other measures, or added up over projects, as one sentence: what is divided, what is counted."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.telling.conditions import conditions, measure_name
from ballast.rulebook.telling.values import decimal

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

Formula = Callable[["Book", Any], Sentence]


def _between(sign: str, zh: str = "", en: str = "") -> Formula:
    """Two measures with a sign between them."""

    def told(book: "Book", page: Any) -> Sentence:
        first, second = measure_name(book, page.of), measure_name(book, page.to)
        return Sentence(f"“{first.zh}”{sign}“{second.zh}”{zh}", f"“{first.en}”{sign}“{second.en}”{en}")

    return told


def _product(book: "Book", page: Any) -> Sentence:
    names = [measure_name(book, code) for code in page.of]
    return Sentence(" × ".join(f"“{one.zh}”" for one in names), " × ".join(f"“{one.en}”" for one in names))


def _weighted(book: "Book", page: Any) -> Sentence:
    base = [decimal(page.base)] if page.base else []
    pairs = [(measure_name(book, code), weight) for code, weight in zip(page.of, page.weights, strict=True)]
    zh = [f"“{name.zh}” × {decimal(weight)}" for name, weight in pairs]
    en = [f"“{name.en}” × {decimal(weight)}" for name, weight in pairs]
    return Sentence(" + ".join([*base, *zh]), " + ".join([*base, *en]))


def _among(book: "Book", page: Any) -> Sentence:
    """Of which projects."""
    told = conditions(book, page.among)
    return Sentence(f"{told.zh}的项目", f"projects ({told.en})") if page.among else Sentence("全部项目", "all projects")


def _share(book: "Book", page: Any) -> Sentence:
    among, when = _among(book, page), conditions(book, page.when)
    return Sentence(f"{among.zh}中，{when.zh}的占百分之几", f"of {among.en}, the share of {when.en}")


def _count(book: "Book", page: Any) -> Sentence:
    among, when = _among(book, page), conditions(book, page.when)
    if not page.when:
        return Sentence(f"{among.zh}有几个", f"how many: {among.en}")
    return Sentence(f"{among.zh}中，{when.zh}的有几个", f"of {among.en}, how many are {when.en}")


def _sum(book: "Book", page: Any) -> Sentence:
    among, name = _among(book, page), measure_name(book, page.of)
    return Sentence(f"{among.zh}的“{name.zh}”合计", f"“{name.en}” of {among.en}, added up")


def _mean(book: "Book", page: Any) -> Sentence:
    among, name = _among(book, page), measure_name(book, page.of)
    if not page.weight:
        return Sentence(f"{among.zh}的“{name.zh}”平均", f"the mean “{name.en}” of {among.en}")
    by = measure_name(book, page.weight)
    return Sentence(
        f"{among.zh}的“{name.zh}”按“{by.zh}”加权平均", f"the mean “{name.en}” of {among.en}, weighted by “{by.en}”"
    )


FORMULAS: dict[str, Formula] = {
    "ratio": _between(" ÷ ", "，百分数", ", in percent"), "difference": _between(" − "), "quotient": _between(" ÷ "),
    "product": _product, "weighted": _weighted, "share_projects": _share, "count_projects": _count,
    "sum_projects": _sum, "mean_projects": _mean,
}  # fmt: skip
