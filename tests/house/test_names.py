"""What nothing speaks of is taken out: every name the source gives stands somewhere besides where it is given."""

import ast
import re
from collections import Counter
from collections.abc import Iterator

from house.source import ROOT, Module, modules, ratchet, tracked

WORD, NAME = re.compile(r"[A-Za-z_]\w+"), re.compile(r"(?!__)[A-Za-z_]\w+")  # a name of the language is its own
# Where a name may be put to use: a test alone keeps nothing alive.
USED = ("src/", "tools/", "bench/", "policies/", "pyproject.toml", "Makefile")
READ = (".py", ".html", ".toml", ".js", ".txt", ".svg", "Makefile")
# Given for Django to find: every name of the settings, the apps' own classes, and these.
FOUND = {"app_name", "handler400", "process_exception"}
Defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def given(module: Module) -> Iterator[str]:
    """The functions, classes and constants of a module, and the methods of classes that are wholly ours."""
    for node in module.tree.body:
        if isinstance(node, Defined):
            yield node.name
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (one.id for one in targets if isinstance(one, ast.Name))
        if isinstance(node, ast.ClassDef) and not node.bases:
            yield from (one.name for one in node.body if isinstance(one, Defined))


def handed_on(module: Module) -> Iterator[str]:
    """The names a module only passes on: what it imports, and what it says it gives."""
    yield from (dotted.rpartition(".")[2] for _, dotted in module.imports)
    for node in module.tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            yield from ast.literal_eval(node.value)


def test_every_name_is_spoken_of() -> None:
    files = [name for name in tracked() if name.startswith(USED) and name.endswith(READ)]
    spoken = Counter(word for name in files for word in WORD.findall((ROOT / name).read_text(encoding="utf-8")))
    spoken.subtract(name for module in modules() for name in handed_on(module))
    ours = [one for one in modules() if one.dotted != "ballast.site.settings" and not one.dotted.endswith(".apps")]
    names = [(module, name) for module in ours for name in given(module) if NAME.fullmatch(name)]
    once = {f"{module.dotted}.{name}": 1 for module, name in names if spoken[name] < 2 and name not in FOUND}
    ratchet("spoken_of_nowhere", once)
