"""Faults of a book: where they stand, and what would be right, in both languages."""

from collections.abc import Sequence
from typing import NamedTuple

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence


class Fault(NamedTuple):
    """One fault: file, line (0: not on a line), key, and the sentence."""

    file: str
    line: int
    key: str
    sentence: Sentence

    @property
    def where(self) -> str:
        """``yinchuan.toml:12 lights.progress.bands``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place} {self.key}".strip()


def spelled(path: tuple[str | int, ...]) -> str:
    """A key as people look it up, items of a list counted from 1: ``lights.progress.bands[2].colour``."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


class FaultyBook(Refusal):
    """A policy book that cannot be followed; ``faults`` are all that were found, ``where`` is the first one's place."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        first = faults[0]
        super().__init__(first.sentence, where=first.where, code="faulty_book")
        self.faults = tuple(faults)
