"""What cannot be ranked: refused with who and what, and what would be right."""

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence


class NotRankable(Refusal):
    """Subjects or deeds that do not fit their sheet."""

    def __init__(self, zh: str, en: str, *, where: str) -> None:
        super().__init__(Sentence(zh, en), where=where, code="not_rankable")


def no_class(name: str, sheet: str, classes: str) -> NotRankable:
    """A subject in none of the classes of its sheet."""
    return NotRankable(
        f"“{name}”不属于本表的任何一类（{classes}）；请在规则手册 [area_classes] 中写明",
        f"{name} stands in none of the sheet's classes ({classes}); write it into [area_classes] of the book",
        where=f"scoring.{sheet}.classes",
    )


def two_classes(name: str, sheet: str, classes: str) -> NotRankable:
    """A subject in several classes of its sheet."""
    return NotRankable(
        f"“{name}”同时属于 {classes}，只能在一类里排名；请在 [area_classes] 中只留一处",
        f"{name} stands in {classes} and can be ranked in one only; keep one of them in [area_classes]",
        where=f"scoring.{sheet}.classes",
    )


def twice(name: str, sheet: str) -> NotRankable:
    """A subject that is there twice."""
    return NotRankable(
        f"“{name}”出现了两次，应只有一次", f"{name} is there twice; once is wanted", where=f"scoring.{sheet}"
    )


def no_deed(code: str, sheet: str, known: str) -> NotRankable:
    """A deed the sheet does not know."""
    return NotRankable(
        f"评分表没有奖惩项“{code}”；已有：{known or '（无）'}",
        f"the sheet has no deed {code!r}; it has: {known or 'none'}",
        where=f"scoring.{sheet}.deeds",
    )


def no_sheet(code: str, known: str) -> NotRankable:
    """A sheet the book does not have."""
    return NotRankable(
        f"规则手册没有评分表“{code}”；已有：{known or '（无）'}",
        f"the book has no sheet {code!r}; it has: {known or 'none'}",
        where="scoring",
    )
