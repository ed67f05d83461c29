"""The city is one that could be: codes, places, sums and dates agree with one another."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from stdnum.cn import uscc

from ballast.rulebook.codes import project_code
from ballast.site.golden.shapes import inside
from ballast.site.golden.telling import HERE
from plugins.houses import House

pytestmark = pytest.mark.slow
Grouped = Callable[[str], dict[int, list[dict[str, Any]]]]


def test_its_size(facts: SimpleNamespace) -> None:
    assert [sum(area["kind"] == kind for area in facts.area) for kind in ("city", "county", "park")] == [1, 13, 4]
    assert 650 <= len(facts.profile) <= 800
    assert len({edition["month"] for edition in facts.edition}) == 31
    assert [(one["month"], one["number"]) for one in facts.edition if one["number"] > 1] == [("2025-05", 2)]
    assert len(facts.seal) == len(facts.edition) == 32


def test_names_and_codes_come_once(facts: SimpleNamespace) -> None:
    names = [row["name"] for row in facts.profile]
    codes = [row["project_code"] for row in facts.profile if row["project_code"]]
    assert len(set(names)) == len(names)
    assert len(set(codes)) == len(codes) > 400
    assert not [code for code in codes if project_code(code) != (code, None)]


def test_credit_codes_are_valid_and_an_owner_has_one(facts: SimpleNamespace) -> None:
    owners: dict[str, set[str]] = {}
    for row in facts.profile:
        if row["credit_code"]:
            uscc.validate(row["credit_code"])
            owners.setdefault(row["owner"], set()).add(row["credit_code"])
    assert all(len(codes) == 1 for codes in owners.values())


def test_talks_kept_secret_name_no_firm(facts: SimpleNamespace) -> None:
    secret = [row for row in facts.profile if row["name"].endswith("号在谈项目")]
    assert secret
    assert not [row for row in secret if row["owner"] or row["credit_code"] or row["content"]]


def test_projects_lie_in_their_areas(facts: SimpleNamespace) -> None:
    outlines = {
        area["id"]: [tuple(point) for point in area["shape"]["coordinates"][0]] for area in facts.area if area["shape"]
    }
    assert len(outlines) == 17
    outside = [
        row["name"] for row in facts.profile
        if not inside((float(row["longitude"]), float(row["latitude"])), outlines[row["area_id"]])
    ]  # fmt: skip
    assert not outside
    parks = [area for area in facts.area if area["kind"] == "park"]
    assert all(inside(point, outlines[park["parent_id"]]) for park in parks for point in outlines[park["id"]])


def test_the_year_to_date_is_the_sum_of_its_months(everything: SimpleNamespace) -> None:
    sums: dict[tuple[int, str, str], int] = {}
    for row in sorted(everything.progress, key=lambda row: str(row["month"])):
        if row["superseded_at"] is None and row["month_completed"] is not None:
            key = (row["project_id"], row["basis"], row["month"][:4])
            sums[key] = sums.get(key, 0) + row["month_completed"]
            assert row["year_to_date"] == sums[key], row


def test_what_is_done_never_falls_but_by_a_correction(everything: SimpleNamespace) -> None:
    """Over months it never falls; within a month only where the revision says why, or an approved slip does."""
    current: dict[tuple[int, str], int] = {}
    for row in sorted(everything.progress, key=lambda row: str(row["month"])):
        if row["superseded_at"] is None and row["to_date"] is not None:
            key = (row["project_id"], row["basis"])
            assert row["to_date"] >= current.get(key, 0)
            current[key] = row["to_date"]
    slips = [row for row in everything.progress if row["superseded_at"] is not None and row["month_completed"]]
    standing = [row for row in everything.progress if row["superseded_at"] is None]
    mended = {(row["project_id"], row["month"], row["basis"]): row for row in standing}
    assert len(slips) > 10
    by_slip = {row["id"] for row in everything.source if row["kind"] == "slip"}
    now = [mended[row["project_id"], row["month"], row["basis"]] for row in slips]
    assert all(row["explanation"] or row["source_id"] in by_slip for row in now)


def test_nothing_is_spent_before_the_start(everything: SimpleNamespace) -> None:
    begun = {
        row["project_id"]: f"{row['actual_on']:%Y-%m}" for row in everything.milestone
        if (row["kind"], row["basis"]) == ("started", "declared") and row["actual_on"]
    }  # fmt: skip
    early = [row for row in everything.progress if row["month_completed"] and row["month"] < begun[row["project_id"]]]
    assert not early


def test_life_goes_forward(by_project: Grouped) -> None:
    order = ["negotiating", "signed", "permitting", "landed", "started", "completed", "producing", "at_capacity"]
    for rows in by_project("milestone").values():
        dates = {row["kind"]: row["actual_on"] for row in rows if row["basis"] == "declared" and row["actual_on"]}
        reached = [dates[kind] for kind in order if kind in dates]
        assert reached == sorted(reached)


def test_all_three_stalls_late_reporters_and_revised_sums(everything: SimpleNamespace) -> None:
    paused = {row["project_id"] for row in everything.progress if row["form_progress"] == "停工"}
    assert len(paused) >= 5
    totals: dict[int, set[int]] = {}
    for row in everything.profile:
        totals.setdefault(row["project_id"], set()).add(row["total_investment"])
    revised = [project for project, known in totals.items() if len(known) > 1]
    assert len(revised) >= 20
    reasons = {row["project_id"] for row in everything.profile if row["remarks"].startswith("总投资调整")}
    assert reasons >= set(revised)
    late = {
        row["handed_in_by"]
        for row in everything.submission
        if row["month"] == "2025-07" and row["handed_in_at"].day > 7
    }
    assert "baili" in late
    returned = [row for row in everything.submission if row["status"] == "returned"]
    assert any(fault["severity"] == "error" for row in returned for fault in row["findings"])


def test_august_is_open_and_half_reported(everything: SimpleNamespace) -> None:
    areas = {row["project_id"]: row["area_id"] for row in everything.profile}
    reported = {areas[row["project_id"]] for row in everything.progress if row["month"] == "2025-08"}
    assert 5 <= len(reported) <= 12
    assert "2025-08" not in {seal["subject"] for seal in everything.seal}


def test_every_monthly_fact_has_its_cell(everything: SimpleNamespace) -> None:
    sources = {row["id"]: row for row in everything.source}
    [slip] = [row for row in everything.progress if sources[row["source_id"]]["kind"] == "slip"]
    assert slip["month"] == "2025-05", "the one fact that no sheet told, but a slip"
    for kind in ("progress", "milestone", "funding", "output", "indicator", "resourcecase"):
        for row in getattr(everything, kind):
            if row is slip:
                continue
            assert row["row"], (kind, row)
            assert sources[row["source_id"]]["file_id"], (kind, row)


def test_nobody_touched_the_ledger(golden: House) -> None:
    assert golden.ballast("verify").returncode == 0


def test_nothing_told_lies_after_the_day_it_is_shown_on(everything: SimpleNamespace, golden: House) -> None:
    day = date.fromisoformat((golden.folder / "demonstration-day").read_text().strip())
    last = max(row["moment"].astimezone(HERE).date() for row in everything.entry)
    assert (last, day) == (date(2025, 9, 10), date(2025, 9, 10)), "the day August is frozen"


def test_its_pages_have_photos_questions_slips_and_a_tour_to_show(everything: SimpleNamespace) -> None:
    photos = [row for row in everything.evidence if row["superseded_at"] is None]
    assert len(photos) > 30 and all(row["taken_at"] is not None for row in photos)
    asked = [row for row in everything.question if row["superseded_at"] is None]
    assert {row["state"] for row in asked} == {"open", "answered", "settled"}
    assert sorted(row["state"] for row in everything.filing) == ["approved", "filed", "refused"]
    assert len(everything.ballot) == 182 and [row["place"] for row in everything.place] == list(range(1, 14))
