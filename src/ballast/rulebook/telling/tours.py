"""A chapter of site tours in plain words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.tours import Tour, Trim
from ballast.rulebook.telling.conditions import condition
from ballast.rulebook.telling.values import decimal
from ballast.rulebook.terms import Role
from ballast.rulebook.touring.explaining import of_tie

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

Said = Iterator[Sentence]


def tour(book: "Book", page: Tour) -> Said:
    """When, who is seen, how it is marked, and how places are settled."""
    quarters = "、".join(f"第{'一二三四'[number - 1]}" for number in page.quarters)
    said = ", ".join(f"Q{number}" for number in page.quarters)
    yield Sentence(f"{quarters}季度，每县 {page.projects} 个项目", f"{said}; {page.projects} projects of each county")
    for one in page.eligible:
        told = condition(book, one)
        yield Sentence(f"项目条件：{told.zh}", f"a project must meet: {told.en}")
    items = "、".join(f"{item.zh} {item.full} 分" for item in page.items)
    yield Sentence(f"评分：{items}", f"marked on {', '.join(f'{item.label.en} {item.full}' for item in page.items)}")
    kinds = [(kind.label, decimal(kind.weight * 100)) for kind in page.judges.values()]
    yield Sentence(
        f"评委：{'、'.join(f'{name.zh} {weight}%' for name, weight in kinds)}",
        f"judges: {', '.join(f'{name.en} {weight} %' for name, weight in kinds)}",
    )
    yield _trim(page.trim)
    yield _difficulty(page)
    for group in page.groups.values():
        yield Sentence(f"{group.zh}：{'、'.join(group.areas)}", f"{group.label.en}: {', '.join(group.areas)}")
    yield _ties(page)


def _trim(trim: Trim | None) -> Sentence:
    if trim is None:
        return Sentence("不去高低分", "nothing is dropped")
    of = ("按总分", "by total") if trim.of == "total" else ("逐项", "item by item")
    return Sentence(
        f"同类评委满 {trim.from_ballots} 票时，{of[0]}去掉 {trim.highest} 个最高分、{trim.lowest} 个最低分",
        f"from {trim.from_ballots} ballots of a kind the {trim.highest} highest and {trim.lowest} lowest go, {of[1]}",
    )


def _difficulty(page: Tour) -> Sentence:
    low, high = decimal(page.difficulty.at_least), decimal(page.difficulty.at_most)
    if low == high:
        return Sentence("不设难度系数", "no difficulty coefficient")
    who = _roles(page.difficulty.set_by)
    return Sentence(
        f"难度系数 {low} 至 {high}，由{who.zh}在开票前定",
        f"difficulty from {low} to {high}, set by {who.en} beforehand",
    )


def _ties(page: Tour) -> Sentence:
    ways = [of_tie(page, code) for code in page.ties]
    who = _roles(page.draw_by)
    zh, en = "、".join(one.zh for one in ways), ", ".join(one.en for one in ways)
    return Sentence(
        f"不设并列：{f'同分依次比{zh}，' if zh else ''}再同由{who.zh}主持抽签",
        f"no ties: {f'{en}, ' if en else ''}then a draw presided by {who.en}",
    )


def _roles(roles: Sequence[Role]) -> Sentence:
    return Sentence("、".join(role.zh for role in roles), ", ".join(role.en for role in roles))
