"""Who may hold and lend what: 三员分立 in one person's appointments, and the limits of a delegation.

Every rule answers with the sentence why not, or None where it may be.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ballast.kit.sentence import Sentence
from ballast.rulebook.powers import ADMINISTRATIVE, Power
from ballast.rulebook.terms import ADMINISTRATORS, Role

LONGEST_DELEGATION = timedelta(days=366)  # [default] what lasts longer is an appointment


@dataclass(frozen=True, slots=True)
class Spell:
    """From ``since`` to the end of ``until``; None where no end is known."""

    since: date
    until: date | None = None

    def on(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.since <= day and (self.until is None or day <= self.until)

    def meets(self, other: "Spell") -> bool:
        """Whether both have a day in common."""
        return (self.until is None or other.since <= self.until) and (other.until is None or self.since <= other.until)


@dataclass(frozen=True, slots=True)
class Held:
    """A role held for a spell; ``office`` is any number that tells one office from another."""

    role: Role
    spell: Spell
    office: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lent:
    """A delegation to be weighed: its powers (None: all), its spell, and what both people hold by appointment.

    ``lendable`` are the powers of the giver's own seats; what was lent to the giver is not among them.
    """

    powers: Collection[Power] | None
    since: date
    until: date | None
    giver: Collection[Held]
    taker: Collection[Held]
    lendable: Collection[Power]
    to_oneself: bool = False


def why_not_appoint(new: Held, others: Collection[Held], delegations: Collection[Spell] = ()) -> Sentence | None:
    """Why a person who holds ``others`` and takes part in ``delegations`` may not hold ``new`` as well."""
    since, until = new.spell.since, new.spell.until
    if until is not None and until < since:
        return Sentence(
            f"任期止于 {until}，早于开始的 {since}", f"It would end on {until}, before it begins on {since}"
        )
    for other in others:
        if not new.spell.meets(other.spell):
            continue
        if (new.role, new.office) == (other.role, other.office):
            return Sentence(f"此人在这个单位已任{new.role.zh}", f"This person is {new.role.en} of this office already")
        if not {new.role, other.role} & ADMINISTRATORS:
            continue
        return Sentence(
            f"此人任{other.role.zh}，不得同时任{new.role.zh}：系统、安全、审计管理员须为三人，也不兼业务岗位",
            f"This person is {other.role.en} and cannot be {new.role.en} as well: the system, security and audit "
            "administrators are three people, and do no business",
        )
    if new.role in ADMINISTRATORS and any(new.spell.meets(spell) for spell in delegations):
        return Sentence(
            "此人还有未到期的委托，管理员不得委托或受托，请先收回",
            "A delegation to or from this person still runs; administrators neither lend nor take. Recall it first",
        )
    return None


def why_not_delegate(lent: Lent, *, on: date) -> Sentence | None:
    """Why it may not be lent, as asked on the day ``on``."""
    return next(_faults(lent, on), None)


def _faults(lent: Lent, on: date) -> Iterator[Sentence]:
    if lent.to_oneself:
        yield Sentence("不能委托给本人", "Nobody lends to themselves")
    if lent.until is None:
        yield Sentence("委托必须有截止日期", "A delegation has an end date")
        return
    if lent.since < on:
        yield Sentence(f"委托不能倒填日期，最早从今天 {on} 开始", f"A delegation begins today, {on}, at the earliest")
    if lent.until < lent.since:
        yield Sentence(
            f"截止的 {lent.until} 早于开始的 {lent.since}", f"It would end on {lent.until}, before it begins"
        )
    if lent.until - lent.since > LONGEST_DELEGATION:
        yield Sentence("委托不超过一年，更长的应作任命", "A delegation lasts a year at most; longer is an appointment")
    spell = Spell(lent.since, lent.until)
    if any(held.role in ADMINISTRATORS and held.spell.meets(spell) for held in (*lent.giver, *lent.taker)):
        yield Sentence("管理员不得委托或受托", "Administrators neither lend nor take powers")
    yield from _powerless(lent)


def _powerless(lent: Lent) -> Iterator[Sentence]:
    if lent.powers is not None and not lent.powers:
        yield Sentence("请至少选择一项权限", "Choose one power at least")
    if ADMINISTRATIVE & set(lent.powers or ()):
        yield Sentence("管理权限不能委托", "The powers of administrators cannot be lent")
    if not lent.lendable:
        yield Sentence("委托人这段时间没有本人的岗位可以委托", "The giver holds no office of their own in that time")
    beyond = set(lent.powers or ()) - set(lent.lendable)
    if beyond:
        zh, en = "、".join(sorted(one.zh for one in beyond)), ", ".join(sorted(one.en for one in beyond))
        yield Sentence(
            f"委托人本岗位没有“{zh}”的权限（受托的权限不能再转委托）",
            f"The giver's own office may not {en} (what was lent is not passed on)",
        )
