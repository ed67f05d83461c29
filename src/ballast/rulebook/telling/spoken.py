"""The keys of measures and the words they take, in Chinese; their English is the code itself."""

LABELS = {
    "basis": "口径", "curve": "序时曲线", "period": "期间", "task": "任务", "through": "任务算到", "unit": "单位",
    "count": "计法", "event": "事件", "events": "事件", "after": "起点", "until": "止点", "stage": "阶段",
    "since": "自",
    "only_told": "只计明确报零的月份", "clock": "时限", "channels": "资金来源", "against": "要求按",
    "share": "要求的比例",
    "of": "取", "to": "对照", "after_months": "满几个月后", "when": "条件", "longest": "最多回看月数",
    "within_months": "最近月数", "this_year": "本年内", "light": "灯", "lights": "灯", "colours": "颜色", "field": "栏",
    "weights": "权重", "base": "起评分", "lowest": "不低于", "highest": "不高于", "months_ago": "几个月前",
    "figure": "指标", "rate": "指标本身是增速", "over": "比较", "mean": "平均", "target": "目标", "among": "范围",
    "by": "依据", "best": "优劣", "end": "数法", "tour": "观摩", "weight": "加权", "take": "取法", "sheet": "评分表",
    "shares": "各节点折算", "deed": "奖惩项",
}  # fmt: skip
TAKEN = {"mean": "平均", "total": "合计", "highest": "最高", "lowest": "最低", "median": "中位"}
SPOKEN = {
    "month": "本月", "quarter": "本季度", "half": "本半年", "year": "本年", "to_date": "开工以来",
    "curve": "按序时分解",
    "target": "按下达的月任务", "now": "到本月", "end": "整个期间", "months": "月", "days": "天", "workdays": "工作日",
    "exact": "足月加零头", "full": "只算足月", "calendar": "月份相减", "inclusive": "起始月（日）也算",
    "month_ends": "经过几个月末", "agreed": "约定资金", "schedule": "约定资金乘序时", "plan": "年度计划",
    "plan_by_now": "年度计划乘序时", "total": "总投资", "completed": "已完成投资", "paid_in": "到位资金",
    "output": "产值", "tax": "税收", "jobs": "用工", "worst": "最低一项", "total_investment": "总投资",
    "promised_output": "承诺产值", "promised_tax": "承诺税收", "annual_plan": "年度计划",
    "done_by_last_year": "至上年底累计完成", "land_mu": "用地亩数", "start_year": "开工年份", "end_year": "竣工年份",
    "last_year": "与上年同期", "last_month": "与上月", "city": "全市数", "areas": "各地简单平均",
    "highest": "高者为优", "lowest": "低者为优", "top": "从前数", "bottom": "从后数",
    "yuan": "元", "percent": "百分数", "count": "个数", "points": "百分点", "number": "数",
    "fai": "固定资产投资", "industrial_value_added": "规上工业增加值",
}  # fmt: skip
