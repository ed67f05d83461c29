"""Closed vocabularies: strings that know their Chinese and English names."""

from enum import StrEnum
from typing import Self

from ballast.kit.sentence import Sentence


class Word(StrEnum):
    """One word of a closed vocabulary, declared as ``NAME = "code", "中文", "English"``."""

    zh: str
    en: str

    def __new__(cls, code: str, zh: str = "", en: str = "") -> Self:
        word = str.__new__(cls, code)
        word._value_ = code
        word.zh = zh
        word.en = en
        return word

    @property
    def label(self) -> Sentence:
        """The word as a person reads it."""
        return Sentence(self.zh, self.en)
