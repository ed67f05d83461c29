"""The letter of a ladder's step, in official layout: what is lit, by which clause and sums, and what is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ballast.kit.documents import FactRun, Heading, Official, Paragraph, Run, Table, date_in_full, letter_of
from ballast.kit.documents.description import Column, Inline, Text
from ballast.kit.sentence import Sentence

WANTED = {
    "reply": "请于{until}前书面反馈整改情况和完成时限",
    "receipt": "请收到后即予签收",
    "cleared": "请于{until}前完成整改",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One thing a letter rests on: the aspect, the colour, the clause and the arithmetic, of one month."""

    aspect: Sentence
    colour: Sentence
    clause: Sentence
    sums: tuple[Sentence, ...]
    ends: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a letter is written from; ``earlier`` are the letters before it in the same case: number, name, day sent."""

    issuer: str
    number: str
    step: Sentence
    talk: bool
    unit: str
    subject: str
    serial: str
    month: str
    on: date
    deadline: date | None
    final: bool
    settled_by: str
    count: int
    grounds: Sequence[Ground]
    earlier: Sequence[tuple[str, str, date]] = ()
    paper: str = ""


def title(draft: Draft) -> str:
    """关于某项目的督办函."""
    return f"关于{draft.subject}的{draft.step.zh}"


def letter(draft: Draft) -> Official:
    """The whole letter."""
    return letter_of(
        draft.issuer, title=title(draft), number=draft.number, addressee=draft.unit, on=draft.on,
        blocks=[
            Paragraph(_opening(draft)), Heading(1, "有关情况"), *(_ground(draft, one) for one in draft.grounds),
            *_before(draft), Heading(1, "有关要求"), Paragraph(_wanted(draft)), *_ways(draft),
        ],
    )  # fmt: skip


def _opening(draft: Draft) -> list[Inline]:
    month = f"{draft.month[:4]}年{int(draft.month[5:])}月"
    whose = f"你单位负责的{draft.subject}" if draft.serial else draft.subject
    named: list[Inline] = (
        [Run("（"), FactRun(draft.serial, f"project/{draft.serial}"), Run("）")] if draft.serial else []
    )
    paper = f"根据《{draft.paper}》，" if draft.paper else ""
    again = f"，已是第{draft.count}次" if draft.count > 1 else ""
    return [Run(f"经{month}封账核定，{whose}"), *named, Run(f"亮灯预警{again}。{paper}现发{draft.step.zh}如下。")]


def _ground(draft: Draft, ground: Ground) -> Paragraph:
    where = f"lights/{draft.month}/{draft.serial or draft.subject}"
    told: list[Inline] = [Run(f"{ground.aspect.zh}为“{ground.colour.zh}”。")]
    told += [FactRun(f"{_whole(sums.zh)}", where) for sums in ground.sums]
    if ground.clause.zh:
        told.append(Run(f"依据：{_whole(ground.clause.zh)}"))
    return Paragraph(told)


def _whole(text: str) -> str:
    return text if text.endswith(("。", "；")) else f"{text}。"


def _before(draft: Draft) -> list[Paragraph | Table]:
    if not draft.earlier:
        return []
    rows: list[list[Text]] = [
        [number, name, [FactRun(f"{sent:%Y-%m-%d}", f"letter/{number}")]] for number, name, sent in draft.earlier
    ]
    columns = [Column("文号", width=3), Column("文种", width=2), Column("发出日期", width=2)]
    return [Paragraph("此前已就同一事项发出："), Table(columns, rows)]


def _wanted(draft: Draft) -> list[Inline]:
    if draft.talk:
        return [Run(f"请你单位主要负责同志到场接受{draft.step.zh}，并带齐有关材料。"), *_until(draft)]
    until = date_in_full(draft.deadline) if draft.deadline else "近期"
    before, _, after = WANTED[draft.settled_by].partition("{until}")
    if not after:
        return [Run(f"{before}。")]
    day: Inline = FactRun(until, f"letter/{draft.number}/deadline") if draft.deadline else Run(until)
    last = "此为最后期限，逾期将按规定进入下一步。" if draft.final else "逾期将按规定升级处理。"
    return [Run(before), day, Run(f"{after}。{last}")]


def _until(draft: Draft) -> list[Inline]:
    if draft.deadline is None:
        return []
    until = date_in_full(draft.deadline)
    return [Run("整改期限至"), FactRun(until, f"letter/{draft.number}/deadline"), Run("。")]


def _ways(draft: Draft) -> list[Paragraph]:
    ways = [_whole(way.zh) for ground in draft.grounds for way in ground.ends]
    return [Paragraph(f"转好条件：{''.join(dict.fromkeys(ways))}")] if ways else []
