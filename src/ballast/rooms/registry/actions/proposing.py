"""A county sends a list of its own projects to the city office, which commits it or sends it back."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from ballast.kit import audit, files
from ballast.kit.ledger.journal import Writer
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.people import queries as people
from ballast.rooms.registry import models
from ballast.rooms.registry.importing.drafts import place
from ballast.rooms.registry.importing.outcome import Decisions, ImportRefused
from ballast.rooms.registry.importing.placing import Placing
from ballast.rulebook.lists.report import Fault, Recognition
from ballast.rulebook.terms import ProposalState

LONGEST_REASON = 400


class NoSuchProposal(Refusal):
    """There is no such list waiting."""


def propose(
    recognition: Recognition, *, area_code: str, areas: Collection[str], said: list[tuple[str, str]], data: bytes,
    name: str, at: datetime, by: str,
) -> int:  # fmt: skip
    """Send a list to the city office for the county ``area_code``; its id. Nothing is recorded of its projects yet.

    ``areas`` are the codes the sender answers for: a row of any other is a fault with its cell, and the list is
    refused whole (ImportRefused). ``said`` is what was changed in the preview.
    """
    faults = [*recognition.errors, *_elsewhere(recognition, area_code, areas, at=at, by=by)]
    area = people.find_area(area_code)
    if faults or area is None:
        audit.write("propose_list", at=at, actor=by, object=name, result=audit.REFUSED,
                    detail={"faults": [fault.as_json() for fault in faults[:20]]})  # fmt: skip
        raise ImportRefused(faults)
    with transaction.atomic():
        kept = files.keep(data, name, at=at, by=by)
        sent = models.Proposal.objects.create(
            file=kept, area_id=area.id, said=[list(pair) for pair in said], rows=len(recognition.rows), at=at, by=by
        )
        told = {"area": area.name, "rows": sent.rows, "sha256": kept.sha256}
        audit.write("propose_list", at=at, actor=by, object=name, detail=told)
    return int(sent.pk)


def send_back(proposal_id: int, *, reason: str, at: datetime, by: str) -> None:
    """The city office sends a list back to its county, and says why."""
    reason = reason.strip()[:LONGEST_REASON]
    if not reason:
        raise Refusal(Sentence("请写明退回的理由", "Say why it is sent back"), code="no_reason")
    with transaction.atomic():
        sent = _waiting(proposal_id)
        _decide(sent, ProposalState.RETURNED, at=at, by=by, reason=reason)
        audit.write("return_list", at=at, actor=by, object=sent.file.name, detail={"reason": reason, "by": sent.by})


def accept_proposal(proposal_id: int, *, batch_id: int | None, writer: Writer) -> None:
    """The list a county sent was committed, in the entry of its import."""
    sent = _waiting(proposal_id)
    sent.batch_id = batch_id
    _decide(sent, ProposalState.ACCEPTED, at=writer.moment, by=writer.by)


def _waiting(proposal_id: int) -> models.Proposal:
    found = models.Proposal.objects.select_for_update().select_related("file").filter(pk=proposal_id).first()
    if found is None or found.decision:
        said = Sentence("这份名单不在待确认之列，请刷新页面", "This list does not wait for a decision; reload")
        raise NoSuchProposal(said, where=str(proposal_id), code="no_such_proposal")
    return found


def _decide(sent: models.Proposal, decision: ProposalState, *, at: datetime, by: str, reason: str = "") -> None:
    sent.decision, sent.decided_at, sent.decided_by, sent.reason = str(decision), at, by, reason
    sent.save()


def _elsewhere(
    recognition: Recognition, area_code: str, areas: Collection[str], *, at: datetime, by: str
) -> list[Fault]:
    """The rows of areas the sender does not answer for, and of areas not known at all."""
    placing = Placing(Decisions(default_area=area_code), at=at, by=by)
    faults = []
    for row in recognition.rows:
        where = place(row, "area")
        found = placing.area_of(row, where)
        if found is not None and found.code not in areas:
            said = Sentence(
                f"“{row.name}”在{found.name}，不是您负责的地区；请从名单中删去，或由该地区报送",
                f"{row.name!r} lies in {found.name}, not an area you answer for; take it out of the list",
            )
            faults.append(Fault("not_your_area", where, said))
    return placing.faults + faults
