"""The keys of every dimension, in their order, with the names a person knows them by."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as registry
from ballast.rulebook.industries import NAMES, SECTIONS
from ballast.rulebook.stages import Stage
from ballast.rulebook.stalls import Stall
from ballast.rulebook.terms import AreaKind, Nature

Names = dict[str, Sentence]

NONE = Sentence("（未填）", "(none)")
DIMENSIONS: dict[str, Sentence] = {
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


def key_names(by: str) -> Names:
    """The names of a dimension's keys, in the order they are shown."""
    return READ[by]() if by in READ else {}


def in_order(by: str, found: Iterable[str], known: Names | None = None) -> Names:
    """The keys that were found, in the dimension's order, those nobody named last; an empty key is none of them."""
    known = key_names(by) if known is None else known
    found = set(found)
    ordered = [key for key in known if key in found] + sorted(found - set(known))
    return {key: known.get(key) or (Sentence(key, key) if key else NONE) for key in ordered}


def _areas(*kinds: AreaKind) -> Names:
    return {area.code: Sentence(area.name, area.name) for area in people.areas() if area.kind in kinds}


def _plain(mapping: Mapping[str, str]) -> Names:
    return {key: Sentence(name, name) for key, name in mapping.items()}


READ: dict[str, Callable[[], Names]] = {
    "county": partial(_areas, AreaKind.COUNTY, AreaKind.CITY),
    "park": partial(_areas, AreaKind.PARK),
    "area": partial(_areas, *AreaKind),
    "stage": lambda: {str(stage): stage.label for stage in Stage},
    "size_band": lambda: {band.code: Sentence(band.zh, band.en) for band in policy.latest().size_bands},
    "lead_industry": lambda: {
        code: Sentence(found.zh, found.en) for code, found in policy.latest().lead_industries.items()
    },
    "list": lambda: _plain(registry.named_lists()),
    "stall": lambda: {str(stall): stall.label for stall in Stall},
    "nature": lambda: {str(nature): nature.label for nature in Nature},
    "industry": lambda: {letter: Sentence(f"{letter} {s.name.zh}", f"{letter} {s.name.en}")
                         for letter, s in SECTIONS.items()},
    "division": lambda: _plain({code: f"{code} {name}" for code, name in NAMES.items()}),
}  # fmt: skip
