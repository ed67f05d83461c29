"""The monthly loop by program: worklist, reports, save, submit, recall, accept, send back."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.params.functions import Header, Path

from ballast.kit import clock
from ballast.rooms.reporting import actions, queries
from ballast.rooms.reporting.cards import Chosen, Edit, Outcome
from ballast.site.api import asking, schemas
from ballast.site.api.plain import plain

router = Router(tags=["月报 reports"])
MONTH = Path(..., pattern=schemas.MONTH)
SERIAL = Path(..., pattern=schemas.SERIAL)
KEY = Header("", alias="Idempotency-Key", max_length=100)
ANSWERS = {200: schemas.Outcome, 403: schemas.Refused, 404: schemas.Refused, 409: schemas.Refused,
           422: schemas.Refused}  # fmt: skip
SEEN = {403: schemas.Refused, 404: schemas.Refused}


@router.get("/months/{month}/worklist", response={200: schemas.Worklist, **SEEN})
def worklist(request: HttpRequest, month: str = MONTH) -> Any:
    """What is due, what came back and why, what is late, what waits for review."""
    return plain(queries.worklist(month, asking.official(request), on=clock.today()))


@router.get("/months/{month}/areas/{area}/reports", response={200: list[schemas.Report], **SEEN})
def reports(request: HttpRequest, area: str, month: str = MONTH) -> Any:
    """Every report of an area's form (by code or name)."""
    return plain(queries.reports(month, area, asking.official(request), on=clock.today()))


@router.post("/months/{month}/reports/save", response=ANSWERS)
def save(request: HttpRequest, said: schemas.SaveIn, month: str = MONTH, key: str = KEY) -> Any:
    """Save drafts; cells two people changed come back as conflicts, open until somebody types over them."""
    edits = [Edit(one.serial, one.cells, one.version) for one in said.edits]
    return _told(actions.save(month, edits, official=asking.official(request), at=timezone.now(), key=key))


@router.post("/months/{month}/reports/submit", response=ANSWERS)
def submit(request: HttpRequest, said: schemas.ActIn, month: str = MONTH, key: str = KEY) -> Any:
    """Submit reports, all or none."""
    return _acted(actions.submit, request, month, said, key)


@router.post("/months/{month}/reports/recall", response=ANSWERS)
def recall(request: HttpRequest, said: schemas.ActIn, month: str = MONTH, key: str = KEY) -> Any:
    """Take back what nobody reviewed yet."""
    return _acted(actions.recall, request, month, said, key)


@router.post("/months/{month}/reports/accept", response=ANSWERS)
def accept(request: HttpRequest, said: schemas.ActIn, month: str = MONTH, key: str = KEY) -> Any:
    """Accept reports for the county or the city, as where they stand asks for; the last review records them."""
    return _acted(actions.accept, request, month, said, key)


@router.post("/months/{month}/reports/send-back", response=ANSWERS)
def send_back(request: HttpRequest, said: schemas.ActIn, month: str = MONTH, key: str = KEY) -> Any:
    """Send reports back, each with a remark."""
    return _acted(actions.send_back, request, month, said, key)


@router.get("/months/{month}/reports/{serial}", response={200: schemas.Report, **SEEN})
def report(request: HttpRequest, month: str = MONTH, serial: str = SERIAL) -> Any:
    """One project's report with its log."""
    return plain(queries.report(month, serial, asking.official(request), on=clock.today()))


Act = Callable[..., Outcome]


def _acted(act: Act, request: HttpRequest, month: str, said: schemas.ActIn, key: str) -> dict[str, Any]:
    chosen: Sequence[Chosen] = [Chosen(one.serial, one.version, one.remarks) for one in said.reports]
    return _told(act(month, chosen, official=asking.official(request), at=timezone.now(), key=key))


def _told(outcome: Outcome) -> dict[str, Any]:
    return plain({**outcome.plain(), "replayed": outcome.replayed})  # type: ignore[no-any-return]
