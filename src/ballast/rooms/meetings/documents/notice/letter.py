"""The letter of an overdue item: what the meeting asked, by when, how long it is overdue, and what is wanted now."""

from dataclasses import dataclass
from datetime import date

from ballast.kit.documents import FactRun, Heading, Official, Paragraph, Run, date_in_full, letter_of
from ballast.kit.documents.description import Inline
from ballast.kit.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a letter of an item is written from; ``reported`` is the last progress reported, with its day."""

    issuer: str
    number: str
    name: Sentence
    unit: str
    item: str
    words: str
    meeting: str
    held_on: date
    deadline: date
    overdue: int
    level: Sentence
    on: date
    reported: tuple[date, str] | None = None
    raised_by: str = ""


def title(draft: Draft) -> str:
    """关于会议事项某号的督办函."""
    return f"关于办理会议事项的{draft.name.zh}"


def letter(draft: Draft) -> Official:
    """The whole letter."""
    return letter_of(
        draft.issuer, title=title(draft), number=draft.number, addressee=draft.unit, on=draft.on,
        blocks=[
            Paragraph(_opening(draft)), Heading(1, "有关情况"), *_situation(draft), Heading(1, "有关要求"),
            Paragraph(
                "请你单位主要负责同志亲自过问，抓紧办理，于收到本函后五个工作日内书面报告办理进展和完成时限。"
                "办结后附佐证材料提交销号；逾期仍未办结的，将按规定继续升级督办。"
            ),
        ],
    )  # fmt: skip


def _opening(draft: Draft) -> list[Inline]:
    where = f"item/{draft.item}"
    return [
        Run(f"{date_in_full(draft.held_on)}，"), FactRun(draft.meeting, f"{where}/meeting"),
        Run("议定由你单位办理以下事项（"),
        FactRun(draft.item, f"{where}/number"), Run("）："), FactRun(draft.words, f"{where}/words"),
        Run("。因逾期未办结，现升为"), Run(draft.level.zh), Run("。"),
    ]  # fmt: skip


def _situation(draft: Draft) -> list[Paragraph]:
    where = f"item/{draft.item}"
    told: list[Inline] = [Run(f"该事项期限为{date_in_full(draft.deadline)}，至{date_in_full(draft.on)}已逾期"),
                          FactRun(f"{draft.overdue}天", f"{where}/overdue/{draft.on}"), Run("。")]  # fmt: skip
    if draft.raised_by:
        told += [Run("事项由"), FactRun(draft.raised_by, f"{where}/raised_by"), Run("提出，办结须经企业确认。")]
    if draft.reported is None:
        return [Paragraph([*told, Run("会后未见你单位报告进展。")])]
    on, words = draft.reported
    return [
        Paragraph(
            [*told, Run(f"最近一次报告（{date_in_full(on)}）："), FactRun(words, f"{where}/reported/{on}"), Run("。")]
        )
    ]
