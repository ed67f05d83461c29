"""一票否决: what a single deed of a kind does by itself, whatever else a subject scored."""

from collections.abc import Iterator
from fractions import Fraction

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.scoring import DeedKind, Sheet
from ballast.rulebook.scoring.cards import NOTHING, Placed, Subject, Taken, two

VETO = Sentence("一票否决", "vetoed")


def vetoes(sheet: Sheet, subject: Subject, what: str) -> Iterator[tuple[str, DeedKind]]:
    """The kinds of deeds that veto a subject so, of which it has at least one."""
    told = {deed.code for deed in subject.deeds if deed.times > 0}
    for code, kind in sheet.deeds.items():
        counted = subject.readings[kind.measure].value if kind.measure in subject.readings else None
        if kind.veto == what and (code in told or (counted is not None and counted > 0)):
            yield code, kind


def barred(sheet: Sheet, subject: Subject) -> Sentence:
    """Why a veto keeps a subject out of the ranking; empty where none does."""
    for _, kind in vetoes(sheet, subject, "unranked"):
        return Sentence(f"不参加排名：{VETO.zh}（{kind.zh}）", f"not ranked: {VETO.en} ({kind.label.en})")
    return NOTHING


def brought_to_nought(sheet: Sheet, subject: Subject, points: Fraction) -> Iterator[Taken]:
    """What a veto takes of all that was scored."""
    for code, kind in vetoes(sheet, subject, "no_points"):
        said = Sentence(f"{VETO.zh}，总分记 0（原 {two(points)} 分）", f"{VETO.en}: no points (else {two(points)})")
        yield Taken(deed=code, name=kind.label, times=1, points=-points, said=said)
        return


def unhonoured(sheet: Sheet, placed: Placed) -> bool:
    """Whether a veto keeps a subject off lists of honour."""
    return any(sheet.deeds[one.deed].veto == "no_honours" for one in placed.deeds if one.deed in sheet.deeds)
