"""The verbs of the registry."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction
from django.db.models.functions import Length

from ballast.kit import audit, files
from ballast.kit.ledger.cards import record_cards
from ballast.kit.ledger.journal import Recorded, Writer
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.kit.sheets import read
from ballast.rooms.registry import cards, models

FACT_OF = {
    cards.ProfileCard: models.Profile,
    cards.MembershipCard: models.Membership,
    cards.PlanCard: models.AnnualPlan,
    cards.TaskCard: models.MonthTask,
    cards.DevelopedCard: models.DevelopedLand,
    cards.FundingCard: models.Funding,
    cards.PromiseCard: models.Promise,
    cards.ApprovalCard: models.Approval,
    cards.ContractCard: models.Contract,
    cards.RoleCard: models.ProjectRole,
}
LONGEST_CODE, LONGEST_NAME = 30, 60
Card = (
    cards.ProfileCard | cards.MembershipCard | cards.PlanCard | cards.TaskCard | cards.DevelopedCard
    | cards.FundingCard | cards.PromiseCard | cards.ApprovalCard | cards.ContractCard | cards.RoleCard
)  # fmt: skip


class NoSuchList(Refusal):
    """The list named is none, and cannot become one."""


def enrol(count: int, *, writer: Writer) -> list[int]:
    """Give ``count`` new projects their identity; their ids in order. Cards follow by ``describe``.

    Serials count on from the last one given, so an import that was rolled back leaves no gap in them.
    """
    newest = models.Project.objects.order_by(Length("serial").desc(), "-serial").values_list("serial", flat=True)
    last = int((newest.first() or "P0")[1:])
    fresh = [models.Project(serial=f"P{last + step:06d}", created_at=writer.moment) for step in range(1, count + 1)]
    return [project.pk for project in models.Project.objects.bulk_create(fresh)]


def describe(described: Iterable[Card], *, writer: Writer) -> Recorded:
    """Record cards of any kind; each revises what stood under its natural key."""
    return record_cards(FACT_OF, described, writer)


def take_back(project_ids: Collection[int], source_ids: Collection[int], *, writer: Writer) -> int:
    """Take back the funds these sources told of these projects; what stood before stands again. How many."""
    told = models.Funding.objects.current().filter(project_id__in=project_ids, source_id__in=source_ids)
    return writer.take_back(told)


def name_list(code: str, name: str) -> int:
    """Open a named list, or find it by its code (its name, where ``code`` is empty); its id.

    Raises NoSuchList for a code nobody knows without a name, and for a name that is too long.
    """
    known = models.NamedList.objects.filter(code=code) if code else models.NamedList.objects.filter(name=name)
    found = known.first()
    if found is None:
        _nameable(code, name)
        found = models.NamedList.objects.create(code=code or name[:LONGEST_CODE], name=name)
    return found.pk


def _nameable(code: str, name: str) -> None:
    if not name:
        said = Sentence(f"没有代码为“{code[:40]}”的名单，请选择已有名单或写新名单的名称",
                        f"There is no list {code[:40]!r}; choose a list, or name a new one")  # fmt: skip
        raise NoSuchList(said, where="list", code="no_such_list")
    if len(name) > LONGEST_NAME or len(code) > LONGEST_CODE:
        said = Sentence(f"名单名称超过 {LONGEST_NAME} 字，请缩短",
                        f"The name of a list has at most {LONGEST_NAME} characters; shorten it")  # fmt: skip
        raise NoSuchList(said, where=f"{name[:20]}…", code="list_name_long")


def receive(data: bytes, name: str, *, at: datetime, by: str) -> str:
    """Keep a list as it was uploaded, if it is a readable sheet (else Refusal); the hash it is known by."""
    read(data, name)
    with transaction.atomic():
        kept = files.keep(data, name, at=at, by=by)
        audit.write("receive_list", at=at, actor=by, object=kept.name, detail={"sha256": kept.sha256})
    return str(kept.sha256)
