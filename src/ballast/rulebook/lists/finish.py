"""A draft made final: the area and the office it answers to, wherever the list says them."""

import re
from collections.abc import Collection
from typing import Any

from ballast.kit.grid import address
from ballast.rulebook.lists.draft import Draft
from ballast.rulebook.lists.faults import fault
from ballast.rulebook.lists.places import area_in_brackets, area_of_office, area_of_site, is_area, is_office
from ballast.rulebook.lists.report import ProjectRow
from ballast.rulebook.lists.titles import bare_title
from ballast.rulebook.lists.tree import Node

# 永山县（12个） in a merged cell beside its projects.
COUNTED = re.compile(r"\s*[(（]?\s*(?:共|计)?\d{1,5}\s*[个项件].{0,12}$")
# 城市建设重点项目（15个）, 甲、乙、丙等三个配套项目: more than one project in a line.
BUNDLE = re.compile(
    r"[(（]共?(\d{1,3})(?:个|项)(?:子?项目)?[)）]$|等(\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个|项)\S{0,8}(?:项目|工程)$"
)
# 贺山区（含高新区） is 贺山区.
WITH = re.compile(r"[(（][不]?含[^()（）]*[)）]$")
# A town says where in the county the whole list is about.
TOWN = re.compile(r"(?:镇|乡|街道)$")
ONE = frozenset(["0", "1", "一"])
TAKEN = ("total_investment", "annual_plan", "area", "owner", "responsible")


def finished(
    sheet: str, draft: Draft, known: Collection[str], place: str | None = None, behind: Collection[str] = ()
) -> ProjectRow:
    """The project row of ``draft``; ``place`` is the area the whole list is about, for rows that name none, and
    ``behind`` the areas the list writes in brackets behind its names."""
    values = draft.values
    total, annual = values.get("total_investment"), values.get("annual_plan")
    path: tuple[Node, ...] = draft.path
    responsible = values.get("responsible") or _office(path)
    area = values.get("area") or _area(draft, values, path, known, place)
    if area is None and draft.name[-1:] in ")）":
        area = area_in_brackets(draft.name, (*known, *behind))
    area = area or _seat(responsible or "", known) or place
    if total is not None and annual is not None and annual > total:
        column = draft.columns.get("annual_plan", 0)
        draft.warnings.append(fault("plan-above-total", f"{sheet}!{address(draft.rows[0], column)}"))
    if not draft.parts and (several := BUNDLE.search(draft.name)) and (said := several[1] or several[2]) not in ONE:
        draft.warnings.append(fault("bundle", f"{sheet}!{address(draft.rows[0], draft.columns['name'])}", text=said))
    area = area_of_office(area) or COUNTED.sub("", area) if area else None
    return ProjectRow(
        draft.name,
        total,
        annual,
        area,
        values.get("owner"),
        responsible,
        sheet,
        draft.rows,
        draft.columns,
        {key: value for key, value in values.items() if key not in TAKEN},
        path_titles(path),
        draft.marks,
        tuple(draft.parts),
        tuple(draft.warnings),
    )


def _seat(responsible: str, known: Collection[str]) -> str | None:
    """The area that answers for a project: its government, its committee, or the area itself."""
    return area_of_office(responsible) or (responsible if is_area(responsible, known) else None)


def path_titles(path: tuple[Node, ...]) -> tuple[str, ...]:
    """The titles of the groups above a project, worked out once a group."""
    if not path:
        return ()
    node = path[-1]
    if node.titles is None:
        node.titles = tuple(bare_title(above.line.title) for above in path)
    return node.titles


def _area(
    draft: Draft, values: dict[str, Any], path: tuple[Node, ...], known: Collection[str], place: str | None
) -> str | None:
    """No area in its column: that of the site, the city in a column beside it, or the nearest group that is an area."""
    site = values.get("site")
    if (
        site
        and place
        and site.startswith(place)
        and site != place
        and (within := area_of_site(site.removeprefix(place), known))
    ):
        return within
    if site and (found := area_of_site(site, known)):
        return place if place and TOWN.search(found) and found not in known else found
    if wider := values.get("wider_area"):
        return str(wider)
    for node in reversed(path):
        title = WITH.sub("", bare_title(node.line.title))
        if is_area(title, known):
            return title
    return None


def _office(path: tuple[Node, ...]) -> str | None:
    """No column of offices: the nearest group that is one."""
    return next((title for node in reversed(path) if is_office(title := bare_title(node.line.title))), None)
