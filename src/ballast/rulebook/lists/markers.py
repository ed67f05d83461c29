"""Enumeration marks, counts and signs in the words of a row: 一、（一）1. ① -1, （12个）, ▲★."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ballast.rulebook.lists.words import ERROR

CN = "一二三四五六七八九十百零〇"
# One row a kind of mark, tried in order on text as written (① would become 1 in compatibility form).
# ``loose`` is the form in a column of its own, where the punctuation is often missing.
KINDS: tuple[tuple[str, str, str], ...] = (
    (
        "part",
        rf"第[{CN}]{{1,4}}(?:部分|大类|类|批次?|篇|章|板块)[、:：.]?",
        rf"第[{CN}]{{1,4}}(?:部分|大类|类|批次?|篇|章|板块)?",
    ),
    ("cnp", rf"[(（][{CN}]{{1,4}}[)）][、.．]?|[㈠-㈩]", rf"[(（]?[{CN}]{{1,4}}[)）][、.．]?|[㈠-㈩]"),
    ("cn", rf"[{CN}]{{1,4}}[、.．,，:：]", rf"[{CN}]{{1,4}}[、.．,，:：]?"),
    ("roman", r"[Ⅰ-Ⅻ]+[、.．]?|[IVX]{1,4}[、.．]", r"[Ⅰ-Ⅻ]+[、.．]?|[IVX]{2,4}[、.．]?"),
    ("letter", r"[A-HＡ-Ｈ][、.．](?=\D)", r"[A-Ha-hＡ-Ｈ][、.．]?"),
    ("nump", r"[(（]\s*\d{1,4}\s*[)）][、.．]?|[⑴-⒇]", r"[(（]?\s*\d{1,4}\s*[)）][、.．]?|[⑴-⒇]"),
    ("circ", r"[①-⑳㉑-㊿➀-➉]", r"[①-⑳㉑-㊿➀-➉]"),
    (
        "dotted",
        r"\d{1,4}(?:[.．\-－—]\d{1,3}){1,3}[、.．]?(?=[^\d.．年月%％万亿千百米公吨至~～kKmM兆/])",
        r"\d{1,4}(?:[.．\-－—]\d{1,3}){1,3}[、.．]?",
    ),
    ("dash", r"[-－—]\s*\d{1,3}[、.．]?(?=\D)", r"[-－—]\s*\d{1,3}[、.．]?"),
    ("num", r"\d{1,4}(?:[、．)）]|\.(?!\d))", r"\d{1,5}[、.．)）]?"),
    ("dashes", r"[-—－─]{2,4}(?=[^-—－─])", r"[-—－─]{1,4}"),
)
LEADING = tuple((kind, re.compile(rf"\s*(?:{strict})\s*")) for kind, strict, _ in KINDS)
ALONE = tuple((kind, re.compile(rf"\s*(?:{loose})\s*")) for kind, _, loose in KINDS)

# Kinds that number rows inside a numbered project rather than groups above it.
MINOR = frozenset({"nump", "circ", "dotted", "dash"})
MAJOR = frozenset({"part", "cn", "cnp", "roman", "letter"})

SIGNS = "▲△★☆●○◆◇■□※＊*◎#▼✱✦"
_SIGNS_AROUND = re.compile(rf"^[{re.escape(SIGNS)}\s]+|[{re.escape(SIGNS)}\s]+$")

_UNIT = r"(?:个|项|件|宗|家)"
COUNT = re.compile(
    rf"[(（【\[]\s*(?:共|计|合计|小计|总计|总共)?\s*(\d{{1,5}})\s*{_UNIT}?(?:子?项目?)?\s*(?:(?<=[个项件宗家目])[)）】\]]|[)）】\]]\s*[:：]?$|[,，;；、]|(?<=[个项件])(?=约?[\d.,]+[亿万]元?))"
    rf"|(?:共|计|合计)[有计]?\s*(\d{{1,5}})\s*{_UNIT}"
    rf"|(?<=[、.）)])(\d{{1,5}})(?:个|项|件)(?=[\u4e00-\u9fff、]{{2,}}(?:项目|工程)$)"
    rf"|(?<![\d.年第])(\d{{1,5}})\s*{_UNIT}(?:子?项目?)?\s*(?:$|[)）,，;；。])"
)
BARE_COUNT = re.compile(rf"(?:项目数?[:：]?)?(?:共|计|合计|总计)?(\d{{1,5}}){_UNIT}?(?:子?项目?)?")


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark and the words after it; ``kind`` is empty where there is none."""

    kind: str
    mark: str
    rest: str


@lru_cache(maxsize=50_000)
def leading(text: str) -> Marker:
    """The enumeration mark ``text`` begins with."""
    for kind, pattern in LEADING:
        found = pattern.match(text)
        if found and found.end() < len(text):
            return Marker(kind, found[0].strip(), text[found.end() :].strip())
    return Marker("", "", text.strip())


@lru_cache(maxsize=50_000)
def alone(text: str) -> str:
    """The kind of mark that fills a sequence cell whole, or an empty text."""
    return next((kind for kind, pattern in ALONE if pattern.fullmatch(text)), "")


@lru_cache(maxsize=50_000)
def stated_count(text: str) -> int | None:
    """The number of projects a group title states: ``续建项目（25个）``, ``共12项``."""
    found = COUNT.search(text)
    return int(next(filter(None, found.groups()))) if found else None


def without_signs(text: str) -> tuple[str, str]:
    """``text`` without the signs around it, and the signs."""
    if not text or (text[0] not in SIGNS and text[-1] not in SIGNS) or ERROR.match(text):
        return text, ""
    bare = _SIGNS_AROUND.sub("", text)
    if not bare:
        return text, ""
    signs = text.replace(bare, "", 1)
    return bare, "".join(sign for sign in signs if not sign.isspace())
