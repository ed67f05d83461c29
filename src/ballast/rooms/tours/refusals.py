"""What a tour refuses, each with a sentence that says what would be right."""

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence


class NoSuchTour(Refusal):
    """There is no tour of this number, or nothing of the kind on it."""


class TourRefused(Refusal):
    """The step cannot be taken now, or not so."""


class NotEligible(Refusal):
    """The project is none the tour may see."""


class BallotRefused(Refusal):
    """The ballot is not filled in as the rule wants."""


class BallotTwice(Refusal):
    """The judge voted on this project already; the sentence says when."""


class NoTicket(Refusal):
    """The link is no judge's, or was taken back."""


def refused(where: str, zh: str, en: str) -> TourRefused:
    """A step refused, with what would be right."""
    return TourRefused(Sentence(zh, en), where=where, code="tour_refused")
