"""Columns of funds: which channel each is, and which are none."""

import pytest

from ballast.rooms.registry.importing.channels import channel_of
from ballast.rooms.registry.models import Funding
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
