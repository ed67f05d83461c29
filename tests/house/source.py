"""The source as the house tests see it: every file read and parsed once."""

import ast
import gc
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "ballast"
ROOMS = PACKAGE / "rooms"


@dataclass(frozen=True)
class Module:
    """One Python file: its path from the root, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def dotted(self) -> str:
        """The name it is imported by: ``ballast.rooms.registry.actions``."""
        return self.path.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def room(self) -> str | None:
        """The room it belongs to, if any."""
        parts = self.dotted.split(".")
        return parts[2] if parts[:2] == ["ballast", "rooms"] and len(parts) > 2 else None

    @property
    def part(self) -> str | None:
        """Which part of the room's anatomy it is: ``actions`` for ``actions.py`` and ``actions/seal.py``."""
        parts = self.dotted.split(".")
        return parts[3] if self.room and len(parts) > 3 else None

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the tree, walked once however many rules look at it."""
        return tuple(ast.walk(self.tree))

    @cached_property
    def imports(self) -> tuple[tuple[int, str], ...]:
        """Line and dotted name of everything imported, relative imports made whole."""
        return tuple(self._imported())

    def _imported(self) -> Iterator[tuple[int, str]]:
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = self._base(node)
                yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)

    def _base(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = self.dotted.split(".")
        if not self.path.endswith("__init__.py"):
            package = package[:-1]
        package = package[: len(package) - node.level + 1]
        return ".".join([*package, *([node.module] if node.module else [])])


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Every Python file below ``folders`` (from the root), migrations left out."""
    found: list[Module] = []
    gc.disable()  # the trees live as long as the tests: the collector need not walk them again and again
    for folder in folders or ("src/ballast",):
        files = sorted((ROOT / folder).rglob("*.py"))
        found += [_module(file) for file in files if "migrations" not in file.parts]
    gc.freeze()
    gc.enable()
    return tuple(found)


@cache
def _module(file: Path) -> Module:
    """One file, read and parsed once however many rules look at it."""
    text = file.read_text(encoding="utf-8")
    return Module(str(file.relative_to(ROOT)), text, ast.parse(text))


@cache
def rooms() -> tuple[Path, ...]:
    """The folders of the rooms."""
    return tuple(sorted(path.parent for path in ROOMS.glob("*/__init__.py")))


@cache
def tracked() -> tuple[str, ...]:
    """Every file git keeps that is there, by its path from the root."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(name for name in listed.split("\0") if name and (ROOT / name).exists())


@cache
def exceptions(rule: str) -> dict[str, int]:
    """The exceptions to one house rule: what, and the measure it may reach."""
    kept = tomllib.loads((ROOT / "tests/house/exceptions.toml").read_text(encoding="utf-8"))
    return dict(kept.get(rule, {}))


def ratchet(rule: str, found: dict[str, int]) -> None:
    """Hold ``found`` (what breaks the rule, and by how much) against the list, which may only shrink."""
    allowed = exceptions(rule)
    worse = [f"{what}: {size}" for what, size in found.items() if size > allowed.get(what, 0)]
    better = [f"{what}: {found.get(what, 'gone')}" for what, size in allowed.items() if found.get(what, 0) < size]
    assert not worse, f"broke the house rule '{rule}':\n  " + "\n  ".join(worse)
    assert not better, f"better than tests/house/exceptions.toml says; shrink [{rule}]:\n  " + "\n  ".join(better)
