"""No clock below the view: date and moment are told. A view asks for the day at one place, a test at its own."""

import ast
import re

from house.source import ROOT, Module, modules, tracked

CLOCKS = {"now", "today", "utcnow", "localtime", "localdate", "Now", "day_of"}
OWNERS = ("datetime", "date", "timezone", "dt", "functions", "clock")
TELLERS = {"views", "api", "forms", "admin", "commands"}
MAY_LOOK = ("ballast.site.",)
THE_CLOCK = "ballast.kit.clock"
# Where today is the machine's, whatever day a demonstration is shown on: a token ends when its day is over.
BY_THE_MACHINE = {"ballast.rooms.gate.views.tokens"}
OF_THE_MACHINE, ITSELF = re.compile(r"\bdate(time)?\.(today|now|utcnow)\("), "tests/house/test_clock.py"


def readings(module: Module) -> list[str]:
    """Every place in ``module`` that looks at a clock."""
    return [
        f"{module.path}:{node.lineno}"
        for node in module.nodes
        if isinstance(node, ast.Call | ast.keyword) and _reads_clock(node)
    ]


def days(module: Module) -> list[str]:
    """Every place in ``module`` that takes its day from elsewhere than the one clock."""
    return [
        f"{module.path}:{node.lineno}"
        for node in module.nodes
        if isinstance(node, ast.Attribute)
        and (node.attr == "localdate" or (node.attr == "today" and _name(node.value) in ("date", "datetime")))
    ]


def _reads_clock(node: ast.Call | ast.keyword) -> bool:
    if isinstance(node, ast.keyword):
        return node.arg in ("auto_now", "auto_now_add")
    if isinstance(node.func, ast.Attribute):
        owner = _name(node.func.value)
        if owner == "time":
            return node.func.attr in ("time", "time_ns")
        return node.func.attr in CLOCKS and owner in OWNERS
    return isinstance(node.func, ast.Name) and node.func.id in CLOCKS - {"day_of"}


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def test_no_clock_below_the_view() -> None:
    below = [m for m in modules() if m.part not in TELLERS and not m.dotted.startswith(MAY_LOOK)]
    looks = [place for module in below if module.dotted != THE_CLOCK for place in readings(module)]
    assert not looks, f"pass `on: date` or `at: datetime` instead: {looks}"


def test_every_view_asks_one_clock_for_the_day() -> None:
    others = [m for m in modules() if m.dotted != THE_CLOCK and m.dotted not in BY_THE_MACHINE]
    elsewhere = [place for module in others for place in days(module)]
    assert not elsewhere, f"ask `kit.clock` for the day: {elsewhere}"
    stale = [name for name in BY_THE_MACHINE if not any(days(m) for m in modules() if m.dotted == name)]
    assert not stale, f"these no longer look at the machine's day: {stale}"


def test_tests_ask_their_own_clock() -> None:
    files = [name for name in tracked() if name.startswith("tests/") and name.endswith(".py") and name != ITSELF]
    elsewhere = [name for name in files if OF_THE_MACHINE.search((ROOT / name).read_text(encoding="utf-8"))]
    assert not elsewhere, f"the machine's day may end while they run; ask `django.utils.timezone`: {elsewhere}"


def test_the_check_sees_a_clock() -> None:
    code = "x = datetime.datetime.now()\ny = timezone.now()\nz = date.today()\nw = time.time()\nv = clock.today()\n"
    module = Module("src/ballast/kit/x.py", code, ast.parse(code))
    assert len(readings(module)) == 5
    assert len(days(module)) == 1
