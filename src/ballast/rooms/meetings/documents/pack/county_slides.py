"""A slide for each county: its figures beside the city's, and how its investment grew over the year."""

from collections.abc import Iterator, Sequence

from ballast.kit.decks import Chart, Grid, GridColumn, Slide
from ballast.kit.decks.description import Place
from ballast.kit.decks.look import NAVY
from ballast.kit.documents import Series
from ballast.kit.documents.description import Text
from ballast.rooms.meetings.documents.pack.county import COMPARED
from ballast.rooms.meetings.documents.pack.gathering import Gathering

LEFT, RIGHT = Place(12, 28, 152, 146), Place(170, 28, 156, 146)
COLUMNS = [GridColumn("指标", 5), GridColumn("本县", 2, True), GridColumn("全市", 2, True)]


def county_slides(gathered: Gathering) -> Iterator[Slide]:
    """The counties in the order of the city's list."""
    months = list(gathered.months)
    for code, name in gathered.occasion.counties.items():
        rows: list[Sequence[Text]] = [
            [title, gathered.figure(figure, form, code), gathered.figure(figure, form)]
            for title, figure, form in COMPARED
        ]
        done = Series(
            "本年累计完成", [gathered.point("completed", "yibare", code, month=month) for month in months], NAVY
        )
        chart = Chart(RIGHT, "column", [f"{int(month[5:])}月" for month in months], [done], "本年累计完成投资（亿元）")
        yield Slide(name, [Grid(LEFT, COLUMNS, rows, size=11), chart])
