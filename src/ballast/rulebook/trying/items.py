"""Worked cases of action items: what was done to one in plain keys, and what must come out."""

from collections.abc import Iterator
from datetime import date

from pydantic import Field, model_validator

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.items import ItemRules
from ballast.rulebook.grammar.page import Page
from ballast.rulebook.items import promises
from ballast.rulebook.items.allowing import why_not
from ballast.rulebook.items.life import State, Verb
from ballast.rulebook.items.promises import Promise
from ballast.rulebook.items.standing import Event, Matter, Standing, Workday, first_deadline, standing, urging
from ballast.rulebook.terms import Role

NOTHING = "none"
Asked = Iterator[tuple[str, str, str, Sentence]]


class DoneCase(Page):
    """One thing done to an item: exactly one of the verbs, with its day; papers of a submission, a new deadline."""

    report: date | None = None
    submit: date | None = None
    confirm: date | None = None
    deny: date | None = None
    settle: date | None = None
    send_back: date | None = None
    extend: date | None = None
    urge: date | None = None
    drop: date | None = None
    papers: int = Field(1, ge=0, le=99, description="提交时附的佐证件数 / papers that came with it")
    until: date | None = Field(None, description="延到哪一天 / the new deadline")
    level: str = Field("", description="督办的级别 / the level it was urged at")

    @model_validator(mode="after")
    def _one(self) -> "DoneCase":
        if len(self.model_fields_set & set(map(str, Verb))) != 1:
            raise ValueError(f"应写且只写 {'、'.join(Verb)} 之一 / exactly one of {', '.join(Verb)}")
        return self

    @property
    def event(self) -> Event:
        """What was done, by the role that a case leaves unsaid."""
        verb = next(verb for verb in Verb if verb in self.model_fields_set)
        return Event(verb, getattr(self, verb), verb.value, self.papers, self.until, self.level)


class ItemCase(Page):
    """An action item as it was given, and what was done to it."""

    level: str
    given: date
    deadline: date | None = Field(None, description="会上定的期限；省略按级别 / left out: that of its level")
    raised: bool = Field(False, description="企业提出的问题 / an enterprise raised the matter")
    done: tuple[DoneCase, ...] = ()

    def matter(self, rules: ItemRules, workday: Workday) -> Matter:
        """The item as the rules see it."""
        deadline = self.deadline or first_deadline(rules, self.level, self.given, workday)
        return Matter(level=self.level, given=self.given, deadline=deadline, raised=self.raised)


class ExpectedItem(Page):
    """What must come out of an item on the day; ``settle`` is whether it may be settled now."""

    state: State | None = None
    deadline: date | None = None
    overdue: int | None = Field(None, description="逾期天数；0 为未逾期 / days past the deadline")
    level: str | None = None
    letter: str | None = Field(None, description='现在应发哪一级的文书，或 "none" / whose letter is due')
    promise: Promise | None = None
    settle: bool | None = Field(None, description="此日可否由市项目办销号 / whether the office may settle it now")


def tried(case: ItemCase, wanted: ExpectedItem, on: date, rules: ItemRules, workday: Workday) -> Asked:
    """Each thing expected: what was asked, what must come out, what came out, and where the item stands."""
    matter = case.matter(rules, workday)
    events = [one.event for one in case.done]
    found = standing(rules, matter, events, on, workday)
    got: dict[str, object] = {
        "state": found.state, "deadline": found.deadline, "overdue": found.overdue, "level": found.level,
        "letter": urging(rules, matter, found) or NOTHING, "promise": promises.of_item(found, on) or NOTHING,
        "settle": _settles(rules, matter, events, on, workday),
    }  # fmt: skip
    for name in type(wanted).model_fields:
        if (value := getattr(wanted, name)) is not None:
            yield f"item.{name}", str(value), str(got[name]), told(found, on)


def told(found: Standing, on: date) -> Sentence:
    """A standing in one sentence."""
    late = (f"，逾期 {found.overdue} 天", f", {found.overdue} days overdue") if found.overdue else ("", "")
    return Sentence(
        f"{on} {found.state.zh}，期限 {found.deadline}{late[0]}",
        f"{on} {found.state.en}, due {found.deadline}{late[1]}",
    )


def strangers(
    case: ItemCase, wanted: ExpectedItem | None, rules: ItemRules
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Levels a case names that the book does not have, each with where it stands."""
    named: list[tuple[tuple[str | int, ...], str | None]] = [(("item", "level"), case.level)]
    named += [(("item", "done", place, "level"), one.level or None) for place, one in enumerate(case.done)]
    if wanted is not None:
        named += [(("expect", "item", "level"), wanted.level)]
        named += [(("expect", "item", "letter"), None if wanted.letter == NOTHING else wanted.letter)]
    yield from ((where, code) for where, code in named if code is not None and code not in rules.levels)


def _settles(rules: ItemRules, matter: Matter, events: list[Event], on: date, workday: Workday) -> bool:
    event = Event(Verb.SETTLE, on, "office")
    return why_not(rules, matter, events, event, roles={Role.PROJECT_OFFICE}, workday=workday) is None
