"""The chapter of meetings: which kinds a city holds, by which rules their agendas are chosen, what a pack holds."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from ballast.rulebook.grammar.conditions import Conditions
from ballast.rulebook.grammar.page import CODE, NOTHING, Clause, Code, Page, Text
from ballast.rulebook.grammar.refs import MeasureCode, SheetCode, StallCode

FigureCode = Annotated[str, Field(pattern=CODE)]
# The keys of a section that only sections of one kind of subject may write.
OF_PROJECTS = ("when", "stall_lists", "order_by", "order")
OF_COUNTIES = ("choose", "sheet", "figure")


class PackRules(Page):
    """What a pack of a meeting holds."""

    bulletin: bool = Field(True, description="通报 / the bulletin")
    counties: bool = Field(True, description="每县一页 / a page for each county")
    projects: Literal["agenda", "all", "none"] = Field(
        "agenda", description="项目一页纸：列入议程的、全部、不做 / one-pagers of the agenda, of all, of none"
    )
    leaders: bool = Field(True, description="每位包联领导一页 / a page for each linked leader")
    places: Literal["published", "need_to_know", "none"] = Field(
        "published",
        description="名次：只放已公布的、全部放入并标“需知”、不放 / places: those published, all and marked, none",
    )
    slides: bool = Field(True, description="幻灯片 / slides")
    workbook: bool = Field(True, description="数据表 / the workbook of tables")


class Section(Clause):
    """One section of an agenda: what it is about, how its items are chosen, who speaks and for how long."""

    code: Code
    about: Literal["bulletin", "project", "county", "other"] = Field(
        description="议题是什么 / what its items are about"
    )
    task: Literal["reports", "speaks", "explains", "reviewed"] = Field(
        "reports", description="汇报、典型发言、作出说明、逐个点评 / what is done"
    )
    who: Literal["county", "responsible", "owner", "leader"] | None = Field(
        None, description="由谁：县、责任单位、建设单位、包联领导 / who answers for it"
    )
    named: Text = Field(NOTHING, description="固定由谁 / always by")
    minutes: int = Field(5, ge=0, le=240, description="每个议题几分钟 / minutes an item")
    limit: int | None = Field(None, ge=1, le=500, description="至多几个；省略为全部 / at most so many")
    when: Conditions = Field((), description="列入的项目：条件，逐条都须满足 / which projects")
    stall_lists: tuple[StallCode, ...] = Field((), description="列入任一停滞清单且到期 / due on any of these lists")
    order_by: MeasureCode = Field("", description="按哪个量排；省略为总投资 / by which measure, else total investment")
    order: Literal["largest", "smallest"] = Field("largest", description="从大到小，或从小到大 / which come first")
    choose: Literal["all", "first", "last"] = Field("all", description="全部县、居前的、居后的 / which counties")
    sheet: SheetCode = Field("", description="按哪张评分表的名次 / by the places of which score sheet")
    figure: FigureCode | None = Field(
        None,
        description="按哪个指标的代码；与 sheet 同写时用于没有排名的月份 / by which figure, or where no sheet ranks",
    )

    @model_validator(mode="after")
    def _of_its_kind(self) -> "Section":
        for about, names in (("project", OF_PROJECTS), ("county", OF_COUNTIES)):
            strange = sorted(self.model_fields_set & set(names))
            if self.about != about and strange:
                raise ValueError(f'{"、".join(strange)} 只用于 about = "{about}" 的环节 / only where about = {about!r}')
        if self.about == "project" and not (self.when or self.stall_lists):
            raise ValueError("应写 when 或 stall_lists，说明列入哪些项目 / say which projects: when or stall_lists")
        if self.about == "county" and self.choose != "all":
            if not (self.sheet or self.figure):
                raise ValueError("居前、居后按什么排：应写 sheet 或 figure / sheet or figure says the order")
            if self.limit is None:
                raise ValueError("居前、居后应写 limit，说明几个 / limit says how many")
        return self


class MeetingKind(Clause):
    """One kind of meeting."""

    rhythm: Literal["week", "month", "quarter"] = Field("month", description="每周、每月、每季 / how often it is held")
    sections: tuple[Section, ...] = Field(min_length=1, description="议程的环节，依次 / the sections, in order")
    pack: PackRules = PackRules()
    unsealed: Literal["refuse", "draft"] = Field(
        "draft",
        description="月份未封账时：不做材料，或做每页标“草稿”的材料（永不能印发） / an open month: no pack, or a draft",
    )
    characters: int = Field(4000, ge=500, le=4000, description="每份文稿的字数上限 / the limit of each paper")

    @model_validator(mode="after")
    def _told_apart(self) -> "MeetingKind":
        codes = [section.code for section in self.sections]
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice:
            raise ValueError(f"环节代码重复：{'、'.join(twice)} / two sections are called {', '.join(twice)}")
        return self
