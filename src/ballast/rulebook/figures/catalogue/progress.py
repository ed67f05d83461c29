"""Plan and progress: what was to be done, what is done, and how far ahead."""

from ballast.rulebook.figures.catalogue.drafts import Draft
from ballast.rulebook.figures.conditions import Is, Known
from ballast.rulebook.figures.declarations import Unit
from ballast.rulebook.figures.vocabulary import Growth, HowMany, Latest, Share, ToDate, Total, Written
from ballast.rulebook.terms import Basis

THEME = ("计划与进度", "Plan and progress")

BOTH = "declared+statistical"
FIGURES = [
    Draft("projects", ("项目总数", "Projects"), ("在册项目的个数", "Projects on the books"), Unit.COUNT, HowMany()),
    Draft(
        "total_investment", ("总投资", "Total investment"),
        ("在册项目计划总投资之和", "Planned total investment of all projects"), Unit.YUAN, Latest("total_investment"),
    ),
    Draft(
        "planned_projects", ("有年度计划的项目数", "Projects with an annual plan"),
        ("本年度列有计划投资的项目个数", "Projects with planned investment this year"),
        Unit.COUNT, HowMany(Known("annual_plan")),
    ),
    Draft(
        "annual_plan", ("年度计划投资", "Annual plan"),
        ("本年度计划投资之和", "Planned investment of the year"), Unit.YUAN, Latest("annual_plan"),
    ),
    Draft(
        "completed_month", ("本月完成投资", "Completed in the month"),
        ("本月申报完成投资之和", "Investment declared completed in the month"), Unit.YUAN, Total("completed"),
    ),
    Draft(
        "completed", ("本年累计完成投资", "Completed, year to date"),
        ("一月至本月申报完成投资之和", "Investment declared completed from January to the month"),
        Unit.YUAN, ToDate("completed"),
    ),
    Draft(
        "completed_to_date", ("开工累计完成投资", "Completed since the start"),
        ("各项目自开工累计完成投资之和", "Investment completed since works began"),
        Unit.YUAN, ToDate("completed", since="start"),
    ),
    Draft(
        "completion_rate", ("投资完成率", "Completion rate"),
        ("一月至本月完成投资 ÷ 年度计划投资，分子分母同为有年度计划的项目",
         "Completed January to the month ÷ annual plan, both of projects with an annual plan"),
        Unit.PERCENT, Share(ToDate("completed", Known("annual_plan")), Latest("annual_plan")),
    ),
    Draft(
        "ahead_of_schedule", ("序时偏差", "Ahead of schedule"),
        ("投资完成率减序时进度（至本月应完成的年度计划比例）",
         "Completion rate minus the share of the plan due by the month"),
        Unit.POINTS, Written("ahead", ToDate("completed", Known("annual_plan")), Latest("annual_plan")),
    ),
    Draft(
        "plan_of_total", ("年度计划占总投资比重", "Annual plan as a share of the total"),
        ("有年度计划的项目：年度计划投资 ÷ 总投资", "Of projects with an annual plan: annual plan ÷ total investment"),
        Unit.PERCENT, Share(Latest("annual_plan"), Latest("total_investment", Known("annual_plan"))),
    ),
    Draft(
        "behind_schedule", ("落后序时项目数", "Projects behind schedule"),
        ("本年累计完成低于序时应完成额的项目个数", "Projects completed less than the schedule asks"),
        Unit.COUNT, HowMany(Is("behind")),
    ),
    Draft(
        "completed_growth", ("完成投资同比", "Growth of completed investment"),
        ("本年累计完成投资比上年同期增长；上年基数为当时公布的版本",
         "Growth of year-to-date investment over the same months of last year, as published then"),
        Unit.PERCENT, Growth(ToDate("completed")),
    ),
    Draft(
        "stat_completed", ("统计完成投资", "Completed, statistical"),
        ("一月至本月统计口径（财务支出法）完成投资之和",
         "Year-to-date investment by the statisticians' financial method"),
        Unit.YUAN, ToDate("stat_completed"), Basis.STATISTICAL, "固定资产投资统计报表制度",
    ),
    Draft(
        "declared_gap", ("申报与统计差额", "Declared minus statistical"),
        ("申报完成投资减统计完成投资：形象进度与财务支出口径不同，差额应可解释",
         "Declared minus statistical investment; the bases differ, the gap should be explained"),
        Unit.YUAN, Written("difference", ToDate("completed"), ToDate("stat_completed")), BOTH,
    ),
    Draft(
        "stat_share", ("统计与申报之比", "Statistical ÷ declared"),
        ("统计完成投资 ÷ 申报完成投资", "Statistical investment ÷ declared investment"),
        Unit.PERCENT, Share(ToDate("stat_completed"), ToDate("completed")), BOTH,
    ),
]  # fmt: skip
