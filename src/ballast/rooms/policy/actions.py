"""The verbs of the policy room: adopt a book, withdraw an adoption that has not begun to count."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from ballast.kit import audit, files
from ballast.kit.ledger.journal import entry
from ballast.kit.ledger.models import Seal, Source
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.policy import shelf
from ballast.rooms.policy.cards import AdoptionCard
from ballast.rooms.policy.models import Adoption
from ballast.rooms.policy.queries import adoption_of
from ballast.rulebook.books import Layer
from ballast.rulebook.books.decoding import decoded
from ballast.rulebook.books.layers import stacked
from ballast.rulebook.books.reading import bound, place

MONTH = re.compile(r"\d{4}-\d{2}")
LONGEST_REASON = 400


class NoDateOfEffect(Refusal):
    """A book is adopted from a day on; neither the book nor the person said which."""


class MonthSealed(Refusal):
    """The date of effect lies in a month that is sealed, or before one: its lights and figures are fixed."""


class TwoInForce(Refusal):
    """Another book was adopted from the same day on."""


class NotAdopted(Refusal):
    """No book was adopted from that day on."""


def adopt(
    data: bytes, file: str, *, effective: date | None = None, reason: str = "", folder: Path | None = None,
    at: datetime, by: str,
) -> AdoptionCard:  # fmt: skip
    """Adopt a book from a day on (else from the day it names), kept whole with the layers it rests on.

    ``folder`` is where files it extends by name lie; without one it rests on the default book or a preset only.
    Raises books.FaultyBook for a book that cannot be followed, NoDateOfEffect, MonthSealed and TwoInForce; nothing
    is kept then.
    """
    layers = stacked(Layer(file, file, decoded(data, file), folder))
    book = bound(layers)
    day = effective or book.effective
    if day is None:
        raise NoDateOfEffect(
            Sentence("没有生效日期：请在手册中写 effective，或在此填写",
                     "no date of effect: write effective in the book, or give it here"),
            where=f"{file}:1 effective", code="no_date_of_effect",
        )  # fmt: skip
    where = _where(layers, day, said=effective)
    _open(day, where=where)
    texts = shelf.texts_of(layers)
    digest = shelf.hash_of(texts)
    with entry(at=at, by=by, action="adopt book") as writer:
        _alone(day, where=where)
        kept = files.keep(data, file, at=at, by=by)
        source = Source.objects.create(kind="book", file=kept, received_at=writer.moment, received_by=by)
        writer.record([Adoption(
            effective=day, place=book.place.zh[:100], paper=book.paper.zh[:300], dated=book.date, file=kept.name,
            layers=texts, sha256=digest, reason=reason.strip()[:LONGEST_REASON], source=source,
        )])  # fmt: skip
        audit.write(
            "adopt_book", at=writer.moment, actor=by, object=f"{book.place.zh} {book.paper.zh}",
            detail={"effective": day.isoformat(), "sha256": digest, "file": file, "reason": reason.strip()},
        )  # fmt: skip
    return adoption_of(day)


def withdraw(effective: date, *, reason: str, at: datetime, by: str) -> None:
    """Withdraw an adoption whose months are all open; the book before it holds on.

    Raises NotAdopted, MonthSealed, and NoReason (a Refusal) without a reason.
    """
    if not reason.strip():
        raise Refusal(
            Sentence("撤回采用须写明原因", "a reason is wanted to withdraw an adoption"),
            where=str(effective), code="no_reason",
        )  # fmt: skip
    _open(effective, where=f"effective {effective}")
    with entry(at=at, by=by, action="withdraw book") as writer:
        standing = Adoption.objects.current().filter(effective=effective).first()
        if standing is None:
            raise NotAdopted(
                Sentence(f"没有自 {effective} 起采用的手册", f"no book was adopted from {effective} on"),
                where=str(effective), code="not_adopted",
            )  # fmt: skip
        writer.withdraw([standing])
        audit.write(
            "withdraw_book", at=writer.moment, actor=by, object=f"{standing.place} {standing.paper}",
            detail={"effective": effective.isoformat(), "sha256": standing.sha256, "reason": reason.strip()},
        )  # fmt: skip


def _where(layers: Sequence[Layer], day: date, *, said: date | None) -> str:
    """Where the date of effect stands: in the book, by file and line, or as the person said it."""
    if said is not None:
        return f"effective {day}"
    file, line = place(layers, ("effective",))
    return f"{file}:{line} effective"


def _open(effective: date, *, where: str) -> None:
    """Refuse a date of effect in a sealed month, or before one."""
    month = f"{effective:%Y-%m}"
    subjects = Seal.objects.filter(subject__gte=month).values_list("subject", flat=True)
    sealed = sorted(subject for subject in set(subjects) if MONTH.fullmatch(subject))
    if sealed:
        raise MonthSealed(
            Sentence(
                f"{sealed[-1]} 已封账，生效日期须在其后：应为 {_next(sealed[-1])} 或以后",
                f"{sealed[-1]} is sealed; the date of effect must be {_next(sealed[-1])} or later",
            ),
            where=where, code="month_sealed",
        )  # fmt: skip


def _next(month: str) -> date:
    year, number = divmod(int(month[:4]) * 12 + int(month[5:]), 12)
    return date(year, number + 1, 1)


def _alone(effective: date, *, where: str) -> None:
    """Refuse two books from one day."""
    other = Adoption.objects.current().filter(effective=effective).first()
    if other is not None:
        raise TwoInForce(
            Sentence(
                f"自 {effective} 起已采用“{other.paper}”；同一天不能有两本生效，请另择日期或先撤回",
                f"{other.paper!r} was adopted from {effective} on; choose another day, or withdraw it first",
            ),
            where=where, code="two_in_force",
        )  # fmt: skip
