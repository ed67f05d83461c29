"""The page: size, margins, grid and page numbers (5.1, 5.2, 7.5)."""

from typing import Any

from docx.document import Document

from ballast.kit.documents import measures as m
from ballast.kit.documents.description import Official, plain
from ballast.kit.documents.roles import BANNER, FOOT, PAGE_EVEN, PAGE_ODD, TABLE_LINE, Role
from ballast.kit.documents.runs import Inks
from ballast.kit.documents.wordml import Element, paragraph, text_run, w

# 7.5: the dash beside the number lies 7 mm below the type area; it sits in the middle of a line of TABLE_LINE.
FOOTER_DISTANCE = m.MARGIN_BOTTOM - m.twips(7) - TABLE_LINE // 2


def lay_out(document: Document, official: Official, inks: Inks) -> None:
    """Give the document's only section the page of the standard, its foot and its banner."""
    page = document.sections[0]
    page.footer.is_linked_to_previous = False
    page.even_page_footer.is_linked_to_previous = False
    document.settings.odd_and_even_pages_header_footer = True
    for footer, role, side in ((page.footer, PAGE_ODD, "right"), (page.even_page_footer, PAGE_EVEN, "left")):
        _number_page(footer._element, role, side)
        if plain(official.foot):
            footer._element.append(paragraph(FOOT.style, *inks.write(official.foot)))
    if official.banner:
        _banner(page.header, official.banner)
        _banner(page.even_page_header, official.banner)
    deeper = FOOT.line if plain(official.foot) and FOOT.line else 0  # the page number stays where it stands
    properties: Element = page._sectPr
    for child in list(properties):
        if not child.tag.endswith(("}footerReference", "}headerReference")):
            properties.remove(child)
    properties.extend(
        [
            w("pgSz", w=m.PAGE_WIDTH, h=m.PAGE_HEIGHT),
            w(
                "pgMar",
                top=m.MARGIN_TOP,
                right=m.MARGIN_RIGHT,
                bottom=m.MARGIN_BOTTOM,
                left=m.MARGIN_LEFT,
                header=m.twips(15),
                footer=FOOTER_DISTANCE - deeper,
                gutter=0,
            ),
            w("docGrid", type="linesAndChars", linePitch=m.LINE_PITCH, charSpace=m.CHARACTER_SPACE),
        ]
    )


def _banner(header: Any, words: str) -> None:
    header.is_linked_to_previous = False
    for child in list(header._element):
        header._element.remove(child)
    header._element.append(paragraph(BANNER.style, text_run(words)))


def _number_page(footer: Element, role: Role, side: str) -> None:
    """— 1 —, one character in from the outer edge."""
    for child in list(footer):
        footer.remove(child)
    field = [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", w("instrText")),
        w("r", w("fldChar", fldCharType="separate")),
        text_run("1"),
        w("r", w("fldChar", fldCharType="end")),
    ]
    field[1][0].text = "PAGE"
    indent = w("ind", **{f"{side}Chars": 100, side: role.size * 10 if role.size else 0})
    footer.append(paragraph(role.style, text_run("— "), *field, text_run(" —"), properties=(indent,)))
