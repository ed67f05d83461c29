"""Funds by channel: columns of a list that split the total by where it comes from."""

import re

from ballast.rulebook.lists.report import ProjectRow, Table
from ballast.rulebook.terms import FundChannel

# The first that fits wins. Columns that split the money by what it is spent on, or by quarter, are no channels.
CHANNELS: tuple[tuple[FundChannel, re.Pattern[str]], ...] = (
    (FundChannel.BOND, re.compile(r"债")),
    (FundChannel.LOAN, re.compile(r"贷款|银行|融资")),
    (FundChannel.FOREIGN, re.compile(r"外资")),
    (FundChannel.OWN, re.compile(r"自筹|自有|资本金|企业|社会|民间|招商")),
    (FundChannel.CENTRAL, re.compile(r"中央|国家")),
    (FundChannel.LOCAL, re.compile(r"省|市|县|区|地方|财政|政府|上级|配套|本级")),
    (FundChannel.OTHER, re.compile(r"其他|其它")),
)
NO_CHANNEL = re.compile(r"土建|建安|建筑|安装|设备|征|拆迁|土地|费用|季度|半年|固定资产|固投")


def channel_of(heading: str) -> FundChannel | None:
    """The channel a heading names, by its last words; None where it names none."""
    last = re.split(r"[/\s>·|]+", heading.strip())[-1]
    if NO_CHANNEL.search(last):
        return None
    return next((channel for channel, words in CHANNELS if words.search(last)), None)


def funds_of(row: ProjectRow, table: Table | None) -> dict[str, int]:
    """The agreed funds of a row by channel, in 元; a plan of one year split by channel is not the whole, and left."""
    funds: dict[str, int] = {}
    for column, meant in table.columns.items() if table else ():
        if meant.field != "funding" or meant.year is not None:
            continue
        key = next((key for key, at in row.columns.items() if at == column), meant.heading)
        amount, channel = row.values.get(key), channel_of(meant.heading)
        if isinstance(amount, int) and channel is not None:
            funds[channel] = funds.get(channel, 0) + amount
    return funds
