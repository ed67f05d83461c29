"""What a person is reminded of, on which days, and in which words: counts and a link, never a name."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from ballast.kit.words import Word

HOURS = range(6, 21)
WEEK = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
MOST_QUIET = 4  # of the five weekdays: whoever wants none on any day is no longer reached at all


class Kind(Word):
    """One kind of thing to be reminded of."""

    LATE = "late", "逾期", "late"
    RETURNED = "returned", "退回待改", "returned"
    DUE = "due", "待填报", "to fill in"
    REVIEW = "review", "待审核", "to review"
    ITEM_LATE = "item_late", "会议事项逾期", "action items overdue"
    ITEM_DUE = "item_due", "会议事项待办", "action items to do"
    ITEM_SETTLE = "item_settle", "会议事项待销号、待确认", "action items to settle or confirm"
    LETTER = "letter", "督办函待回复", "letters to answer"
    QUESTION = "question", "询问待回答", "questions to answer"
    ANSWER = "answer", "询问待审结", "answers to look at"
    SEND = "send", "督办函待发", "letters to send"
    CALENDAR = "calendar", "工作日历未录入", "working calendar lacking"


OBLIGATORY = frozenset({Kind.LATE, Kind.RETURNED, Kind.ITEM_LATE, Kind.LETTER})
# What is of no month, and what it is counted in.
OF_NO_MONTH = {
    Kind.ITEM_LATE: "件", Kind.ITEM_DUE: "件", Kind.ITEM_SETTLE: "件", Kind.LETTER: "件", Kind.QUESTION: "项",
    Kind.ANSWER: "项", Kind.SEND: "件",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a person wants to be reminded: at which hour, of what not, on which weekdays not (0 is Monday)."""

    hour: int = 8
    muted: bool = False
    kinds_off: Collection[str] = ()
    quiet: Collection[int] = ()

    def wants(self, kind: Kind) -> bool:
        """Whether the person is reminded of a kind; of what is obligatory always."""
        return kind in OBLIGATORY or not (self.muted or kind in self.kinds_off)

    def speaks(self, day: date, *, works: bool) -> bool:
        """Whether anything is sent on a day: never on days off, nor on the person's quiet days."""
        return works and day.weekday() not in self.quiet


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things of one kind there are (in a month or year), and until when, or for how many days, they wait."""

    kind: Kind
    about: str
    count: int
    until: date | None = None
    days: int = 0

    def said(self) -> str:
        """The tally in words."""
        if self.kind is Kind.CALENDAR:
            return f"{self.about} 年工作日历尚未录入"
        waited = f"，最长 {self.days} 天" if self.days else ""
        limit = f"，{self.until.month}月{self.until.day}日截止" if self.until and not self.days else ""
        if self.kind in OF_NO_MONTH:
            late = waited if self.kind is Kind.ITEM_LATE else waited.replace("最长", "最长逾期")
            return f"{self.kind.zh} {self.count} {OF_NO_MONTH[self.kind]}{late}{limit}"
        return f"{self.about} 月报{self.kind.zh} {self.count} 项{waited}{limit}"


def digest(tallies: Iterable[Tally], wishes: Wishes, *, on: date, link: str) -> tuple[str, str]:
    """Title and text of the day's one message; both empty where there is nothing to say."""
    wanted = [one for one in tallies if one.count and wishes.wants(one.kind)]
    if not wanted:
        return "", ""
    order = list(Kind)
    lines = [one.said() for one in sorted(wanted, key=lambda one: (order.index(one.kind), one.about))]
    title = f"压舱石提醒（{on.month}月{on.day}日）"
    ways = [f"办理：{link}/", f"调整提醒：{link}/reminders/"] if link else []
    return title, "\n".join([*lines, *ways])
