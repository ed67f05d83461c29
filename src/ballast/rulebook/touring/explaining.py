"""The arithmetic of a tour in words: how every number came out of the ballots."""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.tours import Tour
from ballast.rulebook.telling.values import decimal
from ballast.rulebook.touring.marking import OfKind, ProjectMark, Trimmed
from ballast.rulebook.touring.placing import DRAW, County


def two(value: Fraction) -> str:
    """Points as they stand in a column: two decimals, a half rounded up; the sums beside them are exact."""
    hundredths = floor(value * 100 + Fraction(1, 2))
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def of_item(tour: Tour, project: ProjectMark, code: str) -> Sentence:
    """One item of one project: the mean of every kind of judges with its weight."""
    parts = [_of_kind(tour, one, one.items[code]) for one in project.kinds]
    total = decimal(project.items[code])
    return Sentence(f"{' ＋ '.join(p.zh for p in parts)} ＝ {total}", f"{' + '.join(p.en for p in parts)} = {total}")


def _of_kind(tour: Tour, one: OfKind, found: Trimmed) -> Sentence:
    kind, mean = tour.judges[one.kind].label, decimal(found.mean)
    out = [*found.highest[::-1], *found.lowest]
    zh, en = f"{kind.zh} {one.ballots} 票", f"{kind.en}, {one.ballots} ballots"
    if out:
        gone = "、".join(decimal(value) for value in out)
        zh, en = f"{zh}（去掉 {gone}）", f"{en} (without {gone})"
    elif len(found.kept) < one.ballots:
        zh, en = f"{zh}（计 {len(found.kept)} 票）", f"{en} ({len(found.kept)} counted)"
    weight = decimal(one.weight * 100)
    return Sentence(f"{zh}均分 {mean}×{weight}%", f"{en}, mean {mean} × {weight} %")


def of_totals(tour: Tour, project: ProjectMark) -> Iterator[Sentence]:
    """Which ballots were dropped by their totals, by kind of judges; nothing where none were."""
    for one in project.kinds:
        if tour.trim is not None and tour.trim.of == "total" and (one.totals.highest or one.totals.lowest):
            high = "、".join(decimal(value) for value in one.totals.highest) or "—"
            low = "、".join(decimal(value) for value in one.totals.lowest) or "—"
            kind = tour.judges[one.kind].label
            yield Sentence(
                f"{kind.zh} {one.ballots} 票，去掉总分最高 {high}、最低 {low} 的票",
                f"{kind.en}: of {one.ballots} ballots the highest total {high} and the lowest {low} are dropped",
            )


def of_project(tour: Tour, project: ProjectMark) -> Sentence:
    """A project's points: its items added up, times its coefficient."""
    items = "＋".join(decimal(project.items[item.code]) for item in tour.items)
    raw, points = decimal(project.raw), decimal(project.points)
    if project.coefficient == 1 and tour.difficulty.at_least == tour.difficulty.at_most:
        return Sentence(f"{items} ＝ {points}", f"{items} = {points}")
    by = decimal(project.coefficient)
    return Sentence(f"{items} ＝ {raw}；× 难度系数 {by} ＝ {points}", f"{items} = {raw}; × difficulty {by} = {points}")


def of_county(county: County) -> Sentence:
    """A county's points: the mean of its projects'."""
    count, points = len(county.projects), decimal(county.points)
    if count == 1:
        return Sentence(points, points)
    parts = "＋".join(decimal(one.points) for one in county.projects)
    return Sentence(f"（{parts}）÷ {count} ＝ {points}", f"({parts}) ÷ {count} = {points}")


def of_tie(tour: Tour, tie: str) -> Sentence:
    """What told counties of equal points apart."""
    names = {"best_project": ("得分最高的项目", "the better best project"),
             "untrimmed": ("不去高低分的平均分", "the mean with nothing dropped"),
             DRAW: ("抽签", "a draw")}  # fmt: skip
    item = next((item for item in tour.items if item.code == tie), None)
    return Sentence(f"“{item.zh}”得分", f"marks for {item.label.en}") if item else Sentence(*names[tie])
