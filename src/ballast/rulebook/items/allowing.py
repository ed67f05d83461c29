"""What may be done to an action item now, and why not: evidence, confirmation, deadlines, who settles."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.items import ItemRules
from ballast.rulebook.items.life import Verb, move
from ballast.rulebook.items.standing import Event, Matter, Standing, Workday, standing, urging
from ballast.rulebook.terms import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Something that is about to be done to an item, by a person of these roles."""

    rules: ItemRules
    matter: Matter
    found: Standing
    event: Event
    roles: Collection[Role]
    workday: Workday


def why_not(
    rules: ItemRules, matter: Matter, events: Sequence[Event], event: Event, *, roles: Collection[Role],
    workday: Workday,
) -> Sentence | None:  # fmt: skip
    """Why ``event`` may not be done after ``events``; None where it may."""
    last = max((one.on for one in events), default=matter.given)
    if event.on < last:
        return Sentence(
            f"日期不得早于 {last}（上一步之日）", f"The day may not be before {last}, that of the last step"
        )
    found = standing(rules, matter, events, event.on, workday)
    if move(found.state, event.verb) is None:
        return Sentence(
            f"事项{found.state.zh}，不能{event.verb.zh}", f"The item is {found.state.en}: it cannot {event.verb.en}"
        )
    asking = Asking(rules=rules, matter=matter, found=found, event=event, roles=roles, workday=workday)
    return next((said for test in TESTS.get(event.verb, ()) if (said := test(asking))), None)


def bad_deadline(rules: ItemRules, given: date, deadline: date, workday: Workday) -> Sentence | None:
    """Why a meeting may not set this deadline; None where it may."""
    last = rules.longest.after(given, workday)
    if given <= deadline <= last:
        return None
    return Sentence(f"期限应在 {given} 至 {last} 之间", f"The deadline lies from {given} to {last}")


def _papers(asking: Asking) -> Sentence | None:
    if asking.event.papers > 0:
        return None
    return Sentence("提交销号须附佐证材料（照片或文件）", "Evidence is wanted: a photo or a paper")


def _raised(asking: Asking) -> Sentence | None:
    if asking.matter.raised:
        return None
    return Sentence("此事项不是企业提出的，无须企业确认", "No enterprise raised this matter; none confirms it")


def _signed(asking: Asking) -> Sentence | None:
    """An enterprise gives its word itself, or on a paper."""
    if Role.OWNER in asking.roles or asking.event.papers > 0:
        return None
    return Sentence(
        "企业没有自己登录确认的，须附企业签字盖章的材料",
        "Where the enterprise does not say so itself, its signed paper is wanted",
    )


def _settler(asking: Asking) -> Sentence | None:
    level = asking.rules.levels.get(asking.found.level)
    allowed = level.settled_by if level else (Role.PROJECT_OFFICE,)
    if set(asking.roles) & set(allowed):
        return None
    zh, en = "、".join(role.zh for role in allowed), ", ".join(role.en for role in allowed)
    return Sentence(f"本级事项由{zh}销号", f"Items of this level are settled by: {en}")


def _another(asking: Asking) -> Sentence | None:
    if not asking.rules.by_another or asking.event.by != asking.found.submitted_by:
        return None
    return Sentence("提交的人不能自己销号，请另一人办理", "Who submitted it does not settle it; another person does")


def _kept_papers(asking: Asking) -> Sentence | None:
    return (
        None if asking.found.papers > 0 else Sentence("没有佐证材料，不能销号", "Nothing is settled without evidence")
    )


def _confirmed(asking: Asking) -> Sentence | None:
    wanted = asking.matter.raised and asking.rules.enterprise_confirms
    if not wanted or asking.found.confirmed:
        return None
    return Sentence(
        "企业提出的问题，须企业确认已解决才能销号", "An enterprise raised it: it must confirm before it is settled"
    )


def _extender(asking: Asking) -> Sentence | None:
    if set(asking.roles) & set(asking.rules.extended_by):
        return None
    zh = "、".join(role.zh for role in asking.rules.extended_by)
    return Sentence(f"延期由{zh}同意", f"Extended by: {', '.join(role.en for role in asking.rules.extended_by)}")


def _extendable(asking: Asking) -> Sentence | None:
    rules, found, until = asking.rules, asking.found, asking.event.until
    if asking.event.on > found.deadline:
        return Sentence(f"期限 {found.deadline} 已过，不能再延期", f"The deadline {found.deadline} has passed")
    if found.extensions >= rules.extensions:
        return Sentence(
            f"至多延期 {rules.extensions} 次，已延 {found.extensions} 次",
            f"It may be extended {rules.extensions} times; it was {found.extensions}",
        )
    last = rules.extension.after(found.deadline, asking.workday)
    if until is None or not found.deadline < until <= last:
        return Sentence(
            f"新期限应晚于 {found.deadline}，至迟 {last}", f"The new deadline lies after {found.deadline}, by {last}"
        )
    return None


def _urgeable(asking: Asking) -> Sentence | None:
    level = urging(asking.rules, asking.matter, asking.found)
    if level and level == asking.event.level:
        return None
    return Sentence("此事项目前没有应发的督办文书", "No letter is due for this item now")


TESTS: dict[Verb, tuple[Callable[[Asking], Sentence | None], ...]] = {
    Verb.SUBMIT: (_papers,),
    Verb.CONFIRM: (_raised, _signed),
    Verb.DENY: (_raised, _signed),
    Verb.SETTLE: (_kept_papers, _settler, _another, _confirmed),
    Verb.SEND_BACK: (_settler,),
    Verb.EXTEND: (_extender, _extendable),
    Verb.URGE: (_urgeable,),
}
