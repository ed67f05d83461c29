"""The economy: what the statistics office publishes, whole and by lead industry."""

from ballast.rulebook.books import Book
from ballast.rulebook.figures.catalogue.drafts import SPEECH, Draft
from ballast.rulebook.figures.conditions import Is
from ballast.rulebook.figures.declarations import Unit
from ballast.rulebook.figures.vocabulary import Growth, HowMany, Latest, Published
from ballast.rulebook.terms import AreaIndicator, Basis

THEME = ("经济指标与主导产业", "Economy and lead industries")


def figures(book: Book) -> list[Draft]:
    """Growth of every published indicator, and two figures for every lead industry of the book."""
    found = [_growth(indicator) for indicator in AreaIndicator]
    for code, industry in book.lead_industries.items():
        found += _industry(code, industry.zh, industry.en)
    return found


def _growth(indicator: AreaIndicator) -> Draft:
    return Draft(
        f"{indicator}_growth", (f"{indicator.zh}增速", f"Growth of {indicator.en}"),
        (f"一月至本月{indicator.zh}比上年同期增长（统计部门公布，可比价）",
         f"Growth of {indicator.en}, January to the month over last year, as published at comparable prices"),
        Unit.PERCENT, Growth(Published(indicator)), Basis.STATISTICAL, SPEECH,
    )  # fmt: skip


def _industry(code: str, zh: str, en: str) -> list[Draft]:
    where = Is("lead_industry", code)
    return [
        Draft(f"output_growth_{code}", (f"{zh}产值增速", f"Output growth of {en}"),
              (f"一月至本月{zh}产业产值比上年同期增长（统计部门公布）",
               f"Growth of the output of {en} over last year, as published"),
              Unit.PERCENT, Growth(Published(AreaIndicator.OUTPUT, code)), Basis.STATISTICAL, SPEECH),
        Draft(f"projects_{code}", (f"{zh}项目数", f"Projects of {en}"), (f"{zh}产业的项目个数", f"Projects of {en}"),
              Unit.COUNT, HowMany(where), clause=SPEECH),
        Draft(f"total_{code}", (f"{zh}项目总投资", f"{en.capitalize()}: total investment"),
              (f"{zh}产业项目的总投资", f"Total investment of projects of {en}"),
              Unit.YUAN, Latest("total_investment", where), clause=SPEECH),
    ]  # fmt: skip
