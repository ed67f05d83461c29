"""The agenda: key lists, parks and lead industries, and projects that stall."""

from ballast.rulebook.figures.catalogue.drafts import INDUSTRIAL, SPEECH, Draft
from ballast.rulebook.figures.conditions import Is, Known, OnList
from ballast.rulebook.figures.declarations import Unit
from ballast.rulebook.figures.vocabulary import HowMany, Latest, Share, ToDate
from ballast.rulebook.stalls import Stall

THEME = ("重点与堵点", "Agenda and stalls")

KEY = OnList("key69")
PARKED = Known("park")


def _stall(kind: Stall) -> list[Draft]:
    where = Is("stall", kind)
    return [
        Draft(kind, (f"{kind.zh}项目数", f"Projects {kind.en}"),
              (f"超过时限仍“{kind.zh}”的项目个数", f"Projects past the limit: {kind.en}"),
              Unit.COUNT, HowMany(where), clause="“三个迟迟”时限"),
        Draft(f"{kind}_total", (f"{kind.zh}项目总投资", f"Projects {kind.en}: total investment"),
              (f"超过时限仍“{kind.zh}”的项目总投资", f"Total investment past the limit: {kind.en}"),
              Unit.YUAN, Latest("total_investment", where), clause="“三个迟迟”时限"),
    ]  # fmt: skip


STALLED = Is("stall", *Stall)
FIGURES = [
    Draft("key_projects", ("重点产业项目数", "Key industrial projects"),
          ("列入重点产业项目名单的项目个数", "Projects on the list of key industrial projects"),
          Unit.COUNT, HowMany(KEY), clause=SPEECH),
    Draft("key_projects_total", ("重点产业项目总投资", "Key industrial projects: total"),
          ("重点产业项目总投资之和", "Total investment of key industrial projects"),
          Unit.YUAN, Latest("total_investment", KEY), clause=SPEECH),
    Draft("key_projects_behind", ("落后序时的重点产业项目数", "Key industrial projects behind plan"),
          ("重点产业项目中本年累计完成低于序时应完成额的个数",
           "Key industrial projects completed less than the schedule asks"),
          Unit.COUNT, HowMany(KEY & Is("behind")), clause=SPEECH),
    Draft("key_projects_rate", ("重点产业项目投资完成率", "Key industrial projects: completion rate"),
          ("重点产业项目本年累计完成 ÷ 年度计划",
           "Completed January to the month ÷ annual plan of key industrial projects"),
          Unit.PERCENT,
          Share(ToDate("completed", KEY & Known("annual_plan")), Latest("annual_plan", KEY)), clause=SPEECH),
    Draft("park_projects", ("园区项目数", "Projects in parks"), ("落在园区的项目个数", "Projects that lie in parks"),
          Unit.COUNT, HowMany(PARKED), clause=SPEECH),
    Draft("park_projects_total", ("园区项目总投资", "Projects in parks: total"),
          ("园区项目总投资之和，按园区分", "Total investment of projects in parks, by park"),
          Unit.YUAN, Latest("total_investment", PARKED), clause=SPEECH),
    Draft("park_industrial_total", ("园区工业项目总投资", "Industrial projects in parks: total"),
          ("园区工业项目总投资之和", "Total investment of industrial projects in parks"),
          Unit.YUAN, Latest("total_investment", PARKED & INDUSTRIAL), clause=SPEECH),
    *(draft for kind in Stall for draft in _stall(kind)),
    Draft("stalled", ("停滞项目数", "Stalled projects"),
          ("三类“迟迟”项目的个数", "Projects of all three kinds of stall"),
          Unit.COUNT, HowMany(STALLED), clause="“三个迟迟”时限"),
    Draft("stalled_total", ("停滞项目总投资", "Stalled projects: total investment"),
          ("三类“迟迟”项目压住的总投资", "Total investment held up in stalled projects"),
          Unit.YUAN, Latest("total_investment", STALLED), clause="“三个迟迟”时限"),
    Draft("stall_rate", ("停滞率", "Stall rate"), ("停滞项目占在册项目的比例", "Stalled projects as a share of all"),
          Unit.PERCENT, Share(HowMany(STALLED), HowMany()), clause="“三个迟迟”时限"),
]  # fmt: skip
