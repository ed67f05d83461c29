"""The checker: a finished .pptx opened from its bytes; texts, tables and charts against their claims."""

from collections.abc import Iterator

from ballast.kit.decks.charts import P, check_charts
from ballast.kit.decks.opened import A, OpenedDeck
from ballast.kit.documents.allowed import untagged_numbers
from ballast.kit.documents.finding import Finding, finding
from ballast.kit.documents.numbers import Lookup, check_line

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
BY_THEMSELVES = (MATH, f"{A}buAutoNum")


def check_deck(packed: bytes, *, lookup: Lookup, foot: str = "") -> list[Finding]:
    """Everything wrong with the deck; ``foot`` is the claim that must stand on every slide.

    Raises Refusal where the bytes are not a .pptx.
    """
    deck = OpenedDeck(packed)
    found = [fault for line in deck.lines() for fault in check_line(line, deck.claims, lookup)]
    found += check_charts(deck, lookup)
    found += _unread(deck)
    found += _spoken(deck)
    return [*found, *(_feet(deck, foot) if foot else ())]


def _unread(deck: OpenedDeck) -> Iterator[Finding]:
    """Parts that cannot be read, and what in a part shows numbers that are not its text."""
    formed = (name for name, root in deck.parts.items() if next(root.iter(*BY_THEMSELVES), None) is not None)
    for name in (*deck.unread(), *formed):
        yield finding("opaque", name, "含有无法核对的内容", "holds what cannot be checked")


def _spoken(deck: OpenedDeck) -> Iterator[Finding]:
    """What a screen reader says of a shape holds no number either."""
    for name, root in deck.parts.items():
        for about in root.iter(f"{P}cNvPr"):
            for number in untagged_numbers(f"{about.get('descr', '')} {about.get('title', '')}", ()):
                yield finding(
                    "untagged-number", name, f"替代文字含数字“{number}”", f"an alternative text holds {number!r}"
                )


def _feet(deck: OpenedDeck, foot: str) -> Iterator[Finding]:
    """The edition and the seal stand on every slide."""
    footed = {
        line.part
        for line in deck.lines()
        for piece in line.pieces
        if piece.tag and deck.claims.get(piece.tag, piece.tag) == foot
    }
    for name in deck.parts:
        if name.startswith("ppt/slides/slide") and name not in footed:
            yield finding("no-foot", name, "本页没有版次和封账码", "this slide does not name edition and seal")
