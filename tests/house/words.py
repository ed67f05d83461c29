"""Every string the screen may show, taken from Python and from templates."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.utils.translation.template import templatize

from house.source import PACKAGE, ROOT, Module, modules

# For each way of asking for a translation: which arguments are the message, and which the context.
ASKS: dict[str, tuple[int, int | None]] = {"_": (0, None)}
for lazy in ("", "_lazy"):
    ASKS |= {f"gettext{lazy}": (0, None), f"ngettext{lazy}": (0, None)}
    ASKS |= {f"pgettext{lazy}": (1, 0), f"npgettext{lazy}": (1, 0)}
ASKS["gettext_noop"] = (0, None)

LITERAL = r"""u?("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*{LITERAL}(?:\s*,\s*{LITERAL})?", re.DOTALL)


@dataclass(frozen=True)
class Message:
    """One string to be translated, and where it stands."""

    where: str
    text: str
    context: str | None


def in_python(module: Module) -> Iterator[Message]:
    """Messages of one Python file; a message that is not a plain string is given as ``text=''``."""
    for node in module.nodes:
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in ASKS and node.args:
                message, context = ASKS[name]
                where = f"{module.path}:{node.lineno}"
                yield Message(
                    where, _plain(node.args[message]), None if context is None else _plain(node.args[context])
                )


def in_template(text: str, where: str) -> Iterator[Message]:
    """Messages of one Django template."""
    for name, first, second in CALL.findall(templatize(text)):
        contextual = name.startswith(("p", "np"))
        said = ast.literal_eval(second if contextual else first)
        yield Message(where, said, ast.literal_eval(first) if contextual else None)


@cache
def everything() -> tuple[Message, ...]:
    """Every message of the house, looked for once."""
    found = [message for module in modules() for message in in_python(module)]
    for file in sorted(PACKAGE.rglob("templates/**/*")):
        if file.suffix in (".html", ".txt", ".svg"):
            found += in_template(file.read_text(encoding="utf-8"), str(file.relative_to(ROOT)))
    return tuple(found)


def _plain(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
