"""Fixing the rankings of a sealed month: every score sheet of the book in force, as known at the seal, for good."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from ballast.kit import audit
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.league import keeping, scored, weighing
from ballast.rooms.league.cards import LineCard
from ballast.rooms.league.models import Ranking, RankingLine
from ballast.rooms.league.published import chained
from ballast.rooms.policy import queries as policy
from ballast.rooms.supervision import queries as supervision
from ballast.rooms.supervision.queries import Figures, Scales
from ballast.rulebook import scoring
from ballast.rulebook.books import Book
from ballast.rulebook.books.scoring import Sheet
from ballast.rulebook.measures.facts import ProjectFacts
from ballast.rulebook.scoring import Standing

NOTHING = Sentence("", "")


def rank(
    month: str, *, edition: int, at: datetime, by: str, projects: Mapping[int, ProjectFacts] | None = None,
    figures: Figures | None = None,
) -> int:  # fmt: skip
    """Rank a month by every sheet due in it, as known at ``at``, the moment of its seal; how many rankings were kept.

    Stands or falls with the seal it belongs to. A sheet whose subjects do not fit it (a county without a class) is
    kept without places and says why. ``projects`` are the facts gathered at the seal already.
    """
    book, digest = policy.for_month(month, at=at), policy.hash_for_month(month, at=at)
    due = scored.sheets_due(book, month)
    if not due:
        return 0
    scales = supervision.scales(book, month, at=at, figures=figures, projects=projects)
    with transaction.atomic():
        told = {code: _keep(book, digest, code, sheet, scales, edition, at) for code, sheet in due.items()}
        detail = {"edition": edition, "book": digest, "rankings": told}
        audit.write("rank", at=at, actor=by, object=month, detail=detail)
    return len(told)


def _keep(book: Book, digest: str, code: str, sheet: Sheet, scales: Scales, edition: int, at: datetime) -> str:
    """One sheet's ranking kept; its hash."""
    subjects = weighing.subjects(scales, code, at=at)
    month, refused, standing = scales.seen.month, NOTHING, None
    try:
        standing = scoring.standing(book, code, month, subjects)
    except Refusal as why:
        refused = why.sentence
    by_code = {one.code: one for one in subjects}
    lines = [] if standing is None else [
        LineCard(placed=one, subject=by_code[one.subject], reckoned={
            measure: reading.said for measure, reading in by_code[one.subject].readings.items()
        })
        for one in standing.placed
    ]  # fmt: skip
    said = _said(book, sheet, month, standing, refused)
    kept = [RankingLine(subject=one.code, klass=one.placed.klass, said=keeping.plain(one)) for one in lines]
    ranking = Ranking.objects.create(
        month=month, edition=edition, sheet=code, moment=at, book=digest, said=said,
        hash=chained(digest, said, ((one.subject, one.klass, one.said) for one in kept)),
    )  # fmt: skip
    for line in kept:
        line.ranking = ranking
    RankingLine.objects.bulk_create(kept)
    return ranking.hash


def _said(book: Book, sheet: Sheet, month: str, standing: Standing | None, refused: Sentence) -> dict[str, Any]:
    number = int(month[5:])
    profile = next((one.label for one in sheet.profiles if one.holds_in(number)), NOTHING)
    ends = scored.ends_of(sheet)
    return {
        "name": keeping.plain(sheet.label), "of": sheet.of, "profile": keeping.plain(profile),
        "classes": {code: keeping.plain(book.area_classes[code].label) for code in sheet.classes},
        "weights": keeping.plain(sheet.weights(month)),
        "indicators": {code: keeping.plain(one.label) for code, one in sheet.indicators.items()},
        "confidence": str(sheet.confidence), "certainty": keeping.plain(standing.certainty if standing else NOTHING),
        "ends": list(ends) if ends else None, "appeal_workdays": book.appeals.workdays,
        "refused": keeping.plain(refused),
    }  # fmt: skip
