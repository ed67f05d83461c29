"""One project's report as the checks of the rulebook see it: what is typed, beside what is known of the project."""

from ballast.rooms.reporting.workbook.backing import Backing
from ballast.rooms.reporting.workbook.drafts import Draft, evidence_given
from ballast.rooms.reporting.workbook.roster import Line
from ballast.rulebook.checks import Party, ReportRow
from ballast.rulebook.forms import FUNDS, MILESTONES

ACTUAL = tuple(column.key for column in MILESTONES if column.key.endswith(".actual_on"))


def report_row(made: Draft) -> ReportRow:
    """The row as the checks of the rulebook see it."""
    line, profile = made.line, made.line.profile
    started = made.day("started.actual_on")
    before = {f"{kind}.actual_on": card.actual_on for kind, card in line.clocks.items()}
    agreed, paid_in, last_paid_in = _paid(made)
    owner, approval_owner, contract_party = _parties(line, line.backing)
    approval = line.backing.approval
    return ReportRow(
        month=line.month, total_investment=profile.total_investment, done_by_last_year=line.done_by_last_year,
        annual_plan=line.annual_plan, last_year_to_date=line.last_year_to_date, last_to_date=line.last_to_date,
        month_completed=made.amount("month_completed"), year_to_date=made.amount("year_to_date"),
        to_date=made.amount("to_date"), year_months=line.year_months, form_progress=made.text("form_progress"),
        problems=made.text("problems"), evidence=evidence_given(made),
        started_on=line.reach.started if started is None else started,
        start_is_new=started is not None and before.get("started.actual_on") is None,
        completed_on=made.day("completed.actual_on"), producing_on=made.day("producing.actual_on"),
        registered_on=made.day("registered.actual_on") or line.reach.registered,
        dates_withdrawn=tuple(key for key in ACTUAL if before.get(key) and not made.day(key)),
        agreed=agreed, paid_in=paid_in, last_paid_in=last_paid_in, funds_total=_funds_total(line),
        silent_months=line.silent_months, unheard_months=line.unheard_months, photos=line.backing.photos,
        start_papers=line.backing.start_papers, owner=owner, approval_owner=approval_owner,
        approved_total=approval.total if approval else None, contract_party=contract_party,
        contract_amount=line.backing.contract_amount,
    )  # fmt: skip


def _paid(made: Draft) -> tuple[int | None, int | None, int | None]:
    """Of the channels reported: what was agreed (where all say), what is paid in, what was before this month."""
    line = made.line
    paid = {column.key.removeprefix("paid."): made.amount(column.key) for column in FUNDS}
    reported = {channel: amount for channel, amount in paid.items() if amount is not None}
    known = [fund for channel in reported if (fund := line.funds.get(channel))]
    agreed = [fund.agreed for fund in known if fund.agreed is not None]
    last = [fund.paid_in or 0 for fund in known if fund.month < line.month]
    return (
        sum(agreed) if agreed and len(agreed) == len(reported) else None,
        sum(reported.values()) if reported else None,
        sum(last) if last else None,
    )


def _funds_total(line: Line) -> int | None:
    """The funding table's own sum, where every channel in it says what was agreed."""
    agreed = [fund.agreed for fund in line.funds.values()]
    return sum(amount for amount in agreed if amount is not None) if agreed and None not in agreed else None


def _parties(line: Line, backing: Backing) -> tuple[Party, Party, Party]:
    """The owner who reports, the owner on the approval, the owner's side of the largest contract."""
    approval, contract, profile = backing.approval, backing.largest, line.profile
    return (
        Party(name=profile.owner, credit_code=profile.credit_code),
        Party(name=approval.owner, credit_code=approval.credit_code) if approval else Party(),
        Party(name=contract.party, credit_code=contract.credit_code) if contract else Party(),
    )
