"""How slides look: the page, the faces by name, the few colours of an official deck."""

EMU = 36_000  # of a millimetre
WIDTH, HEIGHT = 12_192_000, 6_858_000  # 16:9
HEAD_FACE, TEXT_FACE, LATIN = "黑体", "仿宋", "Arial"
NAVY, RED, INK, GREY, PALE, WHITE = "1F3864", "C00000", "262626", "7F7F7F", "EEF2F8", "FFFFFF"


def emu(millimetres: float) -> int:
    """A length in the unit of DrawingML."""
    return round(millimetres * EMU)
