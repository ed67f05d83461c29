"""Children in the order ISO/IEC 29500 demands: Word calls a file damaged that LibreOffice still opens."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kit.documents.official_sample import part, sample

ORDERS = {
    "pPr": "pStyle keepNext framePr widowControl pBdr tabs autoSpaceDE autoSpaceDN snapToGrid spacing ind"
    " jc outlineLvl",
    "rPr": "rStyle rFonts snapToGrid color spacing sz szCs u lang",
    "sectPr": "footerReference pgSz pgMar docGrid",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang decimalSymbol"
    " listSeparator",
    "style": "name basedOn uiPriority qFormat pPr rPr tblPr",
    "tblPr": "tblStyle tblW jc tblBorders tblLayout tblCellMar tblLook",
    "sdtPr": "alias tag id lock text",
    "font": "altName charset family pitch",
    "tcPr": "tcW vAlign",
    "trPr": "cantSplit tblHeader",
}
PARTS = ("document", "styles", "settings", "fontTable", "footer1", "footer2")


@pytest.mark.parametrize("tag", ORDERS)
def test_children_stand_in_schema_order(tag):
    order = [qn(f"w:{name}") for name in ORDERS[tag].split()]
    document = sample()
    seen = 0
    for name in PARTS:
        for element in parse_xml(part(document, f"word/{name}.xml").encode()).iter(qn(f"w:{tag}")):
            places = [order.index(child.tag) for child in element]
            assert places == sorted(places)
            seen += 1
    assert seen


def test_every_control_has_an_id_of_its_own():
    root = parse_xml(part(sample(), "word/document.xml").encode())
    ids = [element.get(qn("w:val")) for element in root.iter(qn("w:id"))]
    assert len(ids) == len(set(ids)) == 5
