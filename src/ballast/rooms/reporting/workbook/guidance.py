"""The sheet 填报说明: how to fill the form, and the very checks it will be held to."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from ballast.rulebook.checks import ALL, EFFECTS, Severity
from ballast.rulebook.forms import BY_KEY

HOW = (
    "只填白色单元格；灰色单元格由系统带出，有误请联系市项目办更正档案，不要在表中改。",
    "金额单位一律为万元，最多四位小数，只填数字；没有发生填 0，没有掌握留空（留空即未报，不按 0 计）。",
    "“1–m月完成”“开工累计”由公式带出，可以改填，但必须与上月累计、本月完成相符。",
    "日期填到日，如 2025-07-15；尚未发生的填“拟”时间。",
    "可以调整列宽、筛选、插入自用的辅助列，但不要增删项目行；新项目请通过“导入”进入项目库。",
    "红色须改正，黄色须改正或在“说明”栏解释；同一项目只能有一行。",
)


def write(sheet: Worksheet, formats: dict[str, Any], month: str) -> None:
    """Fill the sheet."""
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 70)
    sheet.set_column(2, 2, 14)
    rows: list[tuple[str, str, str, str]] = [("填报要求", f"{month} 月报", "", "note_head")]
    rows += [(str(number), text, "", "note") for number, text in enumerate(HOW, start=1)]
    rows.append(("校验", "规则", "后果", "note_head"))
    for check in (check for check in ALL if check.severity is not Severity.OFF):
        column = BY_KEY.get(check.column)
        effect = EFFECTS[check.severity].zh
        rows.append((column.heading(month) if column else "到位资金", check.clause.zh, effect, "note"))
    for number, (first, second, third, look) in enumerate(rows):
        for position, text in enumerate((first, second, third)):
            sheet.write_string(number, position, text, formats[look])
