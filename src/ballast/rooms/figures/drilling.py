"""From a figure down to the very rows: each project's contribution to the numerator or the denominator."""

from datetime import datetime

from ballast.kit import engine
from ballast.rooms.figures import shelf, texts
from ballast.rooms.figures.cards import Row
from ballast.rooms.figures.reckoning import published
from ballast.rooms.figures.settling import Clock, settle
from ballast.rulebook.figures.reading import months_before
from ballast.rulebook.figures.vocabulary import Component, Term


def drill(terms: tuple[Term, ...], month: str, by: str, key: str, at: datetime | None) -> list[Row]:
    """Every row that contributes, largest first; a growth's rows are what this year brings less what last year did."""
    found: dict[tuple[int | None, str], Row] = {}
    for term in terms:
        with shelf.volume(months_before(month, term.component.back), at) as volume:
            if volume is None:
                continue
            for project, serial, name, area, amount in _rows(term.component, by, key, volume):
                before = found[project, area].contribution if (project, area) in found else 0
                found[project, area] = Row(project, serial, name, area, before + term.times * amount)
    return sorted(found.values(), key=lambda row: (-abs(row.contribution), row.serial, row.area))


def _rows(part: Component, by: str, key: str, volume: shelf.Volume) -> list[tuple[int | None, str, str, str, int]]:
    if part.indicator:
        return _areas(part, by, key, volume)
    sql = settle(texts.rows(part, by), volume.tables(), Clock(volume.month))
    columns = "project, serial, name, area, contribution"
    if not by:
        return engine.query(f"SELECT {columns} FROM ({sql})")
    return engine.query(f"SELECT {columns} FROM ({sql}) WHERE key = ?", [key])


def _areas(part: Component, by: str, key: str, volume: shelf.Volume) -> list[tuple[int | None, str, str, str, int]]:
    """The places an indicator is of: the area that is the key, else the city itself."""
    wanted = (part.indicator, part.lead_industry, key if by else "")
    area = key if by in ("county", "area", "park") else ""
    return [
        (None, "", "", area, amount)
        for *said, amount in published(by, volume)
        if tuple(said) == wanted and amount is not None
    ]
