"""Which area every row of a list belongs to; unknown ones are faults that name the nearest known areas."""

from datetime import datetime

from ballast.kit.sentence import Sentence
from ballast.rooms.people import actions as people_actions
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.registry.importing.outcome import NEW, Decisions
from ballast.rulebook.lists.report import Fault, ProjectRow, Recognition
from ballast.rulebook.terms import AreaKind

NO_AREA_AT_ALL = Sentence(
    "本系统还没有任何地区：请先设城市（命令行 --city 370100=金州市，网页在“选项”一步），再导入",
    "No area is set up yet: first name the city (--city 370100=金州市, or in the options step), then import",
)
NO_DEFAULT = Sentence(
    "这一行没有写县区，也没有指定归入哪里：请补写，或指定默认地区（命令行 --area 代码）",
    "This row names no area and no default was given: write it, or give a default (--area CODE)",
)


class Placing:
    """The areas of one import: those that stand, and those it sets up."""

    def __init__(self, decisions: Decisions, *, at: datetime, by: str) -> None:
        self._decisions, self._at, self._by = decisions, at, by
        self.created: list[str] = []
        self.faults: list[Fault] = []
        self._places = people.places()
        if not self._places.areas and decisions.city:
            code, name = decisions.city
            people_actions.establish(code, name, kind=AreaKind.CITY)
            self._renew(name)
        self._by_code = {area.code: area for area in self._places.areas}
        self._found: dict[str, AreaCard | None] = {}
        self._default = self._fallback()

    def area_of(self, row: ProjectRow, where: str) -> AreaCard | None:
        """The area of ``row``; None, with a fault kept, where it cannot be told. ``where`` names its cell."""
        text = (row.area or "").strip()
        if text and text not in self._found:
            self._found[text] = self._look(text, where, claimed=claimed(row))
        found = self._found.get(text) if text else None
        if found is not None:
            return found
        if text and claimed(row):
            return None
        if self._default is None and not self.faults:
            self.faults.append(Fault("no_area", where, NO_DEFAULT if self._places.areas else NO_AREA_AT_ALL))
        return self._default

    def remember(self) -> None:
        """Keep the texts a person mapped as further names of their areas."""
        for text, code in self._decisions.areas.items():
            area = self._found.get(text)
            if self._decisions.remember and code != NEW and area is not None:
                people_actions.call_also(area.code, text, at=self._at, by=self._by)

    def _fallback(self) -> AreaCard | None:
        code = self._decisions.default_area
        if not code:
            return next((area for area in self._places.areas if area.kind is AreaKind.CITY), None)
        found = self._by_code.get(code) or self._places.find(code)
        if found is None:
            self.faults.append(Fault("unknown_area", code, self._unknown(code)))
        return found

    def _look(self, text: str, where: str, *, claimed: bool) -> AreaCard | None:
        decided = self._decisions.areas.get(text, "")
        if decided and decided != NEW:
            found = self._by_code.get(decided)
            if found is None:
                self.faults.append(Fault("unknown_area", decided, self._unknown(decided)))
            return found
        found = self._places.find(text)
        if found is None and claimed and (decided == NEW or self._decisions.create_areas):
            return self._create(text)
        if found is None and claimed:
            said = self._unknown(text) if self._places.areas else NO_AREA_AT_ALL
            self.faults.append(Fault("unknown_area", where, said))
        return found

    def _create(self, name: str) -> AreaCard | None:
        city = next((area for area in self._places.areas if area.kind is AreaKind.CITY), None)
        counties = sum(area.kind is not AreaKind.CITY for area in self._places.areas)
        code = f"{city.code if city else 'X'}-{counties + 1:02d}"[:12]
        people_actions.establish(
            code, name, kind=AreaKind.COUNTY, parent_id=city.id if city else None, position=counties + 1
        )
        self._renew(name)
        self._by_code = {area.code: area for area in self._places.areas}
        return self._places.find(name)

    def _renew(self, name: str) -> None:
        self.created.append(name)
        self._places = people.places()

    def _unknown(self, text: str) -> Sentence:
        near = "、".join(area.name for area in self._places.nearest(text)) or "—"
        return Sentence(
            f"不认识的地区“{text}”，相近的有：{near}；请改正，或在导入时指明它是哪个地区",
            f"Unknown area {text!r}; the nearest are: {near}. Correct it, or say at import which area it is",
        )


def claimed(row: ProjectRow) -> bool:
    """Whether the list itself says the area, in a column or as a group, rather than a site that may be finer."""
    return "area" in row.columns or row.area in row.group_path


def unknown_areas(recognition: Recognition) -> list[tuple[str, str, list[AreaCard]]]:
    """The areas a list claims that are not known: the text, its first cell, the nearest areas."""
    places = people.places()
    unknown: dict[str, str] = {}
    for row in recognition.rows:
        if row.area and claimed(row) and row.area not in unknown and places.find(row.area) is None:
            cell = row.cells.get("area")
            unknown[row.area] = f"{row.sheet}!{cell}" if cell else row.source
    return [(text, where, places.nearest(text)) for text, where in unknown.items()]
