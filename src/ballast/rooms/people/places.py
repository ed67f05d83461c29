"""Which area a text means: by code, name, alias, with or without 市 县 区, with the city before it."""

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from ballast.rooms.people.cards import AreaCard
from ballast.rulebook.terms import AreaKind

LAYOUT = re.compile(r"[\s\u200b·、,，。;；:：()（）【】\[\]“”\"'*★▲☆△]+")
STEM = re.compile(r"(?:自治县|自治州|自治旗|市|县|区|旗)$")
OFFICE = re.compile(r"(?:人民政府|政府|管委会|管理委员会|党工委)$")
WHOLE_CITY = frozenset(
    ["市本级", "本级", "市直", "市级", "全市", "跨区域", "跨县区", "跨区", "跨县", "各县区", "各县市区", "市属"]
)


class Places:
    """The areas of the city, ready to be asked many times."""

    def __init__(self, areas: Iterable[AreaCard]) -> None:
        self.areas = list(areas)
        self._city = next((area for area in self.areas if area.kind is AreaKind.CITY), None)
        self._known: dict[str, AreaCard | None] = {}
        self._stems: dict[str, AreaCard | None] = {}
        self._found: dict[str, AreaCard | None] = {}
        for area in self.areas:
            for name in (area.code, area.name, *area.aliases):
                _enter(self._known, plain(name), area)
                _enter(self._stems, stem(plain(name)), area)

    def find(self, text: str) -> AreaCard | None:
        """The area ``text`` means; None where it means none, or could mean several."""
        if text not in self._found:
            self._found[text] = self._look(plain(text))
        return self._found[text]

    def nearest(self, text: str, count: int = 3) -> list[AreaCard]:
        """The areas whose names are nearest to ``text``, the nearest first."""
        names = {position: area.name for position, area in enumerate(self.areas)}
        near = process.extract(text, names, scorer=fuzz.ratio, limit=count)
        return [self.areas[position] for _, _, position in near]

    def _look(self, text: str) -> AreaCard | None:
        if not text:
            return None
        if text in WHOLE_CITY:
            return self._city
        for form in (text, OFFICE.sub("", text), self._without_city(text)):
            exact = self._known.get(form) or self._stems.get(stem(form))
            if exact is not None:
                return exact
        return self._within(text)

    def _without_city(self, text: str) -> str:
        names = (plain(self._city.name), stem(plain(self._city.name))) if self._city else ()
        return next((text[len(name) :] for name in names if text.startswith(name) and len(text) > len(name)), text)

    def _within(self, text: str) -> AreaCard | None:
        """The one area below the city whose name stands in the text; a park goes before the county it lies in."""
        inside = {
            area.code: area
            for name, area in self._known.items()
            if area is not None and area is not self._city and len(name) >= 2 and name in text
        }
        counties = {area.county_code for area in inside.values()}
        if len(counties) != 1:
            return None
        parks = [area for area in inside.values() if area.kind is AreaKind.PARK]
        return parks[0] if len(parks) == 1 else inside.get(counties.pop())


def plain(text: str) -> str:
    """``text`` in half width, without layout and brackets."""
    return LAYOUT.sub("", unicodedata.normalize("NFKC", text))


def stem(text: str) -> str:
    """A name without the word for its rank: 城东区 is 城东."""
    shorter = STEM.sub("", text)
    return shorter if len(shorter) >= 2 else text


def _enter(names: dict[str, AreaCard | None], name: str, area: AreaCard) -> None:
    """Two areas of one name are told by neither."""
    names[name] = area if names.get(name, area) is area else None
