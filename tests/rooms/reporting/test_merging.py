"""Two people at one report: what only one changed is joined, what both changed shows both, nothing is lost."""

import pytest

from ballast.rooms.people import actions as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import Chosen, Edit, Status
from ballast.rooms.reporting.models import Progress, Report, Submission
from ballast.rulebook import books
from ballast.rulebook.loop import LoopParams, State
from ballast.rulebook.terms import AreaKind, Role
from rooms.reporting import cast
from rooms.reporting.cast import AT, MONTH, County
from rooms.reporting.way import plant, state, submitted, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(town: County) -> OfficialCard:
    return cast.person("other", Role.REPORTER, town.area_id)


def elsewhere() -> OfficialCard:
    """A reporter of another county."""
    return cast.person("elsewhere", Role.REPORTER, people.establish("990103", "西岭县", kind=AreaKind.COUNTY))


def handed_in(data: bytes, by: OfficialCard, **more: object) -> object:
    return actions.hand_in(data, "月报.xlsx", official=by, at=AT, month=MONTH, **more)


def test_cells_only_one_changed_are_joined(town: County, clerk: OfficialCard, other: OfficialCard) -> None:
    typed(town, clerk, month_completed=2600)
    out = typed(town, other, 0, form_progress="主体封顶")
    assert out.conflicts == ()
    assert Report.objects.get().values.items() >= {"month_completed": 2600, "form_progress": "主体封顶"}.items()


def test_a_cell_both_changed_shows_both_until_it_is_settled(
    town: County, clerk: OfficialCard, other: OfficialCard
) -> None:
    typed(town, clerk, month_completed=2600, form_progress="主体封顶")
    [conflict] = typed(town, other, 0, month_completed=2500, problems="等审图").conflicts
    assert (conflict.base, conflict.mine, conflict.theirs) == (None, 2500, 2600)
    assert (conflict.mine_by, conflict.theirs_by, conflict.heading) == ("other", "clerk", "本月完成")
    kept = Report.objects.get()
    assert (kept.values["month_completed"], kept.values["problems"]) == (2600, "等审图")
    assert queries.conflicts(MONTH, clerk, on=AT.date()) == [conflict]
    with pytest.raises(actions.NotReady, match="clerk 填“2600”，other 填“2500”"):
        actions.submit(MONTH, plant(town, 2), official=clerk, at=AT)
    typed(town, clerk, 2, month_completed=2500)
    assert queries.conflicts(MONTH, clerk, on=AT.date()) == []
    assert actions.submit(MONTH, plant(town, 3), official=clerk, at=AT).moved[0].state is State.SUBMITTED


def test_who_differs_only_from_themselves_is_taken_at_their_last_word(town: County, clerk: OfficialCard) -> None:
    typed(town, clerk, month_completed=2600)
    assert typed(town, clerk, 0, month_completed=2500).conflicts == ()
    assert Report.objects.get().values["month_completed"] == 2500


def test_typing_what_stands_already_makes_no_version(town: County, clerk: OfficialCard) -> None:
    typed(town, clerk, month_completed=2600, year_to_date=14_600)
    assert "year_to_date" not in Report.objects.get().values, "a sum the form itself proposes says nothing"
    assert typed(town, clerk, 1, month_completed="2,600").moved[0].version == 1
    with pytest.raises(actions.NoSuchVersion):
        typed(town, clerk, 7, month_completed=1)


def test_a_workbook_joins_what_was_typed_on_the_page_meanwhile(
    town: County, clerk: OfficialCard, other: OfficialCard
) -> None:
    blank = cast.july()
    typed(town, other, problems="等审图", month_completed=2600.5)
    receipt = handed_in(cast.edited(blank, cast.filling(town)), clerk)
    assert (receipt.status, receipt.rows, receipt.conflicts) == (Status.SUBMITTED, 2, ())
    values = Report.objects.get(project_id=town.plant).values
    assert (values["problems"], values["form_progress"], values["month_completed"]) == ("等审图", "主体封顶", 2600.5)
    assert not Progress.objects.filter(month=MONTH).exists()


def test_a_workbook_in_conflict_changes_nothing_until_it_is_settled(
    town: County, clerk: OfficialCard, other: OfficialCard, county: OfficialCard, city: OfficialCard
) -> None:
    data = cast.edited(cast.july(), cast.filling(town))
    typed(town, other, month_completed=2500)
    with pytest.raises(actions.SentBack) as refused:
        handed_in(data, clerk)
    [conflict] = refused.value.receipt.conflicts
    assert (conflict.serial, conflict.column) == (cast.serial_of(town.plant), "month_completed")
    assert (conflict.base, conflict.mine, conflict.theirs) == (None, 2600.5, 2500)
    assert conflict.where == "月报.xlsx · 月报表!M6"
    kept = queries.submission(refused.value.receipt.submission_id)
    assert (kept.status, kept.conflicts) == (Status.RETURNED, (conflict,))
    assert Report.objects.get().values == {**Report.objects.get().prefilled, "month_completed": 2500}
    choices = {(conflict.serial, "month_completed"): "mine"}
    with pytest.raises(actions.NoSuchHandIn):
        actions.hand_in_again(kept.id, choices, official=elsewhere(), at=AT)
    receipt = actions.hand_in_again(kept.id, choices, official=clerk, at=AT)
    assert receipt.status is Status.SUBMITTED
    chosen = [Chosen(one.serial, one.version) for one in queries.worklist(MONTH, county, on=AT.date()).to_review]
    for by in (county, city):
        actions.accept(MONTH, chosen, official=by, at=AT)
    fact = Progress.objects.current().get(project_id=town.plant, month=MONTH)
    assert (fact.month_completed, fact.cell("month_completed")) == (26_005_000, "月报.xlsx · 月报表!M6")
    assert (fact.recorded_by, fact.source.received_by) == ("office", "clerk")


def test_a_workbook_does_not_change_what_a_reviewer_has(
    town: County, clerk: OfficialCard, other: OfficialCard, county: OfficialCard
) -> None:
    blank = cast.july()
    submitted(town, clerk)
    data = cast.edited(blank, lambda sheet: cast.put(sheet, town.plant, problems="等审图"))
    with pytest.raises(actions.SentBack) as refused:
        handed_in(data, other)
    assert [one.code for one in refused.value.receipt.findings if one.stops] == ["under_review"]
    assert handed_in(data, clerk).status is Status.SUBMITTED, "its author recalls and submits it anew"
    assert (state(town), Report.objects.get().version) == (State.SUBMITTED, 2)
    actions.accept(MONTH, plant(town, 2), official=county, at=AT)
    more = cast.edited(cast.july(), lambda sheet: cast.put(sheet, town.plant, needs="协调供电"))
    with pytest.raises(actions.SentBack, match="退回"):
        handed_in(more, clerk)


def test_the_same_workbook_again_is_answered_and_changes_nothing(town: County, clerk: OfficialCard) -> None:
    data = cast.edited(cast.july(), cast.filling(town))
    assert handed_in(data, clerk).status is Status.SUBMITTED
    versions = list(Report.objects.order_by("pk").values_list("version", "state"))
    again = handed_in(data, clerk)
    assert (again.status, "clerk" in again.sentence.zh) == (Status.UNCHANGED, True)
    assert list(Report.objects.order_by("pk").values_list("version", "state")) == versions


def test_at_the_server_a_form_walks_the_whole_way_at_once(town: County, clerk: OfficialCard) -> None:
    submitted(town, clerk)
    typed_store = [Edit(cast.serial_of(town.store), {"month_completed": 300, "form_progress": "钢构安装"})]
    actions.save(MONTH, typed_store, official=clerk, at=AT)
    receipt = cast.submit(cast.july(), by="ballast")
    assert (receipt.status, receipt.rows) == (Status.ACCEPTED, 2)
    assert set(Report.objects.values_list("state", flat=True)) == {State.ACCEPTED}
    assert Progress.objects.current().filter(month=MONTH).count() == 2
    assert Submission.objects.get().accepted == 2


def test_where_no_review_is_a_step_a_workbook_is_recorded_at_once(town: County, clerk: OfficialCard) -> None:
    free = books.default().model_copy(update={"loop": LoopParams(county_review=False, city_review=False)})
    receipt = handed_in(cast.edited(cast.july(), cast.filling(town)), clerk, book=free)
    assert (receipt.status, receipt.rows, receipt.new) == (Status.ACCEPTED, 2, 3)
    fact = Progress.objects.current().get(project_id=town.plant, month=MONTH)
    assert (fact.recorded_by, fact.cell("month_completed")) == ("clerk", "月报.xlsx · 月报表!M6")
    more = cast.edited(cast.july(), lambda sheet: cast.put(sheet, town.plant, needs="协调供电"))
    assert (handed_in(more, clerk, book=free).revised, Report.objects.get(project_id=town.plant).version) == (1, 2)
