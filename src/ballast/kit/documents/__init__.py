"""Official documents in the layout of GB/T 9704-2012 (党政机关公文格式).

``write_official`` is the pen, ``check_official`` reads the finished file cold, ``to_pdf`` renders it. Each number
that is a figure stands in the file inside a content control whose tag says what it claims to be.
"""

from ballast.kit.documents.checker import check_official
from ballast.kit.documents.claims import Claim, read_claim
from ballast.kit.documents.description import (
    Chart,
    Column,
    FactRun,
    FigureRun,
    Heading,
    Imprint,
    Official,
    Paragraph,
    Picture,
    Pictures,
    Point,
    Run,
    Series,
    Table,
)
from ballast.kit.documents.finding import Finding
from ballast.kit.documents.imprint import date_in_full
from ballast.kit.documents.letters import letter_of
from ballast.kit.documents.official import write_official
from ballast.kit.documents.pdf import to_pdf

__all__ = [
    "Chart",
    "Claim",
    "Column",
    "FactRun",
    "FigureRun",
    "Finding",
    "Heading",
    "Imprint",
    "Official",
    "Paragraph",
    "Picture",
    "Pictures",
    "Point",
    "Run",
    "Series",
    "Table",
    "check_official",
    "date_in_full",
    "letter_of",
    "read_claim",
    "to_pdf",
    "write_official",
]
