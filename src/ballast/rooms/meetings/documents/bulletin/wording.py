"""The text of the bulletin: each clause names its figures in place, as ``{code:form}``.

A clause whose figures are not all known is left out: the bulletin never writes a nought for what was not reported.
A list that carries no industry codes knows of no industrial investment either, so a passage may leave noughts out too.
"""

from dataclasses import dataclass

# Set phrases that hold a numeral and count nothing.
CLASSES = ("十亿元以上", "百亿级", "五证", "三类")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: its clauses in order; ``opening`` is written where at least one clause stands.

    With ``noughts`` off, a clause whose first figure is nought is left out; ``none`` is written where all were nought.
    """

    clauses: tuple[str, ...]
    opening: str = ""
    noughts: bool = True
    none: str = ""


OVERALL = (
    Passage(
        (
            "全市固定资产投资{fai_growth:growth}",
            "规模以上工业增加值{industrial_value_added_growth:growth}",
            "项目完成投资同比{completed_growth:growth}",
        ),
        "{period}，",
    ),
    Passage(
        (
            "全市新开工亿元以上项目{started_large:count}，总投资{started_large_total:yi}，"
            "其中十亿元以上项目{started_very_large:count}",
        )
    ),
    Passage(
        (
            "列入年度计划的项目{planned_projects:count}，年度计划投资{annual_plan:yi}",
            "累计完成投资{completed:yi}",
            "投资完成率{completion_rate:percent}，{ahead_of_schedule:schedule}",
        )
    ),
    Passage(
        (
            "工业投资占{industrial_share:percent}",
            "高技术制造业投资占{high_tech_share:percent}",
        ),
        "从结构看，",
        noughts=False,
    ),
)

AGENDA = (
    Passage(
        (
            "重点产业项目{key_projects:count}，总投资{key_projects_total:yi}",
            "投资完成率{key_projects_rate:percent}，其中落后序时{key_projects_behind:count}",
        ),
        noughts=False,
    ),
    Passage(("百亿级技术改造项目{giant_renovations:count}，总投资{giant_renovations_total:yi}",), noughts=False),
    Passage(
        (
            "在谈和已签约未开工的重点产业项目{industrial_pipeline:count}，总投资{industrial_pipeline_total:yi}",
            "上年签约项目履约率{fulfilment_rate_last_year:percent}",
        ),
        noughts=False,
    ),
    Passage(
        (
            "生产性服务业项目{producer_services:count}",
            "生活性服务业项目{consumer_services:count}",
            "社会服务业项目{social_services:count}",
        ),
        "服务业方面，",
        noughts=False,
    ),
)
INDUSTRY = "{name}产业产值{{output_growth_{code}:growth}}"

PROBLEMS = (
    Passage(
        (
            "签约不开工项目{signed_not_started:count}，总投资{signed_not_started_total:yi}",
            "开工不建设项目{started_not_building:count}，总投资{started_not_building_total:yi}",
            "建成不达产项目{built_not_at_capacity:count}，总投资{built_not_at_capacity_total:yi}",
        ),
        "“三个迟迟”仍较突出：",
        noughts=False,
        none="按各地填报，未发现签约不开工、开工不建设、建成不达产的项目。",
    ),
    Passage(
        (
            "拿地即开工承诺到期{start_on_land_due:count}，未按期兑现{start_on_land_broken:count}，"
            "兑现率{start_on_land_rate:percent}",
        )
    ),
    Passage(
        (
            "资金到位率{funds_rate:percent}",
            "要素按期保障率{on_time_rate:percent}",
            "已开工未入库项目{started_not_registered:count}",
            "本月未报送进度的在建项目{not_reported:count}",
        )
    ),
)
WORK = (
    "各县（市、区）、各园区要对照所列项目逐项核实原因、明确责任人和时限，下月通报对账；"
    "各要素保障部门要按到期时限主动对接，已到期未保障的要说明原因。"
)
