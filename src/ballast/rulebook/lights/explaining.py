"""Why a light is what it is: rule, clause, what was reckoned, and what would end it."""

from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.book import Book
from ballast.rulebook.books.lights import Band, Light, Rule
from ballast.rulebook.grammar.refs import references
from ballast.rulebook.lights.judgement import Explanation, Judgement, Reckoned, State
from ballast.rulebook.lights.remedies import endings
from ballast.rulebook.telling.conditions import conditions, lasting, measure_name, outcome, stretch
from ballast.rulebook.telling.measures import arithmetic


def explained(see: Any, code: str) -> Explanation:
    """A light of a sight with its reasons."""
    book: Book = see.rules.book
    light, judged = book.lights[code], see.light(code)
    part = _part(light, judged)
    reckoned = tuple(
        Reckoned(code=one, name=measure_name(book, one), measured=found, sentence=arithmetic(book, one, found))
        for one in _measures(light)
        for found in [see.measure(one)]
    )
    return Explanation(
        judgement=judged, aspect=light.label, colour=_colour(book, judged),
        clause=part.clause if part is not None and part.clause.zh else light.clause,
        rule=ruled(book, light, part, judged), reckoned=reckoned if judged.state is not State.NOT_APPLICABLE else (),
        ends=endings(see, light, judged),
    )  # fmt: skip


def _part(light: Light, judged: Judgement) -> Band | Rule | None:
    if judged.rule is None:
        return None
    return light.bands[judged.rule] if light.bands else light.rules[judged.rule]


def _measures(light: Light) -> list[str]:
    """The measures a light looks at itself, each once, in the order of the book."""
    return list(dict.fromkeys(code for _, chapter, code in references(light) if chapter == "measures"))


def _colour(book: Book, judged: Judgement) -> Sentence:
    if judged.state is State.LIT:
        return book.colours[judged.colour].label
    if judged.state is State.SUSPENDED:
        would = book.colours[judged.would_be].label
        return Sentence(f"{judged.state.zh}（原为{would.zh}）", f"{judged.state.en} (else {would.en})")
    return judged.state.label


def ruled(book: Book, light: Light, part: Band | Rule | None, judged: Judgement) -> Sentence:
    """The rule that decided, in words."""
    if part is None:
        return _unruled(light, judged)
    colour = outcome(book, judged.would_be or judged.colour or str(judged.state))
    if isinstance(part, Rule):
        when = conditions(book, part.when)
        return Sentence(f"{when.zh}：{colour.zh}", f"{when.en}: {colour.en}")
    kind, use = book.uses()[light.measure]
    name, span = measure_name(book, light.measure), stretch(part, kind.unit_of(use, book))
    zh, en = f"“{name.zh}”{span.zh}", f"“{name.en}” {span.en}"
    if part.repeated:
        long, own = lasting(part), outcome(book, part.colour)
        if colour == own:
            zh, en = f"{zh}，已{long.zh}", f"{en}, {long.en}"
        else:
            zh, en = f"{zh}，{long.zh}为{own.zh}，未满时", f"{en}, {long.en} {own.en}, until then"
    return Sentence(f"{zh}：{colour.zh}", f"{en}: {colour.en}")


def _unruled(light: Light, judged: Judgement) -> Sentence:
    if judged.state is State.NOT_APPLICABLE:
        return Sentence("不在适用范围，或尚未到期", "outside what the light applies to, or not due yet")
    if judged.state is State.UNKNOWN:
        return Sentence("缺少数据，无法判断", "a fact is missing, it cannot be told")
    return Sentence("各档各条均不成立，按“其余”处理", "no band or rule holds; as the book says otherwise")
