"""Handing out what was decided (交办): an action item with its office, deadline and level."""

from dataclasses import dataclass
from datetime import date, datetime

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.workdays import is_workday
from ballast.rooms.meetings.models import ActionItem, Decision
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE, ProfileCard
from ballast.rulebook.books.items import ItemRules
from ballast.rulebook.items.allowing import bad_deadline
from ballast.rulebook.items.standing import first_deadline
from ballast.rulebook.powers import Power

LONGEST_WORDS = 400


class ItemRefused(Refusal):
    """The item is none the book allows, is not there, or has not come that far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What is handed out: to which office (by id), about which project or area, and until when (None: by its level).

    ``by_enterprise`` says that the project's owner raised the matter, and has to confirm that it is solved.
    """

    words: str
    office: int
    level: str
    deadline: date | None = None
    serial: str = ""
    area: str = ""
    person: str = ""
    leader: str = ""
    by_enterprise: bool = False


def assign(
    meeting: str, decision: int, given: Assignment, *, official: OfficialCard | None, on: date, at: datetime
) -> str:
    """Hand out one item of a decision; its number. Raises NotAllowed and ItemRefused."""
    person = people.require(official, Power.MEET)
    rules = policy.in_force(on).items
    with journal.entry(at=at, by=person.username, action="assign") as writer:
        _fit(meeting, decision, given, rules)
        card = _project(given)
        place = ActionItem.objects.filter(meeting=meeting).values("number").distinct().count() + 1
        item = ActionItem(
            number=f"{meeting}-{place:02d}", meeting=meeting, decision=decision,
            words=given.words.strip()[:LONGEST_WORDS], project_id=card.project_id if card else None,
            area_id=_area(given, card), office_id=given.office, person=given.person.strip()[:60],
            leader=(given.leader.strip() or (card.linked_leader if card else ""))[:60],
            raised_by=(card.owner or card.name)[:200] if card and given.by_enterprise else "", level=given.level,
            given_on=on, deadline=_deadline(given, rules, on),
        )  # fmt: skip
        writer.record([item])
        detail = {"meeting": meeting, "decision": decision, "office": given.office, "level": given.level,
                  "deadline": str(item.deadline), "serial": given.serial}  # fmt: skip
        audit.write("assign", at=writer.moment, actor=person.username, object=item.number, detail=detail)
    return item.number


def refused(where: str, said: Sentence) -> ItemRefused:
    """The refusal of a verb of items."""
    return ItemRefused(said, where=where, code="item_refused")


def _fit(meeting: str, decision: int, given: Assignment, rules: ItemRules) -> None:
    if not Decision.objects.current().filter(meeting=meeting, code=decision, taken_back=False).exists():
        raise refused(meeting, Sentence(f"没有第 {decision} 项决定", f"There is no decision {decision}"))
    if not given.words.strip():
        raise refused(meeting, Sentence("请写明要办的事", "Say what is to be done"))
    if given.level not in rules.levels:
        known = "、".join(level.zh for level in rules.levels.values()) or "（规则手册 [items.levels] 没有级别）"
        raise refused(meeting, Sentence(f"请选择级别：{known}", f"Choose a level: {', '.join(rules.levels)}"))
    if given.office not in {one.id for one in people.offices()}:
        raise refused(meeting, Sentence("请选择责任单位", "Choose the office that answers for it"))
    if given.by_enterprise and not given.serial:
        raise refused(meeting, Sentence("企业提出的问题须写明项目", "What an enterprise raised is about its project"))


def _deadline(given: Assignment, rules: ItemRules, on: date) -> date:
    deadline = given.deadline or first_deadline(rules, given.level, on, is_workday)
    if wrong := bad_deadline(rules, on, deadline, is_workday):
        raise refused("", wrong)
    return deadline


def _project(given: Assignment) -> ProfileCard | None:
    if not given.serial:
        return None
    card = registry.find(given.serial, held=EVERYWHERE)
    if card is None:
        raise refused(given.serial, Sentence("没有这个项目编号", "There is no project of this serial"))
    return card


def _area(given: Assignment, card: ProfileCard | None) -> int | None:
    """The county (or park) it is counted under: the project's, else the one named."""
    if card is not None:
        return card.area_id
    if not given.area:
        return None
    found = people.area_of_code(given.area)
    if found is None:
        raise refused(given.area, Sentence("没有这个地区", "There is no such area"))
    return found.id
