"""Taking back what was set: a cell that says 撤回 and why, in place of a number."""

import re

from ballast.kit.grid import Value
from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import CellFault
from ballast.rooms.reporting.tasks.cells import Said

WORD, LONGEST = "撤回", 200
SAID = re.compile(rf"{WORD}[\s：:，,（(]*(?P<reason>.*?)[\s）)]*", re.S)


def asked(value: Value) -> str | None:
    """The reason a cell gives for taking back what was set; None where it asks for no such thing."""
    found = SAID.fullmatch(value.strip()) if isinstance(value, str) else None
    return found["reason"].strip() if found else None


def fault(where: str, before: Said, reason: str) -> CellFault | None:
    """Why nothing can be taken back here; None where it can."""
    if before is None:
        said = Sentence("没有下达过，无可撤回；应留空", "Nothing is set here to take back; leave it empty")
    elif not reason:
        said = Sentence(f"请写明撤回的原因，如“{WORD}：项目停建”", f"Say why: {WORD}：the project was stopped")
    elif len(reason) > LONGEST:
        said = Sentence(f"撤回的原因最多 {LONGEST} 字", f"A reason has at most {LONGEST} characters")
    else:
        return None
    return CellFault(where, said)
