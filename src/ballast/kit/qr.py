"""Addresses as pictures that a telephone reads; drawn on this machine, no other is asked."""

import base64

import qrcode
from qrcode.image.svg import SvgPathImage


def picture(text: str) -> str:
    """The QR code of a text as the address of an image that stands in the page itself."""
    drawn = qrcode.make(text, image_factory=SvgPathImage, border=2).to_string()
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn).decode()}"
