"""The checker on the charts of a deck: where each stands, and what it shows."""

from collections.abc import Iterator

from ballast.kit.decks.opened import OpenedDeck
from ballast.kit.documents.chart_check import C, R, check_chart, check_gone, workbook_link
from ballast.kit.documents.finding import Finding
from ballast.kit.documents.numbers import Lookup

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def check_charts(deck: OpenedDeck, lookup: Lookup) -> Iterator[Finding]:
    """Every chart on every slide, and charts that stand on none."""
    shown = set()
    for name in sorted(deck.parts):
        if not name.startswith("ppt/slides/slide"):
            continue
        for frame in deck.parts[name].iter(f"{P}graphicFrame"):
            chart = next(frame.iter(f"{C}chart"), None)
            if chart is not None:
                part = deck.linked(name, str(chart.get(f"{R}id")))
                shape = str(next(frame.iter(f"{P}cNvPr")).get("name"))
                shown.add(shape)
                root = deck.parts.get(part)
                book = None if root is None else deck.raw.get(deck.linked(part, workbook_link(root)))
                yield from check_chart(root, book, shape, deck.claims, lookup)
    yield from check_gone(deck.claims, shown)
