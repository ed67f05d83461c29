"""Which area a text of a list means."""

import pytest

from ballast.rooms.people.cards import AreaCard
from ballast.rooms.people.places import Places
from ballast.rulebook.terms import AreaKind

CITY = AreaCard(1, "370100", "金州市", AreaKind.CITY, "", "370100", (), 0)
EAST = AreaCard(2, "370102", "城东区", AreaKind.COUNTY, "370100", "370102", ("东城",), 1)
WEST = AreaCard(3, "370103", "城西区", AreaKind.COUNTY, "370100", "370103", (), 2)
PARK = AreaCard(4, "P01", "高新园", AreaKind.PARK, "370102", "370102", ("高新技术产业园",), 3)
PLACES = Places([CITY, EAST, WEST, PARK])


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("城东区", EAST), ("城东", EAST), ("东城", EAST), ("370102", EAST), ("城 东 区", EAST), ("（城东区）", EAST),
        ("金州市城东区", EAST), ("金州城西区", WEST), ("城东区人民政府", EAST), ("城西区滨河路2号", WEST),
        ("城东区高新园", PARK), ("高新技术产业园", PARK), ("高新园管委会", PARK), ("金州市", CITY), ("市本级", CITY),
        ("跨区域", CITY),
    ],
)  # fmt: skip
def test_a_text_means_an_area(text: str, area: AreaCard) -> None:
    assert PLACES.find(text) == area


@pytest.mark.parametrize("text", ["", "城北区", "城东区、城西区", "某某镇", "——"])
def test_a_text_that_means_none_or_several_means_none(text: str) -> None:
    assert PLACES.find(text) is None


def test_the_nearest_names_are_offered() -> None:
    assert {area.name for area in PLACES.nearest("城北区", 2)} == {"城东区", "城西区"}


def test_two_areas_of_one_name_are_told_by_neither() -> None:
    other = AreaCard(5, "370104", "城东县", AreaKind.COUNTY, "370100", "370104", (), 4)
    places = Places([CITY, EAST, other])
    assert places.find("城东") is None
    assert places.find("城东县") == other
