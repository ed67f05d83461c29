"""The board of lights: what turned since the month before, then colours counted by county, leader or department."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.registry.cards import Reach
from ballast.rooms.supervision import queries as supervision
from ballast.rooms.supervision.queries import Board, Turned
from ballast.rulebook.books import Book
from ballast.site.boards.supervision.colours import Lamp, lamp, lamps, warning
from ballast.site.boards.supervision.disclosing import disclose

GROUPS: dict[str, Sentence] = {
    "county": Sentence("县（市、区）", "County"), "leader": Sentence("包联领导", "Linked leader"),
    "responsible": Sentence("责任单位", "Responsible unit"), "stage": Sentence("阶段", "Stage"),
}  # fmt: skip
SHOWN = 30
NOBODY = Sentence("（未填）", "(nobody named)")


@dataclass(frozen=True, slots=True, kw_only=True)
class LightsPage:
    """What the page of lights shows."""

    board: Board
    book: Book
    aspects: list[tuple[str, Sentence]]
    colours: list[Lamp]
    rows: list[dict[str, Any]]
    total: dict[str, Any]
    worse: list[dict[str, Any]]
    better: list[dict[str, Any]]
    departments: list[dict[str, Any]]
    department_aspects: list[tuple[str, Sentence]]
    areas: list[dict[str, Any]]
    area_aspects: list[tuple[str, Sentence]]
    suspended: int


def page(month: str, *, by: str, held: Reach) -> LightsPage:
    """The board of ``month`` with rows by one of ``GROUPS``."""
    board = supervision.board(month, by=by if by in GROUPS else "county", held=held)  # type: ignore[arg-type]
    book = board.month.book
    aspects, known = _aspects(book, "project"), lamps(book)
    disclose(one.line for one in (*board.worse[:SHOWN], *board.better[:SHOWN]))
    return LightsPage(
        board=board, book=book, aspects=aspects, colours=known,
        rows=[_row(row, aspects, known) for row in board.rows], total=_row(board.total, aspects, known),
        worse=[_turned(one, book) for one in board.worse[:SHOWN]],
        better=[_turned(one, book) for one in board.better[:SHOWN]],
        areas=_areas(board, book, held), area_aspects=_aspects(book, "area"), departments=_departments(board, book),
        department_aspects=_aspects(book, "department"),
        suspended=sum("suspended" in line.lights.values() for line in board.month.lines),
    )  # fmt: skip


def _row(row: supervision.Row, aspects: list[tuple[str, Sentence]], known: list[Lamp]) -> dict[str, Any]:
    """One row: for every aspect the warning colours with their counts, then how many are in order."""
    cells = []
    for code, _ in aspects:
        counts: Mapping[str, int] = row.counts.get(code, {})
        lit = [(one, counts[one.code]) for one in warning(known) if counts.get(one.code)]
        fine = sum(counts.get(one.code, 0) for one in known if one.severity <= 0)
        cells.append({"light": code, "lit": lit, "fine": fine})
    worst = [(one, row.worst[one.code]) for one in warning(known) if row.worst.get(one.code)]
    return {"key": row.key, "projects": row.projects, "cells": cells, "worst": worst}


def _turned(one: Turned, book: Book) -> dict[str, Any]:
    return {
        "line": one.line, "light": book.lights[one.light].label, "code": one.light,
        "before": lamp(book, one.before), "after": lamp(book, one.after),
    }  # fmt: skip


def _areas(board: Board, book: Book, held: Reach) -> list[dict[str, Any]]:
    names = {area.code: area.name for area in people.areas()}
    codes = [code for code, _ in _aspects(book, "area")]
    return [
        {
            "code": code,
            "name": names[code],
            "theirs": held.areas is None or code in held.areas,
            "cells": [lamp(book, lights.get(one, "unknown")) for one in codes],
        }
        for code, lights in board.month.areas.items()
    ]


def _departments(board: Board, book: Book) -> list[dict[str, Any]]:
    """The lights of departments, the gravest first."""
    codes = [code for code, _ in _aspects(book, "department")]
    rows = [
        {"name": name, "cells": [lamp(book, lights.get(one, "unknown")) for one in codes]}
        for name, lights in board.month.departments.items()
    ]
    return sorted(rows, key=lambda row: sorted(-one.severity for one in row["cells"]))


def _aspects(book: Book, of: str) -> list[tuple[str, Sentence]]:
    return [(code, light.label) for code, light in book.lights.items() if light.of == of]


def projects(month: str, *, light: str, colour: str, by: str, key: str, held: Reach) -> dict[str, Any]:
    """The projects whose light (any, where none is named) has a colour, in one row of the board or in all."""
    told = supervision.lines(month, held=held)
    asks = by if by in GROUPS else "county"
    found = [
        line for line in told.lines
        if (not key or getattr(line, asks) == key) and _has(line, light, colour)
    ]  # fmt: skip
    disclose(found)
    aspects = _aspects(told.book, "project")
    rows = [
        {"line": line, "lamps": [(code, lamp(told.book, line.lights.get(code, "unknown"))) for code, _ in aspects]}
        for line in sorted(found, key=lambda line: -(line.total or 0))
    ]
    shown = told.book.lights[light].label if light in told.book.lights else Sentence("任一方面", "any aspect")
    return {"rows": rows, "aspects": aspects, "light": shown, "colour": lamp(told.book, colour) if colour else None}


def _has(line: supervision.Line, light: str, colour: str) -> bool:
    said = [line.lights.get(light, "")] if light else list(line.lights.values())
    return not colour or colour in said


def wall(month: str, *, held: Reach) -> dict[str, Any]:
    """挂图作战: every project as a tile, by stage, the gravest first."""
    told = supervision.lines(month, held=held)
    disclose(told.lines)
    groups: dict[str, list[dict[str, Any]]] = {}
    for line in told.lines:
        shown = lamp(told.book, supervision.worst(line, told.book) or "not_applicable")
        due = any(said.startswith("due") for said in line.stalls.values())
        groups.setdefault(line.stage, []).append({"line": line, "lamp": shown, "due": due})
    for tiles in groups.values():
        tiles.sort(key=lambda tile: (-tile["lamp"].severity, -(tile["line"].total or 0)))
    known = lamps(told.book)
    counts = [(one, sum(tile["lamp"].code == one.code for tiles in groups.values() for tile in tiles)) for one in known]
    return {"groups": groups, "counts": counts, "month": told, "projects": len(told.lines)}
