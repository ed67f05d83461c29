"""A ranking as it is kept and read back: exact fractions as text, sentences in both languages."""

from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from ballast.kit.ledger import canonical
from ballast.kit.sentence import Sentence
from ballast.rooms.league.cards import LineCard
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.measures.measured import Absent
from ballast.rulebook.scoring import Deed, Part, Placed, Reading, Subject, Taken

NOT_KEPT = frozenset({"without"})  # what the intervals were reckoned from; they themselves are kept


def plain(what: Any) -> Any:
    """A card as JSON, fields that say nothing left out."""
    if isinstance(what, Sentence):
        return [what.zh, what.en]
    if is_dataclass(what) and not isinstance(what, type):
        told = {one.name: plain(getattr(what, one.name)) for one in fields(what) if one.name not in NOT_KEPT}
        return {name: said for name, said in told.items() if said not in (None, "", [], {}, ["", ""], False)}
    if isinstance(what, dict):
        return {str(key): plain(value) for key, value in what.items()}
    if isinstance(what, tuple | frozenset | list):
        return [plain(one) for one in (sorted(what) if isinstance(what, frozenset) else what)]
    if isinstance(what, Fraction):
        return str(what)
    return what if what is None or isinstance(what, int | float | str) else str(what)


def said(one: LineCard) -> dict[str, Any]:
    """A line as it is kept."""
    return {"placed": plain(one.placed), "reckoned": plain(one.reckoned), "subject": plain(one.subject)}


def line(kept: dict[str, Any]) -> LineCard:
    """A line as it was kept."""
    return LineCard(
        placed=_placed(kept["placed"]), subject=_subject(kept["subject"]),
        reckoned={code: Sentence(*pair) for code, pair in kept["reckoned"].items()},
    )  # fmt: skip


def line_text(subject: str, klass: str, kept: dict[str, Any]) -> str:
    """One line as the ranking's hash is taken over it."""
    return f"{klass} {subject} {canonical.json_text(kept)}"


def number(text: Any) -> Number | None:
    """A whole number or a fraction."""
    if text is None or isinstance(text, int):
        return text
    found = Fraction(text)
    return found.numerator if found.denominator == 1 else found


def sentence(pair: Any) -> Sentence:
    """A sentence; an empty one where there is none."""
    return Sentence(*pair) if pair else Sentence("", "")


def _fraction(text: Any) -> Fraction:
    return Fraction(text or 0)


def _placed(kept: dict[str, Any]) -> Placed:
    points = kept.get("points")
    return Placed(
        subject=kept["subject"], name=kept["name"], klass=kept.get("klass", ""),
        points=None if kept.get("place") is None else _fraction(points), place=kept.get("place"),
        tied=kept.get("tied", False), tier=kept.get("tier"), low=kept.get("low"), high=kept.get("high"),
        spread=kept.get("spread", 0.0), parts=tuple(_part(one) for one in kept.get("parts", ())),
        deeds=tuple(_taken(one) for one in kept.get("deeds", ())), missing=tuple(kept.get("missing", ())),
        why=sentence(kept.get("why")),
    )  # fmt: skip


def _part(kept: dict[str, Any]) -> Part:
    return Part(
        indicator=kept["indicator"], name=sentence(kept.get("name")), measure=kept["measure"],
        value=number(kept.get("value")), shown=sentence(kept.get("shown")), points=_fraction(kept.get("points")),
        full=_fraction(kept.get("full")), place=kept.get("place"), said=sentence(kept.get("said")),
        lack=kept.get("lack", ""), absent=Absent(kept["absent"]) if kept.get("absent") else None,
        sampled=kept.get("sampled", False),
    )  # fmt: skip


def _taken(kept: dict[str, Any]) -> Taken:
    return Taken(
        deed=kept["deed"], name=sentence(kept.get("name")), times=number(kept.get("times")) or 0,
        points=_fraction(kept.get("points")), said=sentence(kept.get("said")), refs=tuple(kept.get("refs", ())),
    )  # fmt: skip


def _subject(kept: dict[str, Any]) -> Subject:
    readings = {
        code: Reading(
            value=number(one.get("value")), absent=Absent(one["absent"]) if one.get("absent") else None,
            base=number(one.get("base")), said=sentence(one.get("said")),
        )
        for code, one in kept.get("readings", {}).items()
    }  # fmt: skip
    deeds = tuple(
        Deed(code=one["code"], times=one.get("times", 1), said=sentence(one.get("said")), ref=one.get("ref", ""))
        for one in kept.get("deeds", ())
    )
    return Subject(
        code=kept["code"], name=kept["name"], readings=readings, deeds=deeds,
        classes=frozenset(kept.get("classes", ())),
    )  # fmt: skip
