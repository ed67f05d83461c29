"""From headings to columns: duplicates settled, a header one column off put right, the years of plans told apart."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ballast.kit.grid import Value
from ballast.kit.money import WAN
from ballast.rulebook.lists.columns import MONEY, WORDED
from ballast.rulebook.lists.header import UNIT_WORDS, Header
from ballast.rulebook.lists.headings import YEAR, Meaning, meaning
from ballast.rulebook.lists.named import NUMBERED, name_columns
from ballast.rulebook.lists.plan_years import REPLACED, settle_years
from ballast.rulebook.lists.profile import Profile, fit, profiles
from ballast.rulebook.lists.report import Column
from ballast.rulebook.lists.units import heading_unit

# Fields of which a list may have several columns without contradiction.
MANY = frozenset(["funding", "other_year_plan", "year_completed", "remaining", "capacity", "phone", "other", "helper"])

# Headings of money spent that may as well head words on what was done.
SPENT = frozenset(["done_by_last_year", "month_completed", "year_to_date", "to_date", "year_completed"])
# Whose total a second column of totals is.
FIXED = re.compile("固定资产|固投")
CONTRACT = re.compile("合同|中标")
PAPERS = (("approved_total", re.compile("批复|核准|备案|批准|审批|立项")), ("contract_amount", CONTRACT))


@dataclass(slots=True)
class Layout:
    """The columns of one table; ``of`` is the column of a field, ``names`` every column a name may stand in, and
    ``abreast`` those that each hold names of their own."""

    columns: dict[int, Column]
    of: dict[str, int] = field(default_factory=dict)
    names: tuple[int, ...] = ()
    abreast: tuple[int, ...] = ()
    shift: int = 0
    unsure_year: bool = False

    def index(self) -> None:
        """Fill ``of`` from the columns."""
        self.of = {}
        for number, column in sorted(self.columns.items()):
            self.of.setdefault(column.field, number)


def lay_out(header: Header, body: Sequence[Sequence[Value]], overrides: Mapping[int, str], year: int | None) -> Layout:
    """The layout of the table under ``header``; ``overrides`` gives a column the field a person chose."""
    width = max([len(row) for row in body[:2000]] + [max(header.parts, default=0) + 1])
    held = profiles(body, width)
    parts = dict(header.parts)
    shift = _shift(parts, held)
    if shift:
        parts = {column + shift: words for column, words in parts.items() if column + shift >= 0}
    meanings = {
        column: _by_content(meaning(words), held[column] if column < width else Profile(), words)
        for column, words in parts.items()
    }
    headings = {column: "".join(words) for column, words in parts.items()}
    fields = _settle(meanings, held, headings)
    unsure_year = settle_years(fields, meanings, headings, year)
    columns = {}
    for column in range(max(width, max(parts, default=0) + 1)):
        found = meanings.get(column)
        chosen = overrides.get(column)
        kind = chosen if chosen is not None else fields.get(column, "")
        heading = headings.get(column, "")
        if not heading and not kind and not (column < width and held[column].filled):
            continue
        columns[column] = Column(
            kind or ("other" if heading else "helper"),
            heading,
            found.unit if found else None,
            found.year if found else None,
            1.0 if chosen is not None else (found.confidence if found else 0.0),
            bool(found and found.foreign),
        )
    _give_way(columns, overrides)
    _number_column(columns, held)
    layout = Layout(columns, shift=shift, unsure_year=unsure_year and "annual_plan" not in overrides.values())
    layout.index()
    layout.names = name_columns(layout, parts, held, body)
    return layout


def _give_way(columns: dict[int, Column], overrides: Mapping[int, str]) -> None:
    """A field that a person gave another column is no longer that of the column it was read from."""
    taken = set(overrides.values()) - MANY
    for column, meant in columns.items():
        if meant.field in taken and column not in overrides:
            columns[column] = replace(meant, field="other")


def _number_column(columns: dict[int, Column], held: Sequence[Profile]) -> None:
    """A column without a heading, left of the names and full of numbers or marks, is the sequence."""
    names = [column for column, meant in columns.items() if meant.field == "name"]
    if not names or any(meant.field == "sequence" for meant in columns.values()):
        return
    for column in range(min(names[0], len(held)) - 1, -1, -1):
        meant = columns.get(column)
        if meant and meant.field == "helper" and fit("sequence", held[column]) > NUMBERED:
            columns[column] = replace(meant, field="sequence", confidence=0.5)
            return


def _shift(parts: Mapping[int, tuple[str, ...]], held: Sequence[Profile]) -> int:
    """By how many columns the data stand off their headings: 0, 1 or -1."""
    known = {column: found.field for column, words in parts.items() if (found := meaning(words)).field}

    def score(by: int) -> float:
        return sum(fit(kind, held[column + by]) for column, kind in known.items() if 0 <= column + by < len(held))

    names = [column for column, kind in known.items() if kind == "name"]
    if not names or any(column < len(held) and fit("name", held[column]) > 0.45 for column in names):
        return 0
    best = max((0, 1, -1), key=score)
    return best if score(best) > score(0) + 0.8 else 0


def _by_content(found: Meaning, held: Profile, words: tuple[str, ...]) -> Meaning:
    """A heading like 2021年计划 names money or words, 单位 an office or an area: the cells decide which."""
    if not found.field and words[-1] in UNIT_WORDS and held.filled:
        return replace(found, field=_unit_or_office(held), confidence=0.6)
    if not found.field and YEAR.fullmatch(heading_unit(words[0])[1]) and held.numbers and held.share(held.money) > 0.8:
        return replace(found, field="annual_plan", confidence=0.6, rank=50)
    if found.field == "goal" and held.filled and held.share(held.money) > 0.8:
        return replace(found, field="annual_plan", confidence=0.7)
    if found.field == "annual_plan" and held.filled and held.share(held.texts) > 0.7 and held.share(held.money) < 0.3:
        return replace(found, field="goal", confidence=0.7)
    if found.field in SPENT and held.filled and held.share(held.texts) > 0.7 and held.share(held.money) < 0.3:
        return replace(found, field="progress", confidence=0.6)
    if found.field in ("planned_start", "planned_completion") and held.share(held.texts) > 0.9 and held.long:
        return replace(found, field="progress", confidence=0.5)
    if found.field in WORDED and held.filled > 1 and held.share(held.numbers) > 0.9:
        return replace(found, field="", confidence=0.0)
    return found


def _unit_or_office(held: Profile) -> str:
    """What a column headed 单位 names: an area, an owner, an office, or what the row's amounts are counted in."""
    if held.areas > 1 and held.share(held.areas) > 0.35:
        return "area"
    if held.share(held.units) > 0.6:
        return "money_unit"
    if held.share(held.firms) > 0.5:
        return "owner"
    return "responsible" if held.share(held.offices) > 0.5 else ""


def _settle(meanings: Mapping[int, Meaning], held: Sequence[Profile], headings: Mapping[int, str]) -> dict[int, str]:
    """One column a field: the one whose content fits, then the better name, then the left one."""
    claims: dict[str, list[int]] = {}
    for column, found in meanings.items():
        if found.field:
            claims.setdefault(found.field, []).append(column)
    fields: dict[int, str] = {}
    for kind, columns in claims.items():
        if kind in MANY or kind == "annual_plan":
            fields.update(dict.fromkeys(columns, kind))
            continue

        def worth(column: int, kind: str = kind) -> tuple[float, bool, bool, int, int, float, int, int]:
            content = fit(kind, held[column]) if column < len(held) else 0.0
            found = meanings[column]
            yuan = not found.foreign
            fill = round(held[column].filled / max(1, max(p.filled for p in held)), 1) if column < len(held) else 0.0
            aside = _aside(headings[column]) if kind == "total_investment" else 0
            replaced = bool(REPLACED.search(headings[column]))
            return (float(content > 0.15), yuan, not replaced, -aside, -found.rank, fill, -(found.unit or WAN), -column)

        best = max(columns, key=worth)
        fields[best] = kind
    if "total_investment" not in fields.values():
        _plan_as_total(fields, meanings, held)
    _papers_totals(fields, meanings, headings)
    wider = (column for column, found in meanings.items() if found.field == "area" and column not in fields)
    fields.update((column, "wider_area") for column in [*wider][:1])
    return fields


def _aside(heading: str) -> int:
    """How far from the project's whole a column of totals is: a contract's price, or what of it are fixed assets."""
    if FIXED.search(heading):
        return 2
    return int("总投资" not in heading and CONTRACT.search(heading) is not None)


def _papers_totals(fields: dict[int, str], meanings: Mapping[int, Meaning], headings: Mapping[int, str]) -> None:
    """A second total beside the project's own is that of its approval or its contract, where its heading says so."""
    for column, found in meanings.items():
        if found.field == "total_investment" and column not in fields:
            heading = headings.get(column, "")
            told = next((field for field, words in PAPERS if words.search(heading)), None)
            if told is not None and told not in fields.values():
                fields[column] = told


def _plan_as_total(fields: dict[int, str], meanings: Mapping[int, Meaning], held: Sequence[Profile]) -> None:
    """计划投资 alone, without a year and without a 总投资 beside it, is the project's whole investment."""
    plans = [column for column, kind in fields.items() if kind == "annual_plan"]
    vague = [column for column in plans if meanings[column].year is None and meanings[column].rank == 50]
    if len(plans) == 2 and len(vague) == 1:
        fields[vague[0]] = "total_investment"


def money_columns(layout: Layout) -> dict[int, Column]:
    """The columns that hold money."""
    return {number: column for number, column in layout.columns.items() if column.field in MONEY}
