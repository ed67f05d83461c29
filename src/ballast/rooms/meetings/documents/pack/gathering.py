"""One gathering: everything a pack is written from, read once at one edition, and handed on to every document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any

from ballast.kit.documents import Claim, FactRun, FigureRun, Picture, Pictures, Point, Run, Series
from ballast.kit.documents.description import Inline
from ballast.rooms.figures import queries as figures
from ballast.rooms.league.cards import RankingCard
from ballast.rooms.meetings.cards import About, ItemCard
from ballast.rooms.meetings.documents.bulletin.forms import ABSENT, written
from ballast.rooms.meetings.reading import Reading, about, banner
from ballast.rooms.registry import queries as registry
from ballast.rooms.supervision.queries import Line
from ballast.rulebook.books import Book

Runs = list[Inline]
MOST_PHOTOS, SMALL, WIDE = 3, 34, 48  # photos in one line, how high and wide at most in millimetres
NEGOTIATING = frozenset({"planned", "reserved", "negotiating"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """The meeting a pack is for: its words, its agenda, the city's areas by code.

    ``rankings`` hold the lines a pack may carry; ``secret`` says that not all of it is published.
    """

    number: str
    title: str
    held_on: date
    place: str
    city: str
    issuer: str
    items: tuple[ItemCard, ...]
    counties: Mapping[str, str]
    areas: Mapping[str, str]
    rankings: tuple[RankingCard, ...] = ()
    secret: bool = False
    remarks: Mapping[str, tuple[str, str]] = field(default_factory=dict)


class Gathering:
    """What is known of a month in one edition (0: still open), asked through one reading."""

    def __init__(self, month: str, edition: int, occasion: Occasion, *, characters: int) -> None:
        self.month, self.edition, self.occasion, self.characters = month, edition, occasion, characters
        self.reading = Reading()
        number = int(month[5:])
        self.period = f"1—{number}月" if number > 1 else "1月"
        self.banner = banner(edition, secret=occasion.secret)
        self._ending = f"{month}/e{edition}"

    @property
    def foot(self) -> Runs:
        """What stands at the foot of every page, slide and sheet."""
        return [Run(about(self.month)), self.seal]

    @property
    def seal(self) -> FactRun:
        """Edition and seal, with their claim."""
        source = f"seal/{self._ending}"
        return FactRun(self.reading.text(f"fact:{source}") or "", source)

    @cached_property
    def months(self) -> dict[str, int]:
        """The months of the year up to this one that have an edition, each with the one known at this edition."""
        at = figures.edition_moment(self.month, self.edition) if self.edition else None
        known = {}
        for number in range(1, int(self.month[5:])):
            month = f"{self.month[:5]}{number:02d}"
            told = [edition for edition, moment, _ in figures.editions(month) if at is None or moment <= at]
            if told:
                known[month] = told[-1]
        return {**known, self.month: self.edition}

    @property
    def rows(self) -> Mapping[str, Mapping[str, Any]]:
        """Every project's row, by serial."""
        return self.reading.rows(self.month, self.edition)

    @property
    def book(self) -> Book:
        """The book the month was judged by."""
        return self.reading.lines(self.month, self.edition)[0]

    @property
    def lines(self) -> Mapping[str, Line]:
        """Every project's lights, by serial."""
        return self.reading.lines(self.month, self.edition)[1]

    @cached_property
    def lights(self) -> dict[str, str]:
        """The lights of projects the book has, by name."""
        return {code: light.zh for code, light in self.book.lights.items() if light.of == "project"}

    def figure(self, code: str, form: str, county: str = "") -> Runs:
        """A fixed figure of the city or of one county; a dash where it is absent."""
        known = self.reading.figures(self.month, self.edition, "county" if county else "")
        found = known[code]
        value = found.values.get(county) if county else found.total
        text = written(value, form) if value else None
        if text is None:
            return [Run(ABSENT)]
        by = (("county", county),) if county else ()
        return [FigureRun(text, Claim(code, self.month, self.edition, form, by), title=found.name.zh)]

    def point(self, code: str, form: str, county: str, *, month: str = "") -> Point | None:
        """A county's figure as a point of a chart; None where it is absent."""
        month = month or self.month
        edition = self.months[month]
        value = self.reading.figures(month, edition, "county")[code].values.get(county)
        text = written(value, form) if value else None
        return None if text is None else Point(text, Claim(code, month, edition, form, (("county", county),)).tag())

    def row_point(self, serial: str, column: str, month: str) -> Point | None:
        """A project's amount of a month as a point of a chart, in 亿元."""
        tag = f"fact:row/{serial}/{column}/yifine/{month}/e{self.months[month]}"
        text = self.reading.text(tag)
        return Point(text, tag) if text else None

    def exact(self, code: str, county: str) -> Any:
        """A county's figure as a fraction, to put counties in order; None where it is absent."""
        value = self.reading.figures(self.month, self.edition, "county")[code].values.get(county)
        return value.exact if value else None

    def fact(self, *source: str, month: str = "") -> Runs:
        """What a record says, by the path of its claim without month and edition; a dash where it says nothing."""
        ending = f"{month}/e{self.months[month]}" if month else self._ending
        path = "/".join((*source, ending))
        text = self.reading.text(f"fact:{path}")
        return [FactRun(text, path)] if text else [Run(ABSENT)]

    def row(self, serial: str, column: str, form: str = "text", *, month: str = "") -> Runs:
        """A value of one project's row."""
        return self.fact("row", serial, column, form, month=month)

    def placed(self, ranking: RankingCard, county: str, field: str) -> Runs:
        """Points, place, tier or range of a county in a ranking."""
        return self.fact("place", ranking.sheet, county, field)

    @cached_property
    def _pictures(self) -> dict[int, int]:
        """The newest photo of each project, as known at this edition."""
        at = figures.edition_moment(self.month, self.edition) if self.edition else None
        return registry.newest_pictures([row["project"] for row in self.rows.values()], at=at)

    def photo(self, serial: str, *, height: int, width: int) -> Picture | None:
        """The newest photo of a project, so many millimetres high and wide at most; None where there is none."""
        project = self.rows[serial]["project"]
        known = self._pictures.get(project)
        data = registry.evidence_thumbnail(project, known) if known else None
        return Picture(data, f"photo/{serial}/{known}", height, width) if data else None

    def photos(self, serials: Sequence[str]) -> Pictures | None:
        """The newest photos of the first projects that have any, and whose they are; None where none has."""
        every = ((serial, self.photo(serial, height=SMALL, width=WIDE)) for serial in serials)
        known = list(islice(((serial, photo) for serial, photo in every if photo), MOST_PHOTOS))
        if not known:
            return None
        said: Runs = [Run("左起：" if len(known) > 1 else "")]
        for place, (serial, _) in enumerate(known):
            said += [*([Run("；")] if place else []), *self.named(serial)]
        return Pictures([photo for _, photo in known], said)

    def curve(self, serial: str) -> tuple[list[str], list[Series]]:
        """What the schedule asks of a project and what was done, month by month: the months, and the two series."""
        months = list(self.months)
        asked, done = (
            [self.row_point(serial, column, month) for month in months] for column in ("due", "completed_ytd")
        )
        series = [Series("序时应完成", asked, "A6A6A6"), Series("本年累计", done)]
        return [f"{int(month[5:])}月" for month in months], series

    def meeting(self, field: str) -> Runs:
        """The title or the place of the meeting."""
        path = f"meeting/{self.occasion.number}/{field}"
        text = self.reading.text(f"fact:{path}")
        return [FactRun(text, path)] if text else []

    def item(self, meeting: str, code: int, field: str) -> Runs:
        """A field of an item of the agenda."""
        path = f"item/{meeting}/{code}/{field}"
        text = self.reading.text(f"fact:{path}")
        return [FactRun(text, path)] if text else [Run(ABSENT)]

    def said(self, words: str, source: str) -> Runs:
        """Words of a record that is none of the month's."""
        return [FactRun(words, source)]

    def named(self, serial: str) -> Runs:
        """A project by its name."""
        return self.row(serial, "name")

    def shining(self, serial: str) -> Runs:
        """The lights of a project that are out of order: 开工红灯、进度黄灯; in order where there are none."""
        told: Runs = []
        for code, name in self.lights.items():
            said = self.lines[serial].lights.get(code, "") if serial in self.lines else ""
            if said in self.book.colours and self.book.colours[said].severity > 0:
                told += [Run("、")] if told else []
                told += [Run(name), *self.fact("light", serial, code)]
        return told or [Run("正常")]

    def troubled(self, serial: str) -> int:
        """How grave the gravest light of a project is."""
        said = self.lines[serial].lights.values() if serial in self.lines else ()
        return max((self.book.colours[one].severity for one in said if one in self.book.colours), default=0)

    def county_of(self, serial: str) -> str:
        """The county a project lies in, by name."""
        code = self.rows[serial]["county"]
        return self.occasion.counties.get(code) or self.occasion.areas.get(code, code)

    def place_of(self, serial: str) -> str:
        """The area a project lies in, by name."""
        code = self.rows[serial]["area"]
        return self.occasion.areas.get(code, code)

    @cached_property
    def on_agenda(self) -> list[str]:
        """The projects on the agenda, in its order."""
        asked = [item.subject for item in self.occasion.items if item.about is About.PROJECT]
        return [serial for serial in dict.fromkeys(asked) if serial in self.rows]

    def of_county(self, code: str) -> list[str]:
        """The projects of a county: those on the agenda first, then by gravity and size; none in negotiation."""
        mine = [serial for serial, row in self.rows.items() if row["county"] == code]
        return self.in_order(one for one in mine if self.rows[one]["stage"] not in NEGOTIATING)

    def in_order(self, serials: Any) -> list[str]:
        """Projects on the agenda first, then the gravest lights, then the largest."""
        agenda = set(self.on_agenda)
        return sorted(
            serials,
            key=lambda one: (
                one not in agenda, -self.troubled(one), -(self.rows[one]["total_investment"] or 0), one,
            ),
        )  # fmt: skip

    @cached_property
    def leaders(self) -> dict[str, Sequence[str]]:
        """The linked leaders who answer for a project on the agenda (else for any), each with all their projects."""
        told = {row["linked_leader"] for row in self.rows.values() if row["linked_leader"]}
        asked = {self.rows[serial]["linked_leader"] for serial in self.on_agenda} & told
        found: dict[str, list[str]] = {leader: [] for leader in sorted(asked or told)}
        for serial, row in self.rows.items():
            if row["linked_leader"] in found and row["stage"] not in NEGOTIATING:
                found[row["linked_leader"]].append(serial)
        return {leader: self.in_order(mine) for leader, mine in found.items() if mine}
