"""Support: funds paid in, resources granted, tables handed in, promises of output kept."""

from ballast.rulebook.figures.catalogue.drafts import Draft
from ballast.rulebook.figures.conditions import Is, Known
from ballast.rulebook.figures.declarations import Unit
from ballast.rulebook.figures.vocabulary import HowMany, Latest, Share
from ballast.rulebook.stages import Stage

THEME = ("要素与服务", "Support")

WORKING = Is("stage", Stage.STARTED, Stage.BUILDING)
MADE_GOOD = "投资协议承诺与投产后实际"
FIGURES = [
    Draft("funds_agreed", ("约定资金", "Funds agreed"), ("各渠道约定资金之和", "Funds agreed, all channels"),
          Unit.YUAN, Latest("funds_agreed")),
    Draft("funds_paid_in", ("到位资金", "Funds paid in"), ("各渠道到位资金之和", "Funds paid in, all channels"),
          Unit.YUAN, Latest("funds_paid_in")),
    Draft("funds_rate", ("资金到位率", "Funds paid in ÷ agreed"),
          ("到位资金 ÷ 约定资金，同为有约定资金的项目", "Paid in ÷ agreed, both of projects with funds agreed"),
          Unit.PERCENT, Share(Latest("funds_paid_in", Known("funds_agreed")), Latest("funds_agreed"))),
    Draft("land_rate", ("用地保障率", "Land granted ÷ requested"),
          ("批准用地 ÷ 申请用地（面积）", "Land granted ÷ land requested, by area"),
          Unit.PERCENT, Share(Latest("land_granted", Known("land_requested")), Latest("land_requested"))),
    Draft("grant_rate", ("要素保障率", "Requests granted"),
          ("已批准的要素申请 ÷ 全部要素申请（件数）", "Resource requests granted ÷ all made, by number"),
          Unit.PERCENT, Share(Latest("cases_granted"), Latest("cases"))),
    Draft("on_time_rate", ("要素按期保障率", "Grants on time"),
          ("按期批准的要素申请 ÷ 到期的要素申请（件数）",
           "Resource requests granted in time ÷ requests due, by number"),
          Unit.PERCENT, Share(Latest("cases_on_time"), Latest("cases_due"))),
    Draft("resource_requests", ("要素申请件数", "Resource requests"),
          ("已提出的要素申请件数", "Resource requests made"),
          Unit.COUNT, Latest("cases")),
    Draft("reporting_rate", ("在建项目报送率", "Reporting rate"),
          ("在建项目中本月已报送的比例", "Of projects under construction, the share reported this month"),
          Unit.PERCENT, Share(HowMany(WORKING & Is("reported")), HowMany(WORKING))),
    Draft("not_reported", ("在建未报项目数", "Not reported"),
          ("在建而本月未报送的项目个数", "Projects under construction without a report this month"),
          Unit.COUNT, HowMany(WORKING & ~Is("reported"))),
    Draft("output_rate", ("产值达成率", "Output ÷ promised"),
          ("投产项目近十二个月产值 ÷ 承诺年产值", "Twelve months' output of producing projects ÷ a year's promised"),
          Unit.PERCENT,
          Share(Latest("output", Known("producing_on") & Known("promised_output")),
                Latest("promised_output", Known("producing_on"))), clause=MADE_GOOD),
    Draft("tax_rate", ("税收达成率", "Tax ÷ promised"),
          ("投产项目近十二个月税收 ÷ 承诺年税收", "Twelve months' tax of producing projects ÷ a year's promised"),
          Unit.PERCENT,
          Share(Latest("tax", Known("producing_on") & Known("promised_tax")),
                Latest("promised_tax", Known("producing_on"))), clause=MADE_GOOD),
    Draft("jobs", ("用工人数", "Jobs"), ("投产项目用工人数", "Jobs held in producing projects"),
          Unit.JOBS, Latest("jobs")),
]  # fmt: skip
