"""Confirmed results of a site tour join what the measures of areas may ask for, from the moment they are confirmed."""

from datetime import timedelta

import pytest

from ballast.rooms.league import queries
from ballast.rooms.tours import actions
from rooms.tours.cast import AT, EAST, WEST, cast_all, opened, who

pytestmark = pytest.mark.django_db
VOTED = AT + timedelta(days=7)


def test_a_tours_points_stand_at_the_last_month_of_its_quarter() -> None:
    town, links = opened()
    cast_all(town, links)
    actions.close_ballot(town.tour, reason="", official=who("office"), at=VOTED)
    actions.confirm(town.tour, official=who("office"), at=VOTED)
    told = queries.readings(lambda code, month: {"figure": 1}, at=VOTED + timedelta(minutes=1))
    assert set(told("tour.quarterly", "2025-06")) == {EAST, WEST}
    assert told("tour.quarterly", "2025-05") == told("tour.other", "2025-06") == {}
    assert told("fai", "2025-06") == {"figure": 1}
    before = queries.readings(lambda code, month: {}, at=VOTED - timedelta(seconds=1))
    assert before("tour.quarterly", "2025-06") == {}
