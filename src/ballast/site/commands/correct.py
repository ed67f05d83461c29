"""``ballast correct MONTH``: put a value of a sealed month right by a correction slip."""

import argparse

from django.utils import timezone

from ballast import month
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.figures.cards import EditionCard
from ballast.rooms.registry import queries as registry
from ballast.rooms.reporting import queries
from ballast.rooms.reporting.cards import Change, CorrectionCard, Slip
from ballast.site.commands import say_json

FIELDS = ("month_completed", "year_to_date", "to_date")


def add(parser: argparse.ArgumentParser) -> None:
    """What is wrong, what is right, and who answers for it; amounts in 元."""
    parser.add_argument("month", help="YYYY-MM")
    parser.add_argument("--project", required=True, help="serial of the project, P000001 / 项目编号")
    parser.add_argument("--basis", default="declared", help="declared, verified or statistical / 口径")
    parser.add_argument("--field", required=True, choices=FIELDS, help="what is corrected / 更正的数字")
    parser.add_argument("--old", required=True, type=_amount, help="what stands, yuan; - is not reported / 旧值（元）")
    parser.add_argument("--new", required=True, type=_amount, help="what is right, in yuan / 新值（元）")
    parser.add_argument("--carry", action="store_true", help="move the sums that depend on it too / 连带更正累计数")
    parser.add_argument("--reason", required=True, help="更正理由")
    parser.add_argument("--evidence", required=True, help="依据")
    parser.add_argument("--approver", required=True, help="批准人")
    parser.add_argument("--by", default="ballast", help="who records it / 经办人")


def run(chosen: argparse.Namespace) -> int:
    """Record the slip, and make the further editions that show it."""
    project = registry.find(chosen.project, held=registry.EVERYWHERE)
    if project is None:
        sentence = Sentence(f"没有编号为 {chosen.project} 的项目", f"There is no project {chosen.project}")
        raise Refusal(sentence, where="--project", code="unknown_project")
    changes: tuple[Change, ...] = (Change(chosen.month, chosen.field, chosen.old, chosen.new),)
    if chosen.carry and chosen.new is not None:
        carried = queries.carried(project.project_id, chosen.month, chosen.basis, chosen.field, chosen.new)
        changes += carried[1:]
    slip = Slip(
        project_id=project.project_id, basis=chosen.basis, changes=changes, reason=chosen.reason,
        evidence=chosen.evidence, approver=chosen.approver,
    )  # fmt: skip
    made, editions = month.correct(slip, at=timezone.now(), by=chosen.by)
    _say(made, editions, as_json=chosen.json)
    return 0


def _amount(text: str) -> int | None:
    return None if text == "-" else int(text)


def _say(made: list[CorrectionCard], editions: list[EditionCard], *, as_json: bool) -> None:
    if as_json:
        say_json({
            "corrections": [
                {"id": one.id, "project": one.serial, "month": one.month, "basis": one.basis, "field": one.field,
                 "old": one.old, "new": one.new, "approver": one.approver} for one in made
            ],
            "editions": [{"month": one.month, "edition": one.number} for one in editions],
        })  # fmt: skip
        return
    for one in made:
        print(f"{one.serial} {one.month} {one.field}: {one.old} → {one.new}")
    for edition in editions:
        print(f"{edition.month} 第 {edition.number} 版 / edition {edition.number}")
