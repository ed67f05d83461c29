"""What a number must read: the fixed figure or record its claim names, asked anew and never of whoever wrote it.

Everything is read at the edition the claim names (``e0``: an open month as it stands now), and once a reading.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from ballast.kit.documents import read_claim
from ballast.kit.documents.pictures import hash_of
from ballast.kit.refusal import Refusal
from ballast.rooms.figures import queries as figures
from ballast.rooms.figures.cards import Figure
from ballast.rooms.league import queries as league
from ballast.rooms.league.cards import RankingCard
from ballast.rooms.meetings.documents.bulletin.forms import FORMS as FIGURE_FORMS
from ballast.rooms.meetings.documents.bulletin.forms import printed, slip_text, written
from ballast.rooms.meetings.forms import FORMS, shown, value
from ballast.rooms.meetings.models import AgendaItem, Meeting, Remark
from ballast.rooms.people import queries as people
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting import queries as reporting
from ballast.rooms.supervision import queries as supervision
from ballast.rooms.supervision.queries import Line
from ballast.rulebook.books import Book
from ballast.rulebook.scoring import Placed

SEAL_SHOWN = 12
Parts = Sequence[str]


def seal_text(edition: int, seal: str) -> str:
    """How papers name what they rest on."""
    return f"第{edition}版（{seal[:SEAL_SHOWN]}）" if edition else "未封账草稿"


def about(month: str) -> str:
    """Of which month a paper's numbers are."""
    return f"{month[:4]}年{int(month[5:])}月数据 "


def banner(edition: int, *, secret: bool = False) -> str:
    """What stands in red on every page of what can never be issued, or holds places that are not published."""
    if not edition:
        return "草稿 DRAFT  本月数据未封账，不得印发"
    return "需知  含未公布的排名，不得外传" if secret else ""


class Reading:
    """One reading of fixed figures and records; ``text`` answers a claim."""

    def __init__(self) -> None:
        self._figures: dict[tuple[str, int, str], dict[str, Figure]] = {}
        self._rows: dict[tuple[str, int], dict[str, Mapping[str, Any]]] = {}
        self._lines: dict[tuple[str, int], tuple[Book, dict[str, Line]]] = {}
        self._books: dict[tuple[str, int], Book] = {}
        self._items: dict[str, dict[int, AgendaItem]] = {}
        self._rankings: dict[tuple[str, str, int], RankingCard | None] = {}
        self._lit: dict[tuple[str, int], Counter[tuple[str, str, str]]] = {}

    def text(self, tag: str) -> str | None:
        """What the number with this claim must read; empty for a record that is absent, None for no such claim."""
        try:
            return self._fact(tag.removeprefix("fact:")) if tag.startswith("fact:") else self._figure(tag)
        except (Refusal, LookupError, ValueError, StopIteration, ObjectDoesNotExist):
            return None

    def _figure(self, tag: str) -> str | None:
        claim = read_claim(tag)
        if len(claim.by) > 1 or claim.form not in FIGURE_FORMS:
            return None
        by, key = claim.by[0] if claim.by else ("", "")
        figure = self.figures(claim.period, claim.edition, by)[claim.code]
        found = figure.values.get(key) if by else figure.total
        return (written(found, claim.form) if found else None) or ""

    def _fact(self, source: str) -> str:
        first, *rest = source.split("/")
        answer = FACTS.get(first)
        return answer(self, rest) if answer else self._named(first, rest)

    def figures(self, month: str, edition: int, by: str) -> dict[str, Figure]:
        """Every figure of an edition, whole and by a dimension."""
        if (month, edition, by) not in self._figures:
            codes = [one.code for one in figures.catalogue()]
            at = figures.edition_moment(month, edition) if edition else None
            self._figures[month, edition, by] = figures.figures(codes, month=month, by=by, at=at)
        return self._figures[month, edition, by]

    def rows(self, month: str, edition: int) -> dict[str, Mapping[str, Any]]:
        """Every project's row of an edition, by serial."""
        if (month, edition) not in self._rows:
            at = figures.edition_moment(month, edition) if edition else None
            found = figures.projects(month, held=EVERYWHERE, size=EVERY, at=at).rows
            self._rows[month, edition] = {row["serial"]: row for row in found}
        return self._rows[month, edition]

    def lines(self, month: str, edition: int) -> tuple[Book, dict[str, Line]]:
        """Every project's lights of an edition, by serial, and the book that lit them."""
        if (month, edition) not in self._lines:
            told = supervision.lines(month, held=EVERYWHERE, edition=edition)
            if told.edition != edition:
                raise KeyError(month)
            self._lines[month, edition] = told.book, {line.serial: line for line in told.lines}
        return self._lines[month, edition]

    def book(self, month: str, edition: int) -> Book:
        """The book an edition of a month was judged by."""
        if (month, edition) not in self._books:
            at = figures.edition_moment(month, edition) if edition else None
            self._books[month, edition] = policy.for_month(month, at=at)
        return self._books[month, edition]

    def _named(self, serial: str, rest: Parts) -> str:
        """``P000123/total_investment/2025-07/e1``, as the bulletin has it."""
        column, month, edition = rest[0], rest[-2], _edition(rest[-1])
        row = self.rows(month, edition).get(serial)
        return printed(row[column]) if row and row.get(column) is not None else ""

    def _row(self, rest: Parts) -> str:
        """``row/P000123/annual_plan/yi/2025-07/e1``."""
        serial, column, form, month, edition = *rest[:4], _edition(rest[4])
        return shown(value(self.rows(month, edition)[serial], column, self.book(month, edition), month), form)

    def _sum(self, rest: Parts) -> str:
        """``sum/LEADER/annual_plan/yi/2025-07/e1``, ``sum/LEADER/count/count/…``: over a leader's projects."""
        leader, column, form, month, edition = "/".join(rest[:-4]), rest[-4], rest[-3], rest[-2], _edition(rest[-1])
        return shown(added(self.rows(month, edition).values(), leader, column), form)

    def _light(self, rest: Parts) -> str:
        """``light/P000123/progress/2025-07/e1``: the colour by name."""
        serial, code, month, edition = *rest[:3], _edition(rest[3])
        book, lines = self.lines(month, edition)
        return colour(book, lines[serial].lights.get(code, "") if serial in lines else "")

    def _lit_count(self, rest: Parts) -> str:
        """``lit/COUNTY/progress/red/2025-07/e1``: how many of a county's projects (``*``: of all) show a colour."""
        county, code, shade, month, edition = *rest[:4], _edition(rest[4])
        if (month, edition) not in self._lit:
            rows, lines = self.rows(month, edition), self.lines(month, edition)[1]
            self._lit[month, edition] = lit_counts(lines.values(), {one: row["county"] for one, row in rows.items()})
        return str(self._lit[month, edition][county, code, shade])

    def _seal(self, rest: Parts) -> str:
        month, edition = rest[0], _edition(rest[1])
        return seal_text(edition, figures.edition_seal(month, edition) if edition else "")

    def _slip(self, rest: Parts) -> str:
        found = reporting.corrections(ids=[int(rest[0])])
        return slip_text(getattr(found[0], rest[1], "")) if found else ""

    def _item(self, rest: Parts) -> str:
        """``item/2025-003/7/minutes``: of an item of an agenda as it stands."""
        if rest[0] not in self._items:
            found = AgendaItem.objects.current().filter(meeting=rest[0])
            self._items[rest[0]] = {one.code: one for one in found}
        item = self._items[rest[0]][int(rest[1])]
        return FORMS["minutes"](item.minutes) if rest[2] == "minutes" else str(getattr(item, rest[2]))

    def _place(self, rest: Parts) -> str:
        """``place/league/370201/points/2025-07/e1``: points, place or range of a county in a ranking."""
        sheet, county, field, month, edition = *rest[:4], _edition(rest[4])
        if (month, sheet, edition) not in self._rankings:
            self._rankings[month, sheet, edition] = league.standing(month, sheet, edition=edition)
        ranking = self._rankings[month, sheet, edition]
        line = ranking.line(county) if ranking else None
        return PLACES[field](line.placed) if line else ""

    def _remark(self, rest: Parts) -> str:
        """``remark/SLIP``: the words of a remark as they stand."""
        return str(Remark.objects.current().get(slip="/".join(rest), taken_back=False).words)

    def _photo(self, rest: Parts) -> str:
        """``photo/P000123/7``: a photo as it is shown, by its hash."""
        card = registry.find(rest[0], held=EVERYWHERE)
        data = registry.evidence_thumbnail(card.project_id, int(rest[1])) if card else None
        return hash_of(data) if data else ""

    def _meeting(self, rest: Parts) -> str:
        """``meeting/2025-003/title``: of a meeting as it stands."""
        found = Meeting.objects.current().get(number=rest[0])
        return str({"title": found.title, "place": found.place}[rest[1]])

    def _area(self, rest: Parts) -> str:
        """``area/370201/code``: a code stands for itself where there is such an area."""
        return next(area.code for area in people.areas() if area.code == rest[0])


EVERY = 1_000_000
PLACES: dict[str, Callable[[Placed], str]] = {
    "points": lambda one: one.shown,
    "place": lambda one: str(one.place or ""),
    "tier": lambda one: str(one.tier or ""),
    "range": lambda one: f"{one.low}—{one.high}" if one.low and one.high else "",
}
FACTS: dict[str, Callable[[Reading, Parts], str]] = {
    "row": Reading._row, "sum": Reading._sum, "light": Reading._light, "lit": Reading._lit_count,
    "seal": Reading._seal, "slip": Reading._slip, "item": Reading._item,
    "area": Reading._area, "place": Reading._place, "remark": Reading._remark,
    "photo": Reading._photo, "meeting": Reading._meeting,
}  # fmt: skip


def _edition(text: str) -> int:
    return int(text.removeprefix("e"))


def added(rows: Any, leader: str, column: str) -> int | None:
    """A column over the projects of a linked leader, or how many there are; None where nothing is known."""
    mine = [row for row in rows if row["linked_leader"] == leader]
    if column == "count":
        return len(mine)
    known = [int(row[column]) for row in mine if row[column] is not None]
    return sum(known) if known else None


def colour(book: Book, said: str) -> str:
    """A light as it is kept, by its colour's name; empty where it does not shine."""
    return book.colours[said].zh if said in book.colours else ""


def lit_counts(lines: Any, counties: Mapping[str, str]) -> Counter[tuple[str, str, str]]:
    """How often each light shows each colour, by county and for all (``*``)."""
    found: Counter[tuple[str, str, str]] = Counter()
    for line in lines:
        for code, said in line.lights.items():
            found[counties.get(line.serial, ""), code, said] += 1
            found["*", code, said] += 1
    return found
