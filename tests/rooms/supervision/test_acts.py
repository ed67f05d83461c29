"""Exceptions, reasons, clocks and letters: success, refusal, audit line."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO

import docx
import pytest
from django.contrib.auth import get_user_model

from ballast import month
from ballast.kit.audit import AuditLine
from ballast.kit.refusal import Refusal
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.policy import actions as policy
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import EVERYWHERE, Reach
from ballast.rooms.reminders import gathering as reminders
from ballast.rooms.supervision import actions, queries
from ballast.rooms.supervision.cards import ExceptionAsked, ReasonGiven
from ballast.rooms.supervision.queries import Subject
from ballast.rulebook import books
from ballast.rulebook.ladders import Happened
from ballast.rulebook.terms import Role
from rooms.supervision.cast import BOOKS, HANDED_IN, JUNE, Town, settle
from town import everybody, official

pytestmark = pytest.mark.django_db
SEALED = HANDED_IN + timedelta(days=8)
AFTER = SEALED + timedelta(hours=1)
TODAY = date(2025, 7, 10)
RED, LIGHT = "P000004", "lights.progress"
EXCUSE = ExceptionAsked(
    kind="justified",
    serial=RED,
    since=date(2025, 6, 1),
    until=date(2025, 9, 30),
    reason="汛期停工",
    evidence="防指通知 3 号",
)


@pytest.fixture
def town() -> Town:
    town = settle()
    areas = {"city": town.city, "east": town.county, "west": town.county}
    everybody(areas, "office", "county", "leader")
    return town


def who(name: str, on: date = TODAY) -> OfficialCard:
    """A member of the cast as they act on a day."""
    found = people.official_of(get_user_model().objects.get(username=name), on=on)
    assert found is not None
    return found


def progress(asked: str = JUNE) -> str:
    """The progress light of the red project as boards show it."""
    return next(line for line in queries.lines(asked, held=EVERYWHERE).lines if line.serial == RED).lights["progress"]


def test_an_exception_suspends_a_light_and_ends_by_itself(town: Town) -> None:
    assert progress() == "red"
    number = actions.excuse(EXCUSE, official=who("office"), on=TODAY, at=HANDED_IN)
    assert progress() == "suspended"
    [card] = queries.exceptions(on=TODAY, held=EVERYWHERE)
    assert (card.number, card.in_force, card.approver) == (number, True, "office")
    assert not queries.exceptions(on=date(2025, 10, 1), held=EVERYWHERE)[0].in_force
    [line] = AuditLine.objects.filter(act="excuse")
    assert (line.object, line.detail["subject"]) == (number, RED)


def test_an_exception_is_lifted_before_its_time(town: Town) -> None:
    number = actions.excuse(EXCUSE, official=who("office"), on=TODAY, at=HANDED_IN)
    actions.lift(number, official=who("office"), on=date(2025, 6, 15), at=AFTER)
    assert progress() == "red"
    with pytest.raises(actions.NotExcusable):
        actions.lift(number, official=who("office"), on=TODAY, at=AFTER)


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"kind": "no_such"}, "justified"),
        ({"until": date(2026, 6, 1)}, "2025-12-01"),
        ({"evidence": " "}, "佐证"),
        ({"rules": frozenset({"powers.seal"})}, "powers.seal"),
        ({"serial": "P999999"}, "没有这个项目"),
        ({"area_code": "990001"}, "一个项目或一个地区"),
    ],
)
def test_an_exception_the_book_does_not_allow_is_refused(town: Town, other: dict[str, object], says: str) -> None:
    with pytest.raises(actions.NotExcusable) as refused:
        actions.excuse(replace(EXCUSE, **other), official=who("office"), on=TODAY, at=HANDED_IN)  # type: ignore[arg-type]
    assert says in str(refused.value)
    assert not queries.exceptions(on=TODAY, held=EVERYWHERE)


def test_only_the_office_grants_exceptions(town: Town) -> None:
    with pytest.raises(people.NotAllowed):
        actions.excuse(EXCUSE, official=who("county"), on=TODAY, at=HANDED_IN)


def test_a_reason_stands_with_its_holder_until_a_newer_one(town: Town) -> None:
    given = ReasonGiven(
        serial="P000006", stall="signed_not_started", reason="land", holder="区自然资源局",
        held_since=date(2025, 5, 1), promised_on=date(2025, 6, 20),
    )  # fmt: skip
    actions.give_reason(given, official=who("county"), on=TODAY, at=HANDED_IN)
    [one] = queries.narrowed(queries.stuck(JUNE, held=EVERYWHERE), stall="signed_not_started")
    assert (one.reason, one.holder) == (books.default().reasons["land"].zh, "区自然资源局")
    assert (one.since, one.months, one.overdue_promise) == ("2025-04", 3, True)
    assert AuditLine.objects.filter(act="give_reason", object="P000006").exists()
    with pytest.raises(actions.ReasonRefused):
        actions.give_reason(
            ReasonGiven(serial="P000006", stall="signed_not_started", reason="no_such_reason"),
            official=who("county"), on=TODAY, at=AFTER,
        )  # fmt: skip
    with pytest.raises(Refusal):
        actions.give_reason(given, official=who("leader"), on=TODAY, at=AFTER)


def seal_and_send(at: datetime = AFTER, on: date = TODAY) -> str:
    """Seal June and send the first letter about the red project."""
    month.seal(JUNE, at=SEALED, by="office")
    [due] = [one for one in queries.due(on=on, held=EVERYWHERE) if one.serial == RED and one.case.about == LIGHT]
    return actions.send_letter(
        due.case.ladder, due.case.about, due.case.subject, official=who("office"), on=on, at=at
    )  # fmt: skip


def test_a_ladder_calls_for_a_letter_and_the_letter_says_why(town: Town) -> None:
    number = seal_and_send()
    name, data = queries.letter_document(number, held=EVERYWHERE) or ("", b"")
    assert name == f"{number}.docx"
    text = "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs)
    for said in ("beyond", "提醒函", "区发改局", "红灯", number):
        assert said in text, said
    [card] = [one for one in queries.letters(on=TODAY, held=EVERYWHERE) if one.number == number]
    assert (card.unit, card.month, card.kept) == ("区发改局", JUNE, None)
    assert AuditLine.objects.filter(act="send_letter", object=number).exists()
    with pytest.raises(actions.LetterRefused):
        actions.send_letter(
            "projects", LIGHT, Subject(project_id=town.projects["beyond"]), official=who("office"), on=TODAY, at=AFTER
        )


def test_an_unanswered_letter_calls_for_the_next_step_after_its_deadline(town: Town) -> None:
    seal_and_send()
    late = date(2025, 7, 25)  # ten working days after the tenth are over on the twenty-fourth
    [due] = [one for one in queries.due(on=late, held=EVERYWHERE) if one.serial == RED and one.case.about == LIGHT]
    assert due.step.zh == "督办函"
    [record] = [one for one in queries.records(on=late, held=EVERYWHERE) if one.unit == "区发改局"]
    assert (record.sent, record.broken) == (1, 1)


def test_a_reply_in_time_is_kept_and_nothing_further_is_due(town: Town) -> None:
    number = seal_and_send()
    reply = {"what": Happened.REPLIED, "came_on": TODAY, "words": "已增加施工力量", "by_whom": "区发改局"}
    actions.note_answer(number, official=who("office"), on=TODAY, at=AFTER, **reply)  # type: ignore[arg-type]
    late = date(2025, 7, 25)
    assert not [one for one in queries.due(on=late, held=EVERYWHERE) if one.serial == RED and one.case.about == LIGHT]
    [record] = [one for one in queries.records(on=late, held=EVERYWHERE) if one.unit == "区发改局"]
    assert (record.kept, record.broken, record.open) == (1, 0, 0)
    with pytest.raises(actions.LetterRefused):
        actions.note_answer("项督〔2025〕99号", official=who("office"), on=TODAY, at=AFTER, **reply)  # type: ignore[arg-type]


def test_a_letter_waits_on_the_worklist_of_whoever_answers_it(town: Town) -> None:
    number = seal_and_send()
    [waiting] = queries.received(who("county"), on=TODAY)
    assert (waiting.letter.number, waiting.late_days) == (number, 0)
    late = date(2025, 7, 25)
    assert queries.received(who("county"), on=late)[0].late_days == 1
    assert queries.received(who("office"), on=late) == queries.received(who("leader"), on=late) == []
    named = official("bureau", Role.DEPARTMENT, town.city, office="区发改局", at=AFTER)
    assert named and [one.letter.number for one in queries.received(who("bureau"), on=late)] == [number]
    told = {str(one.kind): one for one in reminders.waiting(who("county", late), late) if one.count}
    assert (told["letter"].count, told["letter"].days) == (1, 1)
    assert told["letter"].said() == "督办函待回复 1 件，最长逾期 1 天"
    assert [one.said() for one in reminders.waiting(who("office"), late) if str(one.kind) == "send"][0].startswith(
        "督办函待发 "
    )
    reply = {"what": Happened.REPLIED, "came_on": TODAY, "words": "已增加施工力量", "by_whom": "区发改局"}
    actions.note_answer(number, official=who("office"), on=TODAY, at=AFTER, **reply)  # type: ignore[arg-type]
    assert queries.received(who("county"), on=late) == []


def test_many_letters_are_written_at_once_or_none(town: Town) -> None:
    month.seal(JUNE, at=SEALED, by="office")
    due = queries.due(on=TODAY, held=EVERYWHERE)
    steps = [actions.StepAsked(one.case.ladder, one.case.about, one.case.subject) for one in due]
    assert len(steps) > 1
    with pytest.raises(actions.LetterRefused):
        actions.send_letters([*steps, steps[0]], official=who("office"), on=TODAY, at=AFTER)
    assert queries.letters(on=TODAY, held=EVERYWHERE) == [], "the last was not due any more: none is written"
    numbers = actions.send_letters(steps, official=who("office"), on=TODAY, at=AFTER)
    assert len(set(numbers)) == len(steps) == len(queries.letters(on=TODAY, held=EVERYWHERE))
    assert AuditLine.objects.filter(act="send_letter").count() == len(steps)


def test_a_reason_given_after_the_seal_stands_beside_the_sealed_list(town: Town) -> None:
    month.seal(JUNE, at=SEALED, by="office")
    given = ReasonGiven(serial="P000006", stall="signed_not_started", reason="land", holder="区自然资源局")
    actions.give_reason(given, official=who("county"), on=TODAY, at=AFTER)
    [one] = [one for one in queries.stuck(JUNE, held=EVERYWHERE) if one.line.serial == "P000006"]
    assert one.holder == "区自然资源局"
    assert not list(queries.verify())


def test_a_clock_the_book_does_not_have_or_pause_is_refused(town: Town) -> None:
    for clock, reason in (("no_such", "hearing"), ("construction_permit", "holiday")):
        with pytest.raises(actions.ClockRefused):
            actions.pause_clock(
                RED, clock, reason=reason, since=TODAY, until=None, paper="通知", official=who("office"), on=TODAY,
                at=HANDED_IN,
            )  # fmt: skip


def test_a_county_sees_its_own_letters_only(town: Town) -> None:
    number = seal_and_send()
    mine = registry.reach(who("county"), on=TODAY)
    assert queries.letter_document(number, held=mine)
    nowhere = registry.reach(None, on=TODAY)
    assert queries.letter_document(number, held=nowhere) is None
    assert queries.letters(on=TODAY, held=nowhere) == []


def test_a_department_has_a_ladder_of_letters_of_its_own(town: Town) -> None:
    data = (BOOKS / "departments" / "book.toml").read_bytes()
    policy.adopt(data, "book.toml", effective=date(2025, 1, 1), at=HANDED_IN, by="office")
    month.seal(JUNE, at=SEALED, by="office")
    [due] = queries.due(on=TODAY, held=EVERYWHERE)
    assert (due.subject, due.serial, due.step.zh) == ("区发改局", "", "提醒函")
    assert queries.due(on=TODAY, held=Reach(areas=frozenset({"990001"}))) == []
    number = actions.send_letter(
        due.case.ladder, due.case.about, due.case.subject, official=who("office"), on=TODAY, at=AFTER
    )
    [card] = queries.letters(on=TODAY, held=EVERYWHERE)
    assert (card.number, card.unit, card.subject, card.deadline) == (
        number,
        "区发改局",
        "区发改局",
        date(2025, 7, 17),
    )
    assert AuditLine.objects.filter(act="send_letter", object=number).exists()
    _, data = queries.letter_document(number, held=EVERYWHERE) or ("", b"")
    assert data[:2] == b"PK"
    assert queries.due(on=TODAY, held=EVERYWHERE) == [], "it was sent, and waits for its reply"
    with pytest.raises(actions.LetterRefused):
        actions.send_letter(
            due.case.ladder, due.case.about, due.case.subject, official=who("office"), on=TODAY, at=AFTER
        )  # fmt: skip
