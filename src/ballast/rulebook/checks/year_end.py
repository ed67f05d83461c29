"""Bunching at the year's end: December, or the last quarter, far above the project's own other months.

Each window is held against the months of the same year before it, so that a fast year or a late start asks nothing:
its share of the year must pass a limit, and its monthly amount must be several times the *median* month before it
(the median, because one month of paying for equipment would move a mean). Where nothing was done in most months the
median is 0 and the share alone decides. With fewer than six months before the window nothing is asked.
"""

from statistics import median

from ballast.kit.sentence import Sentence
from ballast.rulebook.checks.declared import check, wan
from ballast.rulebook.checks.params import CheckParams
from ballast.rulebook.checks.row import ReportRow


@check("year_end_bunching", "month_completed",
       "年底集中入账须说明", "Investment bunched at the year's end is explained")  # fmt: skip
def year_end_bunching(row: ReportRow, params: CheckParams) -> Sentence | None:
    """December, or the last quarter, is far above the project's own months of the year before it."""
    if not row.month.endswith("-12") or not row.month_completed:
        return None
    amounts = {month: amount for month, amount in row.year_months if month[:4] == row.month[:4]}
    amounts[row.month] = row.month_completed
    for first, zh, en, percent in (
        (12, "十二月", "December", params.december_share_percent),
        (10, "第四季度", "The last quarter", params.quarter_share_percent),
    ):
        before = [amount for month, amount in amounts.items() if int(month[5:]) < first]
        within = [amount for month, amount in amounts.items() if int(month[5:]) >= first]
        if len(before) < params.year_end_least_months or len(within) < 13 - first:
            continue
        whole, much, usual = sum(before) + sum(within), sum(within), median(before)
        if much * 100 > whole * percent and much > params.year_end_times * usual * len(within):
            return _said(zh, en, much, much * 100 // whole, int(usual))
    return None


def _said(zh: str, en: str, much: int, share: int, usual: int) -> Sentence:
    return Sentence(
        f"{zh}完成 {wan(much)}，占全年 {share}%，此前各月中位数为 {wan(usual)}；请说明年底集中入账的原因和凭证",
        f"{en}, {wan(much)}, is {share} % of the year, while the median month before it is {wan(usual)}; "
        "explain what was entered at the year's end, and by which papers",
    )


ALL = (year_end_bunching,)
