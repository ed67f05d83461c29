"""Action items as pages show them: the list with its filters, and one with what may be done to it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ballast.kit.sentence import Sentence
from ballast.rooms.meetings import queries as meetings
from ballast.rooms.meetings.queries import ItemView, StepCard
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry.cards import Reach
from ballast.rulebook.items.life import Verb, power_of, verbs
from ballast.rulebook.items.promises import Tally, tally
from ballast.rulebook.powers import Power
from ballast.site.boards.supervision.disclosing import disclose_serials

WHICH: tuple[tuple[str, Sentence], ...] = (
    ("mine", Sentence("我的", "Mine")), ("alive", Sentence("办理中", "In hand")),
    ("overdue", Sentence("已逾期", "Overdue")), ("settle", Sentence("待销号", "To settle")),
    ("all", Sentence("全部", "All")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listed:
    """The items shown, how many each tab has, the choices of the filters, and the promises of those shown."""

    items: list[ItemView]
    which: str
    tabs: list[tuple[str, Sentence, int]]
    counties: list[str]
    leaders: list[str]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Shown:
    """One item with what was done, its letters, and the verbs the person asking may use now."""

    item: ItemView
    steps: Sequence[StepCard]
    letters: Sequence[tuple[str, date, str]]
    verbs: tuple[Verb, ...]


def listed(official: OfficialCard | None, asked: Mapping[str, str], *, on: date, held: Reach) -> Listed:
    """The items a person may see, narrowed to what is asked."""
    offices = meetings.offices_of(official)
    every = meetings.action_items(on=on, held=held, offices=offices)
    disclose_serials(one.serial for one in every)
    tests: dict[str, Callable[[ItemView], bool]] = {
        "mine": lambda one: one.standing.alive and one.office_id in offices,
        "alive": lambda one: one.standing.alive,
        "overdue": lambda one: one.standing.alive and one.standing.overdue > 0,
        "settle": lambda one: one.standing.state == "submitted",
        "all": lambda one: True,
    }
    counts = Counter(code for code, test in tests.items() for one in every if test(one))
    which = asked.get("which", "")
    if which not in tests:
        which = "mine" if counts["mine"] else "alive"
    found = [one for one in every if tests[which](one) and _asked(one, asked)]
    return Listed(
        sorted(found, key=lambda one: (-one.standing.overdue, one.standing.deadline, one.number)), which,
        [(code, said, counts[code]) for code, said in WHICH],
        _choices(one.county for one in every), _choices(one.leader for one in every),
        tally(one.promise for one in found),
    )  # fmt: skip


def _asked(one: ItemView, asked: Mapping[str, str]) -> bool:
    wanted = {"county": one.county, "leader": one.leader, "meeting": one.meeting}
    return all(not asked.get(name) or asked[name] == value for name, value in wanted.items())


def _choices(names: Iterable[str]) -> list[str]:
    return sorted({name for name in names if name})


def shown(number: str, official: OfficialCard | None, *, on: date, held: Reach) -> Shown | None:
    """One item; None where there is none, or it is not theirs to see."""
    offices = meetings.offices_of(official)
    item = meetings.action_item(number, on=on, held=held, offices=offices)
    if item is None:
        return None
    disclose_serials([item.serial])
    may = tuple(verb for verb in verbs(item.standing.state) if _may(verb, item, official, offices))
    return Shown(item, meetings.steps(number, on=on), meetings.item_letters(number), may)


def _may(verb: Verb, item: ItemView, official: OfficialCard | None, offices: Collection[int]) -> bool:
    """Whether a button is worth showing; the action asks the rules again."""
    if verb is Verb.URGE:
        return bool(item.letter.zh) and people.may(official, Power.SUPERVISE)
    if (verb in (Verb.CONFIRM, Verb.DENY) and not item.raised_by) or (verb is Verb.EXTEND and item.standing.overdue):
        return False
    if people.may(official, Power.MEET):
        return True
    power = power_of(verb)
    return people.may(official, power) and (power is not Power.ANSWER_ITEM or item.office_id in offices)
