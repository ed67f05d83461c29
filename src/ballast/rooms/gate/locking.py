"""The lock: a name that fails too often, and an address from which too many names fail.

The audit trail itself is the counter: it survives a restart, holds for every process, and needs no table of its own.
An address a name has come in from before is one of its homes. A home has a count of its own, so that whoever tries a
name from elsewhere cannot lock its owner out; and a closed address still tries those who are at home there, so that
one machine of an office cannot lock the office out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from ballast.kit import audit
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rulebook.entry import EntryRules

SIGN_IN, CONFIRM, UNLOCK = "sign_in", "confirm", "unlock"
DONE, FAILED, LOCKED, REFUSED = "done", "failed", "locked", "refused"
HOME = timedelta(days=30)
LONGEST_NAME = 150


class TooManyFailures(Refusal):
    """The name or the address failed so often that it is locked; also for the right password, and names of nobody."""


@dataclass(frozen=True, slots=True)
class _Try:
    result: str
    moment: datetime
    address: str


def known_as(username: str) -> str:
    """The name by which the audit trail counts somebody who tries to come in."""
    return username.strip()[:LONGEST_NAME]


def refuse_locked(name: str, *, at: datetime, address: str, act: str = SIGN_IN) -> None:
    """Raise TooManyFailures, with an audit line, while ``name`` is locked at ``address``."""
    until = locked_until(name, at=at, address=address)
    if until is None:
        return
    audit.write(act, at=at, actor=name, object=name, result=LOCKED, detail={"address": address})
    minutes = -(-int((until - at).total_seconds()) // 60)
    raise TooManyFailures(
        Sentence(
            f"连续输错次数过多，已暂时锁定，请 {minutes} 分钟后再试，或请安全管理员解锁",
            f"Too many wrong tries in a row: locked for now; try again in {minutes} min, "
            "or ask the security administrator",
        ),
        code="too_many_failures",
    )  # fmt: skip


def locked_until(name: str, *, at: datetime, address: str = "") -> datetime | None:
    """When the lock of a name at an address ends; None where it may try."""
    rules: EntryRules = settings.ENTRY
    lock = timedelta(minutes=rules.lock_minutes)
    homes, since = _homes(name, at), at - 2 * lock  # the first failure of a lock that is not over is older than it
    tries = [one for one in _tries(name, since) if _counts(one, address, homes)]
    ends = [_end(tries, rules.failures, lock)]
    if address and address not in homes:
        ends.append(_end(_failures_from(address, since), rules.address_failures, lock))
    return max((end for end in ends if end is not None and end > at), default=None)


def _counts(one: _Try, address: str, homes: set[str]) -> bool:
    """Whether a try counts for this address: at a home only its own, elsewhere all at no home; unlocking always."""
    if not one.address:
        return True
    return one.address == address if address in homes else one.address not in homes


def _end(tries: Iterable[_Try], allowed: int, lock: timedelta) -> datetime | None:
    """The end of the lock that ``allowed`` failures in a row, the latest first, bring about."""
    failed: list[_Try] = []
    for one in tries:
        if one.result == DONE:
            break
        failed.append(one)
    return failed[0].moment + lock if len(failed) >= allowed else None


def _homes(name: str, at: datetime) -> set[str]:
    entered = audit.AuditLine.objects.filter(actor=name, act=SIGN_IN, result=DONE, moment__gt=at - HOME)
    return {address for address in entered.values_list("detail__address", flat=True).distinct() if address}


def _tries(name: str, since: datetime) -> list[_Try]:
    """What was tried by a name since then, the latest first; an unlocking counts as a success."""
    said = audit.AuditLine.objects.filter(
        moment__gt=since, object=name, act__in=(SIGN_IN, CONFIRM, UNLOCK), result__in=(DONE, FAILED)
    )
    return _read(said)


def _failures_from(address: str, since: datetime) -> list[_Try]:
    return _read(
        audit.AuditLine.objects.filter(
            moment__gt=since, act__in=(SIGN_IN, CONFIRM), result=FAILED, detail__address=address
        )
    )


def _read(said: Iterable[audit.AuditLine]) -> list[_Try]:
    latest = sorted(said, key=lambda line: line.pk, reverse=True)
    return [_Try(line.result, line.moment, line.detail.get("address", "")) for line in latest]
