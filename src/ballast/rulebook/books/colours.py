"""The chapter of colours: any number, each with its name, meaning and weight."""

from typing import Literal

from pydantic import Field

from ballast.rulebook.grammar.page import NOTHING, Named, Text

Paint = Literal["red", "orange", "yellow", "green", "blue", "purple", "white", "grey", "black", "gold"]
OUTCOMES = ("none", "unknown", "not_applicable")  # what a light may say beside the book's colours


class Colour(Named):
    """One colour of the city's own: what it means, how grave it is, and what it is painted."""

    meaning: Text = NOTHING
    severity: int = Field(
        ge=-9, le=9, description="轻重：0 为正常，正数越大越严重，负数为表扬 / 0 in order, above worse"
    )
    paint: Paint | Literal[""] = Field("", description="页面上的颜色；省略时取代码同名者 / what pages paint")
