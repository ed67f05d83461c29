"""Structure: what the investment is in."""

from ballast.rulebook.figures.catalogue.drafts import INDUSTRIAL, SPEECH, STARTED, YI, Draft
from ballast.rulebook.figures.conditions import AtLeast, Is, Known
from ballast.rulebook.figures.declarations import Unit
from ballast.rulebook.figures.vocabulary import HowMany, Latest, Share, ToDate
from ballast.rulebook.industries import ServiceKind
from ballast.rulebook.terms import Nature

THEME = ("投资结构", "Structure")
HIGH_TECH = "国统字〔2017〕200号《高技术产业（制造业）分类（2017）》"
STRATEGIC = "《战略性新兴产业分类（2018）》"


def _share(column: str, zh: str, en: str, clause: str) -> Draft:
    """A share of what is classified: a project nobody has classified is neither in nor out."""
    known = Known(column)
    return Draft(
        f"{column}_share", (f"{zh}投资占比", f"Share of {en}"),
        (f"{zh}项目本年累计完成投资 ÷ 已填分类的项目本年累计完成投资",
         f"Year-to-date investment of {en} ÷ that of all projects whose classification is known"),
        Unit.PERCENT, Share(ToDate("completed", Is(column)), ToDate("completed", known)), clause=clause,
    )  # fmt: skip


def _services(kind: ServiceKind) -> list[Draft]:
    where = Is("service", kind)
    return [
        Draft(f"{kind}_services", (f"{kind.zh}项目数", f"Projects of {kind.en}"),
              (f"{kind.zh}的项目个数", f"Projects of {kind.en}"), Unit.COUNT, HowMany(where), clause=SPEECH),
        Draft(f"{kind}_services_total", (f"{kind.zh}项目总投资", f"{kind.en.capitalize()}: total investment"),
              (f"{kind.zh}项目总投资之和", f"Total investment of projects of {kind.en}"),
              Unit.YUAN, Latest("total_investment", where), clause=SPEECH),
    ]  # fmt: skip


GIANT = Is("nature", Nature.RENOVATION) & AtLeast("total_investment", 100 * YI)
FIGURES = [
    _share("industrial", "工业", "industry", SPEECH),
    _share("high_tech", "高技术制造业", "high-tech manufacturing", HIGH_TECH),
    _share("strategic", "战略性新兴产业", "strategic emerging industries", STRATEGIC),
    Draft("industrial_projects", ("工业项目数", "Industrial projects"), ("工业项目个数", "Industrial projects"),
          Unit.COUNT, HowMany(INDUSTRIAL)),
    Draft("renovation_completed", ("技改投资", "Renovation investment"),
          ("技改项目本年累计完成投资", "Year-to-date investment of technical renovation"),
          Unit.YUAN, ToDate("completed", Is("nature", Nature.RENOVATION))),
    Draft("giant_renovations", ("百亿级技改项目数", "Renovations of 100 亿 and above"),
          ("总投资100亿元及以上的技改项目个数", "Technical renovations with a total of at least 100 亿"),
          Unit.COUNT, HowMany(GIANT), clause=SPEECH),
    Draft("giant_renovations_total", ("百亿级技改项目总投资", "Their total investment"),
          ("总投资100亿元及以上技改项目的总投资", "Total investment of renovations of at least 100 亿"),
          Unit.YUAN, Latest("total_investment", GIANT), clause=SPEECH),
    Draft("started_total", ("已开工项目总投资", "Started: total investment"),
          ("已开工（含在建、竣工、投产、达产）项目的总投资", "Total investment of projects started or beyond"),
          Unit.YUAN, Latest("total_investment", STARTED)),
    *(draft for kind in ServiceKind for draft in _services(kind)),
]  # fmt: skip
