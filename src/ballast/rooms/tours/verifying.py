"""Reading tours back: the ballots of a closed box, and the results that were confirmed on them."""

from collections.abc import Iterator
from fractions import Fraction

from ballast.kit.ledger.verification import Finding
from ballast.kit.sentence import Sentence
from ballast.rooms.tours import box, counting, desk
from ballast.rooms.tours.models import Amendment, Ballot, Box, Results
from ballast.rulebook.touring import Placed


def verify() -> Iterator[Finding]:
    """Every box whose ballots no longer match its hash, and all results that do not follow from their ballots."""
    for one in Box.objects.select_related("tour").order_by("pk"):
        ballots = Ballot.objects.filter(tour_id=one.tour_id).order_by("pk")
        if box.hash_of(one.tour.serial, ballots) != one.hash:
            yield Finding(f"tour {one.tour.serial}", Sentence(
                "选票与封票时的哈希不符", "the ballots no longer match the hash taken when the box was closed"
            ))  # fmt: skip
            continue
        if any(not good for good in _follow(one)):
            yield Finding(f"tour {one.tour.serial}", Sentence(
                "结果与选票或确认时的哈希不符", "the results no longer follow from the ballots, or match their hash"
            ))  # fmt: skip


def _follow(closed: Box) -> Iterator[bool]:
    """Of every edition of results whether it is as it was confirmed, and as a new count of the ballots gives it."""
    slips = {one.edition: one for one in Amendment.objects.filter(tour_id=closed.tour_id, edition__gt=1)}
    after = closed.hash
    for kept in Results.objects.filter(tour_id=closed.tour_id).order_by("edition"):
        slip = slips.pop(kept.edition, None)
        if (slip is None) != (kept.edition == 1):
            yield False
            return
        base = after if slip is None else counting.amended_hash(after, slip)
        places = [
            Placed(one.area.code, one.group, Fraction(one.points), one.place, one.group_place, one.by)
            for one in kept.places.select_related("area").defer("area__shape").order_by("place")
        ]
        counted = counting.count(desk.find(closed.tour.serial), edition=kept.edition).standing.placed
        yield counting.hash_of(base, places) == kept.hash and tuple(places) == counted
        after = kept.hash
    yield not slips
