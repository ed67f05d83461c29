"""From a recognised row to what the registry keeps of it: the fields of a card, a plan, funds, and dates."""

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.registry.importing.channels import funds_of
from ballast.rulebook.codes import credit_code, project_code
from ballast.rulebook.industries import NAMES, SECTIONS, UnknownIndustry, normal
from ballast.rulebook.lists.report import Fault, ProjectRow, Table
from ballast.rulebook.terms import Nature

TEXTS: dict[str, int | None] = {
    "investor": 200, "site": 300, "content": None, "lead_industry": 30, "responsible_person": 100,
    "linked_leader": 100, "remarks": None,
}  # fmt: skip
DATES = ("planned_start", "actual_start", "planned_completion", "actual_completion", "signed")
NATURES = (
    (Nature.RELOCATION, ("迁建", "搬迁")),
    (Nature.RENOVATION, ("技改", "技术改造", "改建", "改造")),
    (Nature.EXPANSION, ("扩建", "扩能", "扩产", "改扩建")),
    (Nature.NEW, ("新建", "新上")),
)
DATE_FORM = re.compile(r"(\d{4})(?:-(\d{2}))?")
MEASURES = {"longitude": (Decimal(73), Decimal(136)), "latitude": (Decimal(3), Decimal(54))}
# 海发改〔2025〕7号, 海审批投资[2024]113号; the brackets are square after normalisation.
DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,20}[〔\[(]\d{4}[〕\])]第?\d{1,6}号")
CODE_FORM = re.compile(r"\d{4}")
INDUSTRY_NAMES = {name: code for code, name in NAMES.items()} | {s.name.zh: letter for letter, s in SECTIONS.items()}


@dataclass(slots=True)
class Draft:
    """One row made ready: ``profile`` holds only the fields the list carries (absent is not blank)."""

    row: ProjectRow
    area: AreaCard
    profile: dict[str, Any]
    plan: dict[str, Any] = field(default_factory=dict)
    funds: dict[str, int] = field(default_factory=dict)
    approval: dict[str, Any] = field(default_factory=dict)
    contract: dict[str, Any] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)

    def says(self) -> tuple[Any, ...]:
        """Everything the row says, to tell a mere repetition."""
        return self.profile, self.plan, self.funds, self.approval, self.contract, self.dates


def draft(
    row: ProjectRow, area: AreaCard, table: Table | None, industries: dict[str, str], notes: list[Fault]
) -> Draft:
    """The draft of ``row``; what could not be used is told in ``notes``. ``industries`` maps names to codes."""
    made = Draft(row, area, {"name": row.name, "area_id": area.id})
    _text(made, "owner", row.owner, 200, notes)
    _text(made, "responsible", row.responsible, 200, notes)
    for name, limit in TEXTS.items():
        _text(made, name, row.values.get(name), limit, notes)
    for name in ("done_by_last_year", "start_year", "end_year"):
        if isinstance(row.values.get(name), int):
            made.profile[name] = row.values[name]
    if row.total_investment is not None:
        made.profile["total_investment"] = row.total_investment
    _codes(made, notes)
    _nature(made)
    _industry(made, industries)
    _position(made)
    if row.annual_plan is not None:
        made.plan["amount"] = row.annual_plan
    if row.values.get("goal"):
        made.plan["goal"] = str(row.values["goal"])
    made.funds = funds_of(row, table)
    _papers(made)
    made.dates = {name: said for name in DATES if DATE_FORM.fullmatch(said := str(row.values.get(name, "")))}
    return made


def place(row: ProjectRow, name: str) -> str:
    """The cell of one field of a row, or the cell of its name: ``Sheet1!C12``."""
    cell = row.cells.get(name)
    return row.source if cell is None else f"{row.sheet}!{cell}"


def _text(made: Draft, name: str, value: Any, limit: int | None, notes: list[Fault]) -> None:
    text = str(value).strip() if value is not None else ""
    if not text:
        return
    if limit is not None and len(text) > limit:
        said = Sentence(f"内容超过 {limit} 字，只存前 {limit} 字", f"longer than {limit} characters; cut")
        notes.append(Fault("text_cut", place(made.row, name), said))
    made.profile[name] = text[:limit]


def _codes(made: Draft, notes: list[Fault]) -> None:
    for name, check in (("project_code", project_code), ("credit_code", credit_code)):
        text = str(made.row.values.get(name, ""))
        if not CODE_FORM.search(unicodedata.normalize("NFKC", text)):
            continue  # 正在办理 and its like say that there is no code yet
        code, wrong = check(text)
        if wrong is None:
            made.profile[name] = code
        else:
            said = Sentence(f"{wrong.zh}；未采用", f"{wrong.en}; not taken")
            notes.append(Fault(f"wrong_{name}", place(made.row, name), said))


def _papers(made: Draft) -> None:
    """The approval and the contract a list tells of beside the project's own total."""
    values = made.row.values
    if isinstance(values.get("approved_total"), int):
        made.approval["total"] = values["approved_total"]
    number = DOCUMENT_NUMBER.search(unicodedata.normalize("NFKC", str(values.get("basis", ""))))
    if number is not None:
        made.approval["number"] = number[0][:100]
    if isinstance(values.get("contract_amount"), int):
        made.contract["contract_amount"] = values["contract_amount"]


def _nature(made: Draft) -> None:
    text = str(made.row.values.get("nature", ""))
    found = next((nature for nature, words in NATURES if any(word in text for word in words)), None)
    if found is not None:
        made.profile["nature"] = str(found)


def _industry(made: Draft, industries: dict[str, str]) -> None:
    """A code, or a name of the standard, is the industry; any other word is the city's own lead industry."""
    text = str(made.row.values.get("industry", "")).strip()
    if not text:
        return
    code = industries.get(text) or INDUSTRY_NAMES.get(text)
    try:
        made.profile["industry"] = normal(code or text)
    except UnknownIndustry:
        if len(text) <= 30:
            made.profile.setdefault("lead_industry", text)


def _position(made: Draft) -> None:
    found: dict[str, Decimal] = {}
    for name, (least, most) in MEASURES.items():
        try:
            degrees = Decimal(str(made.row.values.get(name, "")))
        except InvalidOperation:
            return
        if not least <= degrees <= most:
            return
        found[name] = degrees.quantize(Decimal("0.000001"))
    made.profile.update(found)
