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
    # The outline is by far the longest of an area, and only the map draws it.
    known = Area.objects.select_related("parent").defer("shape", "parent__shape")
    found = known.order_by("position", "code")
    order = {AreaKind.CITY: 0, AreaKind.COUNTY: 1, AreaKind.PARK: 2}
    return sorted((_area_card(area) for area in found), key=lambda card: order[card.kind])


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
    found = Area.objects.filter(shape__isnull=False).select_related("parent").order_by("position", "code")
    return [(_area_card(area), area.shape) for area in found if area.shape is not None]


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


def _area_card(area: Area) -> AreaCard:
    parent = area.parent
    county = parent if area.kind == AreaKind.PARK and parent is not None else area
    return AreaCard(
        area.pk, area.code, area.name, AreaKind(area.kind), parent.code if parent else "", county.code,
        tuple(area.aliases), area.position,
    )  # fmt: skip
