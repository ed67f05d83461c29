"""A sentence in the language of whoever asked."""

from django.utils.translation import get_language

from ballast.kit.sentence import Sentence


def spoken(sentence: Sentence) -> str:
    """The sentence in the reader's language."""
    return sentence.en if (get_language() or "").startswith("en") else sentence.zh
