"""The checker on type: face, size, colour, line pitch, indent and alignment of every kind of paragraph."""

from collections.abc import Iterator

from ballast.kit.documents.finding import Finding, finding
from ballast.kit.documents.formatting import Formatting, switched_on
from ballast.kit.documents.opened import Line, Opened, Piece
from ballast.kit.documents.roles import BODY, ROLE_OF_STYLE, RUN_IN_STYLE, Role
from ballast.kit.documents.typefaces import LATIN

_FREELY_ALIGNED = frozenset({"OfficialDate", "OfficialSignature"})  # placed by indents, not by alignment alone


def check_typography(opened: Opened) -> Iterator[Finding]:
    """Every paragraph must be of a known kind and be set as its kind is."""
    formatting = Formatting(opened.styles)
    for line in opened.lines():
        role = ROLE_OF_STYLE.get(line.style)
        if role is None:
            if line.text.strip():
                yield finding(
                    "role",
                    line.where,
                    f"段落样式“{line.style}”不是公文要素",
                    f"the paragraph style {line.style!r} is no element of an official document",
                )
            continue
        if line.text.strip():
            yield from _paragraph(line, role, formatting)
            yield from _runs(line, role, formatting)


def _paragraph(line: Line, role: Role, formatting: Formatting) -> Iterator[Finding]:
    pitch = formatting.of_paragraph(line, "spacing", "line")
    rule = formatting.of_paragraph(line, "spacing", "lineRule")
    if role.line is not None and (pitch != str(role.line) or rule != "exact"):
        yield _wrong(line, role, "line-spacing", "行距", "line pitch", pitch, f"{role.line / 20:g} pt exactly")
    first = formatting.of_paragraph(line, "ind", "firstLineChars") or "0"
    if first != str(role.first_line_chars):
        right = f"{role.first_line_chars // 100}"
        yield _wrong(line, role, "first-line", "首行缩进（百分之一字）", "first-line indent", first, f"{right}字")
    align = formatting.of_paragraph(line, "jc")
    if align != role.align and role.style not in _FREELY_ALIGNED:
        yield _wrong(line, role, "alignment", "对齐方式", "alignment", align, role.align)


def _runs(line: Line, role: Role, formatting: Formatting) -> Iterator[Finding]:
    """One finding of a code for a paragraph is enough: a person mends the paragraph."""
    said = set()
    for piece in line.pieces:
        for fault in _run(line, role, piece, formatting):
            if fault.code not in said:
                said.add(fault.code)
                yield fault


def _run(line: Line, role: Role, piece: Piece, formatting: Formatting) -> Iterator[Finding]:
    face = BODY.typeface if formatting.run_style(piece.run) == RUN_IN_STYLE else role.typeface
    for script in ("eastAsia", "ascii"):
        # A theme's face overrides a named one, and a theme is nothing an official document uses.
        themed = formatting.of_run(line, piece.run, "rFonts", f"{script}Theme")
        name = themed or formatting.of_run(line, piece.run, "rFonts", script) or ""
        if not face.accepts(name) and not (script == "ascii" and name in LATIN):
            yield _wrong(line, role, "font", "字体", "typeface", name, face.name)
    size = formatting.of_run(line, piece.run, "sz")
    if role.size is not None and size != str(role.size):
        yield _wrong(line, role, "size", "字号（半磅）", "size in half-points", size, str(role.size))
    colour = formatting.of_run(line, piece.run, "color") or "auto"
    if colour.upper() != role.colour and not (role.colour == "000000" and colour == "auto"):
        yield _wrong(line, role, "colour", "颜色", "colour", colour, role.colour)
    if switched_on(piece.run, "vanish") or switched_on(piece.run, "webHidden"):
        yield finding("hidden-text", line.where, "段落含有隐藏文字", "the paragraph holds hidden text")


def _wrong(line: Line, role: Role, code: str, zh: str, en: str, value: str | None, right: str) -> Finding:
    return finding(
        code,
        line.where,
        f"{role.name}的{zh}为“{value}”，应为“{right}”（{role.clause}）",
        f"the {en} of this paragraph is {value!r}; it should be {right!r} (clause {role.clause})",
    )
