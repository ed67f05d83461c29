"""Formulas and conditions in words, made from the declaration itself so that they cannot stray from it."""

from ballast.kit.sentence import Sentence
from ballast.rulebook.figures import conditions as c
from ballast.rulebook.figures.columns import COLUMNS
from ballast.rulebook.figures.vocabulary import (
    Amount,
    Formula,
    Growth,
    HowMany,
    Latest,
    Published,
    Share,
    ToDate,
    Written,
)

PERIODS = {
    "month": Sentence("在本月", "in the month"),
    "year": Sentence("在今年一月至本月", "from January to the month"),
    "last_year": Sentence("在上年", "last year"),
}


def formula(said: Formula) -> Sentence:
    """A formula in words."""
    if isinstance(said, Share):
        return _two(said.part, "÷", said.whole)
    if isinstance(said, Growth):
        of = amount(said.of)
        return Sentence(f"({of.zh} − 上年同期) ÷ 上年同期", f"({of.en} − a year before) ÷ a year before")
    if isinstance(said, Written):
        if said.how == "difference":
            return _two(said.first, "−", said.second)
        share = _two(said.first, "÷", said.second)
        return Sentence(f"{share.zh} − 序时进度", f"{share.en} − scheduled share")
    return amount(said)


def amount(said: Amount) -> Sentence:
    """One amount in words."""
    if isinstance(said, Published):
        of = f"[{said.indicator}{'/' + said.lead_industry if said.lead_industry else ''}]"
        return Sentence(f"公布值{of}", f"published {of}")
    where = condition(said.where)
    if isinstance(said, HowMany):
        return _where(Sentence("项目个数", "number of projects"), where)
    ending = ""
    if isinstance(said, ToDate):
        ending = "_ytd" if said.since == "year" else "_to_date"
    column = COLUMNS[said.column + ending]
    latest = Sentence("月末", ", at month's end") if isinstance(said, Latest) else Sentence("", "")
    return _where(Sentence(f"{latest.zh}{column.zh}", f"{column.en}{latest.en}"), where)


def condition(asked: c.Condition) -> Sentence | None:
    """A condition in words; None where everything meets it."""
    if isinstance(asked, c.All | c.Any):
        parts = [said for said in map(condition, asked.of) if said is not None]
        zh, en = ("且", " and ") if isinstance(asked, c.All) else ("或", " or ")
        if not parts:
            return None
        together = Sentence(zh.join(part.zh for part in parts), en.join(part.en for part in parts))
        return together if len(parts) == 1 else Sentence(f"({together.zh})", f"({together.en})")
    if isinstance(asked, c.Not):
        inner = condition(asked.of) or Sentence("任何", "anything")
        return Sentence(f"非{inner.zh}", f"not {inner.en}")
    if isinstance(asked, c.OnList):
        return Sentence(f"在名单[{asked.code}]", f"on the list [{asked.code}]")
    return _atom(asked)


def _atom(asked: c.Condition) -> Sentence:
    column = COLUMNS[asked.column]  # type: ignore[attr-defined]
    if isinstance(asked, c.Is):
        words = f"[{', '.join(asked.values)}]"
        return Sentence(f"{column.zh}为{words}" if asked.values else column.zh,
                        f"{column.en} is {words}" if asked.values else column.en)  # fmt: skip
    if isinstance(asked, c.AtLeast):
        return Sentence(f"{column.zh}≥{asked.bound:,}", f"{column.en} ≥ {asked.bound:,}")
    if isinstance(asked, c.Below):
        return Sentence(f"{column.zh}<{asked.bound:,}", f"{column.en} < {asked.bound:,}")
    if isinstance(asked, c.Within):
        when = PERIODS[asked.period]
        return Sentence(f"{column.zh}{when.zh}", f"{column.en} {when.en}")
    return Sentence(f"有{column.zh}", f"{column.en} known")


def _two(first: Amount, sign: str, second: Amount) -> Sentence:
    one, other = amount(first), amount(second)
    return Sentence(f"{one.zh} {sign} {other.zh}", f"{one.en} {sign} {other.en}")


def _where(what: Sentence, where: Sentence | None) -> Sentence:
    if where is None:
        return what
    return Sentence(f"{what.zh}{{{_bare(where.zh)}}}", f"{what.en} {{{_bare(where.en)}}}")


def _bare(text: str) -> str:
    """Without the outermost brackets, where one pair holds it all."""
    whole = text.startswith("(") and text.endswith(")") and text.count("(") == 1
    return text[1:-1] if whole else text
