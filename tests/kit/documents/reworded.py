"""An office file changed behind its checker's back, as somebody would in Word, PowerPoint or Excel."""

import io
import re
import zipfile


def altered(data: bytes, part: str, before: str, after: str) -> bytes:
    """The file with the first ``before`` of each part of a name like ``part`` replaced; fails where none has it."""
    changed = io.BytesIO()
    hit = False
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            read = old.read(name)
            if re.fullmatch(part, name) and before.encode() in read:
                read, hit = read.replace(before.encode(), after.encode(), 1), True
            new.writestr(name, read)
    assert hit, f"nothing in {part} reads {before}"
    return changed.getvalue()
