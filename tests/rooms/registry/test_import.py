"""Importing a list: what it records, what it leaves alone, and what it refuses whole."""

from datetime import date
from decimal import Decimal

import pytest

from ballast.kit.audit import AuditLine
from ballast.kit.ledger.models import Entry, Source
from ballast.kit.ledger.verification import verify
from ballast.rooms.lifecycle.models import Milestone
from ballast.rooms.people import queries as people
from ballast.rooms.registry.actions import NEW, ImportRefused
from ballast.rooms.registry.models import AnnualPlan, ImportBatch, Membership, Profile, Project, Suspicion
from ballast.rooms.registry.queries import EVERYWHERE
from ballast.site.boards import source
from rooms.registry.paper import HEADER, ROWS, bring_in, changed, city, head, recognised, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def golden() -> None:
    city()


def test_a_list_becomes_projects_with_the_cell_of_every_value() -> None:
    outcome = bring_in(workbook())
    assert (outcome.rows, outcome.new, outcome.revised, outcome.unchanged) == (3, 3, 0, 0)
    first = Profile.objects.select_related("source__file", "area").get(name="高端制剂产业园（一期）")
    assert first.total_investment == 1_000_000_000
    assert (first.start_year, first.end_year, first.nature) == (2024, 2026, "new")
    assert first.project_code == "2406-370102-04-01-123456"
    assert first.cell("total_investment") == "名单.xlsx · 名单!I4"
    assert first.cell("start_year") == "名单.xlsx · 名单!H4"
    assert {fact.area.name for fact in Profile.objects.select_related("area")} == {"城东区", "城西区", "高新园"}
    plan = AnnualPlan.objects.select_related("source__file").get(project=first.project, year=2025)
    assert (plan.amount, plan.cell("amount")) == (300_000_000, "名单.xlsx · 名单!J4")
    assert Membership.objects.filter(named_list__name="市重点项目", since=date(2025, 1, 1)).count() == 3
    started = Milestone.objects.select_related("source__file").get(project=first.project)
    assert (started.kind, started.planned_on, started.actual_on) == ("started", date(2025, 3, 31), None)
    assert started.cell("planned_on") == "名单.xlsx · 名单!K4"
    assert verify() == []


def test_absent_is_not_zero() -> None:
    bring_in(workbook())
    third = Profile.objects.get(name__startswith="炼化")
    assert not AnnualPlan.objects.filter(project=third.project).exists()
    assert not Milestone.objects.filter(project=third.project).exists()
    assert (third.longitude, third.done_by_last_year, third.strategic) == (None, None, None)


def test_one_import_is_one_entry_and_one_audit_line() -> None:
    bring_in(workbook())
    assert [line.action for line in Entry.objects.all()] == ["import list"]
    line = AuditLine.objects.get(act="import_list")
    assert (line.actor, line.object, line.result, line.detail["new"]) == ("张三", "名单.xlsx", "done", 3)


def test_the_same_file_again_adds_nothing() -> None:
    bring_in(workbook())
    before, sources = head(), Source.objects.count()
    again = bring_in(workbook(), minutes=1)
    assert again.nothing_new
    assert again.unchanged == 3
    assert (head(), Source.objects.count(), ImportBatch.objects.count()) == (before, sources, 1)


def test_the_same_content_in_another_file_adds_nothing() -> None:
    bring_in(workbook())
    before = head()
    again = bring_in(workbook(list(reversed(ROWS)), sheet="Sheet9"), name="抄送.xlsx", minutes=1)
    assert again.nothing_new
    assert head() == before


def test_a_later_list_revises_only_what_it_carries() -> None:
    bring_in(workbook())
    keep = [HEADER.index(name) for name in ("序号", "项目名称", "所属县区", "总投资")]
    rows = [[row[column] for column in keep] for row in changed(1, 总投资=120000)]
    outcome = bring_in(workbook(rows, header=[HEADER[column] for column in keep]), name="新.xlsx", minutes=1)
    assert (outcome.new, outcome.revised, outcome.unchanged) == (0, 1, 2)
    first = Profile.objects.current().get(name__startswith="高端")
    assert (first.total_investment, first.owner) == (1_200_000_000, "华泰制药有限公司")
    assert Profile.objects.filter(project=first.project).count() == 2
    assert AnnualPlan.objects.current().get(project=first.project).amount == 300_000_000


def test_a_second_list_adds_a_membership_and_no_project() -> None:
    bring_in(workbook())
    outcome = bring_in(workbook(), list_code="chain", list_name="重点产业项目", minutes=1)
    assert (outcome.new, outcome.revised) == (0, 3)
    assert Membership.objects.count() == 6
    assert Profile.objects.count() == 3


def test_an_unknown_county_names_its_cell_and_the_nearest() -> None:
    before = head()
    with pytest.raises(ImportRefused) as refused:
        bring_in(workbook(changed(2, 所属县区="城北区")))
    [fault] = refused.value.faults
    assert (fault.code, fault.where) == ("unknown_area", "名单!D5")
    assert "城东区" in fault.sentence.zh
    assert "城东区" in fault.sentence.en
    assert (head(), Project.objects.count(), ImportBatch.objects.count()) == (before, 0, 0)
    assert AuditLine.objects.get().result == "refused"


def test_an_unknown_county_can_be_mapped_and_remembered() -> None:
    rows = changed(2, 所属县区="城北区")
    bring_in(workbook(rows), areas={"城北区": "370103"}, remember=True)
    area = people.find_area("城北区")
    assert area is not None
    assert area.code == "370103"
    assert bring_in(workbook(rows), minutes=1).nothing_new


def test_an_unknown_county_can_be_set_up() -> None:
    outcome = bring_in(workbook(changed(2, 所属县区="城北区")), areas={"城北区": NEW})
    assert outcome.areas_created == ["城北区"]
    assert Profile.objects.get(name__startswith="显示").area.parent.name == "金州市"


def test_one_code_for_two_projects_is_refused_with_both_cells() -> None:
    twice = changed(2, 项目代码="2406-370102-04-01-123456")
    with pytest.raises(ImportRefused) as refused:
        bring_in(workbook(twice))
    said = " ".join(fault.where + fault.sentence.zh for fault in refused.value.faults)
    assert "名单!C5" in said
    assert "名单!B4" in said
    bring_in(workbook())
    before = head()
    with pytest.raises(ImportRefused) as refused:
        other = workbook([[1, "热电联产项目", "2406-370102-04-01-123456", "城西区", "", "", "", "", 1, 1, "", ""]])
        bring_in(other, name="另.xlsx", minutes=1)
    [fault] = refused.value.faults
    assert (fault.code, fault.where) == ("duplicate_code", "名单!C4")
    assert "名单.xlsx · 名单!C4" in fault.sentence.zh
    assert head() == before


def test_a_wrong_code_is_told_and_not_kept() -> None:
    outcome = bring_in(workbook(changed(1, 项目代码="2499-370102-04-01-123456")))
    assert [(one.code, one.where) for one in outcome.warnings] == [("wrong_project_code", "名单!C4")]
    assert Profile.objects.get(name__startswith="高端").project_code == ""


def test_amounts_above_a_hundred_billion_ask() -> None:
    huge = workbook(changed(1, 总投资=10_000_001))
    with pytest.raises(ImportRefused) as refused:
        bring_in(huge)
    assert [(one.code, one.where) for one in refused.value.faults] == [("confirm_large", "名单!I4")]
    bring_in(huge, confirm_large=True)
    assert Profile.objects.get(name__startswith="高端").total_investment == 100_000_010_000


def test_a_date_that_moved_is_something_new() -> None:
    bring_in(workbook())
    moved = bring_in(workbook(changed(1, 计划开工时间="2025年5月", 建设性质="新建")), name="改期.xlsx", minutes=1)
    assert (moved.revised, moved.unchanged, moved.nothing_new) == (1, 2, False)
    started = Milestone.objects.current().select_related("source__file").get(project__profiles__name__startswith="高端")
    assert (started.planned_on, started.cell("planned_on")) == (date(2025, 5, 31), "改期.xlsx · 名单!K4")


def test_a_year_must_be_one() -> None:
    with pytest.raises(ImportRefused) as refused:
        bring_in(workbook(), year=20255)
    assert [one.code for one in refused.value.faults] == ["wrong_year"]


def test_a_plan_needs_its_year() -> None:
    with pytest.raises(ImportRefused) as refused:
        bring_in(workbook(), year=None)
    assert [one.code for one in refused.value.faults] == ["no_year"]


def test_text_in_a_money_cell_stops_everything() -> None:
    with pytest.raises(ImportRefused) as refused:
        bring_in(workbook(changed(2, 总投资="待定约很多")))
    assert "名单!I5" in [one.where for one in refused.value.faults]
    assert not Project.objects.exists()


def test_a_list_on_its_side_is_committed_with_the_cells_of_the_sheet() -> None:
    lying = [["总投资", 300, 500], ["所属县区", "城东区", "城西区"], ["2025年计划投资", 30, 50]]
    data = workbook(lying, header=["项目名称", "甲产业园项目", "乙物流园项目"])
    rows = recognised(data).rows
    assert [(row.source, row.cells["area"], row.total_investment) for row in rows] == [
        ("名单!B3", "B5", 3_000_000), ("名单!C3", "C5", 5_000_000),
    ]  # fmt: skip
    assert bring_in(data).new == 2
    card = Profile.objects.get(name__startswith="乙")
    plan = AnnualPlan.objects.get(project=card.project)
    cells = [card.cell("name"), card.cell("total_investment"), plan.cell("amount")]
    assert [cell.partition("!")[2] for cell in cells] == ["C3", "C4", "C6"]
    shown = source.excerpt(card.source_id, row=card.row, field="total_investment", held=EVERYWHERE)
    assert shown is not None and shown.address == "C4"
    assert [(line.name, text) for line in shown.lines for text, marked in line.cells if marked] == [("C", "500")]


def test_half_yuan_are_rounded_once() -> None:
    bring_in(workbook(changed(1, 总投资=1234.56785)))
    assert Profile.objects.get(name__startswith="高端").total_investment == Decimal("12345679")


def test_phases_stay_apart_and_likeness_goes_to_review() -> None:
    bring_in(workbook())
    more = [
        [1, "高端制剂产业园二期", "", "城东区", "华泰制药有限公司", "", "", "", 5, 1, "", ""],
        [2, "显示面板生产线的扩建", "", "城西区", "金海光电有限公司", "", "", "", 250000.5, 1, "", ""],
    ]
    outcome = bring_in(workbook(more), name="另.xlsx", minutes=1)
    assert (outcome.new, outcome.suspicions) == (2, 1)
    pair = Suspicion.objects.get()
    names = set(Profile.objects.filter(project__in=[pair.first, pair.second]).values_list("name", flat=True))
    assert names == {"显示面板生产线扩建项目", "显示面板生产线的扩建"}
    assert all(reason["zh"] and reason["en"] for reason in pair.reasons)
    assert bring_in(workbook(more), name="另.xlsx", minutes=2).nothing_new


def test_a_repeated_row_is_kept_once_and_told() -> None:
    outcome = bring_in(workbook([*ROWS, [4, *ROWS[2][1:]]]))
    assert (outcome.rows, outcome.new) == (4, 3)
    assert [one.code for one in outcome.repeats] == ["repeat"]


def test_two_projects_of_one_name_are_both_kept_and_listed_for_review() -> None:
    other = [4, *ROWS[2][1:8], 7, *ROWS[2][9:]]
    outcome = bring_in(workbook([*ROWS, other]))
    assert (outcome.new, outcome.suspicions) == (4, 1)
    assert bring_in(workbook([*ROWS, other]), minutes=1).nothing_new


def test_an_empty_house_asks_for_its_city() -> None:
    from ballast.rooms.people.models import Area

    Area.objects.filter(kind="park").delete()
    Area.objects.filter(kind="county").delete()
    Area.objects.all().delete()
    with pytest.raises(ImportRefused) as refused:
        bring_in(workbook())
    assert "--city" in refused.value.faults[0].sentence.zh
    outcome = bring_in(workbook(), city=("370100", "金州市"), create_areas=True)
    assert outcome.areas_created == ["金州市", "城东区", "城西", "高新园"]


def test_what_is_not_recorded_is_told() -> None:
    rows = [[1, "热电联产项目", "城西区", 100, 20, "主体封顶"]]
    header = ["序号", "项目名称", "所属县区", "总投资", "1-6月累计完成投资", "形象进度"]
    outcome = bring_in(workbook(rows, header=header))
    assert {one["source"] for one in outcome.left_out} == {"名单!E", "名单!F"}
    assert all("月报" in one["reason"] for one in outcome.left_out)
