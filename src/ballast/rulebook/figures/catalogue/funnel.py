"""The funnel: how many stand at each stage and with how much, and how many go on to the next."""

from ballast.rulebook.figures.catalogue.drafts import INDUSTRIAL, SPEECH, Draft
from ballast.rulebook.figures.conditions import Is, Known, Within
from ballast.rulebook.figures.declarations import Unit
from ballast.rulebook.figures.vocabulary import HowMany, Latest, Share
from ballast.rulebook.stages import Stage

THEME = ("全周期漏斗", "The funnel")


def _standing(stage: Stage) -> list[Draft]:
    at = Is("stage", stage)
    return [
        Draft(f"stage_{stage}", (f"{stage.zh}项目数", f"{stage.en.capitalize()}: projects"),
              (f"本月末处于“{stage.zh}”阶段的项目个数", f"Projects at the stage “{stage.en}” at month's end"),
              Unit.COUNT, HowMany(at)),
        Draft(f"stage_{stage}_total", (f"{stage.zh}项目总投资", f"{stage.en.capitalize()}: total investment"),
              (f"本月末处于“{stage.zh}”阶段项目的总投资", f"Total investment at the stage “{stage.en}” at month's end"),
              Unit.YUAN, Latest("total_investment", at)),
    ]  # fmt: skip


def _conversion(first: Stage, then: Stage, period: str) -> Draft:
    cohort = Within(f"{first}_on", "year" if period == "" else "last_year")
    when = ("今年以来", "since January") if period == "" else ("上年", "last year")
    return Draft(
        f"{first}_to_{then}{period}",
        (f"{when[0]}{first.zh}转{then.zh}率", f"{first.en.capitalize()} to {then.en}, {when[1]}"),
        (f"{when[0]}{first.zh}的项目中，至本月末已{then.zh}的比例",
         f"Of projects {first.en} {when[1]}, the share {then.en} by month's end"),
        Unit.PERCENT, Share(HowMany(cohort & Known(f"{then}_on")), HowMany(cohort)),
    )  # fmt: skip


CHAIN = ((Stage.SIGNED, Stage.STARTED), (Stage.STARTED, Stage.PRODUCING), (Stage.PRODUCING, Stage.AT_CAPACITY))
PIPELINE = Is("stage", Stage.NEGOTIATING, Stage.SIGNED, Stage.PERMITTING, Stage.LANDED)
FIGURES = [
    *(draft for stage in Stage for draft in _standing(stage)),
    *(_conversion(first, then, period) for first, then in CHAIN for period in ("", "_last_year")),
    Draft("signed", ("今年签约项目数", "Signed this year"),
          ("今年一月至本月签约的项目个数", "Projects signed since January"),
          Unit.COUNT, HowMany(Within("signed_on", "year"))),
    Draft("completed_works", ("今年竣工项目数", "Works completed this year"),
          ("今年一月至本月竣工的项目个数", "Projects whose works were completed since January"),
          Unit.COUNT, HowMany(Within("completed_on", "year"))),
    Draft("producing", ("今年投产项目数", "Went into production this year"),
          ("今年一月至本月投产的项目个数", "Projects that began production since January"),
          Unit.COUNT, HowMany(Within("producing_on", "year"))),
    Draft("at_capacity", ("今年达产达效项目数", "Reached capacity this year"),
          ("今年一月至本月达产达效的项目个数", "Projects that reached capacity since January"),
          Unit.COUNT, HowMany(Within("at_capacity_on", "year"))),
    Draft("above_scale", ("今年上规项目数", "Rose above scale this year"),
          ("今年一月至本月升规的项目个数", "Projects that rose above scale since January"),
          Unit.COUNT, HowMany(Within("above_scale_on", "year"))),
    Draft("pipeline", ("在谈与已签约项目数", "In talks or signed"),
          ("在谈、已签约、报批和落地而未开工的项目个数",
           "Projects in talks, signed, permitting or landed, and not started"),
          Unit.COUNT, HowMany(PIPELINE)),
    Draft("pipeline_total", ("在谈与已签约项目总投资", "In talks or signed: total investment"),
          ("在谈、已签约、报批和落地而未开工项目的总投资",
           "Total investment of those in talks or signed and not started"),
          Unit.YUAN, Latest("total_investment", PIPELINE)),
    Draft("industrial_pipeline", ("在谈与已签约重点产业项目数", "Industrial projects in talks or signed"),
          ("在谈、已签约而未开工的工业项目个数", "Industrial projects in talks or signed and not started"),
          Unit.COUNT, HowMany(PIPELINE & INDUSTRIAL), clause=SPEECH),
    Draft("industrial_pipeline_total",
     ("在谈与已签约重点产业项目总投资", "Industrial projects in talks or signed: total"),
          ("在谈、已签约而未开工的工业项目总投资",
           "Total investment of industrial projects in talks or signed and not started"),
          Unit.YUAN, Latest("total_investment", PIPELINE & INDUSTRIAL), clause=SPEECH),
]  # fmt: skip
