"""The audit trail: searched, exported and proved by the audit administrator alone."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_POST, require_safe

from ballast.kit.audit.search import Asked
from ballast.kit.downloads import CSV, WORKBOOK, streamed
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.wholes import whole
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rulebook.powers import Power
from ballast.site.boards import audit as board
from ballast.site.views import asking

KINDS = {"csv": CSV, "xlsx": WORKBOOK}
LONGEST = 100


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """One page of the lines searched for, newest first."""
    _auditor(request)
    return _show(request, {})


@require_safe
def export(request: HttpRequest, kind: str) -> StreamingHttpResponse:
    """The lines searched for as a file."""
    official, query = _auditor(request), request.GET
    if kind not in KINDS:
        raise Refusal(Sentence("只能导出 csv 或 xlsx", "Exported as csv or xlsx"), where=kind, code="no_such_kind")
    found, now = board.export(_asked(query), kind), timezone.now()
    return streamed(
        found.parts, f"审计记录-{timezone.localtime(now):%Y%m%d-%H%M%S}.{kind}", KINDS[kind], act="audit_export",
        by=official.username, at=now,
        detail={"lines": found.lines, "until": found.until, "asked": query.urlencode()[:1_000]},
    )  # fmt: skip


@require_POST
def verify(request: HttpRequest) -> HttpResponse:
    """Read the whole chain back and say what was found."""
    official = _auditor(request)
    return _show(request, {"proof": board.prove(at=timezone.now(), by=official.username)})


def _auditor(request: HttpRequest) -> OfficialCard:
    return people.require(asking.official(request), Power.AUDIT)


def _show(request: HttpRequest, told: dict[str, object]) -> HttpResponse:
    query = request.GET
    before, after = (whole(query.get(name, ""), digits=18) for name in ("before", "after"))
    found = board.trail(_asked(query), before=before, after=after)
    return render(request, "site/audit.html", {"trail": found, "asked": query, **told})


def _asked(query: QueryDict) -> Asked:
    said = {
        name: query.get(name, "").strip()[:LONGEST] for name in ("actor", "act", "object", "result", "text")
    }  # fmt: skip
    return Asked(since=_moment(query.get("since", "")), until=_moment(query.get("until", "")), **said)


def _moment(text: str) -> datetime | None:
    """The moment a form's date and time mean; None where none is given. Raises Refusal for what is neither."""
    if not text:
        return None
    try:
        found = parse_datetime(text)
    except ValueError:
        found = None
    if found is None:
        raise Refusal(
            Sentence(f"时间“{text[:40]}”应写作 2026-01-31T08:00", f"{text[:40]!r} is no time; write 2026-01-31T08:00"),
            where="since / until", code="no_time",
        )  # fmt: skip
    return found if timezone.is_aware(found) else timezone.make_aware(found)
