"""Runs of text into the file: plain words as they are, numbers inside tagged content controls."""

from typing import Any

from ballast.kit.documents.claims import TAG_LIMIT, control_tag
from ballast.kit.documents.description import Run, Text, runs
from ballast.kit.documents.wordml import Element, text_run, w


class Inks:
    """Writes runs, numbering the controls and keeping claims too long for a tag; ``part`` takes pictures and charts."""

    def __init__(self, part: Any = None) -> None:
        self.part = part
        self.pictures = 0
        self.charts = 0
        self.long_claims: dict[str, str] = {}
        self._controls = 0

    def write(self, text: Text, *, style: str = "") -> list[Element]:
        """The elements of ``text``; ``style`` is a character style for all of it."""
        return [
            text_run(run.text, style=style)
            if isinstance(run, Run)
            else self._control(run.text, run.tag, run.title, style)
            for run in runs(text)
            if run.text
        ]

    def _control(self, text: str, tag: str, title: str, style: str) -> Element:
        """A plain-text control whose content Word will not let a person type over, though it may be deleted."""
        self._controls += 1
        short = control_tag(tag)
        if short != tag:
            self.long_claims[short] = tag
        properties = w("sdtPr")
        if title:
            properties.append(w("alias", val=title[:TAG_LIMIT]))
        properties.extend([w("tag", val=short), w("id", val=self._controls), w("lock", val="contentLocked"), w("text")])
        return w("sdt", properties, w("sdtContent", text_run(text, style=style)))
