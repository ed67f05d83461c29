"""Nothing of weight happens unnoted: what records also audits, what hands out files does so by the audited door."""

import ast

from ballast.site import settings
from ballast.site.boards.audit_words import ACTS
from house.source import Module, modules

HANDS_OUT = {"FileResponse", "StreamingHttpResponse"}
DOOR = "src/ballast/kit/downloads.py"
AUDITS = ("audit.write", "handed_out", "streamed", "_note")
STORY = "ballast.site.golden."  # tells a fictional city's past


def calls(module: Module, *names: str) -> list[ast.Call]:
    """Every call of a function of one of these names."""
    found = [node for node in module.nodes if isinstance(node, ast.Call)]
    return [node for node in found if _name(node.func) in names]


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        owner = called.value.id if isinstance(called.value, ast.Name) else ""
        return f"{owner}.{called.attr}"
    return called.id if isinstance(called, ast.Name) else ""


def test_what_opens_an_entry_of_the_journal_writes_an_audit_line() -> None:
    silent = [
        module.path
        for module in modules()
        if calls(module, "journal.entry", "entry") and not calls(module, "audit.write")
        and not module.dotted.startswith(STORY) and not module.path.endswith("ledger/journal.py")
    ]  # fmt: skip
    assert not silent, f"one verb, one audit line: {silent}"


def test_files_are_handed_out_by_the_audited_door_only() -> None:
    by_hand = [
        f"{module.path}:{call.lineno}"
        for module in modules()
        if module.path != DOOR
        for call in calls(module, *HANDS_OUT, "HttpResponse")
        if _name(call.func) in HANDS_OUT or any(word.arg == "content_type" for word in call.keywords)
    ]
    assert not by_hand, f"use kit.downloads: {by_hand}"


def test_the_witness_stands_before_everything_that_answers_for_us() -> None:
    ours = [name for name in settings.MIDDLEWARE if name.startswith("ballast.")]
    assert ours[0] == "ballast.site.witnessing.Witness"
    before = settings.MIDDLEWARE[: settings.MIDDLEWARE.index(ours[0])]
    assert not [name for name in before if "auth" in name or "csrf" in name or "allauth" in name]


def test_no_setting_turns_the_trail_off() -> None:
    """What writes lines asks neither the environment nor a setting, and nothing else writes to their table."""
    writers = {"src/ballast/kit/audit/__init__.py"}
    for module in modules("src/ballast/kit/audit") + modules("src/ballast/site/witnessing.py"):
        asked = {name for _, name in module.imports if name.startswith("django.conf")}
        assert not asked, f"{module.path} asks {asked}"
    [write] = [
        node for module in modules() if module.path in writers for node in module.tree.body
        if isinstance(node, ast.FunctionDef) and node.name == "write"
    ]  # fmt: skip
    returns = [node for node in ast.walk(write) if isinstance(node, ast.Return)]
    assert len(returns) == 1 and returns[0] is write.body[-1], "one way through, and it writes"


def texts(module: Module) -> dict[str, str]:
    """The module's constants that are texts, by name; also where several are set at once."""
    found: dict[str, str] = {}
    for node in module.tree.body:
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            together = isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
            names, values = (target.elts, value.elts) if together else ([target], [value])  # type: ignore[attr-defined]
            for name, said in zip(names, values, strict=False):
                if isinstance(name, ast.Name) and isinstance(said, ast.Constant) and isinstance(said.value, str):
                    found[name.id] = said.value
    return found


def test_every_act_has_its_name_on_the_page() -> None:
    said = set()
    imported = {name: text for module in modules("src/ballast/rooms/gate") for name, text in texts(module).items()}
    for module in modules():
        known = imported | texts(module)
        for call in calls(module, *AUDITS):
            acts = [*call.args[:1], *(word.value for word in call.keywords if word.arg == "act")]
            said |= {act.value for act in acts if isinstance(act, ast.Constant) and isinstance(act.value, str)}
            said |= {known[act.id] for act in acts if isinstance(act, ast.Name) and act.id in known}
    assert {"sign_in", "seal", "audit_archive"} <= said
    assert not said - set(ACTS), f"name them in site/boards/audit_words.py: {sorted(said - set(ACTS))}"
