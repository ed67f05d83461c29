"""No clock below the view: the date and the moment are told."""

import ast

from house.source import Module, modules

CLOCKS = {"now", "today", "utcnow", "localtime", "localdate", "Now"}
TELLERS = {"views", "api", "forms", "admin", "commands"}
MAY_LOOK = ("ballast.site.",)


def readings(module: Module) -> list[str]:
    """Every place in ``module`` that looks at a clock."""
    return [
        f"{module.path}:{node.lineno}"
        for node in module.nodes
        if isinstance(node, ast.Call | ast.keyword) and _reads_clock(node)
    ]


def _reads_clock(node: ast.Call | ast.keyword) -> bool:
    if isinstance(node, ast.keyword):
        return node.arg in ("auto_now", "auto_now_add")
    if isinstance(node.func, ast.Attribute):
        owner = node.func.value
        named = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
        if named == "time":
            return node.func.attr in ("time", "time_ns")
        return node.func.attr in CLOCKS and named in ("datetime", "date", "timezone", "dt", "functions")
    return isinstance(node.func, ast.Name) and node.func.id in CLOCKS


def test_no_clock_below_the_view() -> None:
    below = [m for m in modules() if m.part not in TELLERS and not m.dotted.startswith(MAY_LOOK)]
    looks = [place for module in below for place in readings(module)]
    assert not looks, f"pass `on: date` or `at: datetime` instead: {looks}"


def test_the_check_sees_a_clock() -> None:
    code = "x = datetime.datetime.now()\ny = timezone.now()\nz = date.today()\nw = time.time()\n"
    assert len(readings(Module("src/ballast/kit/x.py", code, ast.parse(code)))) == 4
