"""Industries by GB/T 4754-2017: sections A-T, divisions 01-97, and what follows from a code.

A code is the letter, two, three or four digits, or both (``C``, ``39``, ``392``, ``C3921``); everything here takes
any of these and raises ``UnknownIndustry`` for what the standard cannot contain. Which three- and four-digit
codes exist is told by the full official table, which is loaded from a file into the registry.
"""

import re
import unicodedata
from functools import lru_cache

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rulebook.industries.classes import HIGH_TECH, HIGH_TECH_PREFIXES, SERVICE_KINDS, ServiceKind
from ballast.rulebook.industries.divisions import NAMES
from ballast.rulebook.industries.sections import LETTER_OF, SECTIONS, Section

__all__ = [
    "HIGH_TECH", "INDUSTRIAL", "NAMES", "SECTIONS", "Section", "ServiceKind", "UnknownIndustry",
    "division_of", "is_high_tech", "is_industrial", "name_of", "normal", "section_of", "service_kind",
]  # fmt: skip

INDUSTRIAL = frozenset("BCD")  # 工业: mining, manufacturing, and the supply of electricity, heat, gas and water
FORM = re.compile(r"([A-Z]?)(\d{2,4})|([A-Z])")


class UnknownIndustry(Refusal):
    """A code that GB/T 4754-2017 cannot contain."""


@lru_cache(maxsize=5_000)
def normal(code: str) -> str:
    """The code in the one form that is stored: letter first, half width, ``C3921``; raises UnknownIndustry."""
    text = unicodedata.normalize("NFKC", code).strip().upper()
    form = FORM.fullmatch(text)
    if form is None:
        raise _unknown(code, "应为门类字母加两至四位数字，如 C39 或 C3921", "a letter and two to four digits, as C3921")
    letter, digits, alone = form.groups()
    if alone:
        if alone not in SECTIONS:
            raise _unknown(code, "门类只有 A 至 T", "sections run from A to T")
        return alone
    home = LETTER_OF.get(digits[:2])
    if home is None:
        raise _unknown(code, "大类只有 01 至 97", "divisions run from 01 to 97")
    if letter and letter != home:
        raise _unknown(code, f"大类 {digits[:2]} 属于门类 {home}", f"division {digits[:2]} belongs to section {home}")
    return home + digits


def section_of(code: str) -> Section:
    """The section (门类) a code belongs to."""
    return SECTIONS[normal(code)[0]]


def division_of(code: str) -> str | None:
    """The two digits of the division (大类); None for the letter of a section alone."""
    return normal(code)[1:3] or None


def name_of(code: str) -> str:
    """The Chinese name of the code's division, or of its section where the code is a letter."""
    division = division_of(code)
    return NAMES[division] if division else section_of(code).name.zh


def is_industrial(code: str) -> bool:
    """Whether the code is industry (工业): sections B, C and D."""
    return normal(code)[0] in INDUSTRIAL


def is_high_tech(code: str) -> bool:
    """Whether the code lies wholly in high-tech manufacturing (2017); a code too short to tell does not."""
    return normal(code)[1:].startswith(HIGH_TECH_PREFIXES)


def service_kind(code: str) -> ServiceKind | None:
    """Whom the service serves; None where the code is no service, or only the letter of a section."""
    digits = normal(code)[1:]
    for length in range(len(digits), 1, -1):
        if digits[:length] in SERVICE_KINDS:
            return SERVICE_KINDS[digits[:length]]
    return None


def _unknown(code: str, zh: str, en: str) -> UnknownIndustry:
    return UnknownIndustry(
        Sentence(f"行业代码“{code}”在 GB/T 4754-2017 中不存在：{zh}", f"{code!r} is not in GB/T 4754-2017: {en}"),
        code="unknown_industry",
    )
