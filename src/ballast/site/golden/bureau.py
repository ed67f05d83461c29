"""The statistics office hands in its monthly figures of the counties."""

import io
from datetime import datetime

import xlsxwriter
from django.db import transaction

from ballast.kit import files
from ballast.kit.ledger import journal
from ballast.kit.ledger.models import Source
from ballast.kit.money import WAN
from ballast.rooms.reporting import actions as reporting
from ballast.rooms.reporting.cards import IndicatorCard
from ballast.site.golden.accounts import STATISTICS
from ballast.site.golden.ids import Ids
from ballast.site.golden.indicators import Reading
from ballast.site.golden.places import AREAS, CITY

NAMES = {place.code: place.name for place in (CITY, *AREAS)}
HEADINGS = ("县（市、区）", "指标", "主导产业", "月份", "1—本月累计（万元）")


def publish(month: str, told: list[Reading], ids: Ids, at: datetime) -> None:
    """Record the readings of a month with the workbook they stand in."""
    title = f"北溟市{month[:4]}年{int(month[5:])}月主要经济指标"
    with transaction.atomic(), journal.entry(at=at, by=STATISTICS, action="golden indicators") as writer:
        stored = files.keep(_workbook(title, told, at), f"{title}.xlsx", at=at, by=STATISTICS)
        writer.source = Source.objects.create(
            kind="workbook",
            file=stored,
            place="指标",
            columns={"year_to_date": "E"},
            received_at=at,
            received_by=STATISTICS,
        )
        reporting.report(
            [
                IndicatorCard(
                    area_id=ids.areas[code],
                    indicator=indicator,
                    month=of,
                    lead_industry=lead,
                    year_to_date=amount,
                    row=row,
                )
                for row, (code, indicator, lead, of, amount) in enumerate(told, 2)
            ],
            writer=writer,
        )


def _workbook(title: str, told: list[Reading], at: datetime) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": title, "created": at.replace(tzinfo=None)})
    page = book.add_worksheet("指标")
    page.write_row(0, 0, HEADINGS)
    for row, (code, indicator, lead, of, amount) in enumerate(told, 1):
        page.write_row(row, 0, (NAMES[code], indicator.zh, lead, of, amount / WAN))
    book.close()
    return buffer.getvalue()
