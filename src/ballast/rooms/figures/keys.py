"""The dimensions by name, and the keys that were found of one in its order."""

from collections.abc import Iterable

from ballast.kit.sentence import Sentence
from ballast.rooms.figures.labels import NONE, Names, labels

DIMENSIONS: Names = {
    "county": Sentence("县（市、区）", "County"),
    "area": Sentence("地区", "Area"),
    "park": Sentence("园区", "Park"),
    "stage": Sentence("阶段", "Stage"),
    "size_band": Sentence("投资规模", "Size"),
    "lead_industry": Sentence("主导产业", "Lead industry"),
    "list": Sentence("名单", "List"),
    "stall": Sentence("停滞", "Stall"),
    "nature": Sentence("建设性质", "Nature"),
    "industry": Sentence("行业门类", "Industry section"),
    "division": Sentence("行业大类", "Industry division"),
}


def in_order(by: str, found: Iterable[str], known: Names | None = None) -> Names:
    """The keys that were found, in the dimension's order, those nobody named last; an empty key is none of them."""
    known = labels(by) if known is None else known
    found = set(found)
    ordered = [key for key in known if key in found] + sorted(found - set(known))
    return {key: known.get(key) or (Sentence(key, key) if key else NONE) for key in ordered}
