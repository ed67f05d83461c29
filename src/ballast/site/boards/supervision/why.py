"""Why the lights of a project, an area or a department are what they are: today's reasons and the months before."""

from dataclasses import dataclass, replace
from typing import Any

from ballast.kit.ledger.history import Cell
from ballast.rooms.figures import queries as figures
from ballast.rooms.league import queries as league
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry.cards import EVERYWHERE, Reach
from ballast.rooms.supervision import queries as supervision
from ballast.rooms.supervision.queries import Why
from ballast.rulebook.books import Book
from ballast.site.boards.supervision.colours import Lamp, lamp


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPage:
    """Every light and stall with its reasons; the published lights of the months before, light by light."""

    book: Book
    lights: list[dict[str, Any]]
    stalls: list[dict[str, Any]]
    months: list[str]
    past: list[tuple[str, list[Lamp | None]]]
    spans: list[dict[str, Any]]


def page(serial: str, month: str, project_id: int, *, held: Reach) -> WhyPage | None:
    """The reasons of one project in a month; None where the person asking may not see it."""
    found = supervision.why(serial, month, held=held)
    if found is None:
        return None
    book = policy.for_month(month)
    spans = [
        {"span": span, "name": book.stall_lists[span.stall].label}
        for span in supervision.stall_history(project_id)
        if span.stall in book.stall_lists
    ]
    return _told(found, book, month, "project", supervision.past_lights(project_id), spans)


def of_area(code: str, month: str, *, held: Reach) -> WhyPage | None:
    """The reasons of one area in a month; None where it is no area, or not theirs to see."""
    found = supervision.why_area(code, month, held=held, figures=league.readings(figures.ruled(), at=None))
    if found is None:
        return None
    if held != EVERYWHERE:
        found = [replace(one, cells=tuple((said, _closed(cell)) for said, cell in one.cells)) for one in found]
    return _told(found, policy.for_month(month), month, "area", supervision.past_area_lights(code), [])


def of_department(name: str, month: str, *, held: Reach) -> WhyPage | None:
    """The reasons of one department in a month; None where no project names it, or for who does not see them all."""
    found = supervision.why_department(name, month, held=held)
    if found is None:
        return None
    return _told(found, policy.for_month(month), month, "department", supervision.past_department_lights(name), [])


def _closed(cell: Cell) -> Cell:
    """A cell by its address alone: the sheet of targets tells of every area, and is not for one of them to open."""
    return replace(cell, source_id=None)


def _told(
    found: list[Why], book: Book, month: str, of: str, published: dict[str, dict[str, str]], spans: list[dict[str, Any]]
) -> WhyPage:
    months = [one for one in published if one <= month][-12:]
    lit = [(lamp(book, one.kept), one) for one in found if one.code.startswith("lights.")]
    lights = [
        {"lamp": shown, "why": one, "figures": _figures(one)}
        for shown, one in sorted(lit, key=lambda pair: -pair[0].severity)
    ]
    past = [
        (light.zh, [_then(published[one].get(code), book) for one in months])
        for code, light in book.lights.items()
        if light.of == of
    ]
    stalls = [{"why": one} for one in found if one.code.startswith("stall_lists.")]
    return WhyPage(book=book, lights=lights, stalls=stalls, months=months, past=past, spans=spans)


def _figures(one: Why) -> list[dict[str, Any]]:
    """The figures of the catalogue a light of an area rests on, with the month each is read for."""
    known = {said.code: said.name for said in figures.catalogue()}
    asked = dict.fromkeys(
        said.key for told in one.reckoned for said in told.measured.inputs if said.fact == "indicator" and said.key
    )
    return [{"code": code, "month": month, "name": known[code]} for code, month in asked if code in known]


def _then(said: str | None, book: Book) -> Lamp | None:
    return lamp(book, said) if said is not None else None
