"""From bytes to TOML: what is no text in UTF-8 and what is no TOML is refused with its line."""

import re
import tomllib
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.faults import Fault, FaultyBook

PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
FULL_WIDTH = {
    "＝": "=",
    "“": '"',
    "”": '"',
    "，": ",",
    "【": "[",
    "】": "]",
    "［": "[",
    "］": "]",
    "｛": "{",
    "｝": "}",
}
# What the reader of TOML says, by its first words, and what would be right.
MEANT = {
    "Invalid statement": "这一行既不是“键 = 值”，也不是 [表头]；它的上一行也请看一看",
    "Expected '='": "键后面应是 =，写成“键 = 值”；中文的键要加双引号",
    "Expected ']'": "表头应写成 [章.代码]，代码只用小写字母、数字、下划线",
    "Expected newline": "值的后面还有多余的字；一行只写一个“键 = 值”，注释用 #",
    "Invalid value": '值应为："文字"（加双引号）、数、true、日期 2025-01-01、列表 [ … ] 或 { … }',
    "Invalid initial character": "键应以字母开头；中文的键要加双引号",
    "Unclosed array": "列表的 [ 没有配 ]，或两项之间缺逗号",
    "Unclosed inline table": "花括号没有配 }，或两项之间缺逗号",
    "Unterminated string": "双引号没有配对",
    "Illegal character": "文字里不能换行或有控制字符；看看双引号是否配对",
    "Unescaped": "文字里的 \\ 要写成 \\\\",
    "Cannot overwrite": "这个键前面已经写过",
    "Cannot declare": "这个表头前面已经写过",
    "Cannot mutate": "这张表前面已用 { … } 写完，不能再往里加",
    "Duplicate inline table key": "同一对花括号里，这个键写了两次",
    "Invalid date": "没有这一天",
    "number too long": "数太长",
}
UNQUOTED = re.compile(r"=\s*(?:[-+]?[\d.]+\s*[%亿万元个天年月分]|\d{4}-\d\d(?!-?\d))")
LARGEST = 1_000_000
DEEP = re.compile(r"[\[{]")
STRINGS = re.compile(r'"[^"]*"')


def decoded(data: bytes, file: str) -> str:
    """The text of a book in UTF-8 (with or without a byte order mark); raises FaultyBook."""
    if len(data) > LARGEST:
        raise _refused(file, 0, "文件超过 1 MB，不是规则手册", "a book has at most 1 MB")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        guess = "像是 GBK" if _is_gbk(data) else "编码不明"
        raise _refused(
            file, line, f"编码不是 UTF-8（{guess}）；请在编辑器中另存为 UTF-8 后再用",
            "not UTF-8; save it as UTF-8 and try again",
        ) from fault  # fmt: skip


def _is_gbk(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def parsed(text: str, file: str) -> dict[str, Any]:
    """The text as plain data, decimal numbers kept exact; raises FaultyBook with the line."""
    try:
        return _parsed(text)
    except RecursionError as fault:
        deepest = max(range(len(text.splitlines())), key=lambda place: DEEP.subn("", text.splitlines()[place])[1])
        raise _refused(
            file, deepest + 1, "不是有效的 TOML：括号套得太深", "not valid TOML: brackets too deep within each other"
        ) from fault
    except ValueError as fault:
        place = PLACE.search(str(fault))
        line = int(place[1]) if place else text.count("\n") + 1
        said = text.splitlines()[line - 1] if line <= len(text.splitlines()) else ""
        wide = [f"{sign} 应为 {plain}" for sign, plain in FULL_WIDTH.items() if sign in said.split("#")[0]]
        hint = f"；这一行有全角符号：{'，'.join(wide)}" if wide else ""
        if _open_brace(text.splitlines()[:line]):
            hint += "；花括号 { … } 里不能换行，请写在一行，或改用 [表头]"
        if UNQUOTED.search(said.split("#")[0]):
            hint += '；带单位的数和月份要加双引号，如 "10%"、"3个月"、"2025-07"'
        said = PLACE.sub("", str(fault)).strip()
        if not isinstance(fault, tomllib.TOMLDecodeError):
            line, said = _longest_line(text), "number too long"
        meant = next((zh for words, zh in MEANT.items() if said.startswith(words)), said)
        raise _refused(file, line, f"不是有效的 TOML：{meant}{hint}", f"not valid TOML: {said}") from fault


def _longest_line(text: str) -> int:
    """Where a number stands that is too long to be read."""
    return max(enumerate(text.splitlines(), start=1), key=lambda pair: len(pair[1]), default=(1, ""))[0]


def _open_brace(lines: list[str]) -> bool:
    """Whether an inline table was opened and not closed shortly before; TOML wants it on one line."""
    near = " ".join(STRINGS.sub("", line.split("#")[0]) for line in lines[-3:])
    return near.count("{") > near.count("}")


@lru_cache(maxsize=64)
def _parsed(text: str) -> dict[str, Any]:
    return tomllib.loads(text, parse_float=Decimal)


def _refused(file: str, line: int, zh: str, en: str) -> FaultyBook:
    return FaultyBook([Fault(file, line, "", Sentence(zh, en))])
