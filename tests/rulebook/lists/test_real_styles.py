"""Whole lists in the manner places publish them: projects, money, areas, owners and group sums as expected."""

# Sheets are drawn here row by row, as a person sees them.
# fmt: off
import pytest

from ballast.rulebook.lists import recognise
from rulebook.lists.makers import accounted
from rulebook.lists.real_styles import STYLES, Expected


@pytest.mark.parametrize("name", sorted(STYLES))
def test_a_list_in_this_style_is_read_whole(name: str) -> None:
    expected: Expected = STYLES[name]()
    result = recognise(list(expected.grids), file="名单.xlsx")
    assert [row.name for row in result.rows] == expected.names
    for want, field in (
        (expected.totals, "total_investment"), (expected.plans, "annual_plan"), (expected.areas, "area"),
        (expected.owners, "owner"), (expected.offices, "responsible"),
    ):
        assert not want or [getattr(row, field) for row in result.rows] == want, field
    if expected.groups:
        assert [
            (g.title, g.stated_count, g.stated_total, g.counted, g.summed, g.reconciles) for g in result.groups
        ] == expected.groups
    accounted(list(expected.grids), result)
