"""What a number in a document claims to be, as a tag that travels inside the file.

A figure's tag reads ``fig:CODE|key=value&key=value|PERIOD|eEDITION|FORM``: which figure, broken down to which
key, of which period and edition, written in which form (unit and decimals). A fact's tag reads ``fact:SOURCE``.
Word keeps 64 characters of a content control's tag, so a longer claim is kept in a part of the file's own and
the tag is ``claim:`` and the first 40 hexadecimal digits of its SHA-256: a claim altered there no longer fits
its tag.
"""

import hashlib
from dataclasses import dataclass

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

TAG_LIMIT = 64
_RESERVED = frozenset("|&=\n\r\t")


@dataclass(frozen=True, slots=True)
class Claim:
    """One number's claim; ``by`` is the breakdown key as (dimension, value) pairs, empty for the whole."""

    code: str
    period: str
    edition: int
    form: str
    by: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        words = [self.code, self.period, self.form, *(word for pair in self.by for word in pair)]
        for word in words:
            if not word or _RESERVED & set(word):
                raise Refusal(
                    Sentence(
                        f"数据标记中的“{word}”为空或含有 | & = 及换行等保留字符",
                        f"the word {word!r} of a figure's tag is empty or holds a reserved character (| & =)",
                    ),
                    where=self.code,
                    code="bad-claim",
                )

    def tag(self) -> str:
        """The claim as one line of text."""
        by = "&".join(f"{dimension}={value}" for dimension, value in self.by)
        return f"fig:{self.code}|{by}|{self.period}|e{self.edition}|{self.form}"


def read_claim(tag: str) -> Claim:
    """The claim a figure's tag makes; a Refusal when it is not one."""
    try:
        code, by, period, edition, form = tag.removeprefix("fig:").split("|")
        pairs = [tuple(pair.split("=")) for pair in by.split("&")] if by else []
        keys = tuple((dimension, value) for dimension, value in pairs)
        if not tag.startswith("fig:") or not edition.startswith("e"):
            raise ValueError(tag)
        return Claim(code, period, int(edition[1:]), form, keys)
    except ValueError as error:
        raise Refusal(
            Sentence(f"“{tag}”不是数据标记", f"{tag!r} is not the tag of a figure"), where=tag, code="bad-claim"
        ) from error


def control_tag(tag: str) -> str:
    """What the content control carries for ``tag``: itself, or the digest of one too long for Word."""
    if len(tag) <= TAG_LIMIT:
        return tag
    return "claim:" + hashlib.sha256(tag.encode()).hexdigest()[:40]
