"""What may not be asked is refused with a sentence; what is not known is absent, never zero."""

import pytest

from ballast.kit.refusal import Refusal
from ballast.rooms.figures import queries
from ballast.rooms.figures.cards import Value
from ballast.rooms.figures.questions import UnknownDimension, UnknownFigure, UnknownMonth
from ballast.rooms.registry.cards import EVERYWHERE
from rooms.figures.ledgers import record

pytestmark = pytest.mark.django_db
MONTH = "2025-07"


def test_an_unknown_figure_offers_near_names() -> None:
    with pytest.raises(UnknownFigure, match="completion_rate") as refused:
        queries.figure("completion_rates", month=MONTH)
    assert "没有代码" in refused.value.sentence.zh
    assert "did you mean" in refused.value.sentence.en


@pytest.mark.parametrize("month", ["2025-13", "2025-00", "2025-7", "202507", "2025-07-01", "", "二〇二五", "9999-01"])
def test_a_bad_month_is_refused(month: str) -> None:
    for ask in (
        lambda: queries.figure("projects", month=month), lambda: queries.projects(month, held=EVERYWHERE),
        lambda: queries.series("projects", until=month), lambda: queries.rows("projects", held=EVERYWHERE, month=month),
    ):  # fmt: skip
        with pytest.raises(UnknownMonth, match="2025-07"):
            ask()


def test_an_unknown_dimension_is_refused_and_one_the_figure_lacks_too() -> None:
    with pytest.raises(UnknownDimension, match="county"):
        queries.figure("projects", month=MONTH, by="colour")
    with pytest.raises(UnknownDimension, match="county, area"):
        queries.figure("fai_growth", month=MONTH, by="stage")


def test_many_at_once_leave_out_a_dimension_a_figure_lacks() -> None:
    record(7, 3, 1)
    found = queries.figures(["fai_growth", "projects"], month=MONTH, by="stage")
    assert found["fai_growth"].values == {}
    assert sum(value.numerator or 0 for value in found["projects"].values.values()) == 3


def test_an_empty_ledger_and_a_month_to_come_are_absent() -> None:
    everything = [one.code for one in queries.catalogue()]
    assert queries.months() == []
    for month in (MONTH, "2031-01"):
        found = queries.figures(everything, month=month, by="county")
        assert {(one.total.numerator, *one.values) for one in found.values()} == {(None,)}
        record(7, 3, 1)


def test_months_run_without_gaps_from_the_first_reported_to_the_last() -> None:
    record(7, 9, 1)
    states = [state.month for state in queries.months()]
    assert states[0] == "2024-03"
    assert states[-1] == "2025-07"
    assert len(states) == 17


def test_a_series_is_the_figure_of_every_month() -> None:
    record(7, 3, 1)
    found = queries.series("completed", until=MONTH, months=13, by="county")
    assert [month for month, _ in found] == ["2024-07", *(f"2024-{m:02d}" for m in range(8, 13)),
                                             *(f"2025-{m:02d}" for m in range(1, 8))]  # fmt: skip
    assert found[-1][1] == queries.figure("completed", month=MONTH, by="county")


@pytest.mark.parametrize(
    ("value", "unit", "table", "said"),
    [
        (Value(None), "count", False, "—"),
        (Value(5, 0), "percent", False, "—"),
        (Value(0), "count", False, "0"),
        (Value(1234), "count", False, "1,234"),
        (Value(156_251_000_000), "yuan", False, "1,562.5"),
        (Value(15_625_000), "yuan", False, "0.2"),
        (Value(15_625_100), "yuan", True, "1,562.51"),
        (Value(972, 1000), "percent", False, "97.2%"),
        (Value(138, 1000), "points", False, "+13.8"),
        (Value(-733, 10000), "points", False, "-7.3"),
        (Value(-1, 10000), "points", False, "+0.0"),
    ],
)
def test_display(value: Value, unit: str, table: bool, said: str) -> None:
    assert queries.display(value, unit, table=table) == said


def test_every_refusal_is_said_in_both_languages() -> None:
    with pytest.raises(Refusal) as refused:
        queries.figure("nothing_of_the_kind_xyz", month=MONTH)
    assert refused.value.where == "nothing_of_the_kind_xyz"
    assert refused.value.sentence.zh != refused.value.sentence.en
