"""Checks of a report against the papers the project stands on: funds, approval, contract."""

from itertools import combinations

from ballast.kit.sentence import Sentence
from ballast.rulebook.checks.declared import check, wan
from ballast.rulebook.checks.params import CheckParams
from ballast.rulebook.checks.row import Party, ReportRow
from ballast.rulebook.likeness.names import firm


def _apart(one: int, other: int, percent: int) -> bool:
    """Whether two amounts differ by more than ``percent`` of the second."""
    return abs(one - other) * 100 > other * percent


@check("funds_total", "total_investment",
       "资金来源合计应等于总投资", "The funds of all channels add up to the total investment")  # fmt: skip
def funds_total(row: ReportRow, params: CheckParams) -> Sentence | None:
    """What the funding table agrees in all is the total investment, within x %."""
    if row.funds_total is None or not row.total_investment:
        return None
    if not _apart(row.funds_total, row.total_investment, params.funds_gap_percent):
        return None
    return Sentence(
        f"资金来源合计 {wan(row.funds_total)}，总投资 {wan(row.total_investment)}，相差超过 "
        f"{params.funds_gap_percent}%；请核对资金来源表，或说明",
        f"The funds agreed, {wan(row.funds_total)}, and the total investment, {wan(row.total_investment)}, differ by "
        f"more than {params.funds_gap_percent} %; check the funding table, or explain",
    )


@check("approval_total", "total_investment",
       "填报总投资应与批复（核准、备案）一致", "The total reported is the total approved or filed")  # fmt: skip
def approval_total(row: ReportRow, params: CheckParams) -> Sentence | None:
    """The total reported is the one on the approval, within x %."""
    if not row.approved_total or row.total_investment is None:
        return None
    if not _apart(row.total_investment, row.approved_total, params.approval_gap_percent):
        return None
    return Sentence(
        f"填报总投资 {wan(row.total_investment)}，批复（核准、备案）为 {wan(row.approved_total)}，相差超过 "
        f"{params.approval_gap_percent}%；请核对，或说明是否已办变更",
        f"The total reported is {wan(row.total_investment)}, the one approved {wan(row.approved_total)}: more than "
        f"{params.approval_gap_percent} % apart; check it, or tell of the change that was approved",
    )


@check("contract_total", "total_investment",
       "合同金额不超过总投资", "No contract is larger than the total investment")  # fmt: skip
def contract_total(row: ReportRow, params: CheckParams) -> Sentence | None:
    """The contract is not larger than what the project is to cost."""
    if row.contract_amount is None or row.total_investment is None or row.contract_amount <= row.total_investment:
        return None
    return Sentence(
        f"合同金额 {wan(row.contract_amount)} 超过总投资 {wan(row.total_investment)}；请核对单位，或说明",
        f"The contract, {wan(row.contract_amount)}, exceeds the total investment, {wan(row.total_investment)}; "
        "check the unit, or explain",
    )


def _same(one: Party, other: Party) -> bool:
    """Whether two papers name one firm: by credit code where both give one, else by the core of the name."""
    if one.credit_code and other.credit_code:
        return one.credit_code == other.credit_code
    return not (one.name and other.name) or firm(one.name) == firm(other.name)


@check("parties_differ", "name",
       "批复（备案）的项目单位、填报单位、合同发包人应为同一单位",
       "The approval, the report and the contract name one and the same owner")  # fmt: skip
def parties_differ(row: ReportRow, params: CheckParams) -> Sentence | None:
    """The owner on the approval, the owner who reports and the owner's side of the contract are one firm."""
    named = [(zh, en, party) for zh, en, party in (
        ("批复的项目单位", "approval", row.approval_owner), ("填报单位", "report", row.owner),
        ("合同发包人", "contract", row.contract_party),
    ) if party.name or party.credit_code]  # fmt: skip
    if all(_same(one, other) for (_, _, one), (_, _, other) in combinations(named, 2)):
        return None
    zh = "、".join(f"{zh}“{party.name or party.credit_code}”" for zh, _, party in named)
    en = ", ".join(f"{en}: {party.name or party.credit_code}" for _, en, party in named)
    return Sentence(f"{zh}不一致；请核对，或说明变更依据（如设立项目公司）",
                    f"The owner is not the same on all papers ({en}); check, or tell how it changed")  # fmt: skip


ALL = (funds_total, approval_total, contract_total, parties_differ)
