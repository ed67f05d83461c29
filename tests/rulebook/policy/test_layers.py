"""Layers: default <- province <- city; rules merge, keys replace, ``remove`` takes away, circles are refused."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ballast.rulebook import books
from ballast.rulebook.books import FaultyBook
from ballast.rulebook.books.layers import Layer, composed, merged, stacked
from ballast.rulebook.books.reading import bound
from rulebook.policy.books_of import HEAD, PROGRESS

PROVINCE = f"""{HEAD}{PROGRESS}
[clocks.permit]
limit = {{ months = 6 }}
"""


def city(text: str, below: str = PROVINCE) -> books.Book:
    """A city's layer on top of the province's on top of the default."""
    known = {"province": Layer("province", "省.toml", below)}
    from ballast.rulebook.books.layers import shelf

    top = Layer(
        "city", "市.toml", f'extends = "province"\nplace = "乙市"\npaper = "乙发1号"\ndate = 2025-02-01\n{text}'
    )
    return bound(stacked(top, lambda name, by: known.get(name) or shelf(name, by)))


def test_what_a_layer_does_not_say_is_what_the_one_below_says() -> None:
    book = city("")
    assert book.place.zh == "乙市" and book.lights["progress"].zh == "进度"
    assert book.clocks["permit"].limit.months == 6  # the province's, over the default's three
    assert book.clocks["permit"].extensions is not None  # the default's
    assert book.scheduled(7) == books.default().scheduled(7)


def test_a_rule_merges_key_by_key_and_a_list_replaces() -> None:
    book = city('[lights.progress]\nbands = [{ colour = "green", below = 20 }, { colour = "red", at_least = 20 }]')
    light = book.lights["progress"]
    assert light.zh == "进度" and light.measure == "points_behind"
    assert [band.colour for band in light.bands] == ["green", "red"]


def test_a_limit_of_days_replaces_a_limit_of_months() -> None:
    assert city("[clocks.permit]\nlimit = { days = 60 }").clocks["permit"].limit.days == 60


def test_rules_replace_bands_and_another_kind_its_arguments() -> None:
    rules = (
        '[lights.progress]\nrules = [{ colour = "red", when = { measure = "points_behind", above = 5 } }]\n'
        'otherwise = "green"'
    )
    assert city(rules).lights["progress"].bands == ()
    below = PROVINCE + '[measures.m]\nkind = "overdue"\nevent = "started"\nunit = "days"\n'
    assert city('[measures.m]\nkind = "plan_done"', below).measures["m"].kind == "plan_done"


def test_a_layer_removes_a_rule_or_a_chapter_of_those_below() -> None:
    book = city('remove = ["lights.progress", "stall_lists"]')
    assert book.lights == {} and book.stall_lists == {}
    assert "green" in book.colours


def test_what_is_removed_may_be_said_anew() -> None:
    anew = '[lights.progress]\nzh = "新"\nmeasure = "plan_done"\nbands = [{ colour = "green" }]'
    text = f'remove = ["lights.progress"]\n{anew}'
    assert city(text).lights["progress"].zh == "新"


def test_removing_what_is_not_there_is_refused_with_its_line() -> None:
    with pytest.raises(FaultyBook) as refused:
        city('\nremove = [\n  "lights.nosuch",\n]')
    [fault] = refused.value.faults
    assert (fault.file, fault.line, fault.key) == ("市.toml", 7, "remove") and "lights.nosuch" in fault.sentence.zh


def test_a_circle_of_layers_is_refused_with_the_way_round(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('extends = "b.toml"\n', encoding="utf-8")
    (tmp_path / "b.toml").write_text('x = 1\nextends = "a.toml"\n', encoding="utf-8")
    with pytest.raises(FaultyBook) as refused:
        books.load(tmp_path / "a.toml")
    [fault] = refused.value.faults
    assert "绕成了圈" in fault.sentence.zh and (fault.file, fault.line) == ("b.toml", 2)
    (tmp_path / "c.toml").write_text('extends = "c.toml"\n', encoding="utf-8")
    with pytest.raises(FaultyBook, match="绕成了圈"):
        books.load(tmp_path / "c.toml")


def test_a_layer_that_is_nowhere_is_refused(tmp_path: Path) -> None:
    for name in ("nosuch", "../default", "no/such.toml", "x.toml"):
        (tmp_path / "a.toml").write_text(f'extends = "{name}"\n', encoding="utf-8")
        with pytest.raises(FaultyBook) as refused:
            books.load(tmp_path / "a.toml")
        assert refused.value.faults[0].key == "extends"
    (tmp_path / "a.toml").write_text("extends = 3\n", encoding="utf-8")
    with pytest.raises(FaultyBook):
        books.load(tmp_path / "a.toml")


def test_a_layer_beside_the_file_and_a_preset_are_found(tmp_path: Path) -> None:
    (tmp_path / "省.toml").write_text(PROVINCE, encoding="utf-8")
    (tmp_path / "市.toml").write_text('extends = "省.toml"\nplace = "乙市"\n', encoding="utf-8")
    assert books.load(tmp_path / "市.toml").lights["progress"].zh == "进度"
    (tmp_path / "县.toml").write_text('extends = "yinchuan-2025"\nplace = "丙县"\n', encoding="utf-8")
    assert set(books.load(tmp_path / "县.toml").lights) == {"start", "progress", "registration", "funds"}


leaves = (
    st.integers(0, 9)
    | st.lists(st.integers(0, 9), max_size=2)
    | st.dictionaries(st.sampled_from("pq"), st.integers(0, 9))
)
entries = st.dictionaries(st.sampled_from("xyz"), leaves, max_size=3)
chapters = st.dictionaries(
    st.sampled_from(["clocks", "events"]), st.dictionaries(st.sampled_from("ab"), entries), max_size=2
)


@given(chapters, chapters, chapters)
def test_layering_is_associative(low: dict[str, Any], middle: dict[str, Any], top: dict[str, Any]) -> None:
    assert merged(merged(low, middle), top) == merged(low, merged(middle, top))
    assert merged(low, {}) == low and merged({}, top) == top and merged(low, low) == low


def test_composing_changes_no_layer() -> None:
    layer = Layer("a", "a.toml", "[clocks.a]\nx = 1")
    assert composed([layer, Layer("b", "b.toml", "[clocks.a]\nx = 2")]) == {"clocks": {"a": {"x": 2}}}
    assert composed([layer]) == {"clocks": {"a": {"x": 1}}}
