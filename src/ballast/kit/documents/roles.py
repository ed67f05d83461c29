"""What a paragraph of an official document can be, and how each kind is set: one table for pen and checker."""

from dataclasses import dataclass
from typing import Literal

from ballast.kit.documents.measures import BODY_SIZE, LINE_PITCH
from ballast.kit.documents.typefaces import FANG_SONG, HEI, KAI, SONG, TITLE_SONG, Typeface

Align = Literal["both", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Role:
    """One kind of paragraph: ``style`` is its style id; ``size`` is in half-points, lengths are in twips.

    ``size`` None means the size is fitted to the text (the issuing mark), so the checker leaves it free;
    ``line`` is the exact line pitch, ``natural`` a line as high as what stands in it; ``outline`` is the level in
    Word's navigation pane, from 0; ``pitched`` text stands 28 characters a line.
    """

    style: str
    name: str
    clause: str
    typeface: Typeface
    size: int | None = BODY_SIZE
    align: Align = "both"
    first_line_chars: int = 0
    line: int | None = LINE_PITCH
    colour: str = "000000"
    outline: int | None = None
    keep_with_next: bool = False
    pitched: bool = True
    natural: bool = False


RED = "FF0000"
TABLE_LINE = 400

MARK = Role("OfficialMark", "发文机关标志", "7.2.4", TITLE_SONG, None, "center", line=None, colour=RED, pitched=False)
NUMBER = Role("OfficialNumber", "发文字号", "7.2.5", FANG_SONG, align="center")
TITLE = Role("OfficialTitle", "公文标题", "7.3.1", TITLE_SONG, 44, "center", pitched=False)
ADDRESSEE = Role("OfficialAddressee", "主送机关", "7.3.2", FANG_SONG, align="left")
BODY = Role("OfficialBody", "公文正文", "7.3.3", FANG_SONG, first_line_chars=200)
HEADINGS = (
    Role("OfficialHeading1", "公文一级标题", "7.3.3", HEI, first_line_chars=200, outline=0, keep_with_next=True),
    Role("OfficialHeading2", "公文二级标题", "7.3.3", KAI, first_line_chars=200, outline=1, keep_with_next=True),
    Role("OfficialHeading3", "公文三级标题", "7.3.3", FANG_SONG, first_line_chars=200, outline=2),
    Role("OfficialHeading4", "公文四级标题", "7.3.3", FANG_SONG, first_line_chars=200, outline=3),
)
CAPTION = Role("OfficialCaption", "公文表题", "8", HEI, 28, "center", keep_with_next=True)
UNIT_LINE = Role(
    "OfficialUnitLine", "公文表格单位", "8", FANG_SONG, 24, "right", line=TABLE_LINE, keep_with_next=True, pitched=False
)
TABLE_HEAD = Role("OfficialTableHead", "公文表头", "8", HEI, 24, "center", line=TABLE_LINE, pitched=False)
TABLE_TEXT = Role("OfficialTableText", "公文表格文字", "8", FANG_SONG, 24, "left", line=TABLE_LINE, pitched=False)
TABLE_NUMBER = Role("OfficialTableNumber", "公文表格数字", "8", FANG_SONG, 24, "right", line=TABLE_LINE, pitched=False)
TABLE_ORDINAL = Role(
    "OfficialTableOrdinal", "公文表格序号", "8", FANG_SONG, 24, "center", line=TABLE_LINE, pitched=False
)
SIGNATURE = Role("OfficialSignature", "发文机关署名", "7.3.5", FANG_SONG, align="right", keep_with_next=True)
DATE = Role("OfficialDate", "成文日期", "7.3.5.4", FANG_SONG, align="right")
NOTE = Role("OfficialNote", "附注", "7.3.6", FANG_SONG, align="left", first_line_chars=200)
IMPRINT = Role("OfficialImprint", "版记", "7.4", FANG_SONG, 28, "left", line=440, pitched=False)
IMPRINT_RULE = Role("OfficialImprintRule", "版记分隔线", "7.4.1", FANG_SONG, 20, "left", line=240, pitched=False)
PAGE_ODD = Role("OfficialPageOdd", "单页码", "7.5", SONG, 28, "right", line=TABLE_LINE, pitched=False)
PAGE_EVEN = Role("OfficialPageEven", "双页码", "7.5", SONG, 28, "left", line=TABLE_LINE, pitched=False)

PICTURE = Role(
    "OfficialPicture", "公文图片", "8", FANG_SONG, align="center", line=None, pitched=False, natural=True,
    keep_with_next=True,
)  # fmt: skip
PICTURE_LINE = Role("OfficialPictureLine", "公文图片说明", "8", FANG_SONG, 24, "center", line=TABLE_LINE, pitched=False)
FOOT = Role("OfficialFoot", "页脚说明", "7.5", FANG_SONG, 18, "center", line=240, pitched=False)
BANNER = Role("OfficialBanner", "草稿标记", "7.2", HEI, 28, "center", line=TABLE_LINE, colour=RED, pitched=False)

ROLES = (
    MARK, NUMBER, TITLE, ADDRESSEE, BODY, *HEADINGS, CAPTION, UNIT_LINE, TABLE_HEAD, TABLE_TEXT, TABLE_NUMBER,
    TABLE_ORDINAL, SIGNATURE, DATE, NOTE, IMPRINT, IMPRINT_RULE, PAGE_ODD, PAGE_EVEN, FOOT,
    BANNER, PICTURE, PICTURE_LINE,
)  # fmt: skip

ROLE_OF_STYLE = {role.style: role for role in ROLES}

# The character style of text that runs on after a heading in the same paragraph: set as body text.
RUN_IN_STYLE = "OfficialRunIn"
