"""Recording what an import says: only what differs from what stands, each fact with its cell."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ballast.kit.ledger.journal import Writer
from ballast.rooms.registry import models
from ballast.rooms.registry.importing.drafts import Draft
from ballast.rooms.registry.importing.sources import Sources
from ballast.rooms.registry.importing.standing import BLANK, Standing

# The columns of a list by the fields of approvals and contracts they became.
TOLD_AS = {"total": "approved_total", "number": "basis"}


@dataclass(slots=True)
class Target:
    """Where the facts of an import go: the list and its date, the year of its plans, the month of its funds."""

    list_id: int | None
    since: date
    year: int | None
    month: str


@dataclass(slots=True)
class Written:
    """The facts an import will record, and the projects of which it says something new."""

    profiles: list[models.Profile] = field(default_factory=list)
    plans: list[models.AnnualPlan] = field(default_factory=list)
    memberships: list[models.Membership] = field(default_factory=list)
    funds: list[models.Funding] = field(default_factory=list)
    approvals: list[models.Approval] = field(default_factory=list)
    contracts: list[models.Contract] = field(default_factory=list)
    changed: set[int] = field(default_factory=set)


class Composer:
    """Composes facts of drafts against what stands of plans, memberships and funds."""

    def __init__(self, target: Target, sources: Sources) -> None:
        self._target, self._sources = target, sources
        self.written = Written()
        plans = models.AnnualPlan.objects.current().filter(year=target.year or 0)
        self._plans = {plan.project_id: plan for plan in plans}
        members = models.Membership.objects.current().filter(named_list_id=target.list_id, until__isnull=True)
        self._members = set(members.values_list("project_id", flat=True))
        funds = models.Funding.objects.current().filter(month=target.month)
        self._funds = {(fund.project_id, fund.channel): fund for fund in funds}
        self._approvals = {one.project_id: one for one in models.Approval.objects.current()}
        self._contracts = {one.project_id: one for one in models.Contract.objects.current().filter(number="")}

    def compose(self, project_id: int, one: Draft, before: Standing | None) -> None:
        """Everything one draft says of its project that is not known."""
        told = {**BLANK, **(before.profile if before else {}), **one.profile}
        if before is None or told != before.profile:
            self._keep(self.written.profiles, models.Profile(project_id=project_id, **told), one)
        self._plan(project_id, one)
        if self._target.list_id is not None and project_id not in self._members:
            joined = models.Membership(
                project_id=project_id, named_list_id=self._target.list_id, since=self._target.since
            )
            self._keep(self.written.memberships, joined, one)
        for channel, amount in one.funds.items():
            stood = self._funds.get((project_id, channel))
            if stood is None or stood.agreed != amount:
                fund = models.Funding(
                    project_id=project_id, channel=channel, month=self._target.month, agreed=amount,
                    paid_in=stood.paid_in if stood else None,
                )  # fmt: skip
                self._keep(self.written.funds, fund, one)
        self._papers(project_id, one)

    def record(self, writer: Writer) -> None:
        """Record them all."""
        found = self.written
        for facts in (
            found.profiles, found.plans, found.memberships, found.funds, found.approvals, found.contracts,
        ):  # fmt: skip
            writer.record(facts)

    def _plan(self, project_id: int, one: Draft) -> None:
        if not one.plan or self._target.year is None:
            return
        before = self._plans.get(project_id)
        stood = {"amount": before.amount, "goal": before.goal} if before else {"amount": None, "goal": ""}
        told = {**stood, **one.plan}
        if before is None or told != stood:
            plan = models.AnnualPlan(project_id=project_id, year=self._target.year, **told)
            self._keep(self.written.plans, plan, one)

    def _papers(self, project_id: int, one: Draft) -> None:
        """An approval and a contract as far as the list tells of them; what it does not tell stands as it was."""
        made: tuple[tuple[list[Any], dict[int, Any], Any, dict[str, Any]], ...] = (
            (self.written.approvals, self._approvals, models.Approval, one.approval),
            (self.written.contracts, self._contracts, models.Contract, one.contract),
        )
        for facts, stands, kind, told in made:
            before = stands.get(project_id)
            stood = {field.attname: getattr(before, field.attname) for field in kind.payload()} if before else {}
            if told and {**stood, **told} != stood:
                self._keep(facts, kind(**{**stood, "project_id": project_id, **told}), one)

    def _keep(self, facts: list[Any], fact: Any, one: Draft) -> None:
        columns, number = one.row.places
        if "annual_plan" in columns:
            columns["amount"] = columns["annual_plan"]
        if "years" in columns:
            columns |= {"start_year": columns["years"], "end_year": columns["years"]}
        columns |= {name: columns[told] for name, told in TOLD_AS.items() if told in columns}
        fact.source, fact.row = self._sources.of(one.row.sheet, columns), number
        facts.append(fact)
        self.written.changed.add(fact.project_id)
