"""News of what a project is: its card and its revisions, plans, promises and lists."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial

from ballast.rooms.registry.cards import MembershipCard, PlanCard, ProfileCard, PromiseCard
from ballast.rulebook.stages import MilestoneKind
from ballast.site.golden.ids import Ids
from ballast.site.golden.lives import Life
from ballast.site.golden.news import Hand, News, Sheet
from ballast.site.golden.seasons import FIRST, LAST_SEALED, OPEN, end_of, month_of, start_of

YEARS = (2023, 2024, 2025)
KEY_LIST_MONTH = "2025-01"


def registry_news(life: Life, ids: Ids) -> Iterator[News]:
    """Everything the registry learns of one project, month by month."""
    yield from _profiles(life, ids)
    yield from _plans(life)
    yield from _lists(life, ids)
    if life.delivery or life.start_on_land is not None:
        month = _known(life.reached.get(MilestoneKind.SIGNED) or life.born)
        if month <= OPEN:
            yield News(month, Hand.COUNTY, Sheet.PROMISES, life, partial(_promise, life))


def _known(day: date) -> str:
    """The month in whose papers a thing of ``day`` first stands; what is older stands in the first list."""
    return max(month_of(day), "2022-12")


def _profiles(life: Life, ids: Ids) -> Iterator[News]:
    told = {_known(life.born)}
    for kind in (MilestoneKind.SIGNED, MilestoneKind.PERMITTING):
        if day := life.reached.get(kind):
            told.add(_known(day))
    if life.revised_in:
        told.add(life.revised_in)
    if life.spent:
        first, last = min(life.spent), max(life.spent)
        told |= {f"{year}-01" for year in YEARS if first < f"{year}-01" <= last}
    for month in sorted(told):
        if month <= OPEN:
            yield News(month, Hand.COUNTY, Sheet.POOL, life, partial(_profile, life, ids, month))


def _profile(life: Life, ids: Ids, month: str, project_id: int) -> ProfileCard:
    end = end_of(month)
    filed = min(
        (d for k, d in life.reached.items() if k in (MilestoneKind.SIGNED, MilestoneKind.PERMITTING)), default=None
    )
    public_now = filed is not None and filed <= end
    secret = bool(life.secret_name) and not public_now
    start = life.started or life.planned.get(MilestoneKind.STARTED)
    year = int(month[:4])
    done = sum(amount for spent_in, amount in life.spent.items() if spent_in < f"{year}-01") if life.spent else None
    revised = life.revised_in and month >= life.revised_in
    x, y = life.point
    return ProfileCard(
        project_id=project_id, name=life.secret_name if secret else life.name,
        project_code=life.project_code if public_now else "", credit_code="" if secret else life.credit_code,
        owner="" if secret else life.owner, investor="" if secret else life.investor,
        area_id=ids.areas[life.place.code], site=life.site,
        longitude=Decimal(f"{x:.6f}"), latitude=Decimal(f"{y:.6f}"), nature=life.nature,
        content="" if secret else life.content,
        start_year=start.year if start and public_now else None,
        end_year=(start.year + (start.month + life.months) // 12) if start and public_now else None,
        total_investment=life.total_known(month), done_by_last_year=done, industry=life.industry,
        lead_industry=life.lead_industry, strategic=life.strategic, land_mode=life.land_mode or "",
        land_mu=life.land_mu, responsible=life.responsible, responsible_person=life.responsible_person,
        linked_leader=life.linked_leader, remarks=f"总投资调整：{life.revision}" if revised else "",
    )  # fmt: skip


def _plans(life: Life) -> Iterator[News]:
    begun = life.reached.get(MilestoneKind.PERMITTING) or life.started or life.born
    for year, amount in life.plans.items():
        if year < YEARS[0]:
            continue
        january = f"{year - 1}-12"
        month = max(january, _known(begun))
        hand = Hand.PLAN if month == january else Hand.COUNTY
        yield News(month, hand, Sheet.PLANS, life, partial(_plan, year, amount, _goal(life, year)))


def _goal(life: Life, year: int) -> str:
    for kind, words in ((MilestoneKind.PRODUCING, "建成投产"), (MilestoneKind.COMPLETED, "竣工验收"),
                        (MilestoneKind.STARTED, "开工建设")):  # fmt: skip
        due = life.planned.get(kind)
        if due and due.year == year:
            return f"{due.month}月{words}"
    return "主体施工"


def _plan(year: int, amount: int, goal: str, project_id: int) -> PlanCard:
    return PlanCard(project_id=project_id, year=year, amount=amount, goal=goal)


def _promise(life: Life, project_id: int) -> PromiseCard:
    made = life.delivery
    return PromiseCard(
        project_id=project_id, output=made.output if made else None, tax=made.tax if made else None,
        jobs=made.jobs if made else None, start_on_land=life.start_on_land,
    )  # fmt: skip


def _lists(life: Life, ids: Ids) -> Iterator[News]:
    if life.started is None:
        return
    begun = life.reached.get(MilestoneKind.PERMITTING) or life.started
    for code in life.lists:
        earliest = KEY_LIST_MONTH if code == "key69" else "2022-12"
        month = max(earliest, _known(begun))
        since = start_of(max(month, FIRST))
        finished = life.reached.get(MilestoneKind.PRODUCING)
        card = partial(_membership, ids.lists[code], since, None)
        yield News(
            month, Hand.COUNTY if month not in ("2022-12", KEY_LIST_MONTH) else Hand.PLAN, Sheet.LISTS, life, card
        )
        if code == "city" and finished and month < month_of(finished) <= LAST_SEALED:
            card = partial(_membership, ids.lists[code], since, finished)
            yield News(month_of(finished), Hand.REVIEW, Sheet.LISTS, life, card)


def _membership(list_id: int, since: date, until: date | None, project_id: int) -> MembershipCard:
    return MembershipCard(project_id=project_id, named_list_id=list_id, since=since, until=until)
