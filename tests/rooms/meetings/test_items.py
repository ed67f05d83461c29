"""What a meeting decides is handed out, reported on, settled with evidence, or urged; each noted, or refused."""

from datetime import UTC, date, datetime

import pytest

from ballast.kit.audit import AuditLine
from ballast.kit.documents.opened import Opened
from ballast.kit.uploads import NotTaken
from ballast.rooms.meetings import actions, queries
from ballast.rooms.meetings.actions import Doing
from ballast.rooms.meetings.models import ActionItem, ItemStep
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.people.queries import NotAllowed
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rulebook.items.life import State, Verb
from ballast.rulebook.items.promises import Promise
from ballast.site.boards.meetings.reminding import items_waiting
from rooms.meetings.quarter import AT, DAY, DEADLINE, Town, decided, do, held, item, view

pytestmark = pytest.mark.django_db
LATE = date(2025, 8, 20)


@pytest.fixture
def town() -> Town:
    return held()


def acts(number: str) -> list[str]:
    return list(AuditLine.objects.filter(object=number).order_by("id").values_list("act", flat=True))


def test_an_item_from_its_decision_to_its_settlement(town: Town) -> None:
    number = item(town)
    assert number == f"{town.meeting}-01"
    do(number, Verb.REPORT, town.land, words="已报省厅")
    do(number, Verb.SUBMIT, town.land, photo=True)
    assert view(number).standing.state is State.SUBMITTED
    assert queries.waiting(town.office, on=DAY).to_settle == [view(number)]
    do(number, Verb.SETTLE, town.office)
    found = view(number)
    assert (found.standing.state, found.promise, found.county) == (State.SETTLED, Promise.KEPT, "清河区")
    assert [step.verb for step in queries.steps(number, on=DAY)] == [Verb.REPORT, Verb.SUBMIT, Verb.SETTLE]
    [paper] = queries.steps(number, on=DAY)[1].papers
    assert paper.picture and queries.item_thumbnail(number, paper.id)
    assert queries.item_paper(number, paper.id) is not None
    assert acts(number) == ["assign", "handle_item", "handle_item", "handle_item"]


def test_nothing_is_settled_twice_without_evidence_or_by_who_submitted_it(town: Town) -> None:
    number = item(town)
    with pytest.raises(actions.ItemRefused, match="佐证材料"):
        do(number, Verb.SUBMIT, town.land)
    with pytest.raises(actions.ItemRefused, match="不能销号"):
        do(number, Verb.SETTLE, town.office)
    do(number, Verb.SUBMIT, town.office, photo=True)
    with pytest.raises(actions.ItemRefused, match="提交的人不能自己销号"):
        do(number, Verb.SETTLE, town.office)
    do(number, Verb.SETTLE, town.second)
    with pytest.raises(actions.ItemRefused, match="已销号"):
        do(number, Verb.SETTLE, town.office)
    assert ItemStep.objects.filter(item=number).count() == 2


def test_what_an_enterprise_raised_waits_for_its_word(town: Town) -> None:
    number = item(town, by_enterprise=True)
    do(number, Verb.SUBMIT, town.land, photo=True)
    with pytest.raises(actions.ItemRefused, match="企业确认"):
        do(number, Verb.SETTLE, town.office)
    assert queries.waiting(town.owner, on=DAY).to_confirm == [view(number)]
    do(number, Verb.DENY, town.owner, words="电还没通")
    assert view(number).standing.state is State.OPEN
    do(number, Verb.SUBMIT, town.land, photo=True)
    with pytest.raises(actions.ItemRefused, match="签字盖章"):
        do(number, Verb.CONFIRM, town.office)
    do(number, Verb.CONFIRM, town.owner)
    do(number, Verb.SETTLE, town.office)
    assert view(number).standing.confirmed
    other = item(town, by_enterprise=True)
    do(other, Verb.SUBMIT, town.land, photo=True)
    do(other, Verb.CONFIRM, town.office, photo=True, words="企业盖章确认书")
    do(other, Verb.SETTLE, town.office)


@pytest.mark.parametrize(
    ("deadline", "says"), [(date(2025, 8, 3), "期限应在 2025-08-04 至"), (date(2026, 8, 5), "期限应在 2025-08-04 至")]
)
def test_a_bad_deadline_is_refused(town: Town, deadline: date, says: str) -> None:
    with pytest.raises(actions.ItemRefused, match=says):
        item(town, deadline=deadline)
    assert not ActionItem.objects.exists()


def test_what_cannot_be_handed_out(town: Town) -> None:
    decision = decided(town)
    for wrong in ({"decision": 9}, {"level": "none"}, {"words": " "}):
        with pytest.raises(actions.ItemRefused):
            item(town, **({"decision": decision} | wrong))  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        actions.assign(
            town.meeting, decision, actions.Assignment(words="x", office=1, level="office"), official=town.land, on=DAY,
            at=AT,
        )  # fmt: skip


def test_without_a_deadline_the_level_gives_one_and_an_extension_moves_it(town: Town) -> None:
    number = item(town, deadline=None)
    assert view(number).standing.deadline == date(2025, 8, 25)  # fifteen working days
    do(number, Verb.EXTEND, town.office, words="等省里批复", until=date(2025, 9, 1))
    assert view(number).standing.deadline == date(2025, 9, 1)
    with pytest.raises(actions.ItemRefused, match="至多延期 1 次"):
        do(number, Verb.EXTEND, town.office, words="再等", until=date(2025, 9, 2))


def test_only_the_office_that_answers_does_it_and_others_do_not_see_it(town: Town) -> None:
    number = item(town)
    for stranger in (town.east, town.owner):
        with pytest.raises(NotAllowed):
            do(number, Verb.REPORT, stranger)
    with pytest.raises(NotAllowed):
        do(number, Verb.SETTLE, town.land)
    with pytest.raises(actions.ItemRefused, match="没有这个事项"):
        do("2025-009-01", Verb.REPORT, town.land)
    own = registry.reach(town.owner, on=DAY)
    assert queries.action_item(number, on=DAY, held=own) is not None, "its project"
    west = registry.NOWHERE
    assert queries.action_item(number, on=DAY, held=west) is None
    assert queries.action_item(number, on=DAY, held=west, offices=queries.offices_of(town.land)) is not None


def test_an_overdue_item_rises_and_its_letter_is_written_once(town: Town) -> None:
    number = item(town, by_enterprise=True)
    with pytest.raises(actions.ItemRefused, match="没有应发的督办文书"):
        urged(number, town.office, DAY)
    do(number, Verb.REPORT, town.land, words="正在协调")
    late = view(number, on=LATE)
    assert (late.standing.overdue, late.promise, late.letter.zh, late.level.zh) == (
        5, Promise.BROKEN, "督办函", "分管市领导督办",
    )  # fmt: skip
    letter = urged(number, town.office, LATE)
    assert letter == "会督〔2025〕1号"
    assert view(number, on=LATE).letter.zh == ""
    found = queries.item_letter(letter)
    assert found is not None and found[0] == number
    text = snippet(found[2])
    for said in ("逾期5天", "落实用地指标", "正在协调", "升为分管市领导督办", "须经企业确认"):
        assert said in text, said
    assert acts(number)[-1] == "urge_item"
    with pytest.raises(actions.ItemRefused):
        urged(number, town.office, LATE)


def test_what_was_submitted_late_is_late_and_what_was_withdrawn_is_no_promise(town: Town) -> None:
    number, other = item(town), item(town)
    do(number, Verb.SUBMIT, town.land, photo=True, on=LATE)
    do(number, Verb.SETTLE, town.office, on=LATE)
    do(other, Verb.DROP, town.office, words="项目终止", on=LATE)
    assert view(number, on=LATE).promise is Promise.LATE
    assert view(other, on=LATE).promise is None
    with pytest.raises(actions.ItemRefused, match="已撤销"):
        do(other, Verb.REPORT, town.land, on=LATE)


def test_what_waits_for_whom(town: Town) -> None:
    first, second = item(town, deadline=date(2025, 8, 20)), item(town, deadline=DEADLINE)
    assert [one.number for one in queries.waiting(town.land, on=LATE).to_do] == [second, first]
    assert queries.waiting(town.east, on=LATE).to_do == []
    assert queries.waiting(None, on=LATE) == queries.Waiting([], [], [])
    soon = {one.number: one.due_soon for one in queries.action_items(on=date(2025, 8, 13), held=EVERYWHERE)}
    assert soon == {first: False, second: True}


def test_the_days_reminder_counts_items(town: Town) -> None:
    item(town, deadline=date(2025, 8, 20))
    item(town, deadline=date(2025, 8, 18))
    sent = item(town)
    do(sent, Verb.SUBMIT, town.land, photo=True)
    on = date(2025, 8, 19)
    said = [tally.said() for tally in items_waiting(town.land, on) if tally.count]
    assert said == ["会议事项逾期 1 件，最长 1 天", "会议事项待办 1 件，8月20日截止"]
    assert [tally.said() for tally in items_waiting(town.office, on) if tally.count] == ["会议事项待销号、待确认 1 件"]


def urged(number: str, by: OfficialCard, on: date) -> str:
    at = datetime(on.year, on.month, on.day, 4, tzinfo=UTC)
    return actions.urge(number, official=by, on=on, at=at)


def snippet(document: bytes) -> str:
    return "".join(line.text for line in Opened(document).lines())


def test_a_file_that_is_none_is_refused_and_nothing_is_kept(town: Town) -> None:
    number = item(town)
    with pytest.raises(NotTaken):
        actions.handle(
            number, Doing(verb=Verb.SUBMIT, words="", sent=[("x.exe", b"MZ\x90")]), official=town.land, on=DAY, at=AT
        )
    assert not ItemStep.objects.filter(item=number).exists()
