"""Whatever different people do to the reports of a month, in whatever order: only what was accepted is ever a fact.

A machine drafts, submits, recalls, returns, accepts, seals and corrects by all hands, right and wrong ones. It keeps a
small book of its own beside the house and compares after every step; at the end every figure, asked as of every past
moment, must be what the book said then.
"""

from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ballast import month
from ballast.kit.ledger.models import Entry
from ballast.kit.ledger.verification import verify
from ballast.kit.refusal import Refusal
from ballast.rooms.figures import queries as figures
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import Chosen, Edit, Slip
from ballast.rooms.reporting.models import Progress, Report, Step
from ballast.rulebook.loop import State, Verb
from ballast.rulebook.terms import Role
from rooms.reporting import cast
from rooms.reporting.cast import AT, MONTH, WAN

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
HANDS = {"clerk": Role.REPORTER, "other": Role.REPORTER, "county": Role.COUNTY_OFFICE, "office": Role.PROJECT_OFFICE,
         "leader": Role.LEADER}  # fmt: skip
WHO = st.sampled_from(list(HANDS))
WHICH = st.sampled_from(["plant", "store"])
ENOUGH = 14
TRAIL = [(Verb.SUBMIT, State.SUBMITTED), (Verb.ACCEPT, State.COUNTY_ACCEPTED), (Verb.ACCEPT, State.ACCEPTED)]


class Month(RuleBasedStateMachine):
    """July in 清河区, and the book kept beside it: what counts of each project, and what was said at each moment."""

    def __init__(self) -> None:
        super().__init__()
        self.held = ExitStack()
        self.held.enter_context(transaction.atomic())
        self.steps = 0
        self.counted: dict[str, int] = {}
        self.said: list[tuple[datetime, int | None]] = []
        self.sealed: tuple[datetime, int | None] | None = None
        self.corrected = False

    @initialize()
    def settle(self) -> None:
        self.town = cast.county()
        self.people: dict[str, OfficialCard] = {
            name: cast.person(name, role, self.town.area_id) for name, role in HANDS.items()
        }
        self.serials = {name: cast.serial_of(getattr(self.town, name)) for name in ("plant", "store")}

    def teardown(self) -> None:
        try:
            if self.steps:
                self.every_moment_reads_as_it_was_told()
        finally:
            transaction.set_rollback(True)
            self.held.close()

    @rule(which=WHICH, who=WHO, amount=st.integers(0, 900), behind=st.booleans())
    def save(self, which: str, who: str, amount: int, behind: bool) -> None:
        version = 0 if behind else self.version(which)
        cells = {"month_completed": amount, "form_progress": "主体施工", "explanation": "已核对"}
        self.attempt(lambda: actions.save(MONTH, [Edit(self.serials[which], cells, version)], **self.by(who)))

    @rule(which=WHICH, who=WHO)
    def submit(self, which: str, who: str) -> None:
        self.attempt(lambda: actions.submit(MONTH, self.chosen(which), **self.by(who)))

    @rule(which=WHICH, who=WHO)
    def recall(self, which: str, who: str) -> None:
        self.attempt(lambda: actions.recall(MONTH, self.chosen(which), **self.by(who)))

    @rule(which=WHICH, who=st.sampled_from(["county", "office", "leader", "clerk"]))
    def accept(self, which: str, who: str) -> None:
        amount = self.typed(which)
        if self.attempt(lambda: actions.accept(MONTH, self.chosen(which), **self.by(who))) and who == "office":
            self.counted[which] = amount

    @rule(which=WHICH, who=WHO, behind=st.booleans())
    def send_back(self, which: str, who: str, behind: bool) -> None:
        version = max(0, self.version(which) - behind)
        chosen = [Chosen(self.serials[which], version, {"month_completed": "请核对"})]
        if self.attempt(lambda: actions.send_back(MONTH, chosen, **self.by(who))):
            self.counted.pop(which, None)

    @rule(which=WHICH, amount=st.integers(0, 900), times=st.integers(1, 4))
    def go_on(self, which: str, amount: int, times: int) -> None:
        """The right hands do what comes next, and next."""
        for _ in range(times):
            kept = Report.objects.filter(project__serial=self.serials[which]).first()
            match kept.state if kept else None:
                case State.SUBMITTED:
                    self.accept(which, "county")
                case State.COUNTY_ACCEPTED:
                    self.accept(which, "office")
                case State.DRAFT | State.RETURNED if kept and "month_completed" in kept.values:
                    self.submit(which, "clerk")
                case None | State.DRAFT | State.RETURNED:
                    self.save(which, "clerk", amount, False)

    @precondition(lambda self: self.steps > ENOUGH and not self.sealed)
    @rule()
    def seal(self) -> None:
        absent = {one.serial for one in month.seal(MONTH, at=self.now(), by="office").absent}
        assert absent == {serial for which, serial in self.serials.items() if which not in self.counted}
        self.sealed = (self.told(), self.total())

    @precondition(lambda self: self.sealed and self.counted and not self.corrected)
    @rule(amount=st.integers(0, 900))
    def correct(self, amount: int) -> None:
        which, old = next(iter(self.counted.items()))
        if amount * WAN == old:
            return
        changes = queries.carried(getattr(self.town, which), MONTH, "declared", "month_completed", amount * WAN)
        slip = Slip(project_id=getattr(self.town, which), basis="declared", changes=changes, reason="重复",
                    evidence="凭证", approver="赵主任")  # fmt: skip
        month.correct(slip, at=self.now(), by="office")
        self.counted[which] = amount * WAN
        self.corrected = True

    @invariant()
    def the_ledger_is_what_was_accepted(self) -> None:
        if not hasattr(self, "town"):
            return
        facts = Progress.objects.current().filter(month=MONTH).values_list("project_id", "month_completed")
        assert dict(facts) == {getattr(self.town, which): amount for which, amount in self.counted.items()}
        for report in Report.objects.filter(state=State.ACCEPTED):
            log = Step.objects.filter(report=report).order_by("-pk").values_list("verb", "after", "by")[:3]
            trail = [(verb, after) for verb, after, _ in reversed(log)]
            assert trail == TRAIL
            assert [HANDS[by] for _, _, by in log][:2] == [Role.PROJECT_OFFICE, Role.COUNTY_OFFICE]
        self.told()

    def every_moment_reads_as_it_was_told(self) -> None:
        """Figures as of every moment, edition 1 for good, and nothing damaged."""
        for moment, total in self.said[-12:]:
            assert figures.figure("completed_month", month=MONTH, at=moment).total.numerator == total
        if self.sealed:
            moment, total = self.sealed
            first = figures.figure("completed_month", month=MONTH, at=moment)
            assert (first.total.numerator, first.edition) == (total, 1)
        assert verify() == []

    def attempt(self, act: Any) -> bool:
        """Whether the act was done; refused, it changed nothing."""
        before = self.picture()
        try:
            with transaction.atomic():
                act()
        except Refusal as refused:
            assert refused.sentence.zh
            assert self.picture() == before
            return False
        assert not self.sealed, "a sealed month takes no report"
        return True

    def picture(self) -> tuple[Any, ...]:
        reports = Report.objects.order_by("pk").values_list("state", "version", "values")
        return list(reports), Step.objects.count(), Entry.objects.count()

    def by(self, who: str) -> dict[str, Any]:
        return {"official": self.people[who], "at": self.now()}

    def now(self) -> datetime:
        """Some minutes later."""
        self.steps += 1
        return AT + timedelta(minutes=3 * self.steps)

    def told(self) -> datetime:
        """Note what is said now, and when."""
        moment = AT + timedelta(minutes=3 * self.steps + 1)
        if not self.said or self.said[-1][1] != self.total():
            self.said.append((moment, self.total()))
        return moment

    def total(self) -> int | None:
        return sum(self.counted.values()) if self.counted else None

    def version(self, which: str) -> int:
        return sum(Report.objects.filter(project__serial=self.serials[which]).values_list("version", flat=True))

    def typed(self, which: str) -> int:
        kept = Report.objects.filter(project__serial=self.serials[which]).first()
        return round((kept.values.get("month_completed", 0) if kept else 0) * WAN)

    def chosen(self, which: str) -> list[Chosen]:
        return [Chosen(self.serials[which], self.version(which))]


def test_only_what_was_accepted_is_ever_a_fact() -> None:
    run_state_machine_as_test(
        Month,
        settings=settings(
            max_examples=6, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_the_machine_can_go_all_the_way() -> None:
    run = Month()
    run.settle()
    run.go_on("plant", 700, 4)
    run.send_back("plant", "office", False)
    assert (run.counted, run.total()) == ({}, None)
    for which in ("plant", "store"):
        run.go_on(which, 0, 4)
    assert run.counted == {"plant": 700 * WAN, "store": 0}
    run.seal()
    run.save("plant", "clerk", 1, False)
    run.correct(650)
    run.the_ledger_is_what_was_accepted()
    assert run.sealed is not None and run.corrected
    run.teardown()
