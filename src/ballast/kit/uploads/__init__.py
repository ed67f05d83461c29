"""Files people send: told by content what they are, held to limits, pictures decoded and their metadata read.

``receive`` is the one door; what it gives back is safe to keep and, for a picture, has a thumbnail without metadata.
The original is kept as it came and handed out as an attachment only.
"""

import re
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import PurePath

from ballast.kit.uploads.camera import Camera
from ballast.kit.uploads.looks import alike, bands
from ballast.kit.uploads.papers import inspect
from ballast.kit.uploads.pictures import Picture, picture
from ballast.kit.uploads.refusals import NotTaken, refuse
from ballast.kit.uploads.sniffing import UploadKind, kind_of_upload

__all__ = ["LARGEST", "Camera", "NotTaken", "Picture", "Upload", "UploadKind", "alike", "bands", "receive"]

LARGEST = 20 * 1024 * 1024
LONGEST_STEM = 80
UNFIT = re.compile(r"[\x00-\x1f\x7f<>:\"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that may be kept: its bytes, what it is, a name whose ending says so, and what a picture shows."""

    data: bytes
    name: str
    kind: UploadKind
    picture: Picture | None


def receive(data: bytes, name: str, *, zone: tzinfo) -> Upload:
    """Look at a file someone sent; ``zone`` is where a camera that names no zone stood. Raises NotTaken."""
    if not data.strip(b"\x00 \t\r\n"):
        raise refuse("empty", name)
    if len(data) > LARGEST:
        size = -(-len(data) // 1024 // 1024)
        raise refuse("too_large", name, size=size, limit=LARGEST // 1024 // 1024)
    kind = kind_of_upload(data, name)
    if kind.picture:
        shown = picture(data, name, zone=zone)
        return Upload(data, _named(name, shown.kind), shown.kind, shown)
    inspect(data, kind, name)
    return Upload(data, _named(name, kind), kind, None)


def _named(name: str, kind: UploadKind) -> str:
    """The name without folders, signs that hide or reverse it, and with the ending of what the file is."""
    stem = UNFIT.sub("", PurePath(name.replace("\\", "/")).stem).strip(" .")[:LONGEST_STEM]
    return f"{stem or '附件'}.{kind.ending}"
