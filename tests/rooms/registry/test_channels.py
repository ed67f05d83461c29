"""Columns of funds and papers: which channel each is, which total is the approval's, and which are none."""

import pytest

from ballast.rooms.registry.importing.channels import channel_of
from ballast.rooms.registry.models import Approval, Contract, Funding, Profile
from ballast.rulebook.terms import FundChannel
from rooms.registry.paper import bring_in, city, workbook


@pytest.mark.parametrize(
    ("heading", "channel"),
    [
        ("资金来源/中央预算内", FundChannel.CENTRAL), ("专项债券", FundChannel.BOND), ("银行贷款", FundChannel.LOAN),
        ("企业自筹", FundChannel.OWN), ("省级资金", FundChannel.LOCAL), ("利用外资", FundChannel.FOREIGN),
        ("其他", FundChannel.OTHER), ("设备购置", None), ("一季度", None), ("土建", None),
    ],
)  # fmt: skip
def test_a_heading_names_its_channel(heading: str, channel: FundChannel | None) -> None:
    assert channel_of(heading) is channel


@pytest.mark.django_db
def test_funds_by_channel_are_recorded_in_yuan() -> None:
    city()
    header = ["序号", "项目名称", "所属县区", "总投资", "中央预算内资金", "银行贷款", "自筹资金"]
    rows = [[1, "热电联产项目", "城东区", 100, 20, 30, 50], [2, "冷链物流项目", "城西区", 10, "", "", 10]]
    bring_in(workbook(rows, header=header))
    told = set(Funding.objects.values_list("project__profiles__name", "channel", "agreed"))
    recorded = {one for one in told if one[0] == "热电联产项目"}
    assert recorded == {
        ("热电联产项目", "central", 200_000), ("热电联产项目", "loan", 300_000), ("热电联产项目", "own", 500_000),
    }  # fmt: skip
    assert {one[1] for one in told - recorded} == {"own"}


@pytest.mark.django_db
def test_the_totals_of_approval_and_contract_are_told_apart_from_the_project_s_own() -> None:
    city()
    header = ["序号", "项目名称", "所属县区", "总投资", "批复总投资", "合同金额", "批复文号"]
    rows = [
        [1, "热电联产项目", "城东区", 100, 80, 60, "海发改〔2025〕7号，2025年3月批复"],
        [2, "冷链物流项目", "城西区", 10, "", "", "正在办理"],
    ]
    outcome = bring_in(workbook(rows, header=header))
    [approval] = Approval.objects.current()
    assert (approval.total, approval.number, approval.cell("total")[-2:]) == (800_000, "海发改〔2025〕7号", "E4")
    assert approval.cell("number").endswith("G4")
    [contract] = Contract.objects.current()
    assert (contract.contract_amount, contract.cell("contract_amount")[-2:]) == (600_000, "F4")
    assert set(Profile.objects.current().values_list("total_investment", flat=True)) == {1_000_000, 100_000}
    assert [(one["field"], one["reason"][:6]) for one in outcome.left_out] == [("basis", "只记批复文号")]
    rows[0][5] = 65
    bring_in(workbook(rows, header=header))
    assert Contract.objects.count() == 2 and Approval.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("heading", ["批复总投资", "合同金额", "概算总投资"])
def test_a_total_that_stands_alone_is_the_project_s(heading: str) -> None:
    city()
    bring_in(workbook([[1, "热电联产项目", "城东区", 100]], header=["序号", "项目名称", "所属县区", heading]))
    assert Profile.objects.current().get().total_investment == 1_000_000
    assert not Approval.objects.exists() and not Contract.objects.exists()
