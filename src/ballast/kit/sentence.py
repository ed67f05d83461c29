"""A sentence fit to show a person, in Chinese and English."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence said twice: ``zh`` first, ``en`` second; ``str()`` is the Chinese."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh

    def both(self) -> str:
        """The Chinese and the English, side by side, for terminals and logs."""
        return f"{self.zh} / {self.en}"
