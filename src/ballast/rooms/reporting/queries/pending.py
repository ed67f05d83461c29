"""The questions of the checks on a person's worklist: who has to answer what by when, and who has to look at it."""

from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from ballast.kit.ledger.models import FactQuerySet
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.reporting.cards import Pending, PendingPile, PendingQuestion
from ballast.rooms.reporting.loop import hands
from ballast.rooms.reporting.loop.hands import Hands
from ballast.rooms.reporting.models import Question
from ballast.rooms.reporting.queries.questions import card_of, standing, theirs
from ballast.rulebook.asking import QuestionState
from ballast.rulebook.powers import Power
from ballast.rulebook.terms import AreaKind

FIRST = 20


def pending(official: OfficialCard | None, *, on: date) -> Pending:
    """The questions that wait on the day ``on``, whatever month they are of. Raises people.NotAllowed."""
    mine, rules = hands.looking(official, on), policy.in_force(on).loop
    asked = standing().filter(state=QuestionState.OPEN).annotate(since=Coalesce("looked_at", "asked_at"))
    answered = standing().filter(state=QuestionState.ANSWERED).annotate(since=Coalesce("answered_at", "asked_at"))
    own = _to_answer(asked, mine)
    reviewed = [mine.reach(power) for power in (Power.COUNTY_REVIEW, Power.CITY_REVIEW)]
    look = _of_any(answered, reviewed).exclude(answered_by=mine.by)
    others = _of_any(asked, reviewed).exclude(pk__in=own.values("pk"))
    return Pending(
        _pile(own, rules.answer_days, on), _pile(look, rules.look_days, on), _pile(others, rules.answer_days, on)
    )


def _to_answer(asked: FactQuerySet, mine: Hands) -> "QuerySet[Question]":
    """What is the person's to answer; who may report for all answers for the city's own."""
    reach = mine.reach(Power.REPORT)
    if reach.areas is None:
        return asked.filter(area__kind=AreaKind.CITY)
    return asked.filter(theirs(reach))


def _of_any(found: FactQuerySet, reaches: list[Reach]) -> "QuerySet[Question]":
    if any(reach.areas is None for reach in reaches):
        return found
    return found.filter(reduce(or_, (theirs(reach) for reach in reaches)))


def _pile(found: Any, days: int, on: date) -> PendingPile:
    """The pile, the oldest first; due so many days after it began to wait."""
    zone = timezone.get_current_timezone()
    late = found.filter(since__lt=datetime.combine(on - timedelta(days=days), time.min, tzinfo=zone)).count()
    facts = list(found.order_by("since", "pk")[:FIRST])
    names = registry.names({one.project_id for one in facts if one.project_id})
    first = tuple(_told(one, names.get(one.project_id or 0, ""), days, on) for one in facts)
    return PendingPile(found.count(), late, first)


def _told(one: Any, name: str, days: int, on: date) -> PendingQuestion:
    due = one.since.astimezone(timezone.get_current_timezone()).date() + timedelta(days=days)
    return PendingQuestion(card_of(one, name), one.area.name, due, max(0, (on - due).days))
