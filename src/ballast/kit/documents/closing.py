"""The end of the document: signature, date, remark and imprint (7.3.5, 7.3.6, 7.4)."""

import unicodedata
from decimal import Decimal

from ballast.kit.documents.description import Official, plain
from ballast.kit.documents.imprint import date_in_full, imprint_lines
from ballast.kit.documents.measures import CHARACTERS_A_LINE, LINE_PITCH, characters
from ballast.kit.documents.roles import DATE, NOTE, SIGNATURE
from ballast.kit.documents.runs import Inks
from ballast.kit.documents.wordml import Element, paragraph, text_run, w


def width(text: str) -> Decimal:
    """The width of ``text`` in body characters: a Latin letter or digit takes half of one."""
    wide = sum(unicodedata.east_asian_width(sign) in "WFA" for sign in text)
    return Decimal(wide) + Decimal(len(text) - wide) / 2


def indents(signature: str, dated: str, *, sealed: bool) -> tuple[Decimal, Decimal]:
    """How many characters signature and date stand in from the right edge.

    Unsealed (7.3.5.2): the signature two in, the date's first character two after the signature's; where the
    date would be the longer it stands two in and the signature moves. Sealed (7.3.5.1): the date four in, the
    signature centred on it.
    """
    long, short = width(signature), width(dated)
    if sealed:
        return max(Decimal(0), 4 + (short - long) / 2), Decimal(4)
    if short > long:
        return 4 + short - long, Decimal(2)
    return Decimal(2), min(long - short, CHARACTERS_A_LINE - short)


def closing(official: Official, inks: Inks) -> list[Element]:
    """The paragraphs after the body."""
    end: list[Element] = []
    dated = date_in_full(official.signed_on) if official.signed_on else ""
    signature_in, date_in = indents(official.signature, dated, sealed=official.sealed)
    first = w("spacing", before=LINE_PITCH)
    if official.signature:
        end.append(paragraph(SIGNATURE.style, text_run(official.signature), properties=(first, _right(signature_in))))
        first = w("spacing", before=0)
    if dated:
        end.append(_date(dated, official, first, date_in))
    if plain(official.note):
        content = [text_run("（"), *inks.write(official.note), text_run("）")]
        end.append(paragraph(NOTE.style, *content))
    if official.imprint:
        end.extend(imprint_lines(official.imprint))
    return end


def _date(dated: str, official: Official, first: Element, stands_in: Decimal) -> Element:
    """The date from the right edge, or, under a longer signature, from where its first character belongs."""
    if official.sealed or width(dated) > width(official.signature):
        return paragraph(DATE.style, text_run(dated), properties=(first, _right(stands_in)))
    start = CHARACTERS_A_LINE - stands_in - width(dated)
    place = w("ind", leftChars=int(start * 100), left=characters(start))
    return paragraph(DATE.style, text_run(dated), properties=(first, place, w("jc", val="left")))


def _right(count: Decimal) -> Element:
    return w("ind", rightChars=int(count * 100), right=characters(count))
