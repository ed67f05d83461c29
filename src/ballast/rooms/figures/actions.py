"""The verb of the figures room: fix."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from ballast.kit import audit, engine
from ballast.kit.ledger.models import Seal
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures import ruling, shelf
from ballast.rooms.figures.editions import edition_moment
from ballast.rooms.figures.integrity import ACT, fixed_hashes, sha256
from ballast.rooms.figures.models import Edition, FixedFigure
from ballast.rooms.figures.questions import month as a_month
from ballast.rooms.figures.sweeping import reckon_edition
from ballast.rooms.policy import queries as policy


class NothingToFix(Refusal):
    """The ledger holds nothing of the month."""


def fix(month: str, *, seal: Seal, number: int, reason: str, by: str) -> Edition:
    """Fix every figure of a month, whole and by every dimension, as known at the seal: its edition ``number``.

    A further edition is the first with what slips have put right since (see ``settling.Knowledge``). Writes the rows
    to Parquet under the data folder first and the edition last, in one transaction; raises NothingToFix where the
    ledger holds nothing of the month.
    """
    a_month(month)
    with transaction.atomic():
        first = edition_moment(month, 1) if number > 1 else None
        paths = _write(month, seal, number, first)
        book = policy.hash_for_month(month, at=first or seal.moment)
        edition = Edition(month=month, number=number, seal=seal, reason=reason, book_sha256=book)
        edition.rows_file, edition.indicators_file = paths
        folder = settings.DATA
        edition.rows_sha256, edition.indicators_sha256 = (sha256(folder / path) for path in paths)
        fixed = _fixed(edition, first)
        edition.save(force_insert=True)
        FixedFigure.objects.bulk_create(fixed, batch_size=200)
        audit.write(
            ACT, at=seal.moment, actor=by, object=month,
            detail={"edition": number, "figures": len(fixed), "reason": reason, "book": book,
                    **fixed_hashes(edition, fixed)},
        )  # fmt: skip
    return edition


def _write(month: str, seal: Seal, number: int, first: datetime | None) -> tuple[str, str]:
    """The Parquet files of the edition, by their paths below the data folder; named by the seal, never written over."""
    with shelf.open_volume(month, seal.moment, first) as volume:
        if volume is None:
            raise NothingToFix(
                Sentence(f"台账中没有 {month} 的数据，无可封账", f"The ledger holds nothing of {month} to seal"),
                where=month, code="nothing_to_fix",
            )  # fmt: skip
        paths = []
        for name, table in (("rows", volume.snapshot), ("indicators", volume.published)):
            path = f"months/{month}/edition-{number}-{seal.hash[:12]}-{name}.parquet"
            order = " ORDER BY project" if name == "rows" else " ORDER BY ALL"
            engine.write_parquet(f"SELECT * FROM {table}{order}", settings.DATA / path)
            paths.append(path)
    return paths[0], paths[1]


def _fixed(edition: Edition, first: datetime | None) -> list[FixedFigure]:
    catalogue = list(ruling.of_month(edition.month, first or edition.seal.moment).values())
    by_dimension = reckon_edition(catalogue, edition.month, edition.seal.moment, first)
    return [
        FixedFigure(
            edition=edition, code=one.code, by=dimension, fingerprint=one.fingerprint,
            values=found[one.code][1] if dimension else {"": found[one.code][0]},
        )
        for dimension, found in by_dimension.items()
        for one in catalogue
        if not dimension or dimension in one.dimensions
    ]  # fmt: skip
