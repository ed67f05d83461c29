"""The disk of this machine as a store of files: each put in place in one step, so that no reader sees half of one."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage


class WholeFiles(FileSystemStorage):
    """Django's file system storage, but whole or not at all, and the same name again replaces what stood there."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """The name asked for: files are named by their hash, so what stands there is the same or damaged."""
        return name

    def _save(self, name: str, content: "File[bytes]") -> str:
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, delete=False) as unfinished:
            part = Path(unfinished.name)
            try:
                for chunk in content.chunks():
                    unfinished.write(chunk)
                unfinished.flush()
                os.fsync(unfinished.fileno())
            except OSError:
                part.unlink()
                raise
        part.replace(path)
        return name
