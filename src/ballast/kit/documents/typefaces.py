"""The typefaces official documents are set in, with the names that pass for each and what may stand in.

GB/T 9704-2012: 小标宋 for the title (7.3.1) and the issuing mark (7.2.4), 仿宋 for the text (5.2.2), 黑体 and
楷体 for the first two levels of headings (7.3.3), 宋体 for the page number (7.5).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Typeface:
    """``name`` is written into the file; ``same`` are other names of the same face; ``stands_in`` renders it."""

    name: str
    same: tuple[str, ...]
    stands_in: tuple[str, ...]
    family: str

    def accepts(self, name: str) -> bool:
        """Whether a file naming ``name`` is set in this face."""
        return name == self.name or name in self.same


_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC")
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC")

TITLE_SONG = Typeface("方正小标宋简体", ("方正小标宋_GBK", "小标宋", "FZXiaoBiaoSong-B05S"), _SERIF, "roman")
FANG_SONG = Typeface("仿宋_GB2312", ("仿宋", "FangSong", "FangSong_GB2312"), _SERIF, "modern")
KAI = Typeface("楷体_GB2312", ("楷体", "KaiTi", "KaiTi_GB2312"), _SERIF, "modern")
HEI = Typeface("黑体", ("SimHei",), _SANS, "modern")
SONG = Typeface("宋体", ("SimSun",), _SERIF, "auto")

TYPEFACES = (TITLE_SONG, FANG_SONG, KAI, HEI, SONG)

# Digits and Latin letters may also stand in the face offices commonly give them.
LATIN = ("Times New Roman",)
