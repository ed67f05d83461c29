"""Why a project's lights are what they are: today's reasons and the months before."""

from dataclasses import dataclass
from typing import Any

from ballast.rooms.policy import queries as policy
from ballast.rooms.registry.cards import Reach
from ballast.rooms.supervision import queries as supervision
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
    published = supervision.past_lights(project_id)
    months = [one for one in published if one <= month][-12:]
    lit = [(lamp(book, one.kept), one) for one in found if one.code.startswith("lights.")]
    lights = [{"lamp": shown, "why": one} for shown, one in sorted(lit, key=lambda pair: -pair[0].severity)]
    past = [
        (light.zh, [_then(published[one].get(code), book) for one in months])
        for code, light in book.lights.items()
        if light.of == "project"
    ]
    spans = [
        {"span": span, "name": book.stall_lists[span.stall].label}
        for span in supervision.stall_history(project_id)
        if span.stall in book.stall_lists
    ]
    stalls = [{"why": one} for one in found if one.code.startswith("stall_lists.")]
    return WhyPage(book=book, lights=lights, stalls=stalls, months=months, past=past, spans=spans)


def _then(said: str | None, book: Book) -> Lamp | None:
    return lamp(book, said) if said is not None else None
