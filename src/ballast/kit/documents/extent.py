"""How long a document is: the rule of counting, and the limit.

Counted as Word's 字符数(不计空格): every character of the main text that is not white space, punctuation and
digits each as one, tables and text boxes included; headers, footers, notes and deleted text are not.
"""

from collections.abc import Iterator

from ballast.kit.documents.finding import Finding, finding
from ballast.kit.documents.opened import Opened

LIMIT = 4000


def count_characters(opened: Opened) -> int:
    """Characters without spaces, as Word counts them."""
    return sum(len("".join(line.text.split())) for line in opened.lines("word/document.xml"))


def check_extent(opened: Opened, limit: int) -> Iterator[Finding]:
    """At most ``limit`` characters."""
    count = count_characters(opened)
    if count > limit:
        yield finding(
            "too-long",
            "全文",
            f"全文{count}字，超过{limit}字",
            f"the text has {count} characters; the limit is {limit}",
        )
