"""``ballast restore FILE``: a backup into an empty machine, read through before anything is written."""

import argparse
from pathlib import Path

from django.utils import timezone

from ballast.site import keeping
from ballast.site.commands import backup, verify


def add(parser: argparse.ArgumentParser) -> None:
    """From which file, by which passphrase; or only whether it is whole."""
    parser.add_argument("file", type=Path, help="the backup / 备份文件")
    parser.add_argument("--check", action="store_true", help="only read it through, write nothing / 只核对，不写入")
    parser.add_argument("--by", default="ballast", help="who restores / 恢复人")
    backup.add_passphrase(parser)


def run(chosen: argparse.Namespace) -> int:
    """Restore and verify; with --check only prove the file."""
    word = backup.passphrase(chosen.passphrase_file)
    if chosen.check:
        with keeping.opened(chosen.file, word) as archive:
            size = archive.prove()
        if not chosen.json:
            print(f"备份完好 / the backup is whole: {archive.manifest['members']} 个成员 / members, {size} bytes")
        return 0
    done = keeping.restore(chosen.file, passphrase=word, at=timezone.now(), by=chosen.by)
    backup.say(done, chosen, f"已从 {chosen.file} 恢复 / restored")
    return 0 if chosen.json else verify.run(chosen)
