"""The wide snapshot in plain Python: from facts to one row a project, for the end of a month as known at a moment.

This is the meaning of every column, said once so that it can be read; the engine's expression is held against it.
A figure of the month that was not reported is absent; the year to date and the sum to date carry the last report
forward (within the year, and for good), for work done is not undone by a missing table.
"""

from calendar import monthrange
from datetime import date, datetime
from typing import Any

from ballast.rulebook import industries
from ballast.rulebook.books import Book
from ballast.rulebook.figures.clocks import clocks, promise
from ballast.rulebook.figures.facts import Facts, Row, Rows, by_project, known, latest, total
from ballast.rulebook.figures.workdays import Workdays
from ballast.rulebook.terms import AreaKind, Basis, Resource

Wide = dict[str, Any]
FLOWS = {"month_completed": "", "year_to_date": "_ytd", "to_date": "_to_date"}


def month_end(month: str) -> date:
    """The last day of a month."""
    year, number = int(month[:4]), int(month[5:7])
    return date(year, number, monthrange(year, number)[1])


def snapshot(facts: Facts, month: str, at: datetime | None, book: Book, workdays: Workdays) -> list[Wide]:
    """Every project with a card known at ``at``, in the order of their ids."""
    areas = {row["id"]: row for row in facts.areas}
    codes = {row["id"]: row["code"] for row in facts.named_lists}
    serials = {row["id"]: row["serial"] for row in facts.projects}
    parts = {
        name: by_project(known(getattr(facts, name), at))
        for name in ("memberships", "plans", "funding", "promises", "milestones", "progress", "outputs", "cases")
    }
    wide = []
    for profile in sorted(known(facts.profiles, at), key=lambda row: int(row["project_id"])):
        project = profile["project_id"]
        mine = {name: grouped.get(project, []) for name, grouped in parts.items()}
        row = {"project": project, "serial": serials[project], "month": month, **_card(profile, areas, book)}
        row["lists"] = _lists(mine["memberships"], codes, month_end(month))
        row |= _money(mine, month) | _progress(mine["progress"], month) | _cases(mine["cases"], month_end(month))
        row |= clocks(row, mine["milestones"], month_end(month), book)
        row |= promise(row, month_end(month), book, workdays)
        row["behind"] = _behind(row, book, month)
        wide.append(row)
    return wide


def indicators(facts: Facts, at: datetime | None) -> list[Wide]:
    """Every indicator known, with the place it speaks of."""
    areas = {row["id"]: row for row in facts.areas}
    found = []
    for row in known(facts.indicators, at):
        place = _place(areas[row["area_id"]], areas)
        said = {name: row[name] for name in ("indicator", "month", "lead_industry", "year_to_date")}
        found.append({**place, "level": areas[row["area_id"]]["kind"], **said})
    return found


def _card(profile: Row, areas: dict[int, Row], book: Book) -> Wide:
    names = ("name", "owner", "site", "responsible", "linked_leader", "nature", "land_mode", "lead_industry",
             "total_investment")  # fmt: skip
    return {
        **{name: profile[name] for name in names},
        **_place(areas[profile["area_id"]], areas),
        **classify(profile["industry"]),
        "strategic": profile["strategic"],
        "size_band": book.size_band(profile["total_investment"]),
    }


def _place(area: Row, areas: dict[int, Row]) -> Wide:
    if area["kind"] != AreaKind.PARK:
        return {"area": area["code"], "county": area["code"], "park": ""}
    parent = areas.get(area["parent_id"])
    return {"area": area["code"], "county": parent["code"] if parent else "", "park": area["code"]}


def classify(code: str) -> Wide:
    """What follows from an industry code; empty where it is not one of the standard."""
    try:
        section = industries.section_of(code)
    except industries.UnknownIndustry:
        return {"industry": code, "section": "", "division": "", "service": "", "industrial": None, "high_tech": None}
    return {
        "industry": code,
        "section": section.letter,
        "division": industries.division_of(code) or "",
        "service": str(industries.service_kind(code) or ""),
        "industrial": industries.is_industrial(code),
        "high_tech": industries.is_high_tech(code),
    }


def _lists(memberships: Rows, codes: dict[int, str], end: date) -> str:
    standing = [
        codes[row["named_list_id"]]
        for row in memberships
        if row["since"] <= end and (row["until"] is None or row["until"] >= end)
    ]
    return f"|{'|'.join(sorted(standing))}|" if standing else ""


def _money(mine: dict[str, Rows], month: str) -> Wide:
    year = int(month[:4])
    channels: dict[str, Row] = {}
    for row in sorted(mine["funding"], key=lambda row: str(row["month"])):
        if row["month"] <= month:
            channels[row["channel"]] = row
    promised = mine["promises"][0] if mine["promises"] else {}
    output = latest(mine["outputs"], lambda row: row["month"] <= month) or {}
    return {
        "annual_plan": next((row["amount"] for row in mine["plans"] if row["year"] == year), None),
        "funds_agreed": total(row["agreed"] for row in channels.values()),
        "funds_paid_in": total(row["paid_in"] for row in channels.values()),
        "start_on_land": promised.get("start_on_land"),
        **{f"promised_{name}": promised.get(name) for name in ("output", "tax", "jobs")},
        **{name: output.get(name) for name in ("output", "tax", "jobs")},
    }


def _progress(progress: Rows, month: str) -> Wide:
    wide: Wide = {}
    reach = {"month_completed": month, "year_to_date": month[:4], "to_date": ""}
    for basis, name in ((Basis.DECLARED, "completed"), (Basis.STATISTICAL, "stat_completed")):
        rows = [row for row in progress if row["basis"] == basis and row["month"] <= month]
        for field, ending in FLOWS.items():
            told = [row for row in rows if row[field] is not None and row["month"].startswith(reach[field])]
            said = latest(told, lambda row: True)
            wide[name + ending] = said[field] if said else None
    declared = [row for row in progress if row["basis"] == Basis.DECLARED and row["month"] <= month]
    last = latest(declared, lambda row: True) or {}
    invested = latest(declared, lambda row: (row["month_completed"] or 0) > 0)
    return wide | {
        "reported": any(row["month"] == month for row in declared),
        "last_invested_month": invested["month"] if invested else None,
        "problems": last.get("problems", ""),
        "form_progress": last.get("form_progress", ""),
    }


def _cases(cases: Rows, end: date) -> Wide:
    asked = [row for row in cases if row["requested_on"] <= end]
    granted = [row for row in asked if row["granted_on"] is not None and row["granted_on"] <= end]
    due = [row for row in asked if row["due_on"] is not None and row["due_on"] <= end]
    return {
        "cases": len(asked) or None,
        "cases_granted": len(granted) if asked else None,
        "cases_due": len(due) or None,
        "cases_on_time": sum(row in granted and row["granted_on"] <= row["due_on"] for row in due) if due else None,
        "land_requested": total(row["requested"] for row in asked if row["resource"] == Resource.LAND),
        "land_granted": total(row["granted"] for row in granted if row["resource"] == Resource.LAND),
    }


def _behind(row: Wide, book: Book, month: str) -> bool | None:
    plan, done = row["annual_plan"], row["completed_ytd"]
    if not plan or plan < 0 or done is None:
        return None
    due = book.scheduled(int(month[5:7]))
    return bool(done * due.denominator < plan * due.numerator)


__all__ = ["Wide", "classify", "indicators", "month_end", "snapshot"]
