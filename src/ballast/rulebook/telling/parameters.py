"""The chapters of numbers in plain words: each with what it means and its value."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ballast.kit.sentence import Sentence
from ballast.rulebook.telling.items import items
from ballast.rulebook.telling.values import decimal, money

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

DAY_OFF = {
    "stay": ("不动", "stays"), "next_workday": ("顺延到下一个工作日", "moves to the next working day"),
    "previous_workday": ("提前到上一个工作日", "moves to the working day before"),
}  # fmt: skip
CHAPTERS = (
    ("calendar", "月报日程", "Reporting calendar"), ("loop", "月报审核", "Review of reports"),
    ("checks", "月报核验参数", "Parameters of checks"), ("stalls", "停滞时限（月）", "Clocks of stalls, in months"),
    ("start_on_land", "拿地即开工", "Start-on-land"), ("appeals", "排名申诉", "Appeals against rankings"),
)  # fmt: skip


def parameters(book: "Book") -> Iterator[tuple[str, Sentence, tuple[Sentence, ...]]]:
    """Every chapter of numbers: code, title and its sentences."""
    yield "curve", Sentence("全市序时曲线", "The city's schedule"), tuple(_curve(book))
    for code, zh, en in CHAPTERS:
        yield code, Sentence(zh, en), tuple(_numbers(getattr(book, code)))
    yield "items", Sentence("会议事项", "Action items"), tuple(items(book))
    yield "size_bands", Sentence("投资规模档", "Size bands"), tuple(_bands(book))
    yield "lead_industries", Sentence("主导产业", "Lead industries"), tuple(_industries(book))
    yield "powers", Sentence("权限", "Powers"), tuple(_powers(book))


def _curve(book: "Book") -> Iterator[Sentence]:
    told = [f"{month}月 {decimal(share * 100)}%" for month, share in enumerate(book.curve, start=1)]
    yield Sentence("、".join(told), ", ".join(f"{decimal(share * 100)} %" for share in book.curve))


def _numbers(page: BaseModel) -> Iterator[Sentence]:
    """A number a sentence, with its meaning; only what the page says itself, not where it is kept."""
    from ballast.rulebook.books.keys import meaning

    for name, field in type(page).model_fields.items():
        zh, _, en = (field.description or meaning(type(page), name)).rpartition(" / ")
        value = _value(getattr(page, name))
        yield Sentence(f"{zh}：{value.zh}" if zh else f"{name} = {value.zh}", f"{en or name}: {value.en}")


def _value(value: Any) -> Sentence:
    if isinstance(value, bool):
        return Sentence("是" if value else "否", "yes" if value else "no")
    if isinstance(value, BaseModel):
        told = "、".join(f"{name} = {getattr(value, name)}" for name in type(value).model_fields)
        return Sentence(told, told)
    return Sentence(*DAY_OFF.get(str(value), (str(value), str(value))))


def _bands(book: "Book") -> Iterator[Sentence]:
    for band in book.size_bands:
        yield Sentence(f"{band.zh}：自 {money(band.at_least)} 起", f"{band.en}: from {money(band.at_least)}")


def _industries(book: "Book") -> Iterator[Sentence]:
    for industry in book.lead_industries.values():
        divisions = "、".join(industry.divisions)
        yield Sentence(f"{industry.zh}：大类 {divisions}", f"{industry.en}: divisions {divisions}")


def _powers(book: "Book") -> Iterator[Sentence]:
    for power, roles in book.powers.items():
        held = sorted(roles)
        zh, en = "、".join(role.zh for role in held), ", ".join(role.en for role in held)
        yield Sentence(f"{power.zh}：{zh}", f"{power.en}: {en}")
