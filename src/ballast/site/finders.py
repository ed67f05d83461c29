"""The few files of the npm packages that pages use; the packages hold hundreds more."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage


class NpmFinder(BaseFinder):
    """Serves ``settings.NPM_FILES``: the address below ``static/`` and the place below ``node_modules``."""

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        """The file behind an address; None, or an empty list, where it is none of ours."""
        place = settings.NPM_FILES.get(path)
        found = str(settings.NPM / place) if place else None
        if find_all:
            return [found] if found else []
        return found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """Every file with the storage that reads it under its address."""
        for path, place in settings.NPM_FILES.items():
            yield path, _Named(path, place)


class _Named(FileSystemStorage):
    """Reads one npm file under the name it is served by."""

    def __init__(self, name: str, place: str) -> None:
        super().__init__(location=settings.NPM)
        self._name, self._place = name, place

    def path(self, name: str) -> str:
        return super().path(self._place if name == self._name else name)
