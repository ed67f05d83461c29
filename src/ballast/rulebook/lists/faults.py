"""The sentences of recognition, one row a code: what is wrong or uncertain, and what would be right."""

from ballast.kit.sentence import Sentence
from ballast.rulebook.lists.report import Fault

SENTENCES: dict[str, tuple[str, str]] = {
    # errors
    "money-text": ("{field}“{text}”不是金额，应填数字", '{field} "{text}" is no amount; give a number'),
    "money-error": ("{field}是公式错误 {text}，请改成数值", "{field} is the formula error {text}; replace it by a value"),
    "money-negative": ("{field}“{text}”为负数，投资额不能为负", '{field} "{text}" is negative; an investment cannot be'),
    "money-quantity": ("{field}“{text}”是数量不是金额，应填金额", '{field} "{text}" is a quantity, not money; give an amount'),
    "name-missing": ("第 {text} 行有序号而没有项目名称，请补上", "Row {text} has a number but no project name; give it"),
    "name-error": ("项目名称是公式错误 {text}，请改成文字", "The name is the formula error {text}; replace it by text"),
    "no-table": ("没有认出项目清单：找不到“项目名称”一类的表头，也没有像项目名称的列；请在预览中指定各列含义",
                 "No list was recognised: neither a header such as 项目名称 nor a column that reads like project names;"
                 " tell the meaning of the columns in the preview"),
    "code-twice": ("项目代码 {text} 与 {other} 重复，请核对", "The project code {text} is also that of {other}; check it"),
    # warnings
    "money-about": ("{field}“{text}”是约数，按其中的数字取值", '{field} "{text}" is approximate; its number is taken'),
    "money-aside": ("{field}“{text}”含附加说明，只取第一个金额", '{field} "{text}" says more; only its first amount is taken'),
    "money-pending": ("{field}写的是“{text}”，没有金额，留空", '{field} says "{text}", no amount; left empty'),
    "money-range": ("{field}“{text}”是区间，不能当作一个金额，留空", '{field} "{text}" is a range, not an amount; left empty'),
    "money-foreign": ("{field}“{text}”是外币，未换算成人民币，留空", '{field} "{text}" is foreign currency; not converted, left empty'),
    "money-large": ("{field}“{text}”超过 1000 亿元，请确认单位和数值", '{field} "{text}" exceeds 100 billion yuan; confirm unit and value'),
    "money-shared": ("{field}与上面的项目合用一个合并单元格，金额只记在第一个项目",
                     "{field} shares a merged cell with the project above; the amount is kept with the first only"),
    "money-several": ("项目占多行且各行都有{field}（{text}），取第一行的数",
                      "The project takes several rows, each with {field} ({text}); that of the first row is taken"),
    "money-added": ("项目占多行，{field}按各行相加（{text}），与合计一致",
                    "The project takes several rows; {field} is their sum ({text}), as the stated total requires"),
    "plan-above-total": ("年度计划大于总投资，请核对单位和数值", "The annual plan exceeds the total; check unit and values"),
    "date-range": ("{field}“{text}”早于 1990 年或晚于 2100 年，未采用", '{field} "{text}" is before 1990 or after 2100; not taken'),
    "date-text": ("{field}“{text}”不是年月，原文保留", '{field} "{text}" is no date; kept as text'),
    "date-order": ("{field}“{text}”止早于起，请核对", '{field} "{text}" ends before it begins; check it'),
    "cell-error": ("{field}是公式错误 {text}，留空", "{field} is the formula error {text}; left empty"),
    "unit-default": ("没有找到金额单位，按万元计；如不对请在预览中更改", "No unit of money was found; 万元 is assumed; change it in the preview if wrong"),
    "unit-borrowed": ("本表没有写金额单位，沿用同一工作簿里的单位", "This table states no unit; that of the workbook's other tables is used"),
    "unit-large": ("多数项目总投资超过 100 亿元，单位可能不对，请确认", "Most totals exceed 10 billion yuan; is the unit right?"),
    "unit-small": ("多数项目总投资不足 10 万元，单位可能不对，请确认", "Most totals are below 100,000 yuan; is the unit right?"),
    "guessed": ("没有表头，各列含义按内容推断，请在预览中核对", "There is no header; the columns were told by content; check them in the preview"),
    "shifted": ("表头与数据错开 {text} 列，已按数据对齐，请核对", "The header stands {text} column(s) off its data; aligned to the data; check it"),
    "year-stale": ("标题写的是 {text} 年，而计划列是 {other} 年，以列为准", "The title says {text}, the plan column {other}; the column is taken"),
    "twice": ("同名项目也列在 {other}，请确认是否重复", "A project of the same name is also listed at {other}; is it the same?"),
    "no-reconcile": ("“{text}”与所列项目不符：{other}", '"{text}" does not agree with the projects listed: {other}'),
    "hidden": ("工作表“{text}”是隐藏的，仍已读取", 'The sheet "{text}" is hidden; it was read all the same'),
}

FIELD_ZH: dict[str, str] = {
    "total_investment": "总投资", "annual_plan": "年度计划", "done_by_last_year": "至上年底累计完成",
    "month_completed": "本月完成", "year_to_date": "本年累计完成", "to_date": "累计完成",
    "other_year_plan": "其他年度计划", "year_completed": "某年完成", "funding": "资金来源", "remaining": "剩余投资",
    "years": "建设起止年限", "planned_start": "计划开工", "actual_start": "实际开工",
    "planned_completion": "计划竣工", "actual_completion": "实际竣工", "signed": "签约时间",
}


def fault(code: str, where: str, *, field: str = "", text: str = "", other: str = "") -> Fault:
    """The fault with ``code`` at ``where``."""
    zh, en = SENTENCES[code]
    text = text if len(text) <= 60 else text[:60] + "…"
    return Fault(code, where, Sentence(
        zh.format(field=FIELD_ZH.get(field, field), text=text, other=other),
        en.format(field=field.replace("_", " "), text=text, other=other),
    ))
