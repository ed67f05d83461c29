"""News of the month's money: progress declared and counted, funds paid in, output of what produces."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from random import Random

from ballast.kit.money import WAN
from ballast.rooms.registry.cards import FundingCard
from ballast.rooms.reporting.cards import OutputCard, ProgressCard
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.terms import Basis, FundChannel
from ballast.site.golden.lives import Life
from ballast.site.golden.news import Hand, News, Sheet
from ballast.site.golden.seasons import FIRST, OPEN, between, month_of, span
from ballast.site.golden.trouble import complain

CHANNELS = {
    "public": (
        (FundChannel.LOCAL, 0.3),
        (FundChannel.BOND, 0.35),
        (FundChannel.CENTRAL, 0.1),
        (FundChannel.LOAN, 0.25),
    ),
    "factory": ((FundChannel.OWN, 0.45), (FundChannel.LOAN, 0.55)),
    "foreign": ((FundChannel.OWN, 0.35), (FundChannel.LOAN, 0.4), (FundChannel.FOREIGN, 0.25)),
}
STEPS = (
    (0.06, "进场施工，场地清表及桩基施工"), (0.18, "基础开挖及承台浇筑"), (0.32, "主体基础完成，一层结构施工"),
    (0.5, "主体结构施工至 {floor} 层"), (0.66, "主体封顶，二次结构砌筑"), (0.82, "外墙装饰及机电管线安装"),
    (0.94, "设备安装调试"), (9.0, "扫尾及竣工验收准备"),
)  # fmt: skip
MENDED = "县级复核更正：原报数单位有误，按合同付款凭证核减。"
# A month in which a project reported its amount twice over, and nobody saw it before the seal: see ``correcting``.
TWICE_OVER = ("北溟职业技术学院新校区", "2025-05")
# Before 2025 funds were reported by the quarter.
QUARTERS = ("03", "06", "09", "12")
LAND_WORDS = (
    "正在办理用地预审与规划许可",
    "环评报告编制，节能审查受理",
    "施工图审查，招标文件备案",
    "规划设计方案公示",
    "土地组卷上报",
)


def report_news(life: Life, chance: Random) -> Iterator[News]:
    """Everything the months report of one project."""
    if life.spent:
        yield from _declared(life, chance)
        yield from _counted(life)
        yield from _funds(life, chance)
        yield from _output(life, chance)
    yield from _waiting(life, chance)


def _declared(life: Life, chance: Random) -> Iterator[News]:
    done, this_year, carried = 0, 0, 0
    for month, amount in sorted(life.spent.items()):
        if month.endswith("-01"):
            this_year = 0
        carried += amount
        if month < FIRST:
            done, carried = done + carried, 0
            continue
        if month in life.missed:
            continue
        done, this_year = done + carried, this_year + carried
        plan = life.plans.get(int(month[:4]))
        share, due = (this_year / plan if plan else None), int(month[5:]) / 12
        words = _words(life, done, month, chance)
        problem = complain(life, month, share, due, chance)
        catching_up = "含上月未报数。" if carried != amount else ""
        told = partial(_progress, month, Basis.DECLARED, carried, this_year, done, words, problem, catching_up)
        if (life.name, month) == TWICE_OVER:
            sums = (2 * carried, this_year + carried, done + carried)
            told = partial(_progress, month, Basis.DECLARED, *sums, words, problem, catching_up)
        if chance.random() < 0.012 and carried and month < OPEN:
            wrong = carried * chance.choice((10, 2, 3))
            sums = (wrong, this_year - carried + wrong, done - carried + wrong)
            slip = partial(_progress, month, Basis.DECLARED, *sums, words, problem, "")
            yield News(month, Hand.COUNTY, Sheet.PROGRESS, life, slip)
            told = partial(_progress, month, Basis.DECLARED, carried, this_year, done, words, problem, MENDED)
            yield News(month, Hand.CORRECTION, Sheet.PROGRESS, life, told)
        else:
            yield News(month, Hand.COUNTY, Sheet.PROGRESS, life, told)
        carried = 0


def _words(life: Life, done: int, month: str, chance: Random) -> str:
    if life.paused_from and month >= life.paused_from:
        return "停工"
    share = done / life.total
    words = next(words for limit, words in STEPS if share < limit)
    return words.format(floor=chance.randint(2, 9)) + ("，设备订货" if life.industrial and 0.2 < share < 0.4 else "")


def _progress(
    month: str,
    basis: Basis,
    amount: int,
    this_year: int,
    done: int,
    words: str,
    problem: str,
    why: str,
    project_id: int,
) -> ProgressCard:
    return ProgressCard(
        project_id=project_id, month=month, basis=basis, month_completed=amount, year_to_date=this_year, to_date=done,
        form_progress=words, problems=problem, needs="请市级协调" if problem else "", explanation=why,
    )  # fmt: skip


def _counted(life: Life) -> Iterator[News]:
    done, this_year = 0, 0
    for month, amount in sorted(life.counted.items()):
        if month.endswith("-01"):
            this_year = 0
        done, this_year = done + amount, this_year + amount
        if month >= FIRST and month != OPEN:
            told = partial(_progress, month, Basis.STATISTICAL, amount, this_year, done, "", "", "")
            yield News(month, Hand.STATISTICS, Sheet.PROGRESS, life, told)


def _waiting(life: Life, chance: Random) -> Iterator[News]:
    """Before the start: approvals in words, and the reason of those that should have begun; no amounts."""
    begun = life.reached.get(MilestoneKind.PERMITTING)
    started = month_of(life.started) if life.started else "9999-12"
    first = max("2025-01", month_of(begun)) if begun else min(life.problems, default="9999-12")
    for month in span(max(first, "2025-01"), OPEN):
        if month >= started:
            return
        problem = complain(life, month, None, 0, chance)
        due = life.planned.get(MilestoneKind.STARTED)
        if begun and due and month_of(due) <= month and not problem:
            problem = chance.choice(
                ("土地证办理滞后，施工许可未取得。", "招标流标一次，开工推迟。", "资金方案未定，开工推迟。")
            )
        words = chance.choice(LAND_WORDS) if begun else ""
        if words or problem:
            told = partial(_text_only, month, words, problem)
            yield News(month, Hand.COUNTY, Sheet.PROGRESS, life, told)


def _text_only(month: str, words: str, problem: str, project_id: int) -> ProgressCard:
    return ProgressCard(
        project_id=project_id, month=month, basis=Basis.DECLARED, form_progress=words, problems=problem,
        needs="请市级协调要素保障" if problem else "",
    )  # fmt: skip


def _funds(life: Life, chance: Random) -> Iterator[News]:
    kind = "public" if life.public else "foreign" if life.industrial and chance.random() < 0.12 else "factory"
    lag = 0.7 if life.paused_from else chance.uniform(0.9, 1.12)
    for channel, share in CHANNELS[kind]:
        agreed = round(life.total * share / WAN / 10) * WAN * 10
        ahead = chance.uniform(0.92, 1.1)
        done, paid = 0, 0
        for month, amount in sorted(life.spent.items()):
            done += amount
            paid = max(paid, min(agreed, round(done * share * lag * ahead / WAN) * WAN))
            if month >= "2025-01" or (month >= FIRST and month[5:] in QUARTERS):
                told = partial(_funding, channel, month, agreed, paid)
                yield News(month, Hand.COUNTY, Sheet.FUNDS, life, told)


def _funding(channel: FundChannel, month: str, agreed: int, paid: int, project_id: int) -> FundingCard:
    return FundingCard(project_id=project_id, channel=channel, month=month, agreed=agreed, paid_in=paid)


def _output(life: Life, chance: Random) -> Iterator[News]:
    producing = life.reached.get(MilestoneKind.PRODUCING)
    made = life.delivery
    if producing is None or made is None:
        return
    first = month_of(producing + timedelta(days=15))
    for month in span(max(first, FIRST), OPEN):
        grown = min(1.0, (between(first, month) + 1) / 14) ** 1.2 * made.attained
        output = round(made.output * grown * chance.uniform(0.97, 1.03) / WAN) * WAN
        tax = round(made.tax * grown * chance.uniform(0.85, 1.0) / WAN) * WAN
        jobs = round(made.jobs * min(1.0, 0.4 + 0.6 * grown))
        yield News(month, Hand.COUNTY, Sheet.OUTPUT, life, partial(_produced, month, output, tax, jobs))


def _produced(month: str, output: int, tax: int, jobs: int, project_id: int) -> OutputCard:
    return OutputCard(project_id=project_id, month=month, output=output, tax=tax, jobs=jobs)
