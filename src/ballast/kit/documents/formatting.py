"""The formatting a run or paragraph of a finished file really has: its own, its styles', the defaults'."""

from collections.abc import Iterator

from docx.oxml.ns import qn

from ballast.kit.documents.opened import Line
from ballast.kit.documents.wordml import Element


class Formatting:
    """Looks properties up the way Word does: direct, character style, paragraph style and its bases, defaults."""

    def __init__(self, styles: Element) -> None:
        self._by_id = {style.get(qn("w:styleId")): style for style in styles.iter(qn("w:style"))}
        self._told: dict[tuple[str, str, str, str], str | None] = {}
        defaults = styles.find(qn("w:docDefaults"))
        self._defaults = [] if defaults is None else [defaults]

    def _chain(self, style_id: str) -> Iterator[Element]:
        seen = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            style = self._by_id[style_id]
            yield style
            based = style.find(qn("w:basedOn"))
            style_id = "" if based is None else str(based.get(qn("w:val")))

    def of_run(self, line: Line, run: Element, name: str, attribute: str = "val") -> str | None:
        """The value in force of one attribute of one run property, None when nothing sets it."""
        holders = [run.find(qn("w:rPr"))]
        named = None if holders[0] is None else holders[0].find(qn("w:rStyle"))
        if named is not None:
            holders += [style.find(qn("w:rPr")) for style in self._chain(str(named.get(qn("w:val"))))]
        own = _first(holders, name, attribute)
        return own if own is not None else self._of_style(line.style or "Normal", "rPr", name, attribute)

    def of_paragraph(self, line: Line, name: str, attribute: str = "val") -> str | None:
        """The value in force of one attribute of one paragraph property, None when nothing sets it."""
        own = _first([line.element.find(qn("w:pPr"))], name, attribute)
        return own if own is not None else self._of_style(line.style or "Normal", "pPr", name, attribute)

    def _of_style(self, style_id: str, kind: str, name: str, attribute: str) -> str | None:
        """What a style with its bases, else the defaults, say; looked up once."""
        key = (style_id, kind, name, attribute)
        if key not in self._told:
            holders = [style.find(qn(f"w:{kind}")) for style in self._chain(style_id)]
            holders += [one.find(f"{qn(f'w:{kind}Default')}/{qn(f'w:{kind}')}") for one in self._defaults]
            self._told[key] = _first(holders, name, attribute)
        return self._told[key]

    def run_style(self, run: Element) -> str:
        """The character style of a run, empty when it has none."""
        named = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        return "" if named is None else str(named.get(qn("w:val")))


def _first(holders: list[Element], name: str, attribute: str) -> str | None:
    for holder in holders:
        found = None if holder is None else holder.find(qn(f"w:{name}"))
        value = None if found is None else found.get(qn(f"w:{attribute}"))
        if value is not None:
            return str(value)
    return None


def switched_on(run: Element, name: str) -> bool:
    """Whether the run itself turns on a toggle such as w:vanish."""
    found = run.find(f"{qn('w:rPr')}/{qn(f'w:{name}')}")
    return found is not None and found.get(qn("w:val"), "1") not in ("0", "false", "off")
