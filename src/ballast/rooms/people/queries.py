"""The questions of the people room: which areas there are, who is asking, what they may see and do."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import AreaCard, OfficialCard
from ballast.rooms.people.models import Area, Official
from ballast.rooms.people.places import Places
from ballast.rulebook.powers import Power, Scope, holds, scope
from ballast.rulebook.terms import AreaKind, Role


class NotAllowed(Refusal):
    """The person asking does not hold the power."""


def areas() -> list[AreaCard]:
    """Every area: the city first, then counties and parks in their order."""
    found = Area.objects.select_related("parent").order_by("position", "code")
    order = {AreaKind.CITY: 0, AreaKind.COUNTY: 1, AreaKind.PARK: 2}
    return sorted((_area_card(area) for area in found), key=lambda card: order[card.kind])


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


def official_of(user: AbstractBaseUser | AnonymousUser) -> OfficialCard | None:
    """The official behind a signed-in account; None for an account without an appointment."""
    if not user.is_authenticated:
        return None
    found = Official.objects.select_related("office__area", "user").filter(user_id=user.pk).first()
    if found is None:
        return None
    area = found.office.area
    return OfficialCard(
        found.pk, found.user.get_username(), found.name, Role(found.role), found.office.name,
        area.pk, area.code, AreaKind(area.kind),
    )  # fmt: skip


def visible_area_codes(official: OfficialCard | None) -> frozenset[str] | None:
    """The areas whose projects a person sees: None is all, a county reporter's are the county and its parks."""
    if official is None:
        return frozenset()
    match scope(official.role):
        case Scope.ALL:
            return None
        case Scope.OWN_AND_BELOW:
            return own_and_below(official.area_code)
        case Scope.OWN:
            return frozenset({official.area_code})
        case _:
            return frozenset()


def own_and_below(code: str) -> frozenset[str]:
    """An area's code with the codes of all areas below it."""
    found = {code}
    while below := set(Area.objects.filter(parent__code__in=found).values_list("code", flat=True)) - found:
        found |= below
    return frozenset(found)


def may(official: OfficialCard | None, power: Power) -> bool:
    """Whether the official holds ``power`` at all."""
    return official is not None and holds(official.role, power)


def require(official: OfficialCard | None, power: Power, *, area_code: str = "") -> OfficialCard:
    """The official, if they hold ``power`` (over ``area_code``, where one is given); else NotAllowed."""
    if official is None or not holds(official.role, power):
        raise NotAllowed(
            Sentence(
                f"您没有“{power.zh}”的权限，请联系市项目办", f"You may not {power.en}; ask the city project office"
            ),
            code="not_allowed",
        )
    seen = visible_area_codes(official)
    if area_code and seen is not None and area_code not in seen:
        raise NotAllowed(
            Sentence("这不是您负责的地区", "This is not an area you answer for"), where=area_code, code="not_your_area"
        )
    return official


def _area_card(area: Area) -> AreaCard:
    parent = area.parent
    county = parent if area.kind == AreaKind.PARK and parent is not None else area
    return AreaCard(
        area.pk, area.code, area.name, AreaKind(area.kind), parent.code if parent else "", county.code,
        tuple(area.aliases), area.position,
    )  # fmt: skip
