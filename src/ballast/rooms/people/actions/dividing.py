"""The division of the city into counties and parks (区划), set up or amended from one workbook, all or none."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from ballast.kit import audit
from ballast.kit.sentence import Sentence
from ballast.rooms.people.models import Area
from ballast.rooms.people.places import plain
from ballast.rooms.people.roster.layout import AREAS
from ballast.rooms.people.roster.reading import Line, Roster, roster
from ballast.rulebook.terms import AreaKind

CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,11}")
# What codes of GB/T 2260 tell without a kind: 370100 is a city, 370102 a county; 370102000000 is the longer form.
BY_CODE = re.compile(r"\d{4}(?!00)\d{2}|\d{2}(?!00)\d{2}00")
TOWNS = re.compile(r"(\d{6})0{6}")
NAMELESS = frozenset(["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"])
BETWEEN = re.compile(r"[、,，;；/\s]+")
KINDS = {
    plain(said): kind
    for kind, names in {
        AreaKind.CITY: ("市本级", "地级市", "设区市"),
        AreaKind.COUNTY: ("县", "区", "县区", "县市区", "县级市", "旗"),
        AreaKind.PARK: ("开发区", "功能区", "高新区", "经开区"),
    }.items()
    for said in (kind.zh, kind.en, str(kind), *names)
}


@dataclass(slots=True)
class Divided:
    """What came of the workbook: the areas it set up, and those it changed."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)


def divide(data: bytes, name: str, *, at: datetime, by: str) -> Divided:
    """Set up the areas a workbook lists, or bring them up to date; one it does not list stays as it is.

    An area is known by its code, which never changes: what is on record bears it. Raises Refusal for a file that is no
    sheet, RosterRefused with the cell of every fault.
    """
    found = roster(data, name, needed=("code", "name"), layout=AREAS)
    with transaction.atomic():
        desk = _Desk(found)
        lines = [(line, area) for line in found.lines if (area := desk.area(line)) is not None]
        found.stop_if_faulty()
        done = Divided()
        for area in desk.in_order(lines):
            (done.changed if area.pk else done.new).append(area.name)
            area.save()
        audit.write("divide", at=at, actor=by, object=name, detail={"new": done.new, "changed": done.changed})
    return done


class _Desk:
    """The areas that stand, and those the lines of one workbook bring."""

    def __init__(self, found: Roster) -> None:
        self.found = found
        self.areas = {area.code: area for area in Area.objects.all()}
        self.listed: dict[str, Line] = {}

    def area(self, line: Line) -> Area | None:
        """The area of one line, not saved yet; None where a cell of it is wrong, which is noted."""
        faults = len(self.found.faults)
        code = self._code(line)
        name = self._name(line, code)
        kind = KINDS.get(plain(line.text("kind"))) if line.text("kind") else _kind_of(code)
        if kind is None:
            known = "、".join(one.zh for one in AreaKind)
            told = Sentence(
                f"类别应为：{known}；六位区划代码的市和县区可以不填",
                f"A kind is one of: {known}; city and county may leave it to the six digits of their code",
            )
            self.found.fault(line, "kind", told)
        if kind is None or len(self.found.faults) > faults:
            return None
        area = self.areas.setdefault(code, Area(code=code, position=len(self.areas)))
        self.listed[code] = line
        said = {one for one in BETWEEN.split(line.text("aliases")) if one}
        former = {area.name} - {"", name}
        area.name, area.kind = name, kind
        area.aliases = [*area.aliases, *sorted((said | former) - {*area.aliases, name})]
        return area

    def in_order(self, lines: list[tuple[Line, Area]]) -> list[Area]:
        """The areas with the area each lies in, that one first. Raises RosterRefused where there is no such area."""
        self._one_city()
        by_name = {said: area for area in self.areas.values() for said in (area.name, area.code)}
        city = next((area for area in self.areas.values() if area.kind == AreaKind.CITY), None)
        for line, area in lines:
            said = line.text("parent")
            parent = by_name.get(said) if said else city
            below = area.kind != AreaKind.CITY
            if below and (parent is None or parent is area or parent.kind == AreaKind.PARK):
                told = Sentence(f"没有上级“{said[:20]}”，应为本市或一个县区", f"{said[:20]!r} is no county or city")
                self.found.fault(line, "parent", told)
            area.parent = parent if below else None
        self.found.stop_if_faulty()
        order = list(AreaKind)
        return sorted((area for _, area in lines), key=lambda area: order.index(AreaKind(area.kind)))

    def _one_city(self) -> None:
        cities = [area for area in self.areas.values() if area.kind == AreaKind.CITY]
        if len(cities) != 1:
            line = self.found.lines[-1]
            said = "、".join(area.name for area in cities) or "一个也没有"
            told = Sentence(
                f"应有且只有一个“市”（全市本级），现有：{said}", f"One city is wanted; there are {len(cities)}"
            )
            self.found.fault(line, "kind", told)
        self.found.stop_if_faulty()

    def _code(self, line: Line) -> str:
        code = line.text("code")
        if county := TOWNS.fullmatch(code):
            code = county[1]
        if not CODE.fullmatch(code):
            told = Sentence("代码应为 1 至 12 位字母、数字或 -", "A code has 1 to 12 letters, digits or -")
            self.found.fault(line, "code", told)
        elif code in self.listed:
            self.found.fault(line, "code", Sentence(f"代码 {code} 出现了两次", f"The code {code} comes twice"))
        return code

    def _name(self, line: Line, code: str) -> str:
        name = line.text("name")
        other = next((area for area in self.areas.values() if area.name == name and area.code != code), None)
        if name in NAMELESS:
            told = Sentence(f"“{name}”不是一个地区，请删去这一行", f"{name} is no area; delete the row")
            self.found.fault(line, "name", told)
        elif not name or len(name) > 60 or name[0] in "=+-@":
            self.found.fault(line, "name", Sentence("名称不能为空，最多 60 字", "A name has 60 letters at most"))
        elif other is not None:
            told = Sentence(
                f"“{name}”的代码是 {other.code}；代码定了不改，台账里记着它",
                f"{name} has the code {other.code}, which stays: the ledger bears it",
            )
            self.found.fault(line, "name", told)
        return name


def _kind_of(code: str) -> AreaKind | None:
    """City or county, as a code of GB/T 2260 tells; None for any other code, and for a province's."""
    if not BY_CODE.fullmatch(code):
        return None
    return AreaKind.CITY if code.endswith("00") else AreaKind.COUNTY
