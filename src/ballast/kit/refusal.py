"""Refusals: exceptions whose sentence may be shown to the person who asked."""

from ballast.kit.sentence import Sentence


class Refusal(Exception):
    """An action that cannot act says why, where, and what would be right.

    ``where`` names the place of the fault as a person would look it up: ``名单.xlsx · Sheet1!C12`` or a key.
    """

    def __init__(self, sentence: Sentence, *, where: str = "", code: str = "refused") -> None:
        super().__init__(sentence.both())
        self.sentence = sentence
        self.where = where
        self.code = code

    def __str__(self) -> str:
        text = self.sentence.both()
        return f"{self.where}: {text}" if self.where else text
