"""What a person decided for an import, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rulebook.lists.report import Fault

NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What the person who imports decided.

    ``areas`` maps the text of a list to an area's code, or to NEW to set up a county of that name;
    ``default_area`` is the code for rows that name none (the city's where empty); ``remember`` keeps the mapped
    texts as further names; ``city`` (code, name) sets up the city in an empty house; ``create_areas`` sets up
    every unknown area; ``confirm_large`` says that totals above 1,000 亿 are right.
    """

    areas: Mapping[str, str] = field(default_factory=dict)
    default_area: str = ""
    remember: bool = False
    city: tuple[str, str] | None = None
    create_areas: bool = False
    confirm_large: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an import: projects counted by what happened to them, and everything a person should know."""

    file: str
    list_name: str
    year: int | None
    rows: int
    new: int
    revised: int
    unchanged: int
    repeats: list[Fault]
    suspicions: int
    areas_created: list[str]
    warnings: list[Fault]
    skipped: list[dict[str, str]]
    left_out: list[dict[str, str]]
    batch_id: int | None = None

    @property
    def nothing_new(self) -> bool:
        """Whether the import added nothing to what was known."""
        return self.batch_id is None

    @property
    def sentence(self) -> Sentence:
        """The outcome in a sentence."""
        if self.nothing_new:
            return Sentence(
                f"内容与台账一致，没有新增：{self.rows} 个项目都已在册",
                f"Nothing new: all {self.rows} projects stand as the list has them",
            )
        return Sentence(
            f"已导入：新增 {self.new} 个项目，更新 {self.revised} 个，未变 {self.unchanged} 个，"
            f"疑似重复 {self.suspicions} 对待核对",
            f"Imported: {self.new} new projects, {self.revised} revised, {self.unchanged} unchanged, "
            f"{self.suspicions} pairs to review",
        )

    def as_json(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "file": self.file, "list": self.list_name, "year": self.year, "rows": self.rows, "new": self.new,
            "revised": self.revised, "unchanged": self.unchanged, "nothing_new": self.nothing_new,
            "repeats": [fault.as_json() for fault in self.repeats], "suspicions": self.suspicions,
            "areas_created": self.areas_created, "warnings": [fault.as_json() for fault in self.warnings],
            "skipped": self.skipped, "left_out": self.left_out, "batch": self.batch_id,
        }  # fmt: skip


class ImportRefused(Refusal):
    """A list that cannot be imported; ``faults`` holds every reason with its cell. Nothing was kept."""

    def __init__(self, faults: list[Fault]) -> None:
        first = faults[0]
        more = len(faults) - 1
        also = Sentence(f"（另有 {more} 处）", f" (and {more} more)") if more else Sentence("", "")
        said = Sentence(
            f"名单未导入，台账未变：{first.sentence.zh}{also.zh}",
            f"The list was not imported and the ledger is as it was: {first.sentence.en}{also.en}",
        )
        super().__init__(said, where=first.where, code="import_refused")
        self.faults = faults
