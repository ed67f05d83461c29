"""Entering the approval and the contracts a project stands on, where no list brought them."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from ballast.kit import audit
from ballast.kit.ledger.journal import entry
from ballast.kit.ledger.models import Source
from ballast.kit.money import WAN, yuan
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import models
from ballast.rooms.registry.reach import require
from ballast.rulebook import codes
from ballast.rulebook.evidence import Paper
from ballast.rulebook.powers import Power

MOST = Decimal(100_000_000)  # 万元
SPACES = re.compile(r"[\s,，]")


class PaperRefused(Refusal):
    """What was entered is no approval or contract; ``where`` is the field."""


def _text(longest: int) -> Callable[[str, str], str]:
    def read(field: str, said: str) -> str:
        if len(said) > longest or "\0" in said:
            raise _refused(field, f"最多 {longest} 字，请缩短", f"has at most {longest} characters")
        return said

    return read


def _amount(field: str, said: str) -> int | None:
    """元 of an amount written in 万元."""
    if not said:
        return None
    try:
        amount = Decimal(SPACES.sub("", said))
    except InvalidOperation:
        amount = Decimal(-1)
    if not amount.is_finite() or not 0 <= amount <= MOST:
        raise _refused(field, "应为数字，单位万元，不小于 0", "is a number in 万元, 0 or more")
    return yuan(amount, WAN)


def _day(field: str, said: str) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise _refused(field, "应为日期，如 2025-07-15", "is a date, as 2025-07-15") from None


def _code(field: str, said: str) -> str:
    if not said:
        return ""
    code, wrong = codes.credit_code(said)
    if wrong is not None:
        raise PaperRefused(wrong, where=field, code="paper_refused")
    return code


FIELDS: dict[Paper, dict[str, Callable[[str, str], Any]]] = {
    Paper.APPROVAL: {
        "number": _text(100), "owner": _text(200), "credit_code": _code, "total": _amount, "approved_on": _day,
    },
    Paper.CONTRACT: {
        "number": _text(100), "party": _text(200), "credit_code": _code, "contractor": _text(200),
        "contract_amount": _amount, "signed_on": _day,
    },
}  # fmt: skip
KIND: dict[Paper, Any] = {Paper.APPROVAL: models.Approval, Paper.CONTRACT: models.Contract}


def enter_paper(
    project_id: int, paper: str, said: Mapping[str, str], *, official: OfficialCard | None, on: date, at: datetime
) -> None:
    """Enter a project's approval, or the contract of a number, as a whole: what stood under it is revised.

    Raises NotAllowed, and PaperRefused naming the field.
    """
    by = require(official, Power.REPORT, project_id=project_id, on=on)
    kind = next((kind for kind in KIND if kind == paper), None)
    if kind is None:
        raise _refused("paper", "应为立项批复或施工合同", "is an approval or a contract")
    values = {name: read(name, said.get(name, "").strip()) for name, read in FIELDS[kind].items()}
    if not any(values.values()):
        raise _refused("paper", "没有填写任何内容", "says nothing")
    with entry(at=at, by=by.username, action=f"enter {kind}") as writer:
        writer.source = Source.objects.create(
            kind="page", place=f"{kind.zh} 网上填报", received_at=writer.moment, received_by=by.username
        )
        done = writer.record([KIND[kind](project_id=project_id, **values)])
        serial = models.Project.objects.get(pk=project_id).serial
        detail = {"paper": str(kind), "number": values["number"], "revised": done.revised}
        audit.write("enter_paper", at=writer.moment, actor=by.username, object=serial, detail=detail)


def _refused(field: str, zh: str, en: str) -> PaperRefused:
    return PaperRefused(Sentence(f"这一项{zh}", f"This field {en}"), where=field, code="paper_refused")
