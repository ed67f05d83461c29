"""What goes wrong, and what is said of it: lists, stalls, slips, revised sums, in the words of reporters."""

from random import Random

from ballast.kit.money import WAN, YI
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import LandMode
from ballast.site.golden.lives import Life
from ballast.site.golden.seasons import after, month_of

KEY_PROJECTS, KEY_BEHIND = 69, (0.47, 0.44, 0.41, 0.37, 0.33)
PAUSED = 6
BEHIND_REASONS = (
    "主体设备交货延期两个月，安装队伍二次进场，7月完成投资低于计划。",
    "用地红线内 2 户企业搬迁未完成，三号车间无法进场。",
    "银行贷款审批周期拉长，二期设备款未按期支付。",
    "总承包单位更换，钢结构施工停工 40 天，目前已复工。",
    "110 千伏外线工程未通电，试车计划推迟至四季度。",
)
PAUSED_REASONS = (
    "投资方资金链紧张，工地自当月起停工，正在引入战略投资者。",
    "产品价格大幅下跌，企业调整技术路线，暂缓设备采购。",
    "施工单位与业主结算纠纷，现场停工，县里正在调解。",
    "环评变更重新报批，主体施工暂停。",
    "地下管线迁改方案未定，基坑施工暂停。",
    "合作方股权变更未完成，后续投资暂停。",
)
UNSTARTED_REASONS = (
    "新增建设用地指标未落实，尚未组卷上报。",
    "企业母公司投资决策推迟，土地竞买保证金未缴。",
    "选址涉及林地调整，林地指标未批复。",
    "能耗指标未落实，节能审查未通过。",
    "厂房消防改造未完成，设备未进场。",
    "股权出资未到位，合资公司未注资。",
)
LAZY_REASONS = (
    "征地补偿未全部到位，局部工作面未打开。",
    "雨季影响土方施工，进度滞后。",
    "材料款支付不及时，施工力量不足。",
    "设计变更，施工图重新审查。",
    "",
)
REVISIONS = (
    "初步设计批复后核定概算。",
    "增加一条生产线，扩大建设规模。",
    "设备国产化替代，投资核减。",
    "建设内容优化，总投资调整。",
)


def trouble(lives: list[Life], chance: Random) -> None:
    """Choose who stands on which list, who stalls and who is behind, and give each its reason."""
    _pause(lives, chance)
    _key_list(lives, chance)
    _other_lists(lives, chance)
    _unstarted(lives, chance)
    _revise(lives, chance)
    for life in lives:
        if life.started and not life.key and chance.random() < 0.035:
            life.registers = False


def complain(life: Life, month: str, share: float | None, due: float, chance: Random) -> str:
    """The problem a report names: the one written for the month, or a common one for a project far behind."""
    if written := next((life.problems[m] for m in sorted(life.problems, reverse=True) if m <= month), ""):
        return written
    if share is not None and share < due - 0.1:
        return chance.choice(LAZY_REASONS)
    return ""


def _pause(lives: list[Life], chance: Random) -> None:
    """Started, not building: works stop for months."""
    could = [
        life for life in lives if life.started and "2024-03" < month_of(life.started) < "2024-12" and life.months > 13
    ]
    could = [life for life in could if life.total < 30 * YI and not life.key and not life.public]
    factories = chance.sample([life for life in could if life.industrial], PAUSED - 2)
    works = chance.sample([life for life in could if not life.industrial], 2)
    for step, life in enumerate([*works, *factories]):
        life.paused_from = ("2025-02", "2025-03", "2025-03", "2025-04", "2025-04", "2025-05")[step]
        life.behind = chance.uniform(0.08, 0.22)
        life.problems[life.paused_from] = PAUSED_REASONS[step]


def _key_list(lives: list[Life], chance: Random) -> None:
    """The 69 key industrial projects: the landmarks among them, a few behind plan, one of these at a standstill."""
    known = [life for life in lives if life.key]
    still = next(life for life in lives if life.paused_from == "2025-04" and life.industrial)
    could = [
        life
        for life in lives
        if life.started
        and "2023-09" <= month_of(life.started) <= "2025-05"
        and life.industrial
        and life.total > YI
        and not life.key
        and not life.paused_from
        and after(month_of(life.started), life.months) > "2025-08"
    ]
    could.sort(key=lambda life: (-life.total, life.name))
    chosen = known + [still] + could[: KEY_PROJECTS - len(known) - 1]
    for life in chosen:
        life.key = True
        life.lists += ("key69",)
    late = chance.sample([life for life in chosen if life not in known and life is not still], len(KEY_BEHIND))
    for life, rate, reason in zip(late, KEY_BEHIND, BEHIND_REASONS, strict=True):
        life.behind = rate
        life.problems["2025-05"] = reason


def _other_lists(lives: list[Life], chance: Random) -> None:
    for life in lives:
        if life.started is None or life.total < YI:
            continue
        if life.total >= 20 * YI or (life.total >= 8 * YI and chance.random() < 0.2):
            life.lists += ("provincial",)
        if life.key or life.total >= 5 * YI or chance.random() < 0.5:
            life.lists += ("city",)


def _unstarted(lives: list[Life], chance: Random) -> None:
    """Signed, not started: agreements older than the limit of their land mode give their reason every month."""
    reasons = {LandMode.FACTORY: UNSTARTED_REASONS[4], LandMode.EQUITY: UNSTARTED_REASONS[5]}
    for life in lives:
        signed = life.reached.get(MilestoneKind.SIGNED)
        if signed and month_of(signed) < "2025-02" and MilestoneKind.PERMITTING not in life.reached:
            written = reasons.get(life.land_mode) if life.land_mode else None
            life.problems[after(month_of(signed), 3)] = written or chance.choice(UNSTARTED_REASONS[:4])


def _revise(lives: list[Life], chance: Random) -> None:
    """Total investment revised while building, with the reason."""
    could = [life for life in lives if life.started and "2023-06" < month_of(life.started) < "2025-03"]
    for life in chance.sample(could, 24):
        assert life.started is not None
        less = chance.random() < 0.3
        factor = chance.uniform(1.06, 1.22) if less else chance.uniform(0.8, 0.95)
        life.first_total = round(life.total * factor / WAN / 100) * WAN * 100
        life.revised_in = min(after(month_of(life.started), chance.randint(2, 9)), "2025-06")
        life.revision = REVISIONS[2] if less else chance.choice((REVISIONS[0], REVISIONS[1]))
