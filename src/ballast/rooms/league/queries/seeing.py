"""A ranking as one person may see it: all of it for who publishes, what was published for everyone, one's own place."""

from dataclasses import dataclass, replace

from ballast.kit.sentence import Sentence
from ballast.rooms.league import keeping
from ballast.rooms.league.cards import LineCard, RankingCard
from ballast.rooms.league.models import Publication, Ranking
from ballast.rooms.league.published import kept
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry.cards import Reach
from ballast.rulebook.powers import Power
from ballast.rulebook.publishing import visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Seer:
    """Who looks: whether they publish, their areas (None: the whole city), the names they and their offices bear."""

    holder: bool
    areas: frozenset[str] | None
    names: frozenset[str]

    def owns(self, line: LineCard, of: str) -> bool:
        """Whether a subject is the person's own: their area, or a group under their name or their office's."""
        if of in ("county", "park"):
            return self.areas is not None and line.code in self.areas
        return not self.names.isdisjoint((line.code, *line.code.split()))  # “市长 安知行”


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRanking:
    """A ranking with the lines a person sees; ``hidden`` others are need-to-know, ``secret`` those they see are."""

    ranking: RankingCard
    hidden: int
    secret: frozenset[str]
    own: frozenset[str]

    @property
    def lines(self) -> tuple[LineCard, ...]:
        """The lines that are seen."""
        return self.ranking.lines

    def field(self, klass: str) -> tuple[LineCard, ...]:
        """The lines of one class that are seen."""
        return self.ranking.field(klass)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A ranking that is there, without its lines: which sheet, which edition, whether it is published."""

    sheet: str
    name: Sentence
    of: str
    edition: int
    published: bool


def seer(official: OfficialCard | None, held: Reach) -> Seer:
    """Who is looking."""
    names = frozenset({official.name, *(seat.office.name for seat in official.own)}) if official else frozenset()
    return Seer(holder=people.may(official, Power.PUBLISH), areas=held.areas, names=names)


def seen(month: str, sheet: str, who: Seer, *, edition: int | None = None) -> SeenRanking | None:
    """A ranking as a person may see it; None where there is none for them. Without ``edition``: the newest they see.

    Whoever does not publish sees the newest edition that was published.
    """
    if edition is None and not who.holder:
        edition = _newest_published(month, sheet)
        if edition is None:
            return None
    ranking = kept(month, sheet, edition=edition)
    return narrowed(ranking, who) if ranking else None


def narrowed(ranking: RankingCard, who: Seer) -> SeenRanking | None:
    """The part of a ranking a person sees; None where it is nothing."""
    own = frozenset(one.code for one in ranking.lines if who.owns(one, ranking.of))
    classes = [{one.code: one.placed.place for one in ranking.field(klass)} for klass in (ranking.classes or [""])]
    published = ranking.published_on is not None
    codes = visible(classes, published=published, shown=ranking.ends, own=own, holder=who.holder)
    if not codes and not (who.holder and ranking.refused.zh):
        return None
    public = visible(classes, published=published, shown=ranking.ends, own=(), holder=False)
    lines = tuple(one for one in ranking.lines if one.code in codes)
    return SeenRanking(
        ranking=replace(ranking, lines=lines), hidden=len(ranking.lines) - len(lines), secret=codes - public,
        own=own & codes,
    )  # fmt: skip


def rankings(month: str, who: Seer) -> list[Kept]:
    """Every sheet's newest ranking of a month that the person may know of, in the order of the book."""
    newest: dict[str, Ranking] = {}
    for one in Ranking.objects.filter(month=month).order_by("edition", "pk"):
        newest[one.sheet] = one
    public = _published(month)
    return [
        Kept(
            sheet=code, name=keeping.sentence(one.said["name"]), of=one.said["of"],
            edition=one.edition if who.holder else max(public[code]),
            published=one.edition in public.get(code, ()),
        )
        for code, one in newest.items()
        if who.holder or code in public
    ]  # fmt: skip


def editions(month: str, sheet: str, who: Seer) -> list[int]:
    """The editions of a ranking that a person may see, the newest first."""
    every = Ranking.objects.filter(month=month, sheet=sheet).order_by("-edition").values_list("edition", flat=True)
    public = _published(month).get(sheet, frozenset())
    return [one for one in every if who.holder or one in public]


def ranked_months(who: Seer) -> list[str]:
    """The months with a ranking the person may see, the newest first."""
    kind = Ranking if who.holder else Publication
    return sorted(set(kind.objects.values_list("month", flat=True)), reverse=True)


def _published(month: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    told = Publication.objects.current().filter(month=month).values_list("sheet", "edition")
    for sheet, edition in told:
        found.setdefault(sheet, set()).add(edition)
    return {sheet: frozenset(every) for sheet, every in found.items()}


def _newest_published(month: str, sheet: str) -> int | None:
    found = Publication.objects.current().filter(month=month, sheet=sheet)
    return found.order_by("-edition").values_list("edition", flat=True).first()
