"""Whether two descriptions are of one project: the same, so like that a person must look, or different."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from ballast.kit.sentence import Sentence
from ballast.kit.words import Word
from ballast.rulebook.likeness.names import Name, apart, firm

# Likeness of names, in points of 100, from which a pair goes to the review list. [default]
# In different counties only the same name does.
LIKE_OF_ONE_OWNER = 60
LIKE_ON_ONE_SITE = 70
LIKE_IN_ONE_AREA = 88
OWNERS_DIFFER_BELOW = 50
SITE_TELLS_FROM = 5  # a shorter site names a town, not a plot


class Verdict(Word):
    """What the comparison of two descriptions comes to."""

    SAME = "same", "同一项目", "the same project"
    LIKE = "like", "疑似重复", "perhaps the same project"
    DIFFERENT = "different", "不同项目", "different projects"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What tells one project from another; codes in their one form, ``area`` the code of its county."""

    name: str
    area: str = ""
    project_code: str = ""
    credit_code: str = ""
    owner: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a pair, the likeness of their names (0-100), and why."""

    verdict: Verdict
    likeness: int
    reasons: tuple[Sentence, ...] = ()


SAME_CODE = Sentence("项目代码相同", "same project code")
SAME_CREDIT = Sentence("统一社会信用代码相同", "same credit code")
SAME_SITE = Sentence("建设地点相同", "same site")
SAME_AREA = Sentence("同在一个县区", "same county")
SAME_NAME = Sentence("项目名称相同", "same name")
OTHER_CODE = Sentence("项目代码不同", "different project codes")
OTHER_CREDIT = Sentence("统一社会信用代码不同", "different credit codes")
OTHER_AREA = Sentence("所在县区不同", "different counties")
OTHER_NUMBERS = Sentence("名称中的数字不同", "different numbers in the names")
PHASE_UNSAID = Sentence("一方未写明期次", "one of them names no phase")


def judge(one: Subject, other: Subject) -> Judgement:
    """Compare two descriptions. The same project code, or one owner's (or one county's) same name, is one project;
    different phases, lots or numbers never are, whatever else agrees."""
    names = apart(one.name), apart(other.name)
    alike = likeness(*names)
    if one.project_code and one.project_code == other.project_code:
        return Judgement(Verdict.SAME, alike, (SAME_CODE,))
    unsaid = _phase_unsaid(*names)
    if names[0].marks != names[1].marks and not unsaid:
        return Judgement(Verdict.DIFFERENT, alike)
    against = _against(one, other)
    same_name = names[0].core == names[1].core and not unsaid
    shared = [reason for reason in (_credit(one, other), _area(one, other)) if reason]
    if same_name and shared and not against:
        return Judgement(Verdict.SAME, 100, (SAME_NAME, *shared))
    if not _like(one, other, alike, numbers=names[0].numbers == names[1].numbers):
        return Judgement(Verdict.DIFFERENT, alike)
    site = (SAME_SITE,) if _same_site(one, other) else ()
    doubts = (*against, *((PHASE_UNSAID,) if unsaid else ()))
    if names[0].numbers != names[1].numbers:
        doubts = (*doubts, OTHER_NUMBERS)
    if not (same_name or shared) or one.area != other.area:
        doubts = (*doubts, OTHER_AREA) if one.area and other.area else doubts
    said = Sentence(f"名称相似度 {alike}", f"names {alike} % alike")
    return Judgement(Verdict.LIKE, alike, (said, *shared, *site, *doubts))


@lru_cache(maxsize=100_000)
def likeness(one: Name, other: Name) -> int:
    """How like two names are, 0-100, by the characters their cores share in order."""
    return round(fuzz.ratio(one.core, other.core))


def _phase_unsaid(one: Name, other: Name) -> bool:
    """Whether one side says nothing of a phase and the other says the first, or says more phases than the other."""
    if one.marks == other.marks:
        return False
    fewer, more = sorted((one.marks, other.marks), key=len)
    return more == {"期1"} if not fewer else fewer < more and all(mark.startswith("期") for mark in more)


def _against(one: Subject, other: Subject) -> tuple[Sentence, ...]:
    """What speaks against one project though the names agree."""
    found = []
    if one.project_code and other.project_code:
        found.append(OTHER_CODE)  # equal codes were the same project already
    if one.credit_code and other.credit_code and one.credit_code != other.credit_code:
        found.append(OTHER_CREDIT)
    return tuple(found)


def _like(one: Subject, other: Subject, alike: int, *, numbers: bool) -> bool:
    if _credit(one, other):
        return alike >= LIKE_OF_ONE_OWNER
    if _same_site(one, other):
        return alike >= LIKE_ON_ONE_SITE
    if not numbers:
        return False
    if not _area(one, other):
        return alike == 100
    return alike >= LIKE_IN_ONE_AREA and not _other_owner(one, other)


def _credit(one: Subject, other: Subject) -> Sentence | None:
    return SAME_CREDIT if one.credit_code and one.credit_code == other.credit_code else None


def _area(one: Subject, other: Subject) -> Sentence | None:
    return SAME_AREA if one.area and one.area == other.area else None


def _same_site(one: Subject, other: Subject) -> bool:
    return len(one.site) >= SITE_TELLS_FROM and firm(one.site) == firm(other.site)


def _other_owner(one: Subject, other: Subject) -> bool:
    if not (one.owner and other.owner):
        return False
    return fuzz.ratio(firm(one.owner), firm(other.owner)) < OWNERS_DIFFER_BELOW
