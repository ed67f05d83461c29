"""Docstrings say what in one sentence; types are the first documentation."""

import ast
from collections.abc import Iterator

from house.source import Module, modules

SPOKEN = {"actions", "queries"}


def is_spoken(module: Module) -> bool:
    """Whether others call this module: rulebook, kit, and the faces of the rooms."""
    if module.path.endswith("/apps.py"):
        return False
    return module.part in SPOKEN or module.dotted.startswith(("ballast.rulebook", "ballast.kit", "ballast.month"))


def public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Public functions and classes at the top of a module."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node


def test_every_module_says_what_it_is() -> None:
    silent = [m.path for m in modules() if m.tree.body and not ast.get_docstring(m.tree)]
    assert not silent


def test_what_others_call_says_what_it_does() -> None:
    silent = [
        f"{module.path}:{node.lineno} {node.name}"
        for module in modules()
        if is_spoken(module)
        for node in public(module.tree)
        if not ast.get_docstring(node)
    ]
    assert not silent, "a sentence each:\n  " + "\n  ".join(silent)


def test_what_others_call_is_typed() -> None:
    untyped = []
    for module in modules():
        for node in public(module.tree) if is_spoken(module) else ():
            if isinstance(node, ast.FunctionDef):
                named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
                if node.returns is None or any(argument.annotation is None for argument in named):
                    untyped.append(f"{module.path}:{node.lineno} {node.name}")
    assert not untyped
