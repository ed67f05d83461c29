"""Correction slips as they are filed and decided, and one being filled in."""

from collections.abc import Iterable

from ballast.kit import files
from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard, OfficialCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.registry.cards import Reach
from ballast.rooms.reporting.cards import Change, FilingCard, SlipDraft
from ballast.rooms.reporting.loop import cells
from ballast.rooms.reporting.loop.desk import not_yours
from ballast.rooms.reporting.models import Filing
from ballast.rooms.reporting.queries.corrections import AMOUNTS, TEXTS, carried, standing_reports
from ballast.rooms.reporting.queries.place import month_named
from ballast.rooms.reporting.queries.published import figure_name
from ballast.rulebook import slips as rule
from ballast.rulebook.forms import BY_KEY
from ballast.rulebook.slips import SlipState, SlipVerb
from ballast.rulebook.terms import Basis


def slips(
    *, held: Reach, official: OfficialCard | None = None, month: str = "", state: str = "", slip_id: int | None = None
) -> list[FilingCard]:  # fmt: skip
    """The slips of what is ``held``, those to be decided first, then the newest; with what ``official`` may do."""
    found = Filing.objects.select_related("project", "paper").order_by("-filed_at", "-pk")
    found = found.filter(month=month) if month else found
    found = found.filter(state=state) if state else found
    found = found.filter(pk=slip_id) if slip_id is not None else found
    profiles = registry.profiles(held=held)
    areas = {card.id: card for card in people.areas()}
    cards = []
    for one in found:
        if one.project_id in profiles:
            card = profiles[one.project_id]
            cards.append(_card(one, card.name, areas[card.area_id], official))
        elif one.area_id is not None and (held.areas is None or areas[one.area_id].code in held.areas):
            cards.append(_card(one, figure_name(one.changes[0]["field"]), areas[one.area_id], official))
    return sorted(cards, key=lambda card: card.state is not SlipState.FILED)


def slip_paper(slip_id: int, *, held: Reach) -> tuple[str, bytes] | None:
    """Name and bytes of the file that came with a slip."""
    [*found] = slips(held=held, slip_id=slip_id)
    kept = Filing.objects.select_related("paper").filter(pk=slip_id).first() if found else None
    return (kept.paper.name, files.read(kept.paper)) if kept and kept.paper else None


def slip_draft(month: str, serial: str, *, held: Reach, field: str = "", new: str | None = None) -> SlipDraft:
    """A project's month as it stands, and with a field and its new value (as typed, 万元) all that moves along.

    Raises NotYours, and NotACell for what is no value.
    """
    card = registry.find(serial, held=held)
    if card is None:
        raise not_yours([serial])
    standing = standing_reports(card.project_id, Basis.DECLARED).get(month_named(month))
    shown = tuple((key, cells.heading(key, month), getattr(standing, key, None)) for key in (*AMOUNTS, *TEXTS))
    changes = _changes(card.project_id, month, field, new) if field and new is not None else ()
    return SlipDraft(
        project_id=card.project_id, serial=serial, name=card.name, month=month, standing=shown, field=field,
        changes=changes,
    )  # fmt: skip


def _changes(project_id: int, month: str, field: str, new: str) -> tuple[Change, ...]:
    if field not in (*AMOUNTS, *TEXTS):
        return ()
    said = cells.entered(BY_KEY[field], new, where=cells.heading(field, month))
    if field in AMOUNTS:
        amount = cells.amount(said)
        if amount is None:
            raise cells.no_amount(cells.heading(field, month))
        return carried(project_id, month, Basis.DECLARED, field, amount)
    standing = standing_reports(project_id, Basis.DECLARED).get(month)
    return (Change(month, field, getattr(standing, field, ""), str(said or "")),)


def _card(kept: Filing, name: str, area: AreaCard, official: OfficialCard | None) -> FilingCard:
    return FilingCard(
        id=kept.pk, project_id=kept.project_id or 0,
        serial=kept.project.serial if kept.project else "", name=name, area_code=area.code,
        area_name=area.name, month=kept.month, basis=kept.basis,
        changes=tuple(Change(**said) for said in kept.changes), reason=kept.reason, evidence=kept.evidence,
        paper=kept.paper.name if kept.paper else "", filed_at=kept.filed_at, filed_by=kept.filed_by,
        state=SlipState(kept.state), decided_at=kept.decided_at, decided_by=kept.decided_by, remark=kept.remark,
        verbs=tuple(_may(kept, area.code, official)), area_id=kept.area_id or 0,
        indicator=kept.changes[0]["field"] if kept.area_id else "",
    )  # fmt: skip


def _may(kept: Filing, code: str, official: OfficialCard | None) -> Iterable[SlipVerb]:
    for verb in SlipVerb:
        found = rule.decision(SlipState(kept.state), verb)
        own = official and found and rule.theirs(found, filed_by=kept.filed_by, by=official.username)
        if own and found and people.may(official, found.power, area_code=code):
            yield verb
