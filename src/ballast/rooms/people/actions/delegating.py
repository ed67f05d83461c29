"""Standing in for one another: a delegation has an end, is not passed on, and ends by itself."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from ballast.kit import audit
from ballast.kit.ledger.journal import entry
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.actions.appointing import held
from ballast.rooms.people.models import Delegation, Official
from ballast.rooms.people.queries.seats import seats_of
from ballast.rulebook.appointments import Lent, why_not_delegate
from ballast.rulebook.powers import ADMINISTRATIVE, Power


class DelegationRefused(Refusal):
    """The delegation cannot be made or recalled so."""


def delegate(
    giver_id: int, taker_id: int, *, powers: Collection[Power] | None, since: date, until: date | None, reason: str,
    on: date, at: datetime, by: str,
) -> int:  # fmt: skip
    """Let ``taker`` use ``powers`` (None: all) of ``giver``'s own seats from ``since`` to the end of ``until``; its id.

    Raises DelegationRefused with the rule it breaks; ``on`` is today.
    """
    with entry(at=at, by=by, action="delegate") as writer:
        people = {one.pk: one for one in Official.objects.filter(pk__in=(giver_id, taker_id), user__is_active=True)}
        if {giver_id, taker_id} - set(people):
            raise DelegationRefused(Sentence("没有这个人", "There is no such person"), code="no_such_account")
        lent = Lent(
            powers=powers, since=since, until=until, giver=held(giver_id), taker=held(taker_id),
            lendable=_lendable(giver_id, since), to_oneself=giver_id == taker_id,
        )  # fmt: skip
        why = why_not_delegate(lent, on=on)
        if why is not None or until is None:
            raise DelegationRefused(why or Sentence("", ""), where=people[giver_id].name, code="delegation_refused")
        fact = Delegation(
            giver=people[giver_id], taker=people[taker_id], powers=None if powers is None else sorted(powers),
            since=since, until=until, reason=reason.strip()[:200],
        )  # fmt: skip
        writer.record([fact])
        _note("delegate", fact, at=writer.moment, by=by)
    return int(fact.pk or Delegation.objects.current().get(giver=giver_id, taker=taker_id, since=since).pk)


def recall(delegation_id: int, *, on: date, at: datetime, by: str, giver_id: int | None = None) -> None:
    """End a delegation today: it lasts to the end of yesterday, or never was if it began today or later.

    Raises DelegationRefused where it has ended already, or is not one that ``giver_id`` (None: anybody) gave.
    """
    with entry(at=at, by=by, action="recall delegation") as writer:
        fact = Delegation.objects.current().select_related("giver", "taker").filter(pk=delegation_id).first()
        if fact is None or fact.until < on or giver_id not in (None, fact.giver_id):
            raise DelegationRefused(
                Sentence("没有可以收回的这项委托，请刷新", "There is no such delegation to recall; reload"),
                code="no_such_delegation",
            )
        if fact.since >= on:
            writer.withdraw([fact])
        else:
            shorter = {name: getattr(fact, name) for name in ("giver", "taker", "powers", "since", "reason")}
            writer.record([Delegation(**shorter, until=on - timedelta(days=1))])
        _note("recall_delegation", fact, at=writer.moment, by=by)


def _lendable(giver_id: int, on: date) -> frozenset[Power]:
    own = [seat.powers for seat in seats_of(giver_id, on=on) if not seat.lent]
    return frozenset[Power]().union(*own) - ADMINISTRATIVE


def _note(act: str, fact: Delegation, *, at: datetime, by: str) -> None:
    detail = {"since": str(fact.since), "until": str(fact.until), "powers": fact.powers, "reason": fact.reason}
    audit.write(act, at=at, actor=by, object=f"{fact.giver.name} → {fact.taker.name}", detail=detail)
