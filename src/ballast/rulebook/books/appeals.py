"""The chapter of appeals: for how long one may come after a ranking was published."""

from pydantic import Field

from ballast.rulebook.grammar.page import Page


class AppealParams(Page):
    """申诉: how many working days after a ranking was published an appeal may come."""

    workdays: int = Field(5, ge=0, le=250, description="公布后几个工作日内可申诉 / working days after publication")
