"""Translations: every area writes its own PO part; set-up merges and compiles them, without gettext.

``python -m ballast.kit.i18n`` compiles ``locale/parts/<area>.<language>.po`` into the catalogue Django reads.
"""

import sys
from pathlib import Path

import polib

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

LOCALE = Path(__file__).resolve().parent.parent / "locale"
HEADER = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}


def parts(language: str, *, locale: Path = LOCALE) -> list[Path]:
    """The PO parts of ``language``, in the order of their names."""
    return sorted((locale / "parts").glob(f"*.{language}.po"))


def merged(language: str, *, locale: Path = LOCALE) -> polib.POFile:
    """All parts of ``language`` as one catalogue; parts that translate a string differently are refused."""
    whole = polib.POFile()
    whole.metadata = {**HEADER, "Language": language}
    said_by: dict[tuple[str | None, str], tuple[polib.POEntry, Path]] = {}
    for part in parts(language, locale=locale):
        for entry in polib.pofile(str(part), encoding="utf-8"):
            if entry.obsolete:
                continue
            key = (entry.msgctxt, entry.msgid)
            if key not in said_by:
                said_by[key] = (entry, part)
                whole.append(entry)
            elif _words(entry) != _words(said_by[key][0]):
                raise _contradiction(entry, part, *said_by[key])
    return whole


def compile_language(language: str, *, locale: Path = LOCALE) -> Path:
    """Write the ``django.mo`` of ``language`` in one step and give its path."""
    target = locale / language / "LC_MESSAGES" / "django.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".mo.part")
    unfinished.write_bytes(merged(language, locale=locale).to_binary())
    return unfinished.replace(target)


def languages(*, locale: Path = LOCALE) -> list[str]:
    """The languages that have parts, as gettext writes them: ``zh_Hans``."""
    return sorted({path.name.split(".")[1] for path in (locale / "parts").glob("*.*.po")})


def _words(entry: polib.POEntry) -> tuple[str, list[str]]:
    return entry.msgstr, [entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)]


def _contradiction(entry: polib.POEntry, part: Path, first: polib.POEntry, first_part: Path) -> Refusal:
    one, other = first.msgstr or first.msgstr_plural, entry.msgstr or entry.msgstr_plural
    return Refusal(
        Sentence(
            zh=f"“{entry.msgid}”在 {first_part.name} 译作“{one}”，在此译作“{other}”，应当一致。",
            en=f"{entry.msgid!r} is {one!r} in {first_part.name} but {other!r} here; they must agree.",
        ),
        where=f"{part.name}:{entry.linenum}",
    )


def main() -> int:
    """Compile every language that has parts."""
    for language in languages():
        compile_language(language)
    return 0


if __name__ == "__main__":
    sys.exit(main())
