"""One act: one transaction, one line of the journal, one audit line; with a key of its own, done once only."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from ballast.kit import audit
from ballast.kit.ledger import journal
from ballast.kit.ledger.canonical import json_text
from ballast.kit.ledger.journal import Writer
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.reporting.cards import Outcome
from ballast.rooms.reporting.loop.hands import Hands
from ballast.rooms.reporting.models import Act
from ballast.rulebook.loop import Verb

LONGEST_KEY = 100
NAMED = 50


class KeyUsed(Refusal):
    """The key of an act that said something else."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One act as asked for: ``said`` is what it says, as JSON, so that the same key cannot say two things."""

    verb: Verb
    month: str
    serials: tuple[str, ...]
    said: Any
    hands: Hands
    at: datetime
    key: str = ""

    @property
    def what(self) -> str:
        """What it is about, for the audit line."""
        more = f" 等 {len(self.serials)} 项" if len(self.serials) > 1 else ""
        return f"{self.month} {self.serials[0] if self.serials else ''}{more}"

    def digest(self) -> str:
        """The hash of what it says."""
        return sha256(json_text([self.verb, self.month, self.said]).encode()).hexdigest()


def perform(asked: Asked, do: Callable[[Writer], Outcome]) -> Outcome:
    """Do it and keep its answer; done before under the same key, give the first answer. Refusals are audited."""
    try:
        if len(asked.key) > LONGEST_KEY:
            raise KeyUsed(
                Sentence(f"操作编号超过 {LONGEST_KEY} 字", f"The key of an act has at most {LONGEST_KEY} characters"),
                where=asked.key[:20], code="key_long",
            )  # fmt: skip
        with journal.entry(at=asked.at, by=asked.hands.by, action=f"report {asked.verb}") as writer:
            return _answered(asked) or _done(asked, do(writer), writer)
    except Refusal as refused:
        detail = {"code": refused.code, "where": refused.where}
        _audit(asked, asked.at, result="refused", detail=detail)
        raise


def _answered(asked: Asked) -> Outcome | None:
    """The answer given before under the same key."""
    before = Act.objects.filter(by=asked.hands.by, key=asked.key).first() if asked.key else None
    if before is None:
        return None
    if before.digest != asked.digest():
        raise KeyUsed(
            Sentence("这个操作编号已用于另一次操作；请换一个编号", "This key was used for another act; take a new one"),
            where=asked.key, code="key_used",
        )  # fmt: skip
    return Outcome.read(before.answer)


def _done(asked: Asked, outcome: Outcome, writer: Writer) -> Outcome:
    if asked.key:
        Act.objects.create(
            by=asked.hands.by, key=asked.key, digest=asked.digest(), at=writer.moment, answer=outcome.plain()
        )
    moved = {"count": len(outcome.moved), "serials": [one.serial for one in outcome.moved[:NAMED]]}
    _audit(asked, writer.moment, result="done", detail=moved | {"conflicts": len(outcome.conflicts)})
    return outcome


def _audit(asked: Asked, at: datetime, *, result: str, detail: dict[str, Any]) -> None:
    audit.write(f"report_{asked.verb}", at=at, actor=asked.hands.by, object=asked.what, result=result, detail=detail)
