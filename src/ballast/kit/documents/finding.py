"""What the checker has to say about a document."""

from dataclasses import dataclass

from ballast.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: a code for programs, where it is, and a sentence for a person."""

    code: str
    where: str
    sentence: Sentence

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence.both()}"


def finding(code: str, where: str, zh: str, en: str) -> Finding:
    """A Finding from its two wordings."""
    return Finding(code, where, Sentence(zh, en))
