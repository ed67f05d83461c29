"""The minutes as an official document; every text that was noted carries the record it is, so that it is re-read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ballast.kit.documents import Column, FactRun, Heading, Official, Paragraph, Run, Table, date_in_full, letter_of
from ballast.kit.documents.description import Block, Inline, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the minutes are written from, each as (record, text): an agenda, remarks by speaker, decisions, items."""

    issuer: str
    number: str
    meeting: str
    title: str
    held_on: date
    place: str
    on: date
    agenda: Sequence[tuple[str, str]]
    remarks: Sequence[tuple[str, str, str]]
    decisions: Sequence[tuple[str, str]]
    items: Sequence[Sequence[tuple[str, str]]]


def minutes(told: Told, *, remarks: bool = True) -> Official:
    """The whole paper; without its remarks where they would make it too long."""
    blocks: list[Block] = [Paragraph(_opening(told))]
    blocks += _listed("会议议程", [[_fact(*one)] for one in told.agenda])
    if remarks and told.remarks:
        blocks += _listed("会议点评", [
            [_fact(f"{where}/speaker", who), Run("："), _fact(f"{where}/words", words)]
            for where, who, words in told.remarks
        ])  # fmt: skip
    blocks += _decided(told)
    blocks += _items(told)
    return letter_of(told.issuer, title=f"{told.title}纪要", number=told.number, on=told.on, blocks=blocks)


def _opening(told: Told) -> list[Inline]:
    where: list[Inline] = [Run("在"), _fact(f"meeting/{told.meeting}/place", told.place)] if told.place else []
    return [Run(f"{date_in_full(told.held_on)}，"), *where, Run("召开"),
            _fact(f"meeting/{told.meeting}/title", told.title),
            Run("。现将会议情况纪要如下。")]  # fmt: skip


def _listed(title: str, lines: Sequence[Sequence[Inline]]) -> list[Block]:
    """A heading with one paragraph a line; nothing where there is no line."""
    if not lines:
        return []
    return [Heading(1, title), *(Paragraph([*line, Run("。")]) for line in lines)]


def _decided(told: Told) -> list[Block]:
    """Each decision under an ordinal of its own."""
    if not told.decisions:
        return [Heading(1, "会议决定"), Paragraph("本次会议没有作出决定。")]
    return [Heading(1, "会议决定"), *(Heading(2, [_fact(*one), Run("。")]) for one in told.decisions)]


def _items(told: Told) -> list[Block]:
    if not told.items:
        return [Heading(1, "交办事项"), Paragraph("本次会议没有交办事项。")]
    heads = [Column("序号", "ordinal"), Column("事项编号", width=3), Column("事项", width=6)]
    heads += [Column(title, width=3) for title in ("责任单位", "期限", "级别")]
    rows: list[list[Text]] = [[[_fact(*cell)] for cell in row] for row in told.items]
    return [Heading(1, "交办事项"), Table(heads, rows, caption="交办事项清单")]


def _fact(where: str, text: str) -> FactRun:
    return FactRun(text.rstrip("。；") or "—", where)
