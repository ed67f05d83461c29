"""Uploads: what is taken, what is refused with which sentence, and what a thumbnail leaves behind."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from ballast.kit import uploads
from ballast.kit.uploads import NotTaken, UploadKind, receive
from ballast.kit.uploads.looks import alike, bands, look
from kit.uploads import snaps

CITY = ZoneInfo("Asia/Shanghai")
NOON = datetime(2025, 7, 28, 12, 0, 5)


def code_of(data: bytes, name: str = "现场.jpg") -> str:
    with pytest.raises(NotTaken) as refused:
        receive(data, name, zone=CITY)
    assert refused.value.sentence.zh and refused.value.sentence.en.replace("×", "x").isascii()
    assert refused.value.where == name
    return refused.value.code.removeprefix("upload_")


@pytest.mark.parametrize(("made", "kind"), [
    (lambda: snaps.photo(NOON), UploadKind.JPEG),
    (lambda: snaps.photo(format="PNG"), UploadKind.PNG),
    (lambda: snaps.photo(format="WEBP"), UploadKind.WEBP),
    (snaps.pdf, UploadKind.PDF), (snaps.docx, UploadKind.DOCX), (snaps.xlsx, UploadKind.XLSX),
    (snaps.ofd, UploadKind.OFD),
])  # fmt: skip
def test_what_is_taken_is_told_by_content_and_named_for_it(made: Callable[[], bytes], kind: UploadKind) -> None:
    taken = receive(made(), "../七月\u202e/现场gpj.exe", zone=CITY)
    assert (taken.kind, taken.name) == (kind, f"现场gpj.{kind}")
    assert (taken.picture is not None) == kind.picture
    assert taken.kind.mime


def drawn(size: tuple[int, int], format: str) -> bytes:
    held = io.BytesIO()
    Image.new("1", size).save(held, format)
    return held.getvalue()


def claims(width: int, height: int) -> bytes:
    """A PNG that declares a size and has next to nothing in it."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = b"IDAT" + zlib.compress(b"\0" * 100)
    parts = [struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in (head, body)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


REFUSED: list[tuple[str, Callable[[], bytes]]] = [
    ("empty", lambda: b" \0\n"),
    ("picture_broken", lambda: snaps.photo()[:20_000]),
    ("picture_broken", lambda: b"\xff\xd8\xff\xe0 not a photo at all" * 40),
    ("picture_broken", lambda: claims(800, 600)),
    ("too_many_pixels", lambda: drawn((20_001, 10), "PNG")),
    ("too_many_pixels", lambda: claims(6_000, 6_000)),
    ("too_many_pixels", lambda: claims(100_000, 100_000)),
    ("heic", lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100),
    ("heic", lambda: b"\0\0\0\x1cftypavif\0\0\0\0mif1avif" + b"\0" * 100),
    ("picture_other", lambda: drawn((9, 9), "GIF")),
    ("picture_other", lambda: drawn((9, 9), "TIFF")),
    ("picture_other", lambda: drawn((9, 9), "BMP")),
    (
        "drawing",
        lambda: b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ),
    ("page", lambda: b"<!DOCTYPE html><p>hello"),
    ("page", lambda: b"\n\n <script>fetch('/')</script>"),
    ("old_office", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") * 9),
    ("old_office", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") * 9),
    ("locked", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 9),
    ("unknown", lambda: b"just some words"),
    ("unknown", lambda: b"MZ\x90\0" + b"\0" * 60),
    ("unknown", lambda: snaps.package(a="x")),
    ("script", lambda: snaps.docx(**{"word/vbaProject.bin": b"x"})),
    ("script", lambda: snaps.pdf(b"3 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n")),
    ("script", lambda: snaps.pdf(b"3 0 obj<</S /Launch /Launch<</F(cmd)>> >>endobj\n")),
    ("paper_broken", lambda: snaps.pdf()[:-30]),
    ("paper_broken", lambda: snaps.docx()[:-30]),
    ("paper_broken", lambda: snaps.package(word__document="<a/>")),
    ("paper_broken", lambda: snaps.package(OFD="no xml")),
    ("paper_broken", lambda: snaps.package(OFD='<!DOCTYPE a [<!ENTITY b "c">]><OFD/>')),
    ("bomb", lambda: bomb()),
]


def bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<a/>")
        made.writestr("word/document.xml", "<a/>")
        for number in range(4):
            made.writestr(f"word/media/{number}", b"\0" * (80 * 1024 * 1024))
    return held.getvalue()


@pytest.mark.parametrize(("code", "made"), REFUSED, ids=[f"{place}-{code}" for place, (code, _) in enumerate(REFUSED)])
def test_what_is_refused_says_what_to_send_instead(code: str, made: Callable[[], bytes]) -> None:
    assert code_of(made()) == code


def test_a_file_over_the_limit_is_refused_unread() -> None:
    assert code_of(b"\xff\xd8\xff" + b"\0" * uploads.LARGEST) == "too_large"


def test_a_thumbnail_is_the_picture_and_nothing_else() -> None:
    held = io.BytesIO()
    tags = snaps.exif(NOON, offset="+08:00", place=snaps.SITE, t274=6, t271="Maker")
    snaps.scene().save(held, "JPEG", exif=tags, comment=b"a comment that names someone", icc_profile=b"profile" * 20)
    taken = receive(held.getvalue(), "a.jpg", zone=CITY)
    assert taken.picture is not None
    assert (taken.picture.width, taken.picture.height) == (960, 720)
    small = Image.open(io.BytesIO(taken.picture.thumbnail))
    assert (small.format, small.size, small.mode) == ("JPEG", (480, 640), "RGB")  # turned upright
    assert not small.getexif() and not {"comment", "icc_profile", "exif", "xmp"} & set(small.info)
    for secret in (b"Maker", b"a comment", b"profileprofile", b"2025:07:28"):
        assert secret in held.getvalue() and secret not in taken.picture.thumbnail


def test_pictures_of_every_mode_are_drawn_on_white() -> None:
    for mode in ("RGBA", "P", "L", "LA", "1", "I;16", "CMYK"):
        held = io.BytesIO()
        picture = Image.new(mode, (50, 40))
        picture.save(held, "JPEG" if mode == "CMYK" else "PNG")
        taken = receive(held.getvalue(), f"{mode}.png", zone=CITY)
        assert taken.picture is not None
        corner = Image.open(io.BytesIO(taken.picture.thumbnail)).getpixel((0, 0))
        assert corner == ((255, 255, 255) if mode in ("RGBA", "LA") else corner)


def shown(**how: object) -> str:
    held = io.BytesIO()
    seed = how.pop("seed", 1)
    image = snaps.scene(seed).resize(how.pop("size", (960, 720)))  # type: ignore[arg-type]
    image.save(held, "JPEG", quality=how.pop("quality", 85))
    taken = receive(held.getvalue(), "a.jpg", zone=CITY)
    assert taken.picture is not None
    return taken.picture.look


def test_the_same_scene_looks_the_same_however_it_was_saved() -> None:
    first = shown()
    for other in (shown(quality=30), shown(size=(400, 300)), shown(size=(1600, 1200), quality=60)):
        assert alike(first, other, bits=3)
        assert set(enumerate(bands(first))) & set(enumerate(bands(other)))
    assert not any(alike(first, shown(seed=seed), bits=3) for seed in range(2, 12))


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_a_wall_or_a_white_page_is_like_nothing(grey: int) -> None:
    plain = Image.new("RGB", (100, 100), (grey, grey, grey))
    assert look(plain) == "" and bands("") == []
    assert not alike(look(plain), look(plain), bits=3)
    gradient = Image.linear_gradient("L").rotate(90)
    assert look(gradient) == ""
