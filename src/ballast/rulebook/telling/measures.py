"""A measure's answer as a sentence: the kind's own, with what it was reckoned from."""

from fractions import Fraction
from typing import TYPE_CHECKING

from ballast.kit.sentence import Sentence
from ballast.rulebook.measures.measured import Absent, Input, Measured, Unit
from ballast.rulebook.telling.values import shown

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

AHEAD = "ahead"  # the sentence of a measure of arrears where there are none


def arithmetic(book: "Book", code: str, found: Measured) -> Sentence:
    """How a measure came to its value, or why it has none; what is ahead is told without its sign."""
    kind, use = book.uses()[code]
    if found.value is None:
        return _absent(book, kind.absent, found)
    told = {one.name: shown(one.value, one.unit) for one in found.inputs}
    ahead = AHEAD in kind.says and isinstance(found.value, int | Fraction) and found.value < 0
    told["value"] = shown(-found.value if ahead else found.value, kind.unit_of(use, book))
    says = kind.says[AHEAD if ahead else found.says]
    return Sentence(
        says.zh.format_map(_Words({name: one.zh for name, one in told.items()}, "（无）")),
        says.en.format_map(_Words({name: one.en for name, one in told.items()}, "(none)")),
    )


def _absent(book: "Book", why: Sentence, found: Measured) -> Sentence:
    """The reason, with the facts that are lacking by name."""
    word = found.absent or Absent.MISSING
    lacking = [name for one in found.inputs if one.value is None and one.fact for name in [fact_name(book, one)]]
    zh, en = "、".join(one.zh for one in lacking), ", ".join(one.en for one in lacking)
    return Sentence(
        f"{word.zh}{f'（缺{zh}）' if zh else ''}：{why.zh}", f"{word.en}{f' (lacking {en})' if en else ''}: {why.en}"
    )


class _Words(dict[str, str]):
    """What a sentence names and the measure did not say is said to be none."""

    def __init__(self, words: dict[str, str], nothing: str) -> None:
        super().__init__(words)
        self.nothing = nothing

    def __missing__(self, name: str) -> str:
        return self.nothing


FACTS = {
    "plan.amount": ("年度计划", "annual plan"), "progress.year_to_date": ("本年累计完成", "year to date"),
    "progress.month_completed": ("本月完成", "month completed"), "progress.to_date": ("开工累计完成", "to date"),
    "target.amount": ("月任务", "task of the month"), "funding.paid_in": ("到位资金", "funds paid in"),
    "funding.agreed": ("约定资金", "funds agreed"), "profile.total_investment": ("总投资", "total investment"),
    "profile.land_mu": ("用地面积", "land"), "profile.developed_mu": ("已开发面积", "land developed"),
    "promise.output": ("承诺产值", "promised output"), "promise.tax": ("承诺税收", "promised tax"),
    "promise.jobs": ("承诺用工", "promised jobs"), "output.output": ("产值", "output"), "output.tax": ("税收", "tax"),
    "output.jobs": ("用工", "jobs"), "indicator": ("地区指标", "figure of the area"), "target": ("目标", "target"),
    "tour": ("观摩得分", "points of the tour"), "ranking": ("公布的得分", "published points"),
    "submission.late_days": ("报送情况", "hand-in"), "submission.missing": ("报送情况", "hand-in"),
}  # fmt: skip


def fact_name(book: "Book", one: Input) -> Sentence:
    """A fact as people call it, with the rest of its key."""
    if one.fact in ("milestone.actual_on", "milestone.planned_on"):
        name = (
            book.event_name(one.name.removeprefix("planned_"))
            if one.unit is Unit.DATE and _is_event(book, one)
            else None
        )
        zh, en = (name.zh, name.en) if name else (one.key[0], one.key[0])
        return Sentence(f"{zh}的{'计划' if 'planned' in one.fact else '实际'}时间", f"{en} ({one.fact})")
    zh, en = FACTS.get(one.fact, (one.fact, one.fact))
    key = " ".join(part for part in one.key if part[:2].isdigit())
    return Sentence(f"{key}{zh}", f"{en} {key}".strip())


def _is_event(book: "Book", one: Input) -> bool:
    from ballast.rulebook.stages import MilestoneKind

    name = one.name.removeprefix("planned_")
    return name in book.events or name in set(map(str, MilestoneKind))
