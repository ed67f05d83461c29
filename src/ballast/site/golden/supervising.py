"""Early in September the office follows July's lights up: letters and what came back, reasons of stalls, exceptions."""

from datetime import date, datetime, timedelta
from itertools import cycle

from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.supervision import actions, queries
from ballast.rooms.supervision.actions import StepAsked
from ballast.rooms.supervision.cards import ExceptionAsked, ReasonGiven
from ballast.rooms.supervision.queries import Stuck
from ballast.rulebook.ladders import Happened
from ballast.rulebook.stalling import Standing
from ballast.site.golden.accounts import OFFICE, reviewer
from ballast.site.golden.places import COUNTIES
from ballast.site.golden.seasons import LAST_SEALED
from ballast.site.golden.under_review import seated

LETTERS, EXCUSED = 12, 3
SIGNED_FOR, ANSWERED = 9, 5  # of the letters sent: how many were signed for, and how many answered
DAY = timedelta(days=1)
REPLIES = (
    "已召开专题会，土地组件本月内报出，十月上旬具备进场条件。",
    "资金支付已排期，施工单位增派两个班组，九月补回序时。",
    "入库材料已补齐，正在联网直报平台审核。",
)
WHY = (
    ("land", "用地报批材料已报省厅，待批复", "市自然资源和规划局"), ("funds", "银团贷款条件未落实", "市金融办"),
    ("approvals", "环评待专家复审", "市生态环境局"), ("design", "工艺路线调整，重新审图", "项目业主"),
    ("demolition", "尚余三户未签约", "属地街道"), ("utilities", "110千伏外线未接通", "市供电公司"),
)  # fmt: skip
GROUNDS = (
    ("因省级国土空间规划调整，用地暂停受理，须待规划批复。", "省自然资源厅暂停受理通知（2025年8月）"),
    ("台风过境致厂区基坑进水，须重新勘察论证。", "市应急管理局灾情核定表"),
    ("主设备进口许可延期，企业已重签供货合同。", "企业说明及供货合同补充协议"),
)  # fmt: skip


def follow_up(at: datetime) -> None:
    """Everything that follows from the last sealed month, from the moment ``at`` on."""
    on = at.date()
    stuck = [one for one in queries.stuck(LAST_SEALED, held=EVERYWHERE) if one.standing is Standing.DUE]
    _explain(stuck[EXCUSED:], on, at)
    _excuse(stuck[:EXCUSED], on, at + timedelta(hours=1))
    _write(on, at + timedelta(hours=2))


def _explain(stuck: list[Stuck], on: date, at: datetime) -> None:
    """The county's office says why, for most of the projects that are stuck."""
    offices = {place.name: reviewer(place) for place in COUNTIES}
    for number, (one, (reason, words, holder)) in enumerate(zip(stuck, cycle(WHY), strict=False)):
        if number % 4 == 3:  # some never say
            continue
        given = ReasonGiven(
            serial=one.line.serial, stall=one.stall, reason=reason, words=words, holder=holder,
            held_since=on - (20 + number) * DAY, promised_on=on + (10 + 3 * (number % 15)) * DAY,
        )  # fmt: skip
        actions.give_reason(given, official=seated(offices[one.line.county], at), on=on, at=at)


def _excuse(stuck: list[Stuck], on: date, at: datetime) -> None:
    office = seated(OFFICE, at)
    for one, (reason, evidence) in zip(stuck, GROUNDS, strict=False):
        asked = ExceptionAsked(
            kind="justified", serial=one.line.serial, rules=frozenset({f"stall_lists.{one.stall}"}), since=on,
            until=on + 90 * DAY, reason=reason, evidence=evidence,
        )  # fmt: skip
        actions.excuse(asked, official=office, on=on, at=at)


def _write(on: date, at: datetime) -> None:
    """The letters that are due, the longest due first; most are signed for on the next day, some answered."""
    office = seated(OFFICE, at)
    due = queries.due(on=on, held=EVERYWHERE)[:LETTERS]
    steps = [StepAsked(one.case.ladder, one.case.about, one.case.subject) for one in due]
    sent = list(zip(actions.send_letters(steps, official=office, on=on, at=at), (one.area for one in due), strict=True))
    for what, many, later in ((Happened.RECEIVED, SIGNED_FOR, 1), (Happened.REPLIED, ANSWERED, 2)):
        for (letter, area), words in zip(sent[:many], cycle(REPLIES), strict=False):
            actions.note_answer(
                letter, what=what, came_on=on + later * DAY, words=words if what is Happened.REPLIED else "",
                by_whom=area, official=office, on=on + later * DAY, at=at + later * DAY,
            )  # fmt: skip
