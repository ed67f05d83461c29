"""The import wizard: upload, preview and choose, commit, outcome; a county sends what the city office commits."""

import re
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from ballast.kit import audit, clock
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.wholes import whole
from ballast.rooms.lifecycle import actions as lifecycle
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.registry import actions, queries
from ballast.rooms.registry.queries import UNITS, Choices, ListField, Preview
from ballast.rulebook.need_to_know import NeedToKnow
from ballast.rulebook.powers import Power
from ballast.site.views import asking

KEY = re.compile(r"([fus])\.([0-9]{1,6})\.(-?[0-9]{1,6})")
UNIT_DIGITS = 12
# The files a county uploaded in this session: the only ones it may look at.
MINE, MANY = "received_lists", 20
COUNTED = {"keep": True, "leave": False}


def upload(request: HttpRequest) -> HttpResponse:
    """Choose a file; a readable one leads to its preview, any other is refused with its sentence."""
    official = _sender(request)
    refusal = None
    if request.method == "POST":
        try:
            file = request.FILES.get("file")
            if file is None:
                raise Refusal(Sentence("请先选择一个文件", "Choose a file first"), code="no_file")
            data, name = file.read(), file.name or ""
            kept = actions.receive(data, name, at=timezone.now(), by=official.username)
            request.session[MINE] = [*request.session.get(MINE, [])[-MANY:], kept]
            return redirect("import-preview", kept)
        except Refusal as raised:
            refusal = raised
    commits = people.may(official, Power.IMPORT)
    areas = None if commits else queries.reach(official, on=clock.today(), power=Power.PROPOSE).areas
    sent = queries.proposals(areas, waiting=commits)
    told: dict[str, object] = {"refusal": refusal, "commits": commits, "sent": sent}
    if commits:
        told |= {"batches": queries.batches(), "pending": len(queries.suspicions())}
    return render(request, "registry/upload.html", told, status=400 if refusal else 200)


def preview(request: HttpRequest, sha256: str) -> HttpResponse:
    """What the file was taken for; a POST commits it, or sends it to the city office."""
    official = _sender(request)
    commits = people.may(official, Power.IMPORT)
    if not (commits or sha256 in request.session.get(MINE, [])):
        raise Http404(sha256)
    if request.method == "POST":
        return _commit(request, sha256, official) if commits else _propose(request, sha256, official)
    return _show(request, sha256, request.GET)


@require_safe
def outcome(request: HttpRequest, batch_id: int) -> HttpResponse:
    """What came of an import."""
    _importer(request)
    batch = queries.batch(batch_id)
    if batch is None:
        raise Http404(str(batch_id))
    return render(request, "registry/outcome.html", {"batch": batch, "outcome": batch.outcome})


@require_POST
def send_back(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """The city office sends a county's list back with its reason."""
    official = _importer(request)
    actions.send_back(proposal_id, reason=request.POST.get("reason", ""), at=timezone.now(), by=official.username)
    return redirect("import")


def _importer(request: HttpRequest) -> OfficialCard:
    return people.require(asking.official(request), Power.IMPORT)


def _sender(request: HttpRequest) -> OfficialCard:
    """Whoever may commit lists, or send those of their own area."""
    official = asking.official(request)
    return people.require(official, Power.IMPORT if people.may(official, Power.IMPORT) else Power.PROPOSE)


def _show(
    request: HttpRequest, sha256: str, chosen: QueryDict, *, refused: actions.ImportRefused | None = None
) -> HttpResponse:
    shown = _preview(sha256, chosen)
    audit.shown(NeedToKnow.SOURCE, shown.received.name)
    sent = whole(chosen.get("proposal", ""))
    told = {
        "commits": people.may(asking.official(request), Power.IMPORT),
        "sent": queries.proposal(sent) if sent is not None else None,
        "preview": shown, "refused": refused, "chosen": chosen, "hidden": _hidden(chosen), "fields": list(ListField),
        "units": UNITS, "year": chosen.get("year", shown.year or ""),
    }  # fmt: skip
    return render(request, "registry/preview.html", told, status=400 if refused else 200)


def _preview(sha256: str, chosen: QueryDict) -> Preview:
    sheet, first = whole(chosen.get("sheet", "")), whole(chosen.get("from", ""))
    found = queries.preview(sha256, choices=_choices(chosen), sheet=sheet, first=max(1, first or 1))
    if found is None:
        raise Http404(sha256)
    return found


def _choices(chosen: QueryDict) -> Choices:
    fields, units, sheets = {}, {}, {}
    for key, text in chosen.items():
        form = KEY.fullmatch(key)
        if form and form[1] == "f":
            fields[int(form[2]), int(form[3])] = str(text)
        elif form and form[1] == "s":
            if text in COUNTED:
                sheets[int(form[2])] = COUNTED[str(text)]
        elif form and (unit := whole(str(text), digits=UNIT_DIGITS)) is not None:
            units[int(form[2]), int(form[3])] = unit
    return Choices(fields, units, sheets)


def _hidden(chosen: QueryDict) -> list[tuple[str, str]]:
    """What was changed on this and other sheets, to travel with every form of the page."""
    return [(key, str(text)) for key, text in chosen.items() if KEY.fullmatch(key)]


def _commit(request: HttpRequest, sha256: str, official: OfficialCard) -> HttpResponse:
    form, now = request.POST, timezone.now()
    found = _preview(sha256, form)
    year = whole(form.get("year", ""))
    try:
        done = lifecycle.import_list(
            found.recognition, list_code=form.get("list", ""), list_name=form.get("new_list", "").strip(), year=year,
            as_of=date(year, 1, 1) if year and 1990 <= year <= 2100 else clock.today(),
            data=queries.received_bytes(sha256), name=found.received.name, decisions=_decisions(form), at=now,
            by=official.username, proposal_id=whole(form.get("proposal", "")),
        )  # fmt: skip
    except actions.ImportRefused as refused:
        return _show(request, sha256, form, refused=refused)
    if done.batch_id is None:
        return render(request, "registry/outcome.html", {"batch": None, "outcome": done.as_json(), "nothing": done})
    return redirect("import-outcome", done.batch_id)


def _propose(request: HttpRequest, sha256: str, official: OfficialCard) -> HttpResponse:
    form = request.POST
    found = _preview(sha256, form)
    areas = queries.reach(official, on=clock.today(), power=Power.PROPOSE).areas or frozenset()
    own = next(seat.area_code for seat in official.seats if Power.PROPOSE in seat.powers)
    said = [*_hidden(form), ("year", form.get("year", ""))]
    try:
        actions.propose(
            found.recognition, area_code=own, areas=areas, said=said, data=queries.received_bytes(sha256),
            name=found.received.name, at=timezone.now(), by=official.username,
        )  # fmt: skip
    except actions.ImportRefused as refused:
        return _show(request, sha256, form, refused=refused)
    return redirect("import")


def _decisions(form: QueryDict) -> actions.Decisions:
    texts, codes = form.getlist("area_text"), form.getlist("area_code")
    city = form.get("city_code", "").strip(), form.get("city_name", "").strip()
    return actions.Decisions(
        areas={text: code for text, code in zip(texts, codes, strict=False) if code},
        default_area=form.get("default_area", ""), remember="remember" in form,
        city=city if all(city) else None, create_areas="create_areas" in form,
        confirm_large="confirm_large" in form,
    )  # fmt: skip
