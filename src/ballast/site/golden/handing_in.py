"""Handing in the monthly form: filled, judged, sent back where it must be, explained and handed in again."""

from datetime import datetime, timedelta
from decimal import Decimal

from ballast.kit.money import WAN
from ballast.rooms.registry import queries as registry
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import ProgressCard, Receipt
from ballast.site.golden import pen
from ballast.site.golden.seasons import OPEN
from ballast.site.golden.under_review import seated

MONEY = ("month_completed", "year_to_date", "to_date")
TEXTS = ("form_progress", "problems", "needs", "explanation")
ANSWERS = {
    "silent": "停工情况见“存在问题”栏，正在处置。",
    "month_share": "本月集中支付设备款和主体工程款，付款凭证备查。",
    "year_over_plan": "提前实施后续工序，超年计划推进。",
    "over_total": "正在竣工结算，概算调整已上报。",
}
PLAIN_ANSWER = "已与企业核对，数据属实。"
# One county's clerk types words where a number belongs; the form comes back, and goes in again.
CLUMSY = ("baili", "2025-07")
Typed = dict[str, dict[str, str | Decimal]]


def hand_in(month: str, slug: str, code: str, title: str, cards: list[ProgressCard], at: datetime, by: str) -> None:
    """Fill and hand in the form of an area; each time it is sent back, put it right three minutes later."""
    serials = registry.serials([card.project_id for card in cards])
    typed = {serials[card.project_id]: _typed(card) for card in cards}
    blank = queries.form(month, code)
    right: dict[str, str | Decimal] = {}
    if (slug, month) == CLUMSY:
        serial = next(serial for serial, values in typed.items() if values.get("month_completed"))
        right, typed[serial] = typed[serial], {**typed[serial], "month_completed": "约三百万"}
    try:
        _submit(blank, title, typed, at, by, month)
    except actions.SentBack as sent:
        if right:
            typed[serial] = right
        _explain(typed, sent.receipt)
        try:
            _submit(blank, title, typed, at + timedelta(minutes=3), by, month)
        except actions.SentBack as again:
            _explain(typed, again.receipt)
            _submit(blank, title, typed, at + timedelta(minutes=4), by, month)


def _submit(blank: bytes, title: str, typed: Typed, at: datetime, by: str, month: str) -> None:
    """The open month goes the whole way through the reviews; sealed months were recorded as they came."""
    name = f"{title}.xlsx"
    data = pen.fill(blank, name, typed)
    if month == OPEN:
        actions.hand_in(data, name, official=seated(by, at), at=at, month=month)
    else:
        actions.take_in(data, name, at=at, by=by)


def _typed(card: ProgressCard) -> dict[str, str | Decimal]:
    values: dict[str, str | Decimal] = {}
    for key in MONEY:
        if (amount := getattr(card, key)) is not None:
            values[key] = Decimal(amount) / WAN
    for key in TEXTS:
        if text := getattr(card, key):
            values[key] = text
    return values


def _explain(typed: Typed, receipt: Receipt) -> None:
    for finding in receipt.findings:
        if finding.severity == "warning" and not finding.explained:
            typed[finding.serial]["explanation"] = ANSWERS.get(finding.code, PLAIN_ANSWER)
