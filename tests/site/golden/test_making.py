"""The makers of the city: the map, sums that fit, codes; in milliseconds, without a database."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from ballast.site.golden.cast import cast
from ballast.site.golden.codes import credit_code
from ballast.site.golden.places import COUNTIES, PARKS
from ballast.site.golden.shapes import area, inside, shapes, somewhere
from ballast.site.golden.sizes import HUNDRED_WAN, fit


@pytest.fixture(scope="module")
def map() -> dict[str, list[tuple[float, float]]]:
    return shapes(2025)


def test_counties_part_the_land_between_them(map: dict[str, list[tuple[float, float]]]) -> None:
    """Every inner border is walked by exactly two counties, once each way; no place lies in two."""
    steps: Counter[tuple[tuple[float, float], tuple[float, float]]] = Counter()
    for county in COUNTIES:
        ring = map[county.code]
        assert ring[0] == ring[-1]
        steps.update(zip(ring, ring[1:], strict=False))
    assert max(steps.values()) == 1
    inner = [step for step in steps if (step[1], step[0]) in steps]
    assert len(inner) > len(steps) / 3
    chance = Random(1)
    for county in COUNTIES:
        for _ in range(20):
            point = somewhere(map[county.code], chance, [])
            assert sum(inside(point, map[other.code]) for other in COUNTIES) == 1


def test_parks_are_small_and_lie_in_their_counties(map: dict[str, list[tuple[float, float]]]) -> None:
    for park in PARKS:
        assert all(inside(point, map[park.parent]) for point in map[park.code])
        assert 0 < area(map[park.code]) < area(map[park.parent]) / 8


@given(st.lists(st.integers(1, 90), min_size=1, max_size=40), st.randoms(use_true_random=False))
def test_lots_add_up(shares: list[int], chance: Random) -> None:
    amounts = [share * HUNDRED_WAN for share in shares]
    low, high = HUNDRED_WAN // 2, 100 * HUNDRED_WAN
    total = chance.randint(low * len(amounts), high * len(amounts))
    fitted = fit(amounts, total, low, high)
    assert sum(fitted) == total
    assert all(low <= one <= high for one in fitted)


def test_what_no_single_amount_has_room_for_is_shared() -> None:
    low, high, rest = HUNDRED_WAN // 2, 100 * HUNDRED_WAN, HUNDRED_WAN // 4
    amounts = [high - rest, high - rest, high]
    assert fit(amounts, 3 * high, low, high) == [high, high, high]


def test_what_cannot_add_up_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot add up"):
        fit([HUNDRED_WAN], 3 * HUNDRED_WAN, 0, 2 * HUNDRED_WAN)


def test_credit_codes_check() -> None:
    chance = Random(3)
    assert all(uscc.is_valid(credit_code("379900", public, chance)) for public in (True, False) for _ in range(200))


def test_the_cast_is_the_same_twice() -> None:
    map = shapes(11)
    assert cast(11, map) == cast(11, map)
    assert cast(11, map) != cast(12, map)
