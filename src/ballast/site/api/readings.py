"""Questions by program: areas, months, projects, figures, lights; and the seal."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status
from ninja.params.functions import Path, Query

from ballast import month as the_month
from ballast.rooms.figures import queries as figures
from ballast.rooms.figures.cards import Figure, Value
from ballast.rooms.league import queries as rankings
from ballast.rooms.league.queries import SeenRanking
from ballast.rooms.people import queries as people
from ballast.rooms.registry import queries as registry
from ballast.rooms.supervision import queries as supervision
from ballast.rulebook.powers import Power
from ballast.site.api import asking, schemas
from ballast.site.api.plain import plain
from ballast.site.boards.league.choosing import disclose

router = Router(tags=["查询 questions"])
MONTH = Path(..., pattern=schemas.MONTH)
SEEN = {403: schemas.Refused, 404: schemas.Refused}
PAGE = 200


@router.get("/areas", response={200: list[dict[str, Any]], **SEEN})
def areas(request: HttpRequest) -> Any:
    """Every area: the city, its counties and parks."""
    people.require(asking.official(request), Power.READ)
    return plain(people.areas())


@router.get("/months", response={200: list[schemas.Month], **SEEN})
def months(request: HttpRequest) -> Any:
    """Every month reported or sealed."""
    people.require(asking.official(request), Power.READ)
    return plain(figures.months())


@router.get("/projects", response={200: list[schemas.Project], **SEEN})
def projects(
    request: HttpRequest, q: str = Query("", max_length=100), limit: int = Query(50, ge=1, le=PAGE)
) -> Any:  # fmt: skip
    """Projects whose name, owner, code or serial contains the words."""
    people.require(asking.official(request), Power.READ)
    known = registry.profiles(held=asking.reach(request))
    serials = registry.serials(known)
    found = [
        card for card in known.values()
        if any(q in said for said in (card.name, card.owner, card.project_code, serials[card.project_id]))
    ]  # fmt: skip
    return [{"serial": serials[card.project_id], "name": card.name, "card": plain(card)} for card in found[:limit]]


def none_such(serial: str) -> dict[str, str]:
    """What is said of a project that is not there, or not for the eyes that ask."""
    said = {"zh": "没有这个项目，或不由您查看", "en": "There is no such project, or it is not yours to see"}
    return {"code": "no_such_project", "where": serial, **said}


@router.get("/projects/{serial}", response={200: schemas.Project, **SEEN})
def project(request: HttpRequest, serial: str = Path(..., pattern=schemas.SERIAL)) -> Any:
    """One project's card."""
    people.require(asking.official(request), Power.READ)
    card = registry.find(serial, held=asking.reach(request))
    if card is None:
        return Status(404, none_such(serial))
    return {"serial": serial, "name": card.name, "card": plain(card)}


@router.get("/projects/{serial}/lights/{month}", response={200: list[dict[str, Any]], **SEEN})
def lights(request: HttpRequest, serial: str = Path(..., pattern=schemas.SERIAL), month: str = MONTH) -> Any:
    """The lights and stalls of a project in a month, each with its reasons."""
    people.require(asking.official(request), Power.READ)
    found = supervision.why(serial, month, held=asking.reach(request))
    if found is None:
        return Status(404, none_such(serial))
    return plain([{"code": one.code, "light": one.kept, "aspect": one.aspect, "rule": one.rule, "clause": one.clause,
                   "sums": [said.sentence for said in one.reckoned], "ends": one.ends} for one in found])  # fmt: skip


@router.get("/figures", response={200: list[dict[str, Any]], **SEEN})
def catalogue(request: HttpRequest) -> Any:
    """The catalogue: every figure with its wording."""
    people.require(asking.official(request), Power.BOARDS)
    return plain([{"code": one.code, "name": one.name, "unit": one.unit} for one in figures.catalogue()])


@router.get("/figures/{code}", response={200: schemas.FigureOut, 400: schemas.Refused, **SEEN})
def figure(
    request: HttpRequest, code: str, month: str = Query(..., pattern=schemas.MONTH), by: str = Query("", max_length=30)
) -> Any:
    """One figure of one month, whole and by the keys of a dimension."""
    people.require(asking.official(request), Power.BOARDS)
    return _figure(figures.figure(code, month=month, by=by))


@router.get("/months/{month}/league", response={200: list[dict[str, Any]], **SEEN})
def league(request: HttpRequest, month: str = MONTH) -> Any:
    """The rankings of a month as far as the person behind the token sees them; an unpublished place is noted."""
    official = people.require(asking.official(request), Power.BOARDS)
    who = rankings.seer(official, asking.reach(request))
    found = [rankings.seen(month, one.sheet, who, edition=one.edition) for one in rankings.rankings(month, who)]
    for one in found:
        if one is not None:
            disclose(one)
    return [_ranking(one) for one in found if one is not None]


@router.post("/months/{month}/seal", response={200: dict[str, Any], 409: schemas.Refused, **SEEN})
def seal(request: HttpRequest, said: schemas.SealIn, month: str = MONTH) -> Any:
    """Seal the month and fix its figures and lights."""
    person = people.require(asking.official(request), Power.SEAL)
    return plain(the_month.seal(month, at=timezone.now(), by=person.username, reason=said.reason.strip()))


def _figure(one: Figure) -> dict[str, Any]:
    return {
        "code": one.code, "name": plain(one.name), "unit": one.unit, "month": one.month, "by": one.by,
        "edition": one.edition, "fingerprint": one.fingerprint, "total": _value(one.total),
        "values": {key: _value(value) for key, value in one.values.items()},
    }  # fmt: skip


def _ranking(one: SeenRanking) -> dict[str, Any]:
    ranking = one.ranking
    return {
        "sheet": ranking.sheet, "name": plain(ranking.name), "of": ranking.of, "month": ranking.month,
        "edition": ranking.edition, "published_on": plain(ranking.published_on), "hidden": one.hidden,
        "weights": plain(ranking.weights), "hash": ranking.hash, "places": [plain(line.placed) for line in one.lines],
    }  # fmt: skip


def _value(value: Value) -> dict[str, int | None]:
    return {"numerator": value.numerator, "denominator": value.denominator}
