"""What the keys of a dimension are called."""

from collections.abc import Callable, Mapping
from functools import partial

from ballast.kit.sentence import Sentence
from ballast.rooms.figures import questions
from ballast.rooms.people import queries as people
from ballast.rooms.policy import queries as policy
from ballast.rooms.registry import queries as registry
from ballast.rulebook.figures.columns import FACETS
from ballast.rulebook.industries import NAMES, SECTIONS
from ballast.rulebook.stages import Stage
from ballast.rulebook.stalls import Stall
from ballast.rulebook.terms import AreaKind, LandMode, Nature

Names = dict[str, Sentence]

NONE = Sentence("（未填）", "(none)")


def labels(by: str) -> Names:
    """The name of every key a dimension may have, in the order to show them; raises UnknownDimension."""
    return READ[questions.facet(by, FACETS)]()


def _areas(*kinds: AreaKind) -> Names:
    return {area.code: Sentence(area.name, area.name) for area in people.areas() if area.kind in kinds}


def _plain(mapping: Mapping[str, str]) -> Names:
    return {key: Sentence(name, name) for key, name in mapping.items()}


def _words(words: type[Stage] | type[Stall] | type[Nature] | type[LandMode]) -> Names:
    return {str(word): word.label for word in words}


READ: dict[str, Callable[[], Names]] = {
    "county": partial(_areas, AreaKind.COUNTY, AreaKind.CITY),
    "park": partial(_areas, AreaKind.PARK),
    "area": partial(_areas, *AreaKind),
    "stage": partial(_words, Stage),
    "stall": partial(_words, Stall),
    "nature": partial(_words, Nature),
    "land_mode": partial(_words, LandMode),
    "size_band": lambda: {band.code: Sentence(band.zh, band.en) for band in policy.latest().size_bands},
    "lead_industry": lambda: {
        code: Sentence(found.zh, found.en) for code, found in policy.latest().lead_industries.items()
    },
    "list": lambda: _plain(registry.named_lists()),
    "industry": lambda: {letter: Sentence(f"{letter} {section.name.zh}", f"{letter} {section.name.en}")
                         for letter, section in SECTIONS.items()},
    "division": lambda: _plain({code: f"{code} {name}" for code, name in NAMES.items()}),
}  # fmt: skip
