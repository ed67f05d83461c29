"""The pen: an official document described in plain words, written as .docx in the layout of GB/T 9704-2012."""

from datetime import UTC, datetime, time

import docx

from ballast.kit.documents.closing import closing
from ballast.kit.documents.description import Chart, Heading, Official, Paragraph, Picture, Pictures, Table, plain
from ballast.kit.documents.letterhead import letterhead
from ballast.kit.documents.ordinals import HeadingCounter, label
from ballast.kit.documents.packing import add_parts, packed, stamp, strip_template
from ballast.kit.documents.pictures import pictures
from ballast.kit.documents.roles import BODY, HEADINGS, RUN_IN_STYLE
from ballast.kit.documents.runs import Inks
from ballast.kit.documents.section import lay_out
from ballast.kit.documents.settings import write_settings
from ballast.kit.documents.styles import write_styles
from ballast.kit.documents.tables import table
from ballast.kit.documents.wordml import Element, paragraph, text_run
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def write_official(official: Official, *, at: datetime | None = None) -> bytes:
    """The .docx of ``official``; the same description and ``at`` give the same bytes.

    ``at`` (aware) becomes the file's created and modified time; without it the day it is signed on, or 2000-01-01.
    Raises Refusal when there is no title, a level of heading is skipped or a table is ragged.
    """
    if not plain(official.title).strip():
        raise Refusal(Sentence("公文必须有标题", "an official document must have a title"), code="no-title")
    if at is None:
        at = datetime.combine(official.signed_on, time(), UTC) if official.signed_on else _UNDATED
    document = docx.Document()
    strip_template(document)
    write_styles(document.styles.element)
    inks = Inks(document.part)
    lay_out(document, official, inks)
    write_settings(document.settings.element)
    body: Element = document.element.body
    written, end = _blocks(official, inks), closing(official, inks)
    if end and official.blocks and isinstance(official.blocks[-1], Paragraph):
        _held_together(written[-1])
    _put(body, [*letterhead(official, inks), *written, *end])
    add_parts(document, inks.long_claims)
    stamp(document, plain(official.title), official.signature, at)
    return packed(document)


def _put(body: Element, content: list[Element]) -> None:
    """Put ``content`` before the section's properties, which close the body."""
    section = body[-1]
    for element in content:
        section.addprevious(element)


def _held_together(last: Element) -> None:
    """The last paragraph goes over the page with what follows: no page holds the signature alone."""
    last.get_or_add_pPr().get_or_add_keepNext()


def _blocks(official: Official, inks: Inks) -> list[Element]:
    counter = HeadingCounter()
    written: list[Element] = []
    deepest = 0
    for block in official.blocks:
        if isinstance(block, Heading):
            _refuse_skipped(block, deepest)
            deepest = block.level
            written.append(_heading(block, counter.next(block.level), inks))
        else:
            written.extend(_block(block, inks))
    return written


def _block(block: Paragraph | Table | Picture | Pictures | Chart, inks: Inks) -> list[Element]:
    if isinstance(block, Picture | Chart):
        return pictures(Pictures([block]), inks)
    if isinstance(block, Pictures):
        return pictures(block, inks)
    if isinstance(block, Paragraph):
        return [paragraph(BODY.style, *inks.write(block.text))]
    return table(block, inks)


def _heading(heading: Heading, number: int, inks: Inks) -> Element:
    """7.3.3: 一、 （一） 1. （1）; what runs on after the heading is set as body text."""
    content = [text_run(label(heading.level, number)), *inks.write(heading.text)]
    return paragraph(HEADINGS[heading.level - 1].style, *content, *inks.write(heading.run_in, style=RUN_IN_STYLE))


def _refuse_skipped(heading: Heading, deepest: int) -> None:
    if heading.level > deepest + 1:
        raise Refusal(
            Sentence(
                f"第{heading.level}级标题之上缺少第{deepest + 1}级标题",
                f"a heading of level {heading.level} has none of level {deepest + 1} above it",
            ),
            where=plain(heading.text),
            code="skipped-level",
        )
