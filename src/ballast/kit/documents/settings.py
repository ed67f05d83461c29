"""The settings part: odd and even pages differ, punctuation keeps its cell, Word lays out as a current version."""

from ballast.kit.documents.measures import characters
from ballast.kit.documents.wordml import Element, w

_URI = "http://schemas.microsoft.com/office/word"


def write_settings(settings: Element) -> None:
    """Replace the content of a w:settings element."""
    for child in list(settings):
        settings.remove(child)
    compatibility = w(
        "compat",
        w("useFELayout"),
        w("compatSetting", name="compatibilityMode", uri=_URI, val=15),
        w("compatSetting", name="overrideTableStyleFontSizeAndJustification", uri=_URI, val=1),
    )
    settings.extend(
        [
            w("zoom", percent=100),
            w("defaultTabStop", val=characters(2)),
            w("evenAndOddHeaders"),
            w("characterSpacingControl", val="doNotCompress"),
            compatibility,
            w("themeFontLang", val="en-US", eastAsia="zh-CN"),
            w("decimalSymbol", val="."),
            w("listSeparator", val=","),
        ]
    )
