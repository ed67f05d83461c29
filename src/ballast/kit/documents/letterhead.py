"""The head of the document: issuing mark, document number, red line, title, addressee (7.2 and 7.3.1-7.3.2)."""

from ballast.kit.documents.description import Official
from ballast.kit.documents.measures import LINE_PITCH, TEXT_WIDTH, twips
from ballast.kit.documents.roles import ADDRESSEE, MARK, NUMBER, RED, TITLE
from ballast.kit.documents.runs import Inks
from ballast.kit.documents.wordml import Element, paragraph, text_run, w

_LARGEST_MARK = 62  # points; the standard asks for a mark that is plain and not larger than needed


def letterhead(official: Official, inks: Inks) -> list[Element]:
    """The paragraphs above the body."""
    head = []
    if official.red_head:
        head.append(_mark(official.red_head))
    if official.number or official.red_head:
        head.append(_number(official.number, bool(official.red_head)))
    # 7.3.1: the title stands two lines below the red line.
    before = 2 * LINE_PITCH if head else 0
    head.append(_spaced(TITLE.style, inks.write(official.title), before))
    if official.addressee:
        # 7.3.2: one line below the title, flush left, with a full-width colon.
        head.append(_spaced(ADDRESSEE.style, [text_run(official.addressee.rstrip("：:") + "：")], LINE_PITCH))
    else:
        head.append(paragraph(ADDRESSEE.style))
    return head


def _mark(text: str) -> Element:
    """7.2.4: centred, red, its upper edge 35 mm below the upper edge of the type area."""
    size = min(_LARGEST_MARK, (TEXT_WIDTH // 20 - 4) // len(text))
    # An exact line of the letters' own height: the space before it is then the distance the standard means.
    spacing = w("spacing", before=twips(35), line=size * 22, lineRule="exact")
    run = text_run(text)
    run.rPr.extend([w("sz", val=size * 2), w("szCs", val=size * 2)])
    return paragraph(MARK.style, run, properties=(spacing,))


def _number(text: str, under_mark: bool) -> Element:
    """7.2.5 and 7.2.7: two lines below the mark, centred; the red line, as wide as the text, 4 mm below."""
    border = w("pBdr", w("bottom", val="single", sz=12, space=7, color=RED))
    before = 2 * LINE_PITCH if under_mark else 0
    spacing = w("spacing", before=before)
    content = [text_run(text)] if text else []
    return paragraph(NUMBER.style, *content, properties=(border, spacing) if under_mark else (spacing,))


def _spaced(style: str, content: list[Element], before: int) -> Element:
    return paragraph(style, *content, properties=(w("spacing", before=before),) if before else ())
