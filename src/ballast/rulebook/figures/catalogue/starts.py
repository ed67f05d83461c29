"""Starts and fulfilment: planned starts kept, large new starts, registration, agreements, start-on-land."""

from ballast.rulebook.figures.catalogue.drafts import SPEECH, STARTED, YI, Draft
from ballast.rulebook.figures.conditions import AtLeast, Is, Known, Within
from ballast.rulebook.figures.declarations import Unit
from ballast.rulebook.figures.vocabulary import Growth, HowMany, Latest, Share
from ballast.rulebook.terms import Basis

THEME = ("开工与兑现", "Starts and fulfilment")

THIS_YEAR = Within("started_on", "year")
DUE = Within("planned_started_on", "year")
LARGE = AtLeast("total_investment", YI)
VERY_LARGE = AtLeast("total_investment", 10 * YI)
KEPT = Known("landed_on") | Known("started_on")

FIGURES = [
    Draft("started", ("新开工项目数", "Newly started"),
          ("今年一月至本月开工的项目个数", "Projects started since January"),
          Unit.COUNT, HowMany(THIS_YEAR)),
    Draft("started_month", ("本月开工项目数", "Started in the month"),
          ("本月开工的项目个数", "Projects started in the month"),
          Unit.COUNT, HowMany(Within("started_on", "month"))),
    Draft("started_large", ("新开工亿元以上项目数", "Newly started, 1 亿 and above"),
          ("今年以来开工、总投资1亿元及以上的项目个数", "Started since January with a total of at least 1 亿"),
          Unit.COUNT, HowMany(THIS_YEAR & LARGE), clause=SPEECH),
    Draft("started_large_total", ("新开工亿元以上项目总投资", "Their total investment"),
          ("今年以来开工、总投资1亿元及以上项目的总投资",
           "Total investment of those started since January, 1 亿 and above"),
          Unit.YUAN, Latest("total_investment", THIS_YEAR & LARGE), clause=SPEECH),
    Draft("started_very_large", ("新开工十亿元以上项目数", "Newly started, 10 亿 and above"),
          ("今年以来开工、总投资10亿元及以上的项目个数", "Started since January with a total of at least 10 亿"),
          Unit.COUNT, HowMany(THIS_YEAR & VERY_LARGE), clause=SPEECH),
    Draft("started_growth", ("新开工项目数同比", "Growth of new starts"),
          ("今年以来开工项目个数比上年同期增长", "Growth of the number started since January over last year"),
          Unit.PERCENT, Growth(HowMany(THIS_YEAR))),
    Draft("started_verified", ("核验开工项目数", "Newly started, verified"),
          ("今年以来经核验开工的项目个数", "Projects whose start since January is verified"),
          Unit.COUNT, HowMany(Within("started_verified_on", "year")), Basis.VERIFIED),
    Draft("starts_due", ("应开工项目数", "Starts due"),
          ("计划今年一月至本月开工的项目个数", "Projects planned to start from January to the month"),
          Unit.COUNT, HowMany(DUE)),
    Draft("start_rate", ("开工率", "Start rate"),
          ("计划一月至本月开工的项目中已开工的比例",
           "Of projects planned to start by the month, the share that has started"),
          Unit.PERCENT, Share(HowMany(DUE & Known("started_on")), HowMany(DUE))),
    Draft("registered", ("入库纳统项目数", "Registered"),
          ("已入固定资产投资统计库的项目个数", "Projects in the investment statistics"),
          Unit.COUNT, HowMany(Known("registered_on")), Basis.STATISTICAL),
    Draft("registration_rate", ("入库率", "Registration rate"),
          ("今年以来开工的项目中已入库的比例", "Of projects started since January, the share registered"),
          Unit.PERCENT, Share(HowMany(THIS_YEAR & Known("registered_on")), HowMany(THIS_YEAR)), Basis.STATISTICAL),
    Draft("started_not_registered", ("开工未入库项目数", "Started, not registered"),
          ("已开工而未入库的项目个数", "Projects started and not in the statistics"),
          Unit.COUNT, HowMany(STARTED & ~Known("registered_on")), Basis.STATISTICAL),
    Draft("fulfilment_rate", ("今年签约履约率", "Fulfilment, this year's agreements"),
          ("今年一月至本月签约的项目中，公司注册并付地款（落地）或已开工的比例",
           "Of projects signed since January, the share landed or started"),
          Unit.PERCENT, Share(HowMany(Within("signed_on", "year") & KEPT), HowMany(Within("signed_on", "year")))),
    Draft("fulfilment_rate_last_year", ("上年签约履约率", "Fulfilment, last year's agreements"),
          ("上年签约的项目中，至本月落地或开工的比例",
           "Of projects signed last year, the share landed or started by now"),
          Unit.PERCENT,
          Share(HowMany(Within("signed_on", "last_year") & KEPT), HowMany(Within("signed_on", "last_year")))),
    Draft("start_on_land_due", ("拿地即开工到期承诺数", "Start-on-land promises due"),
          ("承诺拿地即开工且开工期限已到的项目个数", "Start-on-land promises whose time to start has passed"),
          Unit.COUNT, HowMany(Is("promise_due")), Basis.VERIFIED),
    Draft("start_on_land_rate", ("拿地即开工兑现率", "Start-on-land promises kept"),
          ("到期承诺中，五证按期齐备并按期核验开工的比例",
           "Of promises due, the share with five papers and a verified start in time"),
          Unit.PERCENT, Share(HowMany(Is("promise_kept")), HowMany(Is("promise_due"))), Basis.VERIFIED),
    Draft("start_on_land_broken", ("拿地即开工未兑现数", "Start-on-land promises broken or late"),
          ("到期而未按期兑现的承诺个数", "Promises due and not kept in time"),
          Unit.COUNT, HowMany(Is("promise_due") & ~Is("promise_kept")), Basis.VERIFIED),
]  # fmt: skip
