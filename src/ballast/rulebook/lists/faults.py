"""The sentences of recognition, from ``faults.toml``: what is wrong or uncertain, and what would be right."""

import tomllib
from pathlib import Path

from ballast.kit.sentence import Sentence
from ballast.rulebook.lists.report import Fault

SENTENCES: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("faults.toml").read_text("utf-8"))

FIELD_ZH: dict[str, str] = {
    "total_investment": "总投资",
    "annual_plan": "年度计划",
    "done_by_last_year": "至上年底累计完成",
    "month_completed": "本月完成",
    "year_to_date": "本年累计完成",
    "to_date": "累计完成",
    "other_year_plan": "其他年度计划",
    "year_completed": "某年完成",
    "funding": "资金来源",
    "remaining": "剩余投资",
    "years": "建设起止年限",
    "planned_start": "计划开工",
    "actual_start": "实际开工",
    "planned_completion": "计划竣工",
    "actual_completion": "实际竣工",
    "signed": "签约时间",
}


def fault(code: str, where: str, *, field: str = "", text: str = "", other: str = "") -> Fault:
    """The fault with ``code`` at ``where``."""
    sentence = SENTENCES[code]
    text = text if len(text) <= 60 else text[:60] + "…"
    return Fault(
        code,
        where,
        Sentence(
            sentence["zh"].format(field=FIELD_ZH.get(field, field), text=text, other=other),
            sentence["en"].format(field=field.replace("_", " "), text=text, other=other),
        ),
    )
