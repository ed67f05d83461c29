"""The whole bulletin, from the title to the seal it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ballast.kit.documents import FactRun, Heading, Official, Paragraph, Run, Table
from ballast.rooms.meetings.documents.bulletin import boards, wording
from ballast.rooms.meetings.documents.bulletin.desk import Desk, Runs, joined
from ballast.rooms.meetings.reading import about, seal_text
from ballast.rooms.reporting.cards import CorrectionCard
from ballast.rulebook.stalls import Stall

FIRST_AND_LAST = 3


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who speaks to whom, when and under which number; ``seal`` is the hash the figures rest on."""

    city: str
    issuer: str
    number: str
    on: date
    seal: str


@dataclass(frozen=True, slots=True)
class Places:
    """Names by code: the counties that are compared, and every area a project may lie in."""

    counties: Mapping[str, str]
    areas: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Matter:
    """What the bulletin is about besides figures: places, lead industries by code, slips since the last one."""

    places: Places
    industries: Mapping[str, str]
    slips: Sequence[CorrectionCard]


def paper(desk: Desk, head: Letterhead, matter: Matter, *, most: int) -> Official:
    """The bulletin; every list of projects carries at most ``most`` rows. Every slip is listed."""
    places = matter.places
    stalls = [table for kind in Stall for table in _table(boards.stalled(desk, kind, places.areas, most))]
    sections: dict[str, list[Paragraph | Table]] = {
        "总体情况": [*_written(desk.paragraphs(wording.OVERALL)), *_industries(desk, matter.industries)],
        "重点项目推进情况": [
            *_written(desk.paragraphs(wording.AGENDA)),
            *_table(boards.behind(desk, places.areas, most)),
        ],
        "县区比较": _counties(desk, places.counties),
        "存在问题": [*_written(desk.paragraphs(wording.PROBLEMS)), *stalls],
        "有关要求": [Paragraph(wording.WORK), *_table(boards.corrections(desk, matter.slips))],
    }
    blocks = [block for title, told in sections.items() if told for block in (Heading(1, title), *told)]
    return Official(
        title=f"关于{desk.month[:4]}年{desk.period}全市投资和\n重点项目建设情况的通报",
        red_head=f"{head.issuer}文件",
        number=head.number,
        addressee="各县（市、区）人民政府，各园区管委会，市政府有关部门",
        blocks=blocks,
        signature=head.issuer,
        signed_on=head.on,
        note=_rests_on(desk, head),
        foot=[Run(about(desk.month)), _seal(desk, head.seal)],
        banner=desk.banner,
    )


def _written(paragraphs: Iterable[Runs]) -> list[Paragraph]:
    return [Paragraph(runs) for runs in paragraphs]


def _table(table: Table | None) -> list[Table]:
    return [table] if table else []


def _industries(desk: Desk, industries: Mapping[str, str]) -> list[Paragraph]:
    known = [
        runs
        for code, name in industries.items()
        if (runs := desk.clause(wording.INDUSTRY.format(name=name, code=code)))
    ]
    return [Paragraph([Run("主导产业方面，"), *joined(known)])] if known else []


def _counties(desk: Desk, names: Mapping[str, str]) -> list[Paragraph | Table]:
    table, order = boards.counties(desk, names)
    if table is None:
        return [Paragraph("本月各县（市、区）均未列年度计划。")]
    told: list[Paragraph | Table] = []
    if len(order) >= 2 * FIRST_AND_LAST:
        first, last = order[:FIRST_AND_LAST], order[-FIRST_AND_LAST:]
        told.append(Paragraph(f"按序时偏差，居前的是{'、'.join(first)}，居后的是{'、'.join(last)}。"))
    return [*told, table]


def _rests_on(desk: Desk, head: Letterhead) -> Runs:
    return [Run(f"数据取自{desk.month[:4]}年{int(desk.month[5:])}月封账"), _seal(desk, head.seal)]


def _seal(desk: Desk, seal: str) -> FactRun:
    return FactRun(seal_text(desk.edition, seal), f"seal/{desk.month}/e{desk.edition}")
