"""Building WordprocessingML elements in one line each."""

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element = Any  # lxml's elements carry no types

_BREAKS = {"\t": "tab", "\n": "br"}


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """The element ``w:tag`` with ``children`` in order and every attribute in the w: namespace."""
    element: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def fonts(name: str) -> Element:
    """The face ``name`` for every script; the hint makes “ ” — … take the East Asian face."""
    return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name, hint="eastAsia")


def text_run(text: str, *, style: str = "") -> Element:
    """A run of ``text``: tabs and line breaks become w:tab and w:br, spaces at the ends are kept."""
    run = w("r", w("rPr", *([w("rStyle", val=style)] if style else []), w("rFonts", hint="eastAsia")))
    for piece in re.split(r"([\t\n])", text):
        if piece in _BREAKS:
            run.append(w(_BREAKS[piece]))
        elif piece:
            words = w("t")
            words.text = piece
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(words)
    return run


def paragraph(style: str, *content: Element, properties: tuple[Element, ...] = ()) -> Element:
    """A paragraph in ``style``; ``properties`` are further children of w:pPr, in schema order."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *content)
