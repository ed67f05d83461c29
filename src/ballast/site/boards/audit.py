"""The audit administrator's page: what was searched for, the lines found, their words, the export and the proof."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from tempfile import TemporaryFile
from zoneinfo import ZoneInfo

from django.conf import settings

from ballast.kit import audit
from ballast.kit.audit import search
from ballast.kit.audit.chain import Link, broken, links
from ballast.kit.exports import Cell, as_csv, write_workbook
from ballast.kit.ledger import canonical
from ballast.kit.ledger.verification import Finding
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.site.boards.audit_words import ACTS, RESULTS

SHOWN = 20
MOST = {"xlsx": 100_000, "csv": 1_000_000}
HEADINGS = ("序号", "时间", "人员", "行为", "行为代码", "对象", "结果", "网络地址", "会话", "明细", "哈希")


class TooManyLines(Refusal):
    """More lines are asked for than fit the kind of file."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as the page shows it."""

    link: Link
    act: Sentence
    result: Sentence
    address: str
    session: str
    rest: str


@dataclass(frozen=True, slots=True)
class TrailPage:
    """One page of the trail, and the words that stand in it to choose from."""

    lines: list[Line]
    newer: int | None
    older: int | None
    acts: list[tuple[str, Sentence]]
    results: list[tuple[str, Sentence]]


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of reading the whole chain back: how many lines, how many broken, the first of them, and how long."""

    lines: int
    broken: int
    first: list[Finding]
    seconds: float


@dataclass(frozen=True, slots=True)
class Export:
    """The lines of an export: how many, up to which, and the file part by part."""

    lines: int
    until: int
    parts: Iterator[bytes]


def trail(asked: search.Asked, *, before: int | None, after: int | None) -> TrailPage:
    """The page of the trail that was asked for."""
    found = search.page(asked, before=before, after=after)
    acts = sorted(((act, act_name(act)) for act in search.said("act")), key=lambda one: one[1].zh)
    results = [(result, result_name(result)) for result in search.said("result")]
    return TrailPage([_line(one) for one in found.lines], found.newer, found.older, acts, results)


def export(asked: search.Asked, kind: str) -> Export:
    """The lines asked for as .csv or .xlsx. Raises TooManyLines."""
    most = MOST[kind]
    number = search.count(asked, most=most + 1)
    if number > most:
        raise TooManyLines(
            Sentence(f"超过 {most} 条，{kind} 装不下；请缩小时间范围" + ("，或导出 csv" if kind == "xlsx" else ""),
                     f"More than {most} lines do not fit .{kind}; narrow the time"),
            where=kind, code="too_large",
        )  # fmt: skip
    until = search.newest()
    rows = (_row(one) for one in search.every(asked, until=until))
    return Export(number, until, as_csv(HEADINGS, rows) if kind == "csv" else _workbook(rows))


def prove(*, at: datetime, by: str) -> Proof:
    """Read the whole chain back, and note that it was."""
    begun, count = time.perf_counter(), 0

    def counted() -> Iterator[Link]:
        nonlocal count
        for link in links():
            count += 1
            yield link

    found = broken(counted())
    first = list(islice(found, SHOWN))
    number = len(first) + sum(1 for _ in found)
    proof = Proof(count, number, first, round(time.perf_counter() - begun, 1))
    detail = {"lines": count, "broken": number}
    audit.write("audit_verify", at=at, actor=by, object="audit", result="broken" if number else "done", detail=detail)
    return proof


def act_name(act: str) -> Sentence:
    """What an act is called; its code where nobody named it."""
    return ACTS.get(act, Sentence(act, act))


def result_name(result: str) -> Sentence:
    """What a result is called; its code where nobody named it."""
    return RESULTS.get(result, Sentence(result, result))


def _line(link: Link) -> Line:
    said = dict(link.detail)
    address, session = str(said.pop("address", "")), str(said.pop("session", ""))
    rest = canonical.json_text(said) if said else ""
    return Line(link, act_name(link.act), result_name(link.result), address, session, rest)


def _row(link: Link) -> list[Cell]:
    line = _line(link)
    at = link.moment.astimezone(ZoneInfo(settings.TIME_ZONE))
    return [link.id, at, link.actor, line.act.zh, link.act, link.object, line.result.zh, line.address, line.session,
            line.rest, link.hash]  # fmt: skip


def _workbook(rows: Iterator[list[Cell]]) -> Iterator[bytes]:
    with TemporaryFile() as file:
        write_workbook(file, "审计记录", HEADINGS, rows)
        file.seek(0)
        while part := file.read(256 * 1024):
            yield part
