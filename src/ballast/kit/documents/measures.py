"""The measures of GB/T 9704-2012 clause 5.2, in the units a .docx file keeps them in.

A twip is a twentieth of a point; 1 mm is 1440/25.4 twips.
"""

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal


def twips(millimetres: int | str) -> int:
    """Whole twips of a length in millimetres, halves rounded up."""
    exact = Decimal(millimetres) * 1440 / Decimal("25.4")
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


# 5.1: A4, 210 mm by 297 mm.
PAGE_WIDTH, PAGE_HEIGHT = twips(210), twips(297)

# 5.2.1: 37 mm above and 28 mm at the binding; the type area is 156 mm by 225 mm, which leaves 35 and 26.
MARGIN_TOP, MARGIN_BOTTOM = twips(37), twips(35)
MARGIN_LEFT, MARGIN_RIGHT = twips(28), twips(26)
TEXT_WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT
TEXT_HEIGHT = PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM

# 5.2.3: 22 lines of 28 characters fill the type area.
LINES_A_PAGE, CHARACTERS_A_LINE = 22, 28

# 5.2.2: size 3 (三号) is 16 points; half-points, as w:sz counts.
BODY_SIZE = 32

# The pitch of a line, rounded down so that the 22nd line still fits: 579 twips = 28.95 points.
LINE_PITCH = TEXT_HEIGHT // LINES_A_PAGE

# w:charSpace is (pitch of a character - size of the Normal font), in points, times 4096 (ISO/IEC 29500-1
# 17.6.5); rounded down so that the 28th character still fits.
CHARACTER_PITCH = Decimal(TEXT_WIDTH) / 20 / CHARACTERS_A_LINE
CHARACTER_SPACE = int(((CHARACTER_PITCH - Decimal(BODY_SIZE) / 2) * 4096).to_integral_value(rounding=ROUND_FLOOR))

# The same pitch as spacing between letters, in whole twips, and one less: -6. The 28th character still fits where
# LibreOffice makes the type area a hair narrower for its own grid.
LETTER_SPACING = int((CHARACTER_PITCH * 20 - BODY_SIZE * 10).to_integral_value(rounding=ROUND_FLOOR)) - 1


def characters(count: Decimal | int | str) -> int:
    """The width in twips of ``count`` body characters on the grid."""
    return int((Decimal(count) * CHARACTER_PITCH * 20).to_integral_value(rounding=ROUND_FLOOR))
