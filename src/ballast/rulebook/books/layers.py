"""Layers of a book: default <- province <- city. A table merges, everything else replaces, ``remove`` takes away."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.decoding import decoded, parsed
from ballast.rulebook.books.faults import Fault, FaultyBook
from ballast.rulebook.books.positions import line_of, positions

POLICIES = Path(__file__).parents[4] / "policies"
DEFAULT = POLICIES / "default" / "book.toml"
STANDARD = POLICIES / "presets" / "ballast-2025" / "book.toml"
OWN = ("extends", "remove")  # said by a layer for itself; not passed on


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: the name others extend it by, the file it is called, its text, and the folder it was read from."""

    name: str
    file: str
    text: str
    folder: Path | None = None


Find = Callable[[str, Layer], Layer | None]


def read(path: Path, name: str = "") -> Layer:
    """A layer from a file; raises FaultyBook where it is no text in UTF-8."""
    file = f"{name}/{path.name}" if name else path.name
    return Layer(name or str(path.resolve()), file, decoded(path.read_bytes(), file), path.resolve().parent)


def shelf(name: str, by: Layer) -> Layer | None:
    """A layer by the name it is extended by: ``default``, a preset's name, or a file beside the one that extends it."""
    if name == "default":
        return read(DEFAULT, "default")
    preset = POLICIES / "presets" / name / "book.toml"
    if "/" not in name and "\\" not in name and preset.is_file():
        return read(preset, name)
    beside = by.folder / name if by.folder else None
    return read(beside) if beside and name.endswith(".toml") and beside.is_file() else None


def stacked(top: Layer, find: Find = shelf) -> list[Layer]:
    """The layers a book rests on, the lowest first; refuses a circle and a layer there is not."""
    found = [top]
    while name := parsed(found[0].text, found[0].file).get("extends"):
        upper = found[0]
        lower = find(name, upper) if isinstance(name, str) else None
        if lower is None:
            raise FaultyBook([_at(
                upper, f'没有可续用的一层“{name}”：应为 "default"、预置规则名，或同一文件夹内的 .toml 文件',
                f'there is no layer {name!r}: "default", a preset, or a .toml file beside it',
            )])  # fmt: skip
        if lower.name in [layer.name for layer in found]:
            way = " → ".join([*(layer.file for layer in reversed(found)), lower.file])
            raise FaultyBook([_at(upper, f"层层续用绕成了圈：{way}", f"the layers go in a circle: {way}")])
        found.insert(0, lower)
    return found


def _at(layer: Layer, zh: str, en: str, key: str = "extends") -> Fault:
    return Fault(layer.file, line_of(positions(layer.text), (key,)) or 0, key, Sentence(zh, en))


def composed(layers: Sequence[Layer]) -> dict[str, Any]:
    """What the layers say together; refuses to remove what is not there."""
    whole: dict[str, Any] = {}
    for layer in layers:
        said = parsed(layer.text, layer.file)
        for place, path in enumerate(_removals(layer, said)):
            if not _remove(whole, path.split(".")):
                line = line_of(positions(layer.text), ("remove", place)) or 0
                raise FaultyBook([Fault(layer.file, line, "remove", Sentence(
                    f"下层没有“{path}”，无可删除；应写章与代码，如 lights.progress",
                    f"no layer below has {path!r}; write chapter and code, as lights.progress"))])  # fmt: skip
        whole = merged(whole, {key: value for key, value in said.items() if key not in OWN})
    return whole


def _removals(layer: Layer, said: dict[str, Any]) -> list[str]:
    paths = said.get("remove", [])
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        raise FaultyBook(
            [_at(layer, '应为文字列表，如 remove = ["lights.progress"]', "a list of texts is wanted", "remove")]
        )
    return paths


def _remove(whole: dict[str, Any], keys: list[str]) -> bool:
    table: Any = whole
    for key in keys[:-1]:
        table = table.get(key) if isinstance(table, dict) else None
    if not isinstance(table, dict) or keys[-1] not in table:
        return False
    del table[keys[-1]]
    return True


def merged(lower: dict[str, Any], upper: dict[str, Any]) -> dict[str, Any]:
    """What two layers say together: chapters and their entries merge, a key of an entry is replaced whole."""
    whole = copy.deepcopy(lower)
    for key, value in upper.items():
        both = isinstance(whole.get(key), dict) and isinstance(value, dict)
        whole[key] = _chapter(key, whole[key], value) if both else copy.deepcopy(value)
    return whole


def _chapter(chapter: str, lower: dict[str, Any], upper: dict[str, Any]) -> dict[str, Any]:
    for code, value in upper.items():
        below = lower.get(code)
        both = isinstance(below, dict) and isinstance(value, dict)
        lower[code] = _kept(chapter, below, value) | copy.deepcopy(value) if both else copy.deepcopy(value)  # type: ignore[arg-type]
    return lower


# Ways of writing one rule that shut each other out: who writes one in an upper layer gives up the other below.
LENGTHS = frozenset({"days", "workdays", "months", "years"})  # a length of time has one of them
EITHER = {"rules": ("measure", "bands", "otherwise"), "bands": ("rules", "otherwise")}


def _kept(chapter: str, below: dict[str, Any], value: dict[str, Any]) -> dict[str, Any]:
    """What of a rule below stands beside what is said of it above."""
    if chapter == "measures" and value.get("kind", below.get("kind")) != below.get("kind"):
        return {}
    if {*below, *value} <= LENGTHS:
        return {}
    gone = {lost for key in value if chapter == "lights" for lost in EITHER.get(key, ())}
    return {key: said for key, said in below.items() if key not in gone}
