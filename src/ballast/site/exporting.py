"""Any page of ours as a workbook: asked for with ``as=xlsx``, its tables are handed out as they are shown.

A page decides who sees what, and this takes no more than the page has: what it shows to nobody is in no file.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ballast.kit.as_shown import shown_tables, workbook
from ballast.kit.downloads import WORKBOOK, handed_out
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.site.refusing import page_of

NO_TABLE = Sentence("这一页没有表格可以存成 Excel", "This page has no table to save as a workbook")


class Exporting:
    """Turns the answer of a page into the workbook of its tables, where that was asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.GET.get("as") != "xlsx" or request.method != "GET" or not _is_page(response):
            return response
        tables = shown_tables(response.content.decode())
        if not tables:
            return page_of(request, Refusal(NO_TABLE, code="no_table"))
        title = tables[0].heading.split(" · ")[0] or "Ballast"
        return handed_out(
            workbook(tables), f"{title}.xlsx", WORKBOOK, act="export_shown", by=request.user.get_username(),
            at=timezone.now(), detail={"page": request.get_full_path()[:500], "tables": len(tables)},
        )  # fmt: skip


def _is_page(response: HttpResponse) -> bool:
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return response.status_code == 200 and is_page and not response.streaming
