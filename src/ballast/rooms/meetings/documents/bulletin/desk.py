"""The desk: the fixed figures of one edition, put into the words where they are named."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from string import Formatter
from typing import Any

from ballast.kit.documents import Claim, FactRun, FigureRun, Run
from ballast.rooms.figures import queries as figures
from ballast.rooms.figures.cards import Figure, Value
from ballast.rooms.meetings.documents.bulletin.forms import written
from ballast.rooms.meetings.documents.bulletin.wording import Passage
from ballast.rooms.meetings.reading import Reading, banner
from ballast.rooms.reporting.cards import CorrectionCard

Runs = list[Run | FigureRun | FactRun]


class Desk:
    """Everything one bulletin is written from: a month and the number of its edition."""

    def __init__(self, month: str, edition: int, reading: Reading | None = None) -> None:
        self.month = month
        self.edition = edition
        self.reading = reading or Reading()
        self.banner = banner(edition)
        self.period = f"1—{int(month[5:])}月" if month[5:] != "01" else "1月"

    @cached_property
    def whole(self) -> Mapping[str, Figure]:
        """Every figure of the month for the whole city."""
        return self.reading.figures(self.month, self.edition, "")

    @cached_property
    def by_county(self) -> Mapping[str, Figure]:
        """Every figure of the month by county."""
        return self.reading.figures(self.month, self.edition, "county")

    @property
    def rows(self) -> Mapping[str, Mapping[str, Any]]:
        """Every project's row, by serial."""
        return self.reading.rows(self.month, self.edition)

    @cached_property
    def at(self) -> datetime | None:
        """The moment of the edition; None for an open month."""
        return figures.edition_moment(self.month, self.edition) if self.edition else None

    def run(self, code: str, form: str, value: Value, by: tuple[tuple[str, str], ...] = ()) -> FigureRun | None:
        """One value with its claim; None where it is absent."""
        text = written(value, form)
        if text is None:
            return None
        return FigureRun(text, Claim(code, self.month, self.edition, form, by), title=self.whole[code].name.zh)

    def clause(self, words: str) -> Runs:
        """The runs of one clause; empty where a figure it names is absent."""
        runs: Runs = []
        for text, field, form, _ in Formatter().parse(words):
            if text:
                runs.append(Run(text))
            if field == "period":
                runs.append(Run(self.period))
            elif field:
                run = self.run(field, form or "count", self.whole[field].total)
                if run is None:
                    return []
                runs.append(run)
        return runs

    def paragraphs(self, passages: Iterable[Passage]) -> Iterator[Runs]:
        """Each passage as the runs of a paragraph; passages with nothing known are left out."""
        for passage in passages:
            known = [(clause, runs) for clause in passage.clauses if (runs := self.clause(clause))]
            told = [runs for clause, runs in known if passage.noughts or not self._nought(clause)]
            if told:
                yield [*self.clause(passage.opening), *joined(told)]
            elif known and passage.none:
                yield [Run(passage.none)]

    def _nought(self, words: str) -> bool:
        """Whether the first figure a clause names is nought."""
        code = next(field for _, field, _, _ in Formatter().parse(words) if field)
        return self.whole[code].total.numerator == 0

    def fact(self, serial: str, column: str, text: str) -> FactRun:
        """A value of one project's row in this edition, as printed."""
        return FactRun(text, f"{serial}/{column}/{self.month}/e{self.edition}")

    def slip(self, card: CorrectionCard, part: str, text: str) -> FactRun:
        """A value of a correction slip, as printed."""
        return FactRun(text, f"slip/{card.id}/{part}")


def joined(clauses: list[Runs]) -> Runs:
    """Clauses joined by commas and closed by a full stop."""
    runs: Runs = []
    for position, clause in enumerate(clauses):
        runs += clause
        runs.append(Run("。" if position == len(clauses) - 1 else "，"))
    return runs
