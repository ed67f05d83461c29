"""The people of 清河区 by whose hands reports go their way."""

import pytest

from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.terms import Role
from rooms.reporting import cast
from rooms.reporting.cast import County


@pytest.fixture
def town(db: None) -> County:
    return cast.county()


@pytest.fixture
def clerk(town: County) -> OfficialCard:
    return cast.person("clerk", Role.REPORTER, town.area_id)


@pytest.fixture
def county(town: County) -> OfficialCard:
    return cast.person("county", Role.COUNTY_OFFICE, town.area_id)


@pytest.fixture
def city(town: County) -> OfficialCard:
    return cast.person("office", Role.PROJECT_OFFICE, town.area_id)
