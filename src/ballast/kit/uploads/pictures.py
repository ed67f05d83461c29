"""A picture really decoded, within limits; and its thumbnail, drawn anew so that nothing but the picture is in it."""

import io
import warnings
from dataclasses import dataclass
from datetime import tzinfo

from PIL import Image, ImageOps, UnidentifiedImageError

from ballast.kit.uploads.camera import MALFORMED, Camera, camera
from ballast.kit.uploads.looks import look
from ballast.kit.uploads.refusals import refuse
from ballast.kit.uploads.sniffing import UploadKind

FORMATS = {"JPEG": UploadKind.JPEG, "MPO": UploadKind.JPEG, "PNG": UploadKind.PNG, "WEBP": UploadKind.WEBP}
READERS = ("JPEG", "PNG", "WEBP")
# A JPEG is decoded at an eighth of its size, other kinds whole.
MOST_PIXELS = {UploadKind.JPEG: 64_000_000, UploadKind.PNG: 30_000_000, UploadKind.WEBP: 30_000_000}
LONGEST_SIDE, THUMBNAIL, QUALITY = 20_000, 640, 80


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture is: kind, size as stored, what the camera wrote, how it looks, its thumbnail (JPEG)."""

    kind: UploadKind
    width: int
    height: int
    camera: Camera
    look: str
    thumbnail: bytes


def picture(data: bytes, name: str, *, zone: tzinfo) -> Picture:
    """Decode a picture. Raises NotTaken for one that is damaged, none at all, or larger than a photo is."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=READERS) as image:
                return _picture(image, name, zone)
    except Image.DecompressionBombError as error:
        raise refuse("too_many_pixels", name, width="?", height="?") from error
    except (UnidentifiedImageError, MemoryError, *MALFORMED) as error:
        raise refuse("picture_broken", name) from error


def _picture(image: Image.Image, name: str, zone: tzinfo) -> Picture:
    kind = FORMATS[image.format or ""]
    width, height = image.size
    if width * height > MOST_PIXELS[kind] or max(width, height) > LONGEST_SIDE:
        raise refuse("too_many_pixels", name, width=width, height=height)
    image.draft("RGB", (THUMBNAIL * 2, THUMBNAIL * 2))
    image.load()
    wrote = camera(image, zone=zone)
    upright = _upright(image)
    return Picture(kind, width, height, wrote, look(upright), _thumbnail(upright))


def _upright(image: Image.Image) -> Image.Image:
    """The picture as a person holds it, in plain colours on white."""
    try:
        turned = ImageOps.exif_transpose(image)
    except MALFORMED:
        turned = image
    if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
        coloured = turned.convert("RGBA")
        white = Image.new("RGBA", coloured.size, "white")
        turned = Image.alpha_composite(white, coloured)
    plain = turned.convert("RGB")
    plain.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.LANCZOS)
    return plain


def _thumbnail(plain: Image.Image) -> bytes:
    """The picture drawn on a new sheet: comments, profiles and positions stay behind."""
    sheet = Image.new("RGB", plain.size)
    sheet.paste(plain)
    held = io.BytesIO()
    sheet.save(held, "JPEG", quality=QUALITY, optimize=True)
    return held.getvalue()
