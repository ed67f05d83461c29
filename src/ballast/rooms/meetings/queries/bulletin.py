"""The finished bulletin against its fixed figures."""

from ballast.kit.documents import Finding, check_official, read_claim
from ballast.kit.refusal import Refusal
from ballast.rooms.figures import queries as figures
from ballast.rooms.meetings.documents.bulletin.boards import printed, slip_text
from ballast.rooms.meetings.documents.bulletin.forms import FORMS, written
from ballast.rooms.meetings.documents.bulletin.wording import CLASSES
from ballast.rooms.registry.cards import EVERYWHERE
from ballast.rooms.reporting import queries as reporting


def check_bulletin(document: bytes) -> list[Finding]:
    """Everything wrong with a finished bulletin: layout, length, and every number against its fixed figure."""
    return check_official(document, lookup=fixed_text, known_names=CLASSES)


def fixed_text(tag: str) -> str | None:
    """What the number with this tag must read: its fixed figure, or the project's row, in the edition it names."""
    return _fact(tag.removeprefix("fact:")) if tag.startswith("fact:") else _figure(tag)


def _figure(tag: str) -> str | None:
    claim = read_claim(tag)
    if len(claim.by) > 1 or claim.form not in FORMS:
        return None
    by, key = claim.by[0] if claim.by else ("", "")
    try:
        at = figures.edition_moment(claim.period, claim.edition)
        figure = figures.figure(claim.code, month=claim.period, by=by, at=at)
    except Refusal:
        return None
    value = figure.values.get(key) if by else figure.total
    return written(value, claim.form) if value else None


def _fact(source: str) -> str | None:
    """The printed text of ``P000123/total_investment/2025-07/e1``, of ``slip/7/new`` or of ``seal/2025-07/e1``."""
    first, *rest = source.split("/")
    if first == "slip":
        return _slip(int(rest[0]), rest[1])
    month, edition = rest[-2], int(rest[-1].removeprefix("e"))
    if first == "seal":
        return f"第{edition}版（{figures.edition_seal(month, edition)[:12]}）"
    at = figures.edition_moment(month, edition)
    found = figures.projects(month, held=EVERYWHERE, search=first, at=at).rows
    row = next((row for row in found if row["serial"] == first), None)
    return printed(row[rest[0]]) if row and row.get(rest[0]) is not None else ""


def _slip(number: int, part: str) -> str:
    found = reporting.corrections(ids=[number])
    return slip_text(getattr(found[0], part, "")) if found else ""
