"""The slides of a meeting, in the order of the room: the city, the counties side by side, each county, each project."""

from collections.abc import Iterator, Sequence

from ballast.kit.decks import Box, Chart, Deck, Grid, GridColumn, Line, Slide
from ballast.kit.decks.description import Place
from ballast.kit.decks.look import GREY, NAVY, PALE, WHITE
from ballast.kit.documents import Series, date_in_full
from ballast.kit.documents.description import Run, Text
from ballast.rooms.meetings.documents.pack.county_slides import county_slides
from ballast.rooms.meetings.documents.pack.gathering import Gathering
from ballast.rooms.meetings.documents.pack.project_slides import project_slides

TILES = (
    ("固定资产投资", "fai_growth", "growth"), ("规上工业增加值", "industrial_value_added_growth", "growth"),
    ("新开工亿元以上项目", "started_large", "count"), ("其总投资", "started_large_total", "yi"),
    ("年度计划投资", "annual_plan", "yi"), ("本年累计完成", "completed", "yi"),
    ("投资完成率", "completion_rate", "percent"), ("序时偏差（个百分点）", "ahead_of_schedule", "points"),
    ("重点产业项目", "key_projects", "count"), ("其中落后序时", "key_projects_behind", "count"),
    ("签约不开工", "signed_not_started", "count"), ("开工不建设", "started_not_building", "count"),
)  # fmt: skip
STALLS = (
    ("签约不开工", "signed_not_started"), ("开工不建设", "started_not_building"),
    ("建成不达产", "built_not_at_capacity"),
)  # fmt: skip
ON_A_SLIDE = 11


def deck(gathered: Gathering) -> Deck:
    """Every slide."""
    occasion = gathered.occasion
    slides = [
        _cover(gathered),
        *_agenda(gathered),
        _city(gathered),
        *_places(gathered),
        *_league(gathered),
        _lights(gathered),
    ]
    slides += [_stalls(gathered), *_behind(gathered), *county_slides(gathered), *project_slides(gathered)]
    return Deck(title=occasion.title, slides=slides, foot=gathered.foot, banner=gathered.banner, author=occasion.issuer)


def _cover(gathered: Gathering) -> Slide:
    occasion = gathered.occasion
    under = Box(Place(30, 116, 278, 40), [
        Line(occasion.issuer, 20, colour=NAVY),
        Line([Run(f"{date_in_full(occasion.held_on)}  "), *gathered.meeting("place")], 16, colour=GREY),
        Line(gathered.foot, 14, colour=GREY),
    ])  # fmt: skip
    return Slide(gathered.meeting("title"), [under], cover=True)


def _agenda(gathered: Gathering) -> Iterator[Slide]:
    items = gathered.occasion.items
    number = gathered.occasion.number
    columns = [GridColumn("序", 1, True), GridColumn("议题", 8), GridColumn("环节", 2.5), GridColumn("发言", 5),
               GridColumn("时间", 2, True)]  # fmt: skip
    for start in range(0, len(items), ON_A_SLIDE):
        rows: list[Sequence[Text]] = [
            [
                gathered.item(number, item.code, "position"), gathered.item(number, item.code, "title"), item.task.zh,
                gathered.item(number, item.code, "speaker"), gathered.item(number, item.code, "minutes"),
            ]
            for item in items[start : start + ON_A_SLIDE]
        ]  # fmt: skip
        yield Slide("会议议程", [Grid(Place(12, 28, 314, 12 * (len(rows) + 1)), columns, rows)])


def _city(gathered: Gathering) -> Slide:
    tiles = [_tile(place, title, gathered.figure(code, form)) for place, (title, code, form) in enumerate(TILES)]
    return Slide(f"全市总体情况（{gathered.month[:4]}年{gathered.period}）", tiles)


def _tile(place: int, title: str, said: Text) -> Box:
    row, column = divmod(place, 4)
    where = Place(12 + column * 79.5, 30 + row * 49, 75.5, 44)
    named = Line(title, 15, colour=GREY, align="center")
    return Box(where, [named, Line(said, 24, bold=True, colour=NAVY, align="center")], fill=PALE)


def _league(gathered: Gathering) -> Iterator[Slide]:
    """Counties from the furthest ahead of schedule; then what each planned and did."""
    known = [code for code in gathered.occasion.counties if gathered.exact("ahead_of_schedule", code) is not None]
    order = sorted(known, key=lambda code: (-gathered.exact("ahead_of_schedule", code), code))
    if not order:
        return
    names = [gathered.occasion.counties[code] for code in order]
    ahead = Series("序时偏差", [gathered.point("ahead_of_schedule", "points", code) for code in order])
    yield Slide(
        "各县（市、区）投资序时偏差",
        [Chart(Place(12, 28, 314, 150), "bar", names, [ahead], "序时偏差（个百分点）")],
    )
    done = [
        Series("年度计划", [gathered.point("annual_plan", "yibare", code) for code in order], "A6A6A6"),
        Series("本年累计完成", [gathered.point("completed", "yibare", code) for code in order], NAVY),
    ]
    yield Slide("各县（市、区）计划与完成", [Chart(Place(12, 28, 314, 150), "column", names, done, "亿元")])


def _places(gathered: Gathering) -> Iterator[Slide]:
    """The rankings the pack may carry: points, place, and how sure it is."""
    columns = [GridColumn("位次", 2, True), GridColumn("县（市、区）", 5), GridColumn("得分", 3, True),
               GridColumn("可能的位次", 4, True), GridColumn("档", 2, True)]  # fmt: skip
    for ranking in gathered.occasion.rankings:
        rows: list[Sequence[Text]] = [
            [
                gathered.placed(ranking, line.code, "place"), gathered.occasion.counties.get(line.code, line.code),
                *(gathered.placed(ranking, line.code, field) for field in ("points", "range", "tier")),
            ]
            for line in ranking.lines
        ]  # fmt: skip
        for start in range(0, len(rows), 15):
            part = rows[start : start + 15]
            yield Slide(ranking.name.zh, [Grid(Place(12, 28, 314, 9.4 * (len(part) + 1)), columns, part, size=13)])


def _lights(gathered: Gathering) -> Slide:
    shades = sorted(gathered.book.colours, key=lambda code: -gathered.book.colours[code].severity)
    columns = [GridColumn("方面", 3), *(GridColumn(gathered.book.colours[code].zh, 2, True) for code in shades)]
    rows: list[Sequence[Text]] = [
        [name, *(gathered.fact("lit", "*", code, shade) for shade in shades)] for code, name in gathered.lights.items()
    ]
    return Slide("项目亮灯情况（个）", [Grid(Place(12, 30, 314, 15 * (len(rows) + 1)), columns, rows, size=16)])


def _stalls(gathered: Gathering) -> Slide:
    tiles = []
    for place, (name, code) in enumerate(STALLS):
        where = Place(12 + place * 106, 40, 101, 90)
        lines = [
            Line(name, 22, bold=True, colour=WHITE, align="center"),
            Line(gathered.figure(code, "count"), 36, bold=True, colour=WHITE, align="center"),
            Line([Run("总投资"), *gathered.figure(f"{code}_total", "yi")], 16, colour=WHITE, align="center"),
        ]
        tiles.append(Box(where, lines, fill=NAVY))
    return Slide("三个“迟迟”", tiles)


def _behind(gathered: Gathering) -> Iterator[Slide]:
    """The projects on the agenda that are out of order, with what they reported."""
    stuck = [one for one in gathered.on_agenda if gathered.troubled(one)]
    columns = [GridColumn("项目", 6), GridColumn("属地", 2), GridColumn("完成率", 1.6, True), GridColumn("亮灯", 4),
               GridColumn("存在问题", 6)]  # fmt: skip
    for start in range(0, len(stuck), 7):
        rows: list[Sequence[Text]] = [
            [gathered.named(one), gathered.place_of(one), gathered.row(one, "rate", "percent"), gathered.shining(one),
             gathered.row(one, "problems")]
            for one in stuck[start : start + 7]
        ]  # fmt: skip
        yield Slide("议程中亮灯的项目", [Grid(Place(12, 28, 314, 18 * (len(rows) + 1)), columns, rows, size=12)])
