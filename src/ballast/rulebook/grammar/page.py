"""What every part of a book is made of: frozen tables without unknown keys, names and sentences in two languages."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from ballast.kit.sentence import Sentence

CODE = r"^[a-z][a-z0-9_]*$"


class Page(BaseModel):
    """One table of a book."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, populate_by_name=True)


def said(value: Any) -> Any:
    """A sentence from ``"中文"``, ``"中文 / English"`` or ``{ zh = "…", en = "…" }``."""
    if isinstance(value, str):
        zh, _, en = value.partition(" / ")
        return Sentence(zh.strip(), en.strip() or zh.strip())
    if isinstance(value, dict) and set(value) <= {"zh", "en"} and isinstance(value.get("zh"), str):
        return Sentence(value["zh"], str(value.get("en") or value["zh"]))
    if isinstance(value, Sentence):
        return value
    raise ValueError('应为 "中文"、"中文 / English" 或 { zh = "…", en = "…" } / a text in one or two languages')


Text = Annotated[Sentence, BeforeValidator(said)]
NOTHING = Sentence("", "")
Code = Annotated[str, Field(pattern=CODE)]


class Named(Page):
    """A table with a name: ``zh``, and ``en`` where there is one."""

    zh: str = Field(min_length=1, description="中文名称 / name in Chinese")
    en: str = Field("", description="英文名称，可省 / name in English, may be left out")

    @property
    def label(self) -> Sentence:
        """The name as a person reads it."""
        return Sentence(self.zh, self.en or self.zh)


class Clause(Named):
    """A named rule with the article it comes from."""

    clause: Text = Field(NOTHING, description="依据的条款 / the article it comes from")
