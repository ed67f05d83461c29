"""Which areas and offices there are."""

from typing import Any

from ballast.rooms.people.cards import AreaCard, OfficeCard
from ballast.rooms.people.models import Area, Office
from ballast.rooms.people.places import Places
from ballast.rulebook.terms import AreaKind


def city_name() -> str:
    """What the city is called; empty while none is set up."""
    return next((area.name for area in areas() if area.kind is AreaKind.CITY), "")


def issuing_office() -> str:
    """What the city's project office signs its papers as."""
    return f"{city_name()}重点项目建设办公室"


def areas() -> list[AreaCard]:
    """Every area: the city first, then counties and parks in their order."""
    # The outline is by far the longest of an area, and only the map draws it; every board asks for the rest.
    found = Area.objects.order_by("position", "code").values_list(*CARD)
    order = {AreaKind.CITY: 0, AreaKind.COUNTY: 1, AreaKind.PARK: 2}
    return sorted((_card(*row) for row in found), key=lambda card: order[card.kind])


def area_of_code(code: str) -> AreaCard | None:
    """The area whose code this is, to the letter; ``find_area`` takes names as well."""
    return next((area for area in areas() if area.code == code), None)


def places() -> Places:
    """All areas, ready to be asked which one a text means."""
    return Places(areas())


def find_area(text: str) -> AreaCard | None:
    """The area ``text`` means: its code, name or alias, also without 市 县 区; None where it means none."""
    return places().find(text)


def outlines() -> list[tuple[AreaCard, dict[str, Any]]]:
    """The areas that have an outline, with its GeoJSON geometry."""
    found = Area.objects.filter(shape__isnull=False).order_by("position", "code").values_list(*CARD, "shape")
    return [(_card(*row), shape) for *row, shape in found if shape is not None]


def own_and_below(code: str) -> frozenset[str]:
    """An area's code with the codes of all areas below it."""
    found = {code}
    while below := set(Area.objects.filter(parent__code__in=found).values_list("code", flat=True)) - found:
        found |= below
    return frozenset(found)


def offices() -> list[OfficeCard]:
    """Every office: the city's first, then those of counties and parks in their order."""
    found = Office.objects.select_related("area").defer("area__shape").order_by("area__position", "area__code", "name")
    return [office_card(office) for office in found]


def office_card(office: Office) -> OfficeCard:
    """The card of one office."""
    area = office.area
    return OfficeCard(office.pk, office.name, area.pk, area.code, area.name, AreaKind(area.kind))


CARD = ("pk", "code", "name", "kind", "parent__code", "aliases", "position")


def _card(pk: int, code: str, name: str, kind: str, parent: str | None, aliases: list[str], position: int) -> AreaCard:
    county = parent if kind == AreaKind.PARK and parent else code
    return AreaCard(pk, code, name, AreaKind(kind), parent or "", county, tuple(aliases), position)
