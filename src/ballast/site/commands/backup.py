"""``ballast backup -o FILE``: the whole installation into one file, while it serves."""

import argparse
from pathlib import Path

from django.utils import timezone

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.site import keeping
from ballast.site.commands import say_json

FAULTY = 1


def add(parser: argparse.ArgumentParser) -> None:
    """Where to, and by which passphrase."""
    parser.add_argument("-o", "--output", required=True, type=Path, help="the file to write / 输出文件")
    parser.add_argument("--by", default="ballast", help="who backs up / 备份人")
    add_passphrase(parser)


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    """The file a passphrase stands in: on the command line everyone on the machine could read it."""
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="encrypt by the first line of FILE / 以文件首行为口令加密"
    )


def passphrase(path: Path | None) -> str:
    """The first line of the file; empty where none is named. Raises Refusal where it says nothing."""
    if path is None:
        return ""
    said = path.read_text(encoding="utf-8").split("\n")[0].strip()
    if not said:
        raise Refusal(Sentence("口令文件首行是空的", "The first line of the passphrase file is empty"),
                      where=str(path), code="no_passphrase")  # fmt: skip
    return said


def run(chosen: argparse.Namespace) -> int:
    """Write it, and say what it holds."""
    word = passphrase(chosen.passphrase_file)
    done = keeping.back_up(chosen.output, passphrase=word, at=timezone.now(), by=chosen.by)
    say(done, chosen, f"已备份到 {chosen.output} / backed up")
    if not chosen.json and not done.key:
        print("未加密的备份不含签名密钥（data/secret），请另行保存 / the signing key is only in encrypted backups")
    return FAULTY if done.lacking else 0


def say(done: keeping.Kept, chosen: argparse.Namespace, told: str) -> None:
    """What a backup holds, on the way out."""
    if chosen.json:
        say_json({"rows": done.rows, "files": done.files, "months": done.months, "bytes": done.bytes,
                  "sha256": done.sha256, "key": done.key, "lacking": list(done.lacking)})  # fmt: skip
        return
    print(f"{told}：{done.rows} 行 / rows，{done.files} 个文件 / files，{done.months} 个封账文件 / of sealed months")
    print(f"sha256 {done.sha256}")
    for name in done.lacking:
        print(f"缺失或损坏，没有备份 / gone or damaged, not in it: {name}")
