"""Rankings as they were fixed: read back with what was published of them, and whether they are still as they were."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from fractions import Fraction
from typing import Any

from ballast.kit.ledger import canonical
from ballast.kit.ledger.verification import Finding
from ballast.kit.sentence import Sentence
from ballast.rooms.league import keeping
from ballast.rooms.league.cards import RankingCard
from ballast.rooms.league.models import Publication, Ranking
from ballast.rulebook.publishing import Ends
from ballast.rulebook.scoring import Placed


def kept(month: str, sheet: str, *, edition: int | None = None) -> RankingCard | None:
    """A sheet's ranking of a month in the newest edition, or in the one named; None where there is none."""
    found = Ranking.objects.filter(month=month, sheet=sheet).order_by("-edition")
    one = (found if edition is None else found.filter(edition=edition)).first()
    return card(one) if one else None


def points(month: str, sheet: str, *, at: datetime | None) -> dict[str, Fraction | int | None]:
    """What a sheet's ranking of a month came to by subject, in the newest edition by ``at``; unranked left out."""
    return {one.subject: one.points for one in _placed(month, sheet, at)}


def places(
    month: str, sheet: str, *, at: datetime | None, from_the_bottom: bool = False
) -> dict[str, Fraction | int | None]:
    """The places of a sheet's ranking by subject, each in its class; counted from the bottom 1 is the last."""
    told = _placed(month, sheet, at)
    if not from_the_bottom:
        return {one.subject: one.place for one in told}
    return {
        one.subject: 1 + sum(other.klass == one.klass and (other.place or 0) > (one.place or 0) for other in told)
        for one in told
    }


def _placed(month: str, sheet: str, at: datetime | None) -> list[Placed]:
    """Those placed by a sheet in a month, in the newest edition by ``at``."""
    found = Ranking.objects.filter(month=month, sheet=sheet).order_by("-edition")
    one = (found if at is None else found.filter(moment__lte=at)).first()
    told = [keeping.line(line.said).placed for line in one.lines.order_by("pk")] if one else []
    return [placed for placed in told if placed.points is not None]


def card(one: Ranking) -> RankingCard:
    """A ranking with its lines."""
    said, made_public = one.said, _publication(one)
    lines = tuple(keeping.line(line.said) for line in one.lines.order_by("pk"))
    return RankingCard(
        month=one.month, edition=one.edition, sheet=one.sheet, name=keeping.sentence(said["name"]), of=said["of"],
        classes=_names(said["classes"]), weights={code: Fraction(text) for code, text in said["weights"].items()},
        indicators=_names(said["indicators"]), profile=keeping.sentence(said["profile"]),
        certainty=keeping.sentence(said["certainty"]), confidence=Fraction(said["confidence"]), moment=one.moment,
        book=one.book, hash=one.hash, ends=Ends(*said["ends"]) if said["ends"] is not None else None,
        appeal_workdays=said["appeal_workdays"], lines=lines, refused=keeping.sentence(said["refused"]),
        published_on=made_public.published_on if made_public else None,
        appeals_until=made_public.appeals_until if made_public else None,
    )  # fmt: skip


def chained(book: str, said: dict[str, Any], lines: Iterable[tuple[str, str, dict[str, Any]]]) -> str:
    """The hash over a ranking: its book, what was true of its sheet, and every line (subject, class, said)."""
    chain = canonical.Chain(book)
    chain.add(canonical.json_text(said))
    for subject, klass, told in lines:
        chain.add(keeping.line_text(subject, klass, told))
    return chain.hash()


def verify() -> Iterator[Finding]:
    """Every fixed ranking whose lines no longer add up to its hash, and every publication of another one."""
    for one in Ranking.objects.order_by("pk"):
        lines = one.lines.order_by("pk").values_list("subject", "klass", "said")
        if chained(one.book, one.said, lines) != one.hash:
            yield Finding(
                f"ranking {one.month} {one.sheet} edition {one.edition}",
                Sentence("排名与封账时的哈希不符", "the ranking no longer matches the hash taken at the seal"),
            )
        made_public = _publication(one)
        if made_public is not None and made_public.hash != one.hash:
            yield Finding(
                f"ranking {one.month} {one.sheet} edition {one.edition}",
                Sentence("公布的不是这一版排名", "what was published is not this ranking"),
            )


def _publication(one: Ranking) -> Publication | None:
    found = Publication.objects.current().filter(month=one.month, sheet=one.sheet, edition=one.edition)
    return found.first()


def _names(pairs: dict[str, list[str]]) -> dict[str, Sentence]:
    return {code: Sentence(*pair) for code, pair in pairs.items()}
