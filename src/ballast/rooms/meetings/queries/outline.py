"""The agenda in short: what follows on one another under one section of the book is one line."""

from dataclasses import dataclass

from ballast.rooms.meetings.cards import MeetingCard
from ballast.rooms.policy import queries as policy


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a section with how many items, or one item; ``number`` is the place of its first."""

    number: int
    title: str
    count: int

    @property
    def text(self) -> str:
        """The line as a paper prints it."""
        return f"{self.title}（{self.count}个议题）" if self.count > 1 else self.title


def outline(meeting: MeetingCard) -> list[Line]:
    """The lines of a meeting's agenda, in order."""
    kind = policy.for_month(meeting.month).meetings.get(meeting.kind)
    names = {section.code: section.zh for section in kind.sections} if kind else {}
    found: list[Line] = []
    last = ""
    for item in meeting.items:
        if item.section and item.section == last:
            found[-1] = Line(found[-1].number, names.get(last, found[-1].title), found[-1].count + 1)
        else:
            found.append(Line(item.position, names.get(item.section, item.title), 1))
        last = item.section
    return found
