"""What a list tells that an import does not record, and why: nothing is dropped in silence."""

from ballast.kit.grid import column_letter
from ballast.kit.sentence import Sentence
from ballast.rulebook.lists.report import Recognition

MONTHLY = Sentence("进度数据由月报报送，名单中的不入账", "progress comes by the monthly report, not from a list")
ELSEWHERE = Sentence("登记卡没有这一项，原件已留存", "the card has no such field; the file itself is kept")
NUMBER_ONLY = Sentence(
    "只记批复文号，其余文字见原件", "only the number of the approval is recorded, the words are in the file"
)
OTHER_YEAR = Sentence("其他年度的数据，不作本年计划", "of another year, not this year's plan")

PROGRESS = frozenset(
    ["month_completed", "year_to_date", "to_date", "percent", "progress", "next_step", "problems", "needs",
     "remaining", "stage"]
)  # fmt: skip
OTHER_YEARS = frozenset(["other_year_plan", "year_completed"])
KEPT = frozenset(
    ["name", "sequence", "helper", "total_investment", "annual_plan", "area", "wider_area", "owner", "responsible",
     "investor", "site", "content", "nature", "industry", "lead_industry", "responsible_person", "linked_leader",
     "remarks", "project_code", "credit_code", "done_by_last_year", "years", "goal", "planned_start", "actual_start",
     "planned_completion", "actual_completion", "signed", "longitude", "latitude", "funding", "approved_total",
     "contract_amount"]
)  # fmt: skip
REASONS = ((PROGRESS, MONTHLY), (OTHER_YEARS, OTHER_YEAR), (frozenset(["basis"]), NUMBER_ONLY))


def left_out(recognition: Recognition) -> list[dict[str, str]]:
    """Every column that is not recorded: its place, heading and reason."""
    told = []
    for table in recognition.tables:
        if table.kind != "list":
            continue
        for column, meant in sorted(table.columns.items()):
            if meant.field in KEPT or not (meant.field or meant.heading):
                continue
            reason = next((said for fields, said in REASONS if meant.field in fields), ELSEWHERE)
            told.append(
                {
                    "source": f"{table.sheet}!{column_letter(column)}", "heading": meant.heading,
                    "field": meant.field, "reason": reason.zh, "reason_en": reason.en,
                }
            )  # fmt: skip
    return told
