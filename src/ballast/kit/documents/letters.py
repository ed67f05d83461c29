"""The frame of an official letter (函): one name above and below, and room for the stamp."""

from collections.abc import Sequence
from datetime import date

from ballast.kit.documents.description import Block, Official


def letter_of(
    issuer: str, *, title: str, number: str, on: date, blocks: Sequence[Block], addressee: str = ""
) -> Official:  # fmt: skip
    """The letter of an office, as it is numbered and stamped."""
    return Official(
        title=title, red_head=issuer, number=number, addressee=addressee, signature=issuer, signed_on=on, sealed=True,
        blocks=blocks,
    )  # fmt: skip
