"""The meeting of the second quarter, held in July 2025, and what became of its decisions until the end of August."""

import io
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from uuid import UUID

from PIL import Image, ImageDraw

from ballast.rooms.meetings import actions
from ballast.rooms.meetings import queries as meetings
from ballast.rooms.meetings.actions import Assignment, Doing, Note
from ballast.rooms.meetings.cards import About, ItemCard
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rulebook.items.life import Verb
from ballast.site.golden.accounts import DEPARTMENT, DEPUTY, OFFICE
from ballast.site.golden.answering import Answering
from ballast.site.golden.ids import Ids
from ballast.site.golden.places import BY_CODE, Place, county_of
from ballast.site.golden.telling import moment
from ballast.site.golden.under_review import seated

HELD = "2025-06"  # the month whose figures it rests on
KIND, PLACE = "quarterly", "市政务中心一号会议室"
MAYOR, VICE = "滕定邦", "顾承泽"
LAND, HEALTH = "市自然资源和规划局", "高端制剂产业园"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done to an item: what, in the month after which, on which day, by which account."""

    verb: Verb
    month: str
    day: int
    by: str
    words: str
    photo: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """A decision of the meeting as it was handed out (``office`` empty: the county of the project), and its steps."""

    project: str
    decision: str
    words: str
    deadline: date
    steps: tuple[Step, ...] = ()
    office: str = ""
    level: str = "office"
    leader: str = VICE
    by_enterprise: bool = False


JULY, AUGUST = HELD, "2025-07"  # a step of July stands in the month after June
COUNTY, OWNER = "county", "owner"
GIVEN = (
    Given(
        HEALTH, "高端制剂产业园双回路供电7月底前接通", "协调供电公司接通第二回路电源", date(2025, 7, 31),
        by_enterprise=True,
        steps=(
            Step(Verb.REPORT, JULY, 22, COUNTY, "供电公司已进场，电缆沟完成七成"),
            Step(Verb.SUBMIT, JULY, 29, COUNTY, "7月28日送电成功", photo=True),
            Step(Verb.CONFIRM, JULY, 30, OWNER, "双回路已通，试运行正常"),
            Step(Verb.SETTLE, JULY, 30, OFFICE, "现场核实，同意销号"),
        ),
    ),
    Given(
        "北溟国际生物医药产业园", "生物医药产业园二期用地指标由市级统筹", "落实二期 320 亩用地指标", date(2025, 8, 15),
        office=LAND, leader=MAYOR,
        steps=(
            Step(Verb.REPORT, JULY, 25, DEPARTMENT, "已列入省级统筹，待批复"),
            Step(Verb.SUBMIT, AUGUST, 14, DEPARTMENT, "省自然资源厅已批复", photo=True),
            Step(Verb.SETTLE, AUGUST, 15, OFFICE, "批文在卷，同意销号"),
        ),
    ),
    Given(
        "溟海石化炼油转型升级技术改造", "炼油转型项目能评批复要在7月底前拿到", "取得节能审查批复", date(2025, 7, 31),
        steps=(
            Step(Verb.REPORT, JULY, 24, COUNTY, "省里要求补充能耗替代方案"),
            Step(Verb.SUBMIT, AUGUST, 12, COUNTY, "8月11日取得批复", photo=True),
            Step(Verb.SETTLE, AUGUST, 14, DEPUTY, "逾期办结，同意销号"),
        ),
    ),
    Given(
        "北溟航空航天产业园", "航空航天产业园进场道路8月5日前打通", "打通试验中心进场道路", date(2025, 8, 5),
        leader=MAYOR,
        steps=(
            Step(Verb.REPORT, JULY, 28, COUNTY, "剩余 3 户征迁未签约"),
            Step(Verb.URGE, AUGUST, 18, OFFICE, ""),
        ),
    ),
    Given(
        "溟钢特种钢宽厚板生产线升级技术改造", "宽厚板项目环评公众参与程序尽快走完", "完成环评公众参与并报批",
        date(2025, 8, 29),
        steps=(Step(Verb.SUBMIT, AUGUST, 26, COUNTY, "公示期满，报批件已受理", photo=True),),
    ),
    Given(
        HEALTH, "制剂产业园与职业技术学院合办订单班，年内开班", "订单班招生计划落实", date(2025, 12, 31),
        level="deputy", steps=(Step(Verb.REPORT, AUGUST, 20, COUNTY, "已与学院签订合作协议"),),
    ),
)  # fmt: skip
REMARKS = (
    ("溟海石化炼油转型升级技术改造", MAYOR, "投资体量最大，前期手续不能拖，能评的事由分管市长盯到底。"),
    ("北溟航空航天产业园", VICE, "形象进度不错，但是道路不通，设备进不去，县里要拿出硬办法。"),
    (HEALTH, MAYOR, "10 亿的项目带起上下游十几家企业，这样的项目要多谋划、多引进。"),
)  # fmt: skip


class Quarter:
    """Holds the meeting once its month is sealed, and does what was done afterwards, as the story's clock goes by."""

    def __init__(self, answering: Answering, ids: Ids) -> None:
        self._ids, self._owners = ids, answering.owners
        self._items: list[str] = []

    def after_seal(self, month: str) -> None:
        """What happens in the month after ``month``, once that is sealed."""
        if month == HELD:
            self._hold()
        steps = [(one, place) for place, given in enumerate(GIVEN) for one in given.steps if one.month == month]
        for step, place in sorted(steps, key=lambda found: found[0].day) if self._items else ():
            self._do(step, GIVEN[place], self._items[place])

    def _hold(self) -> None:
        """Called after the seal, held on the 16th, its decisions noted and handed out, its minutes issued."""
        office = seated(OFFICE, at := moment(HELD, 11, 9, 0))
        number = actions.call_meeting(
            KIND, title="2025年二季度全市重点项目推进会", month=HELD, held_on=moment(HELD, 16, 9, 0).date(),
            place=PLACE, official=office, at=at,
        )  # fmt: skip
        actions.open_meeting(number, official=office, at=(at := moment(HELD, 16, 9, 0)))
        found = meetings.meeting(number)
        agenda = {one.subject: one for one in found.items if one.about is About.PROJECT} if found else {}
        for place, (project, speaker, words) in enumerate(REMARKS, start=1):
            note = Note(slip=_slip(place), words=words, agenda=self._code(project, agenda), speaker=speaker)
            actions.remark(number, note, official=office, at=at)
        self._items = [self._give(number, place, one, agenda, at) for place, one in enumerate(GIVEN, start=1)]
        actions.close_meeting(number, official=office, at=moment(HELD, 16, 17, 30))
        actions.issue_minutes(
            number, official=office, on=moment(HELD, 17, 10, 0).date(), at=moment(HELD, 17, 10, 0)
        )  # fmt: skip

    def _give(self, number: str, place: int, given: Given, agenda: dict[str, ItemCard], at: datetime) -> str:
        office = seated(OFFICE, at)
        note = Note(slip=_slip(100 + place), words=given.decision, agenda=self._code(given.project, agenda))
        decision = actions.decide(number, note, official=office, at=at)
        offices = {one.name: one.id for one in people.offices()}
        return actions.assign(
            number, decision,
            Assignment(
                words=given.words, office=offices[given.office or self._county(given)], level=given.level,
                deadline=given.deadline, serial=self._serial(given.project), leader=given.leader,
                by_enterprise=given.by_enterprise,
            ),
            official=office, on=at.date(), at=at,
        )  # fmt: skip

    def _do(self, step: Step, given: Given, number: str) -> None:
        at = moment(step.month, step.day, 10, 0)
        if step.verb is Verb.URGE:
            actions.urge(number, official=seated(OFFICE, at), on=at.date(), at=at)
            return
        sent = [("现场照片.jpg", photo(step.words))] if step.photo else []
        doing = Doing(verb=step.verb, words=step.words, sent=sent)
        actions.handle(number, doing, official=seated(self._who(step.by, given), at), on=at.date(), at=at)

    def _who(self, by: str, given: Given) -> str:
        """The account that does a step: of the project's county, of its owner, or the one named."""
        card = registry.project_card(self._ids.projects[given.project])
        if by == OWNER and card is not None:
            return self._owners[card.owner].username
        return f"{self._place(given).slug}-xmb" if by == COUNTY else by

    def _county(self, given: Given) -> str:
        return f"{self._place(given).name}重点项目办公室"

    def _place(self, given: Given) -> Place:
        card = registry.project_card(self._ids.projects[given.project])
        codes = {id_: code for code, id_ in self._ids.areas.items()}
        return county_of(BY_CODE[codes[card.area_id if card else 0]])

    def _serial(self, project: str) -> str:
        number = self._ids.projects[project]
        return registry.serials([number])[number]

    def _code(self, project: str, agenda: dict[str, ItemCard]) -> int:
        found = agenda.get(self._serial(project))
        return found.code if found else 0


def _slip(number: int) -> str:
    return str(UUID(int=number))


@cache
def photo(words: str) -> bytes:
    """A picture of a site, drawn: sky, ground, a frame under way; another one for other words."""
    shade = sum(words.encode()) % 60
    picture = Image.new("RGB", (960, 720), (150 + shade, 185, 215))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 500, 960, 720), fill=(150, 128 + shade // 2, 98))
    for place in range(5):
        left = 120 + place * 150 + shade
        top = 250 + (place * 37 + shade) % 110
        pen.rectangle((left, top, left + 105, 520), fill=(176, 180, 188), outline=(70, 78, 92))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()
