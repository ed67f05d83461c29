"""The full pack of a city measured: bulletin, a page a county, a project and a leader, slides, workbook.

``python bench/pack.py --data FOLDER`` with a folder in which ``ballast demo`` built the golden city (797 projects, 17
areas). Every project gets its page. The pack is made, every file read back and checked, and kept; then LibreOffice
turns the same files into PDF, 200 in a call, which is about the quickest it can be asked. Slides need Impress: where it
is not installed they are left out of LibreOffice's time, and it is said.
"""

import argparse
import os
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

MONTH = "2025-07"
BATCH = 200  # LibreOffice 7.4 stops without a word after some 246 files in one call


def settle(folder: str) -> None:
    """Set Django up on the city in ``folder``."""
    os.environ |= {"BALLAST_DATA": folder, "DJANGO_SETTINGS_MODULE": "ballast.site.settings"}
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()


def official() -> Any:
    """The project office of the golden city."""
    from django.utils import timezone

    from ballast.rooms.people import queries as people
    from ballast.rooms.people.cards import OfficialCard

    account = people.official_named("xmb")
    assert account is not None
    seats = people.seats_of(account.id, on=timezone.localdate())
    return OfficialCard(account.id, account.username, account.name, seats)


def make() -> tuple[float, Any, str]:
    """Seconds of making, checking and keeping the pack; the pack, and the number of its meeting."""
    from django.utils import timezone

    from ballast.rooms.meetings import actions, queries

    who, today = official(), timezone.localdate()
    number = actions.call_meeting(
        "quarterly", title="", month=MONTH, held_on=today, place="", official=who, at=timezone.now()
    )
    start = time.perf_counter()
    made = actions.make_pack(number, official=who, on=today, at=timezone.now(), projects="all")
    seconds = time.perf_counter() - start
    pack = queries.pack(number, made)
    assert pack is not None and not pack.findings, pack and pack.findings[:3]
    return seconds, pack, number


def written(pack: Any, folder: Path) -> list[Path]:
    """The files of the pack on disk, flat, as LibreOffice is given them."""
    from ballast.rooms.meetings import queries

    paths = []
    for place, one in enumerate(pack.files, start=1):
        read = queries.pack_file(pack, place)
        assert read is not None
        paths.append(folder / f"{place:04d}{Path(one.name).suffix}")
        paths[-1].write_bytes(read[1])
    return paths


def convert(paths: list[Path], soffice: str, folder: Path) -> float:
    """Seconds LibreOffice needs for all of them; every one must come out as PDF."""
    profile, out = (folder / "profile").as_uri(), folder / "pdf"
    command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf"]
    start = time.perf_counter()
    for first in range(0, len(paths), BATCH):
        batch = map(str, paths[first : first + BATCH])
        subprocess.run([*command, "--outdir", str(out), *batch], capture_output=True, check=True)
    seconds = time.perf_counter() - start
    lost = [path.name for path in paths if not (out / path.with_suffix(".pdf").name).exists()]
    assert not lost, f"LibreOffice did not open {lost[:5]}"
    return seconds


def has_impress(soffice: str, paths: list[Path], folder: Path) -> bool:
    """Whether slides can be converted here."""
    [slides] = [path for path in paths if path.suffix == ".pptx"]
    try:
        convert([slides], soffice, folder / "tried")
    except AssertionError:
        return False
    return True


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True, help="a folder with the golden city")
    parser.add_argument("--soffice", default="soffice")
    asked = parser.parse_args()
    settle(asked.data)
    ours, pack, number = make()
    with tempfile.TemporaryDirectory(prefix="ballast-pack-") as scratch:
        folder = Path(scratch)
        paths = written(pack, folder)
        whole = has_impress(asked.soffice, paths, folder)
        theirs = convert([path for path in paths if whole or path.suffix != ".pptx"], asked.soffice, folder)
    size = sum(one.size for one in pack.files)
    print(f"meeting {number}: {len(pack.files)} files, {size / 1e6:.1f} MB, none with a finding")
    print(
        f"made, checked and kept in {ours:.1f} s; LibreOffice alone {theirs:.1f} s: {ours / theirs:.2f} times (aim 2)"
    )
    print("slides converted too" if whole else "slides left out of LibreOffice's time: Impress is not installed")


if __name__ == "__main__":
    main()
