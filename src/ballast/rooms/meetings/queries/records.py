"""What a document of a meeting says of a record, read again from the record: title, remark, decision, item."""

from collections.abc import Callable
from datetime import date

from ballast.kit.documents import date_in_full
from ballast.rooms.meetings.affairs import affairs
from ballast.rooms.meetings.models import ActionItem, Decision, Meeting, Remark
from ballast.rooms.meetings.queries.meetings import meeting
from ballast.rooms.meetings.queries.outline import outline
from ballast.rooms.people import queries as people
from ballast.rooms.policy import queries as policy
from ballast.rulebook.items.life import Verb

ABSENT = "—"


def recorded_text(tag: str) -> str | None:
    """What the text with this tag must read; None where no such record is known."""
    kind, _, rest = tag.removeprefix("fact:").partition("/")
    read = READERS.get(kind)
    said = read(*rest.split("/")) if read and rest else None
    return said if said is None else said.rstrip("。；") or ABSENT


def item_texts(item: ActionItem, offices: dict[int, str]) -> dict[str, str]:
    """The parts of an item as documents print them."""
    level = policy.in_force(item.given_on).items.levels.get(item.level)
    return {
        "number": item.number, "words": item.words, "office": offices.get(item.office_id, ABSENT),
        "deadline": date_in_full(item.deadline), "level": level.zh if level else item.level,
        "raised_by": item.raised_by,
    }  # fmt: skip


def offices() -> dict[int, str]:
    """The name of every office."""
    return {one.id: one.name for one in people.offices()}


def _meeting(number: str, part: str) -> str | None:
    found = Meeting.objects.current().filter(number=number).first()
    return {"title": found.title, "place": found.place}.get(part) if found else None


def _agenda(number: str, place: str) -> str | None:
    found = meeting(number)
    return next((line.text for line in outline(found) if line.number == int(place)), None) if found else None


def _remark(slip: str, part: str) -> str | None:
    found = Remark.objects.current().filter(slip=slip, taken_back=False).first()
    return {"speaker": found.speaker, "words": found.words}.get(part) if found else None


def _decision(number: str, code: str) -> str | None:
    found = Decision.objects.current().filter(meeting=number, code=int(code), taken_back=False).first()
    return found.words if found else None


def _item(number: str, part: str, *on: str) -> str | None:
    """``item/2025-003-01/words``; ``…/overdue/2025-09-10`` and ``…/reported/2025-09-01`` are of a day."""
    found = ActionItem.objects.current().filter(number=number).first()
    if found is None:
        return None
    if part == "meeting":
        return _meeting(found.meeting, "title")
    return _on_its_day(found, part, date.fromisoformat(on[0])) if on else item_texts(found, offices()).get(part)


def _on_its_day(item: ActionItem, part: str, on: date) -> str | None:
    """How many days an item was overdue on a day, or what was reported of it then."""
    [affair] = affairs([item], on=on)
    if part == "overdue":
        return f"{affair.standing.overdue}天"
    reports = [step.words for step in affair.steps if step.verb == Verb.REPORT and step.on == on]
    return reports[-1] if part == "reported" and reports else None


READERS: dict[str, Callable[..., str | None]] = {
    "meeting": _meeting,
    "agenda": _agenda,
    "remark": _remark,
    "decision": _decision,
    "item": _item,
}
