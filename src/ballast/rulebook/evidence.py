"""What a photo or a paper is evidence of: the claim it is attached to, written ``progress:2025-07``."""

import re
from dataclasses import dataclass
from datetime import date

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.words import Word
from ballast.rulebook.stages import MilestoneKind


class ClaimKind(Word):
    """What is claimed; the word before the colon."""

    PROGRESS = "progress", "月度进度", "progress of a month"
    MILESTONE = "milestone", "节点", "milestone"
    PAPER = "paper", "证件", "paper"
    SLIP = "slip", "更正单", "correction slip"
    CASE = "case", "堵点与督办", "blocker or letter"


class Paper(Word):
    """The papers a project stands on, apart from its permits."""

    APPROVAL = "approval", "立项批复（核准、备案）", "approval or filing"
    CONTRACT = "contract", "施工合同", "construction contract"
    OTHER = "other", "其他材料", "another paper"


class UnknownClaim(Refusal):
    """A text that names nothing a photo could show."""


MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
SERIAL = re.compile(r"[0-9A-Za-z._-]{1,28}")
NAMED: dict[ClaimKind, type[Word]] = {ClaimKind.MILESTONE: MilestoneKind, ClaimKind.PAPER: Paper}


@dataclass(frozen=True, slots=True)
class Claim:
    """What a piece of evidence is to show: of which kind, and which month, milestone, paper or number."""

    kind: ClaimKind
    subject: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.subject}"

    @property
    def label(self) -> Sentence:
        """The claim as a person reads it."""
        if self.kind is ClaimKind.PROGRESS:
            return Sentence(f"{self.subject} 进度", f"progress of {self.subject}")
        if words := NAMED.get(self.kind):
            word = words(self.subject)
            return Sentence(word.zh, word.en)
        return Sentence(f"{self.kind.zh} {self.subject}", f"{self.kind.en} {self.subject}")

    @property
    def since(self) -> date | None:
        """The first day on which a photo can show it; None where the claim itself does not say."""
        return date.fromisoformat(f"{self.subject}-01") if self.kind is ClaimKind.PROGRESS else None


def progress_of(month: str) -> Claim:
    """The claim that a month's works were done."""
    return Claim(ClaimKind.PROGRESS, month)


def claim(text: str) -> Claim:
    """The claim ``text`` names. Raises UnknownClaim."""
    word, _, subject = text.partition(":")
    kind = next((kind for kind in ClaimKind if kind == word), None)
    if kind is None or not _fits(kind, subject):
        raise UnknownClaim(
            Sentence(f"“{text[:40]}”不是可以佐证的事项；应如 progress:2025-07、milestone:started、paper:approval",
                     f"{text[:40]!r} is nothing evidence can be attached to; write progress:2025-07 or its like"),
            where="claim", code="unknown_claim",
        )  # fmt: skip
    return Claim(kind, subject)


def _fits(kind: ClaimKind, subject: str) -> bool:
    if kind is ClaimKind.PROGRESS:
        return MONTH.fullmatch(subject) is not None
    if words := NAMED.get(kind):
        return any(word == subject for word in words)
    return SERIAL.fullmatch(subject) is not None
