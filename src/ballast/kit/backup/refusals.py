"""What a backup is refused for."""

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence


class BackupDamaged(Refusal):
    """The file is no backup, is cut short, or is not as it was written."""


class WrongPassphrase(Refusal):
    """The passphrase does not open the backup, or none was given."""


class BackupRefused(Refusal):
    """The backup is whole and does not fit this machine."""


def damaged(where: str, zh: str = "", en: str = "") -> BackupDamaged:
    """The refusal of a damaged backup; nothing has been written."""
    said = Sentence(
        f"备份文件不完整或已被改动{f'（{zh}）' if zh else ''}，没有写入任何内容；请换一份备份",
        f"The backup is cut short or was changed{f' ({en})' if en else ''}; nothing was written, take another",
    )
    return BackupDamaged(said, where=where, code="backup_damaged")
