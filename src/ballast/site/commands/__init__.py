"""The command line ``ballast``: one module a command, each with ``add`` (its arguments) and ``run``."""

import argparse
import importlib
import json
import os
import sys
from collections.abc import Sequence
from typing import Any

from ballast.kit.refusal import Refusal
from ballast.site import environment

MODULES = {
    "demo": "demo",
    "import": "import_",
    "industries": "industries",
    "map": "map",
    "figures": "figures",
    "figure": "figure",
    "form": "form",
    "submit": "submit",
    "tasks": "tasks",
    "correct": "correct",
    "seal": "seal",
    "league": "league",
    "verify": "verify",
    "audit": "audit",
    "backup": "backup",
    "restore": "restore",
    "bulletin": "bulletin",
    "pack": "pack",
    "policy": "policy",
    "areas": "areas",
    "accounts": "accounts",
    "keys": "keys",
    "serve": "serve",
    "work": "work",
    "migrate": "migrate",
}
REFUSED = 2
LAYS_GROUND = ("demo", "migrate", "restore")  # what may run before there is a ledger to look at
STOPPED_READING = 141  # as the shell says it of a program whose reader went away: 128 + SIGPIPE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when done, 1 when it found faults, 2 when it was refused."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        done = _answered(words)
        sys.stdout.flush()
        return done
    except BrokenPipeError:
        # Whoever read us has enough, as `head` does; what is left must not be written when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STOPPED_READING


def _answered(words: Sequence[str]) -> int:
    """The exit code of the command; whatever it cannot get on with is a refusal, never a traceback."""
    from ballast.site.commands.failing import EXPECTED, refusal_of

    try:
        _awake()
        return _ran(words)
    except BrokenPipeError:
        raise
    except Refusal as refusal:
        refused = refusal
    except EXPECTED as error:
        refused = refusal_of(error)
    return refuse(refused, as_json="--json" in words)


def _ran(words: Sequence[str]) -> int:
    """Run the command from this terminal; a refusal is noted in the trail on its way out."""
    chosen = _parser(words).parse_args(words)
    from ballast.kit import audit
    from ballast.site import demonstrating
    from ballast.site.commands import failing, witnessing

    with audit.circumstances(address=f"terminal {witnessing.whoever()}"):
        try:
            if chosen.command not in LAYS_GROUND:
                demonstrating.prove()
            return int(_module(chosen.command).run(chosen))
        except BrokenPipeError:
            raise
        except Refusal as refusal:
            witnessing.note(refusal, chosen, words)
            raise
        except failing.EXPECTED as error:
            refused = failing.refusal_of(error)
            witnessing.note(refused, chosen, words)
            raise refused from error


def _awake() -> None:
    environment.use_settings()
    import django

    django.setup()


def refuse(refusal: Refusal, *, as_json: bool) -> int:
    """Say a refusal on the way out, with every cell it names: as JSON on standard output, else on standard error."""
    faults = getattr(refusal, "faults", ())
    if as_json:
        say_json({"errors": [
            {"code": refusal.code, "where": one.where, "zh": one.sentence.zh, "en": one.sentence.en}
            for one in (faults or (refusal,))
        ]})  # fmt: skip
    else:
        print(getattr(refusal, "usage", ""), end="", file=sys.stderr)
        print(refusal, file=sys.stderr)
        for one in faults:
            print(f"  {one.where} {one.sentence.both()}", file=sys.stderr)
    return REFUSED


def say_json(value: Any) -> None:
    """Print JSON as a person can read it."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def _module(command: str) -> Any:
    return importlib.import_module(f"ballast.site.commands.{MODULES[command]}")


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The arguments of the command that is asked for; no other command's module is loaded, for a quick start."""
    from ballast.site.commands.failing import Parser

    parser = Parser(prog="ballast", description="Ballast 压舱石")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in MODULES:
        sub = commands.add_parser(name, help=HELP[name])
        sub.add_argument("--json", action="store_true", help="print JSON, amounts in yuan / 输出 JSON，金额为元")
        if words[:1] == [name]:
            _module(name).add(sub)
    return parser


HELP = {
    "demo": "build the golden city / 建演示城市",
    "areas": "set up counties and parks from a sheet / 用地区名册设立县区、园区",
    "accounts": "make the first accounts from a roster / 用名册开首批账号",
    "import": "import a project list / 导入项目名单",
    "industries": "load the GB/T 4754 table / 载入国民经济行业分类",
    "map": "load county shapes (GeoJSON) / 载入区县地图",
    "figures": "list the figures / 列出指标",
    "figure": "read one figure / 读一个指标",
    "form": "write the blank monthly form / 生成月报表",
    "submit": "hand in a filled form / 报送月报表",
    "tasks": "set tasks and targets by the year's form / 下达任务和目标",
    "correct": "correct a sealed month by a slip / 封账后更正",
    "seal": "seal a month / 封账",
    "league": "the places of a month / 某月的排名",
    "verify": "read the whole ledger back / 核验台账",
    "backup": "write the whole installation to one file / 备份",
    "restore": "a backup into an empty machine / 恢复到空机器",
    "audit": "archive old audit lines, or check an archive / 归档审计记录、核对归档文件",
    "bulletin": "write the bulletin / 出通报",
    "pack": "make and check the pack of a meeting / 制作并核对会议材料",
    "policy": "check, try and adopt policy books / 核对、试算、采用规则手册",
    "keys": "reset an account's keys, at the server / 在服务器上重置账号凭证",
    "work": "do background tasks and send reminders / 后台任务与提醒",
    "serve": "serve the site / 启动网站",
    "migrate": "bring the database up to date / 更新数据库结构",
}
